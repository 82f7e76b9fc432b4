import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createClock } from '../../src/tips/clock.ts'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import { freePort } from '../helpers/free-port.ts'
import { openTestServer } from '../helpers/open-test-server.ts'
import { openHallway, seen } from './open-hallway.ts'
import { signingSecret, slackRequests } from './slack-requests.ts'

async function openByHttp() {
  const port = await freePort()
  const opened = await openHallway({
    parts: ({ botToken }) => ({ port, connection: { kind: 'http', botToken, signingSecret } }),
  })
  const { workspace } = opened
  const { id: channel } = workspace.channel('dm')
  const said = await workspace.say('dm', 'queues')
  const message = {
    type: 'message',
    channel,
    channel_type: 'im',
    user: workspace.you.id,
    ts: said.ts,
    text: 'queues',
  }
  return {
    ...opened,
    message,
    slack: slackRequests(port, workspace.teamId),
    base: `http://127.0.0.1:${port}`,
  }
}

test('an event that Slack posts is answered', async () => {
  const { slack, message, answerTo } = await openByHttp()
  expect(await slack.event(message)).toBe(200)
  expect(seen(await answerTo('dm', message.ts))).toContain('Queues that forgive')
})

test('an event that Slack posts again is answered once, whether or not its id is the same', async () => {
  const { workspace, slack, message, answerTo } = await openByHttp()
  expect(await slack.event(message, { eventId: 'Ev1' })).toBe(200)
  await answerTo('dm', message.ts)
  expect(await slack.event(message, { eventId: 'Ev1' })).toBe(200)
  expect(await slack.event(message, { eventId: 'Ev2' })).toBe(200)
  const next = await workspace.say('dm', 'kites')
  await slack.event({ ...message, ts: next.ts, text: 'kites' })
  await answerTo('dm', next.ts)
  expect(workspace.calls('chat.postMessage')).toHaveLength(2)
})

test.each([
  ['an edit', { subtype: 'message_changed' }],
  ['a deletion', { subtype: 'message_deleted' }],
  ['a notice', { subtype: 'channel_topic' }],
  ['a bot’s message', { bot_id: 'B012' }],
  ['a bot’s message of old', { subtype: 'bot_message', user: undefined }],
  ['a message in a channel', { channel_type: 'channel' }],
])('%s is let be', async (_name, difference) => {
  const { workspace, slack, message, answerTo } = await openByHttp()
  expect(await slack.event({ ...message, ...difference, ts: '1.000001' })).toBe(200)
  await slack.event(message)
  await answerTo('dm', message.ts)
  expect(workspace.calls('chat.postMessage')).toHaveLength(1)
})

test.each(['file_share', 'thread_broadcast', 'me_message'])(
  'what a person says as %s is answered',
  async (subtype) => {
    const { slack, message, answerTo } = await openByHttp()
    await slack.event({ ...message, subtype })
    expect(seen(await answerTo('dm', message.ts))).toContain('Queues that forgive')
  },
)

const shared = { is_share: true, is_msg_unfurl: true, text: 'queues deliver twice' }
const typed = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'user', user_id: 'U0QUEUES' },
        { type: 'text', text: 'queues ' },
        { type: 'text', text: 'deliver twice' },
      ],
    },
  ],
}

test.each([
  ['a forwarded message', { text: '', attachments: [shared] }],
  ['a message of blocks only', { text: '', blocks: [typed] }],
  ['a file’s caption', { subtype: 'file_share', text: 'queues deliver twice', files: [{ id: 'F1' }] }],
  ['own words with a forwarded message', { attachments: [{ ...shared, text: 'kites' }] }],
])('%s is read as the question', async (_name, difference) => {
  const { slack, message, answerTo } = await openByHttp()
  await slack.event({ ...message, ...difference })
  expect(seen(await answerTo('dm', message.ts))).toContain('Queues that forgive')
})

