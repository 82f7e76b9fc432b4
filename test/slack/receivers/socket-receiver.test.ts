import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App, ReceiverEvent } from '@slack/bolt'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createRequests } from '../../../src/operations/noted-requests.ts'
import { createLog } from '../../../src/slack/client/slack-log.ts'
import { createWork } from '../../../src/slack/deliveries/work-in-flight.ts'
import { createSocketReceiver } from '../../../src/slack/receivers/socket-receiver.ts'
import { givingUp } from '../../helpers/give-up.ts'

const greetingMs = 31_415

/** Slack's side of one connection, word by word. */
async function openSlack({ greets = () => true as boolean } = {}) {
  const acknowledged: string[] = []
  const sockets: WebSocket[] = []
  let onAsked: ((letGo: () => void) => void) | undefined
  const server = createServer(async (_, response) => {
    if (onAsked) await new Promise<void>(onAsked)
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, url }))
  })
  new WebSocketServer({ server }).on('connection', (socket) => {
    sockets.push(socket)
    socket.on('message', (data) => acknowledged.push(JSON.parse(String(data)).envelope_id))
    // As something in between that keeps a connection open for nobody.
    if (greets()) socket.send('{"type":"hello"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const log: string[] = []
  const events: unknown[] = []
  const receiver = createSocketReceiver({
    appToken: 'xapp-1-test',
    clientOptions: { slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` },
    logger: createLog('info', (line) => log.push(line)),
    onLost: () => {},
    greetingMs,
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
    receiver,
    sockets,
    /** Resolves when the next address for a connection is asked for, to what answers that. */
    hold: () =>
      new Promise<() => void>((resolve) => {
        onAsked = resolve
      }),
    send: (envelope: unknown) => sockets.at(-1)!.send(JSON.stringify(envelope)),
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
  expect(log).toEqual(['warn: A message from Slack could not be read: it is no envelope.'])
})

/** What the client calls its own states and frames, and what else it emits. */
const ownNames = [
  ...['connecting', 'authenticated', 'connected', 'reconnecting', 'disconnecting', 'disconnected'],
  ...['close', 'error', 'ws_message', 'slack_event', 'outgoing_message', 'toString', '__proto__'],
]

test.each(ownNames)('what Slack delivers as %j is no word of the connection', async (name) => {
  const { receiver, sockets, acknowledged, events, send } = await openSlack()
  send({ envelope_id: 'one', type: name, payload: { type: 'tea' } })
  send({ envelope_id: 'two', type: 'events_api', payload: { type: 'event_callback', event: { type: name } } })
  send({ type: name })
  send({ envelope_id: 'three', type: 'events_api', payload: mention })
  await expect.poll(() => acknowledged).toEqual(['one', 'two', 'three'])
  // Over the same connection, if it is still there.
  send({ envelope_id: 'four', type: 'events_api', payload: { type: 'end' } })
  await expect.poll(() => acknowledged).toContain('four')
  expect(events).toEqual([
    { type: 'tea' },
    { type: 'event_callback', event: { type: name } },
    mention,
    { type: 'end' },
  ])
  expect([sockets.length, receiver.isReceiving()]).toEqual([1, true])
})

test('a connection that nobody greets is replaced, until one is', async () => {
  const giveUp = givingUp(greetingMs)
  let connections = 0
  const greets = () => {
    connections += 1
    return connections !== 2 && connections !== 3
  }
  const { receiver, sockets, acknowledged, log, send } = await openSlack({ greets })
  expect(receiver.isReceiving()).toBe(true)
  sockets[0]!.terminate()
  for (const connection of [2, 3]) {
    await expect.poll(() => connections).toBe(connection)
    expect(receiver.isReceiving()).toBe(false)
    giveUp()
  }
  await expect.poll(() => [connections, receiver.isReceiving()]).toEqual([4, true])
  expect(log).toContainEqual(expect.stringMatching(/closed before Slack greeted/))
  send({ envelope_id: 'one', type: 'events_api', payload: mention })
  await expect.poll(() => acknowledged).toEqual(['one'])
})

test('connections that end after a while, each for reasons of its own, are replaced at once', async () => {
  const { receiver, sockets } = await openSlack()
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  // Any wait would be days: half of each is chance.
  vi.spyOn(Math, 'random').mockReturnValue(1e6)
  onTestFinished(() => void vi.restoreAllMocks())
  for (let ended = 1; ended <= 7; ended += 1) {
    vi.setSystemTime(Date.now() + 60_000)
    sockets.at(-1)!.terminate()
    await expect.poll(() => [sockets.length, receiver.isReceiving()]).toEqual([ended + 1, true])
  }
})

test('a connection that comes about while it stops is closed', async () => {
  const { receiver, sockets, hold } = await openSlack()
  const held = hold()
  sockets[0]!.terminate()
  const letGo = await held
  await receiver.stop()
  letGo()
  await expect.poll(() => sockets.length).toBe(2)
  await expect.poll(() => sockets.every(({ readyState, CLOSED }) => readyState === CLOSED)).toBe(true)
  expect(receiver.isReceiving()).toBe(false)
})

test('a start on a connection that nobody greets fails with the reason', async () => {
  const giveUp = givingUp(greetingMs)
  const greets = () => {
    setImmediate(giveUp)
    return false
  }
  await expect(openSlack({ greets })).rejects.toMatch(/closed before Slack greeted/)
})
