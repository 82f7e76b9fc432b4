import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App, ReceiverEvent } from '@slack/bolt'
import { expect, onTestFinished, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createRequests } from '../../../src/operations/noted-requests.ts'
import { createLog } from '../../../src/slack/client/slack-log.ts'
import { createWork } from '../../../src/slack/deliveries/work-in-flight.ts'
import { createSocketReceiver } from '../../../src/slack/receivers/socket-receiver.ts'

/** Slack's side of one connection, word by word. */
async function openSlack() {
  const acknowledged: string[] = []
  const sockets: WebSocket[] = []
  const server = createServer((_, response) => {
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, url }))
  })
  new WebSocketServer({ server }).on('connection', (socket) => {
    sockets.push(socket)
    socket.on('message', (data) => acknowledged.push(JSON.parse(String(data)).envelope_id))
    socket.send('{"type":"hello"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const log: string[] = []
  const events: unknown[] = []
  const receiver = createSocketReceiver({
    appToken: 'xapp-1-test',
    clientOptions: { slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` },
    logger: createLog('info', (line) => log.push(line)),
    onLost: () => {},
    deliveries: { take: async () => ({ isSafe: true, answer: (work) => work() }) },
    work: createWork(),
    requests: createRequests(),
  })
  const app: Pick<App, 'processEvent'> = {
    async processEvent({ body, ack }: ReceiverEvent) {
      events.push(body)
      await ack()
    },
  }
  receiver.init(app as App)
  await receiver.start()
  onTestFinished(async () => {
    await receiver.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    acknowledged,
    log,
    events,
    send: (envelope: unknown) => sockets[0]!.send(JSON.stringify(envelope)),
  }
}

const mention = { type: 'event_callback', event: { type: 'app_mention' } }

test('Slack’s notice that it drops events is logged and acknowledged, and what comes next arrives', async () => {
  const { acknowledged, log, events, send } = await openSlack()
  send({ envelope_id: 'one', type: 'events_api', payload: { type: 'app_rate_limited', team_id: 'T1' } })
  send({ envelope_id: 'two', type: 'events_api', payload: mention })
  await expect.poll(() => acknowledged).toEqual(['one', 'two'])
  expect(log).toEqual(['warn: Slack drops events for a minute: more than 30,000 came within an hour.'])
  expect(events).toContainEqual(mention)
})

test('an envelope that cannot be read is logged, and what comes next arrives', async () => {
  const { acknowledged, log, send } = await openSlack()
  send({ envelope_id: 'one', type: 'events_api' })
  send({ envelope_id: 'two', type: 'events_api', payload: mention })
  await expect.poll(() => acknowledged).toEqual(['two'])
  expect(log).toHaveLength(1)
  expect(log[0]).toMatch(/^warn: A message from Slack could not be read: TypeError/)
})