test('a file alone gets a word about files, in a mention too', async () => {
  const { workspace, slack, message, answerTo } = await openByHttp()
  const files = [{ id: 'F1' }]
  await slack.event({ ...message, subtype: 'file_share', text: '', files })
  expect(seen(await answerTo('dm', message.ts))).toMatch(/^I cannot read files/)
  const next = await workspace.say('dm', 'x')
  await slack.event({
    ...message,
    ts: next.ts,
    type: 'app_mention',
    text: `<@${workspace.botUserId}>`,
    files,
  })
  expect(seen(await answerTo('dm', next.ts))).toMatch(/^I cannot read files/)
})

test('a forwarded message gives no orders', async () => {
  const { workspace, slack, message, answerTo } = await openByHttp()
  await slack.event({ ...message, text: 'tips on' })
  const next = await workspace.say('dm', 'x')
  await slack.event({ ...message, ts: next.ts, text: '', attachments: [{ ...shared, text: 'tips on' }] })
  const [ordered, forwarded] = [await answerTo('dm', message.ts), await answerTo('dm', next.ts)]
  expect(seen(ordered)).toMatch(/^\*\*Daily tips are on/)
  expect(seen(forwarded)).not.toMatch(/^\*\*Daily tips are on/)
})

test.each([
  [5, '5 hours ago'],
  [100, '4 days ago'],
])('a message that comes %i hours late is answered with a word about the delay', async (hours, ago) => {
  const { slack, message, workspace } = await openByHttp()
  const ts = `${Math.floor(Date.now() / 1000) - hours * 3600 - 60}.000100`
  await slack.event({ ...message, ts })
  const { args } = await workspace.until(() => workspace.calls('chat.postMessage')[0], 'an answer')
  expect(args.text).toMatch(new RegExp(`^You wrote this ${ago}\\.`))
  expect(JSON.stringify(args.blocks)).toContain(ago)
})

test('a mention by another bot is let be', async () => {
  const { workspace, slack, message, answerTo } = await openByHttp()
  await slack.event({ ...message, type: 'app_mention', bot_id: 'B012', ts: '1.000001' })
  await slack.event(message)
  await answerTo('dm', message.ts)
  expect(workspace.calls('chat.postMessage')).toHaveLength(1)
})

test('a command that Slack posts again is acknowledged, and answered once', async () => {
  const { slack } = await openByHttp()
  const replies: string[] = []
  const response_url = await openTestServer((request, response) => {
    request.on('data', (chunk) => replies.push(String(chunk)))
    request.on('end', () => response.end('ok'))
  })
  const command = { command: '/talks', text: 'queues', trigger_id: '1.2.abc', response_url }
  expect(await slack.command(command)).toBe(200)
  expect(await slack.command(command)).toBe(200)
  expect(await slack.command({ ...command, text: 'kites', trigger_id: '1.2.def' })).toBe(200)
  await expect
    .poll(() => replies.map((reply) => JSON.parse(reply).text))
    .toEqual([expect.stringContaining('Queues that forgive'), expect.stringContaining('Kites')])
})

test('a request with a wrong signature is refused, and not answered, and the log names the variable', async () => {
  const { workspace, slack, message, log } = await openByHttp()
  expect(await slack.event(message, { secret: 'ffffffffffffffffffffffffffffffff' })).toBe(401)
  expect(workspace.calls('chat.postMessage')).toEqual([])
  expect(log.find((line) => line.includes('was refused'))).toContain(
    'not made with SLACK_SIGNING_SECRET; if Slack sent it',
  )
})

test('a body that does not say how long it is, and is longer than a mebibyte, is refused before its end', async () => {
  const { base, slack, message, answerTo } = await openByHttp()
  let sent = 0
  const endless = new ReadableStream({
    async pull(controller) {
      sent += 64 * 1024
      controller.enqueue(new Uint8Array(64 * 1024))
      // As long as somebody reads it, there is more.
      await new Promise((resolve) => setImmediate(resolve))
    },
  })
  const posted = { method: 'POST', body: endless, duplex: 'half' as const }
  expect((await fetch(`${base}/slack/events`, posted)).status).toBe(413)
  expect(sent).toBeLessThan(16 * 1024 * 1024)
  await slack.event(message)
  await answerTo('dm', message.ts)
})

