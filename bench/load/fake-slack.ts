import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an app put before people, in which channel. */
export type Posted = 'answer' | 'busy'

export interface FakeSlack {
  readonly apiUrl: string
  close(): void
}

/**
 * As much of Slack's Web API as an app needs that answers messages. It looks at nothing but the channel, so that next to no
 * time is its own.
 */
export async function openFakeSlack(onPosted: (channel: string, posted: Posted) => void): Promise<FakeSlack> {
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const method = request.url?.slice(apiPath.length) ?? ''
      const posted = postedBy[method]
      const channel = channelIn(text)
      if (posted !== undefined && channel !== undefined) onPosted(channel, posted)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answers[method] ?? { ok: true, ts: '1700000000.000100', channel }))
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${apiPath}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const apiPath = '/api/'

const postedBy: Readonly<Record<string, Posted>> = {
  'chat.postMessage': 'answer',
  'chat.postEphemeral': 'busy',
}

const answers: Readonly<Record<string, unknown>> = {
  'auth.test': {
    ok: true,
    team_id: 'T0',
    team: 'Bench',
    user_id: 'U0BOT',
    user: 'hallway',
    bot_id: 'B0BOT',
    url: 'https://bench.slack.com/',
  },
}

async function readText(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8')
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/** Of a form or of JSON. */
function channelIn(text: string): string | undefined {
  return /(?:^|&)channel=(\w+)/.exec(text)?.[1] ?? /"channel":"(\w+)"/.exec(text)?.[1]
}
