import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

/** Posts events to one app as Slack does: signed, over connections that stay open. */
export interface Sender {
  /** Resolves when the app has acknowledged. @throws if it answers with anything but 200 */
  send(message: DirectMessage): Promise<void>
  close(): void
}

interface DirectMessage {
  /** A direct message's own channel: a person a number. */
  readonly number: number
  readonly text: string
}

export function channelOf(number: number): string {
  return `D${number}`
}

export function createSender({
  port,
  signingSecret,
}: {
  readonly port: number
  readonly signingSecret: string
}): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  return {
    send(message) {
      const body = JSON.stringify(eventOf(message))
      const timestamp = String(Math.floor(Date.now() / 1000))
      const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      }
      const post = () =>
        new Promise<void>((resolve, reject) => {
          const sent = request(
            { agent, port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers },
            (response) => {
              response.resume()
              response.once('end', () => {
                if (response.statusCode === 200) resolve()
                else reject(new Error(`An event was answered with ${response.statusCode}.`))
              })
            },
          )
          sent.once('error', (error: NodeJS.ErrnoException) => {
            // The app closed a kept connection just as it was used again: as any client, over another one.
            if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(post())
            else reject(error)
          })
          sent.end(body)
        })
      return post()
    },
    close: () => agent.destroy(),
  }
}

function eventOf({ number, text }: DirectMessage): unknown {
  const ts = `${Math.floor(Date.now() / 1000)}.${String(number % 1_000_000).padStart(6, '0')}`
  const event = {
    type: 'message',
    channel: channelOf(number),
    channel_type: 'im',
    user: `U${number}`,
    text,
    ts,
  }
  return {
    type: 'event_callback',
    team_id: 'T0',
    api_app_id: 'A0',
    event_id: `Ev${number}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: 'T0', user_id: 'U0BOT', is_bot: true, is_enterprise_install: false }],
    event: { ...event, event_ts: ts },
  }
}