test('while it drains, each request is answered, and its sender told to go elsewhere', async () => {
  const port = await freePort()
  const [clock, drainMs, drained] = [createClock(), 31_415, Promise.withResolvers<void>()]
  const { workspace, hallway } = await openHallway({
    clock: { ...clock, sleep: (ms, signal) => (ms === drainMs ? drained.promise : clock.sleep(ms, signal)) },
    parts: ({ botToken }) => ({
      port,
      connection: { kind: 'http', botToken, signingSecret },
      drainMs,
    }),
  })
  const health = async () => (await fetch(`http://127.0.0.1:${port}/health`)).headers.get('connection')
  expect(await health()).toBe('keep-alive')
  const stopped = hallway.stop()
  expect(await health()).toBe('close')
  const { ts } = await workspace.say('#talks', `<@${workspace.botUserId}> queues deliver twice`)
  const event = { type: 'app_mention', channel: workspace.channel('#talks').id, user: workspace.you.id, ts }
  const slack = slackRequests(port, workspace.teamId)
  expect(await slack.event({ ...event, text: 'queues deliver twice' })).toBe(200)
  drained.resolve()
  await stopped
  expect(workspace.thread('#talks', ts).filter(({ bot_id }) => bot_id)).toHaveLength(1)
})

test('the notice that Slack drops events is taken, and is one warning', async () => {
  const { slack, log } = await openByHttp()
  expect(await slack.rateNotice()).toBe(200)
  expect(log.filter((line) => /^(warn|error)/.test(line))).toEqual([
    'warn: Slack drops events for a minute: more than 30,000 came within an hour.',
  ])
})

test('/health says that Hallway is up', async () => {
  const { slack, base } = await openByHttp()
  const response = await slack.health()
  expect([response.status, await response.text()]).toEqual([200, 'ok\n'])
  const head = await fetch(`${base}/health`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

const form = 'application/x-www-form-urlencoded'
const asForm = (payload: unknown) => String(new URLSearchParams({ payload: JSON.stringify(payload) }))

test.each(['null', '[]', '1', '"text"', 'true', '', '{', '{"type":', '\u0000'])(
  'a signed body of %j is refused, and what comes next is answered',
  async (body) => {
    const { slack, message, answerTo } = await openByHttp()
    expect(await slack.raw(body)).toBe(400)
    expect(await slack.raw(String(new URLSearchParams({ payload: body })), form)).toBe(400)
    expect(await slack.event(message)).toBe(200)
    await answerTo('dm', message.ts)
  },
)

test('any JSON, signed, ends in an answer at once, and Hallway goes on', async () => {
  const { slack, message, answerTo } = await openByHttp()
  const kind = fc.constantFrom(
    ...['event_callback', 'block_actions', 'view_submission', 'view_closed', 'block_suggestion', 'shortcut'],
    ...['message_action', 'interactive_message', 'dialog_submission', 'app_rate_limited', 'url_verification'],
  )
  const part = fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined })
  const fields = fc.record({
    type: fc.option(kind, { nil: undefined }),
    ...{ event: part, view: part, user: part, team: part, actions: part, action_id: part, command: part },
    ...{ channel: part, callback_id: part, authorizations: part, response_url: fc.constant(undefined) },
  })
  // None waits for a time to be up, as what nobody acknowledges does: none is.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await fc.assert(
    fc.asyncProperty(fc.oneof(fields, fc.jsonValue()), fc.boolean(), async (body, isForm) => {
      const status = isForm ? await slack.raw(asForm(body), form) : await slack.raw(JSON.stringify(body))
      expect([200, 400, 500]).toContain(status)
    }),
    { numRuns: 150 },
  )
  vi.useRealTimers()
  expect(await slack.event(message)).toBe(200)
  await answerTo('dm', message.ts)
})

const submission = (workspace: Workspace, view: Readonly<Record<string, unknown>>) => ({
  type: 'view_submission',
  team: { id: workspace.teamId },
  user: { id: workspace.you.id },
  view: {
    id: 'V1',
    type: 'modal',
    callback_id: 'tip_settings',
    private_metadata: JSON.stringify({ channelId: workspace.channel('#talks').id, zone: 'UTC' }),
    state: { values: {} },
    ...view,
  },
})

test.each([
  ['no values', { state: { values: null } }],
  [
    'a value of another kind',
    { state: { values: { weekdays: { x: { selected_options: [{ value: '9' }] } } } } },
  ],
  ['tampered metadata', { private_metadata: '{"channelId":' }],
  ['metadata of null', { private_metadata: 'null' }],
  ['another callback', { callback_id: 'tip_settings_of_old' }],
])('a modal with %s is acknowledged, and who sent it is told that nothing was saved', async (_name, view) => {
  const { workspace, slack } = await openByHttp()
  expect(await slack.raw(asForm(submission(workspace, view)), form)).toBe(200)
  const told = await workspace.until(() => workspace.messages('dm').find((m) => m.bot_id), 'a word')
  expect(seen(told)).toContain('Nothing was saved')
})

test.each([
  ['none', { view: null }],
  ['a word', { view: 'modal' }],
  ['of no user', { user: null }],
])('a submitted view that is %s is acknowledged', async (_name, difference) => {
  const { workspace, slack } = await openByHttp()
  const status = await slack.raw(asForm({ ...submission(workspace, {}), ...difference }), form)
  expect([200, 500]).toContain(status)
})

test.each([-301, 301, 3600])('a signed request from %i seconds ahead is refused', async (ahead) => {
  const { slack } = await openByHttp()
  const seconds = Math.floor(Date.now() / 1000) + ahead
  expect(await slack.raw('{"type":"url_verification","challenge":"x"}', undefined, { seconds })).toBe(401)
})

test('a body that is too long is refused, and so are other paths and methods', async () => {
  const { slack, base } = await openByHttp()
  expect(await slack.raw(`{"a":"${'x'.repeat(1024 * 1024)}"}`).catch(() => 413)).toBe(413)
  expect((await fetch(`${base}/elsewhere`)).status).toBe(404)
  const read = await fetch(`${base}/slack/events`)
  expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST'])
})

test('connections that nobody asks anything on leave room for what Slack posts', async () => {
  const { slack, message, answerTo, base } = await openByHttp()
  const idle = Array.from({ length: 600 }, () => connect(Number(new URL(base).port), '127.0.0.1'))
  for (const socket of idle) socket.on('error', () => {})
  onTestFinished(() => {
    for (const socket of idle) socket.destroy()
  })
  await expect.poll(() => idle.every(({ connecting }) => !connecting)).toBe(true)
  expect(await slack.event(message)).toBe(200)
  await answerTo('dm', message.ts)
})

test.each([
  ['Slack’s check of the certificate, which is not signed, is answered', '', 200],
  ['what is not signed, and longer than that, is refused unread', `&a=${'x'.repeat(2_000)}`, 401],
])('%s', async (_name, rest, status) => {
  const { base, log } = await openByHttp()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const post = { method: 'POST', headers, body: `token=tea&ssl_check=1${rest}` }
  expect((await fetch(`${base}/slack/events`, post)).status).toBe(status)
  expect(log.filter((line) => line.includes('was refused'))).toHaveLength(status === 200 ? 0 : 1)
})

test('a request that does not come to its end is ended', async () => {
  const { base } = await openByHttp()
  const socket = connect(Number(new URL(base).port), '127.0.0.1')
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{')
  socket.resume()
  await closed
})

test('by itself it listens on this machine’s own address alone', async () => {
  const { base } = await openByHttp()
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)
  if (outside === undefined) return
  await expect(fetch(`http://${outside.address}:${new URL(base).port}/health`)).rejects.toThrow()
})
