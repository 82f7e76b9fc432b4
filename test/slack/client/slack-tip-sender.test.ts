import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSlackClock } from '../../../src/slack/client/slack-clock.ts'
import { createSlackFetch, responseOf, type SlackFetch } from '../../../src/slack/client/slack-fetch.ts'
import { createLog } from '../../../src/slack/client/slack-log.ts'
import { createTipSenders } from '../../../src/slack/client/slack-tip-sender.ts'
import { createClock } from '../../../src/tips/clock.ts'
import { tipsOf } from '../../../src/tips/tip.ts'
import { type Fault, openWorkspace, type Workspace } from '../../../src/workspace/server/open-workspace.ts'
import { campTalk } from '../../corpora/camp.ts'
import { manifest } from '../../end-to-end/open-hallway.ts'
import { givingUp } from '../../helpers/give-up.ts'
import { makeCorpus } from '../../helpers/make-talk.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 23, 8)
const [tip] = makeCorpus(campTalk('a', ['Write the test first.'])).talks.flatMap(tipsOf)
let workspace: Workspace
let time: number
let log: string[]
let giveUp: () => void

beforeEach(async () => {
  time = start
  log = []
  hanging.clear()
  giveUp = givingUp()
  workspace = await openWorkspace({ port: 0, manifest, clock: { now: () => time }, faults: hang })
})
afterEach(() => workspace.close())

/** What is to hang at the next call of a method, which is given up once it has arrived. */
const hanging = new Map<string, Fault>()
function hang(method: string): Fault | undefined {
  const fault = hanging.get(method)
  if (hanging.delete(method)) setImmediate(giveUp)
  return fault
}
function fail(method: string, fault: Fault): void {
  if ('connection' in fault && fault.connection === 'hang') hanging.set(method, fault)
  else workspace.fail(method, fault)
}

/** @param wrongMs by how much the clock of Hallway's machine is ahead of Slack's */
const open = (token = workspace.botToken, wrongMs = 0, by?: SlackFetch) =>
  createTipSenders({
    ...(by && { fetch: by }),
    token,
    slackApiUrl: workspace.apiUrl,
    clock: createSlackClock(
      { ...createClock(), now: () => time + wrongMs, steady: () => time },
      async () => {},
    ),
    log: createLog('info', (line) => log.push(line)),
  })
const channel = (name = '#talks') => ({ teamId: workspace.teamId, channelId: workspace.channel(name).id })
const at = start + 60 * minute
const trace = `${at / 1000}`
const message = (name = '#talks') => ({ channel: channel(name), tip: tip!, trace })
const held = (reference: string) => ({ reference, appearsAt: at })
const skipTo = (instant: number) => workspace.clock.skipTo(instant)

/** Slack, but for what it answers when it is asked what is scheduled. */
const listing = (text: string): SlackFetch => {
  const ask = createSlackFetch({ isByProxy: false })
  return async (url, init) =>
    String(url).endsWith('scheduledMessages.list')
      ? responseOf({ url: String(url), status: 200, text })
      : ask(url, init)
}

test.each([
  '{"ok":true}',
  '{"ok":true,"scheduled_messages":null}',
  '{"ok":true,"scheduled_messages":{}}',
  '{"ok":true,"scheduled_messages":["Q1"]}',
  '{"ok":true,"scheduled_messages":[],"response_metadata":{"next_cursor":"again"}}',
])('an answer that is no list, or has no end, does not tell that nothing is scheduled: %s', async (text) => {
  const { sender } = open(undefined, 0, listing(text))
  expect(await sender.find(channel(), trace)).toMatchObject({ kind: 'unavailable' })
})

test.each(['[]', '[{"id":7}]', '[{"id":"Q7","post_at":"soon"}]'])(
  'a list without a message for that second tells that none is scheduled: %s',
  async (list) => {
    const { sender } = open(undefined, 0, listing(`{"ok":true,"scheduled_messages":${list}}`))
    expect(await sender.find(channel(), trace)).toEqual({ kind: 'absent' })
  },
)

describe('a daily tip', () => {
  test('appears at its time without any further deed', async () => {
    const sent = await open().sender.send(message())
    expect(sent).toMatchObject({ kind: 'accepted', appearsAt: at })
    await skipTo(at)
    expect(workspace.messages('#talks')).toMatchObject([
      { ts: `${trace}.000000`, text: expect.stringContaining('Write the test first.') },
    ])
  })

  test('is scheduled for its time, and a late one some minutes ahead', () => {
    const { sender } = open()
    expect(sender.trace({ at }, start)).toBe(trace)
    expect(sender.trace({ at }, at + minute)).toBe(`${(at + 6 * minute) / 1000}`)
  })

  test('is found where its answer got lost', async () => {
    const { sender } = open()
    for (const fault of [
      { connection: 'hang', accepted: true },
      { connection: 'reset', accepted: true },
      { status: 503, accepted: true },
    ] satisfies Fault[]) {
      fail('chat.scheduleMessage', fault)
      expect(await sender.send(message())).toMatchObject({ kind: 'unknown' })
      const [scheduled] = workspace.scheduled()
      expect(await sender.find(channel(), trace)).toEqual({
        kind: 'arrived',
        reference: scheduled!.id,
        appearsAt: at,
      })
      expect(await sender.withdraw(channel(), held(scheduled!.id))).toEqual({ kind: 'withdrawn' })
    }
  })

  test('is known not to have arrived until shortly before its time, and unknown from then on', async () => {
    const { sender } = open()
    workspace.fail('chat.scheduleMessage', { connection: 'reset', accepted: false })
    expect(await sender.send(message())).toMatchObject({ kind: 'unknown' })
    expect(await sender.find(channel(), trace)).toEqual({ kind: 'absent' })
    time = at - 16_000
    expect(await sender.find(channel(), trace)).toEqual({ kind: 'absent' })
    time = at - 15_000
    expect(await sender.find(channel(), trace)).toMatchObject({ kind: 'cannot-tell' })
  })

  test('that appeared is not taken for one that never arrived if this machine’s clock is behind', async () => {
    const { sender } = open(undefined, -90 * minute)
    workspace.fail('chat.scheduleMessage', { connection: 'reset', accepted: true })
    expect(await sender.send(message())).toMatchObject({ kind: 'unknown' })
    await skipTo(at)
    time = at + minute
    expect(workspace.messages('#talks')).toHaveLength(1)
    expect(await sender.find(channel(), trace)).toMatchObject({ kind: 'cannot-tell' })
  })

  test.each([-90, -5, 90])(
    'is taken back by Slack’s clock, whatever this machine’s says: %i minutes off',
    async (wrong) => {
      await open().sender.send(message())
      const { id } = workspace.scheduled()[0]!
      // A process that has not yet heard from Slack what time it is.
      time = at - 3 * minute
      expect(await open(undefined, wrong * minute).sender.withdraw(channel(), held(id))).toEqual({
        kind: 'too-late',
      })
      const asked = workspace.calls('chat.scheduledMessages.list').at(-1)
      expect(asked).toMatchObject({ args: { oldest: String(at / 1000 - 1) }, answer: { ok: true } })
      expect(workspace.scheduled()).toHaveLength(1)
      time = at - 20 * minute
      const { sender } = open(undefined, wrong * minute)
      await sender.find(channel(), trace)
      expect(sender.now()).toBe(time)
      expect(await sender.withdraw(channel(), held(id))).toEqual({ kind: 'withdrawn' })
      expect(workspace.scheduled()).toEqual([])
    },
  )

  test('that was taken back too late, since the request was held up, counts as one that appears', async () => {
    const { sender } = open()
    await sender.send(message())
    const { id } = workspace.scheduled()[0]!
    time = at - 7 * minute
    fail('chat.deleteScheduledMessage', { connection: 'hang', accepted: false })
    const late = open().sender
    await late.find(channel(), trace)
    expect(await late.withdraw(channel(), held(id))).toMatchObject({ kind: 'unavailable' })
    time = at - 3 * minute
    expect(await late.withdraw(channel(), held(id))).toEqual({ kind: 'too-late' })
    await skipTo(at + minute)
    expect(workspace.messages('#talks')).toHaveLength(1)
  })

  test('that is taken back by a request that Slack heard of too late, counts as one that appears', async () => {
    const heldUp: SlackFetch = (url, init) => {
      if (String(url).endsWith('chat.deleteScheduledMessage')) time = at - 5 * minute
      return fetch(url, init)
    }
    const { sender } = open(workspace.botToken, 0, heldUp)
    await sender.send(message())
    const { id } = workspace.scheduled()[0]!
    time = at - 7 * minute
    await sender.find(channel(), trace)
    expect(await sender.withdraw(channel(), held(id))).toEqual({ kind: 'too-late' })
  })

  test('of another second or channel is not taken for it', async () => {
    const { sender } = open()
    await sender.send({ ...message(), trace: `${at / 1000 + 1}` })
    await sender.send(message('#general'))
    expect(await sender.find(channel(), trace)).toEqual({ kind: 'absent' })
  })

  test('is taken back, also where that is asked twice', async () => {
    const { sender } = open()
    await sender.send(message())
    const { id } = workspace.scheduled()[0]!
    workspace.fail('chat.deleteScheduledMessage', { connection: 'reset', accepted: true })
    expect(await sender.withdraw(channel(), held(id))).toMatchObject({ kind: 'unavailable' })
    expect(await sender.withdraw(channel(), held(id))).toEqual({ kind: 'withdrawn' })
    await skipTo(at + minute)
    expect(workspace.messages('#talks')).toEqual([])
  })
})

describe('what Slack answers', () => {
  test.each<[Fault, object]>([
    [
      { status: 429, retryAfter: 7 },
      { kind: 'rate-limited', retryAfterMs: 7000 },
    ],
    [{ error: 'restricted_too_many' }, { kind: 'rate-limited' }],
    [{ error: 'not_in_channel' }, { kind: 'refused', why: 'not-in-channel' }],
    [{ error: 'channel_not_found' }, { kind: 'refused', why: 'channel-not-found' }],
    [{ error: 'is_archived' }, { kind: 'refused', why: 'archived' }],
    [{ error: 'restricted_action_read_only_channel' }, { kind: 'refused', why: 'posting-restricted' }],
    [{ error: 'messages_tab_disabled' }, { kind: 'refused', why: 'person-unreachable' }],
    [{ error: 'msg_too_long' }, { kind: 'unfit' }],
    [{ error: 'invalid_blocks' }, { kind: 'unfit' }],
    [{ error: 'time_in_past' }, { kind: 'unavailable', reason: expect.stringContaining('clock') }],
    [{ error: 'account_inactive' }, { kind: 'unavailable' }],
    [{ error: 'internal_error' }, { kind: 'unknown' }],
    [{ status: 500 }, { kind: 'unknown' }],
    [{ connection: 'hang', accepted: false }, { kind: 'unknown' }],
  ])('%j is %j', async (fault, result) => {
    fail('chat.scheduleMessage', fault)
    expect(await open().sender.send(message())).toMatchObject(result)
    expect(workspace.calls('chat.scheduleMessage').length).toBeLessThanOrEqual(1)
  })

  test('nothing at all, where there is no connection: then it is known that nothing was sent', async () => {
    const senders = open()
    await workspace.close()
    expect(await senders.sender.send(message())).toMatchObject({ kind: 'unavailable' })
    workspace = await openWorkspace({ port: 0, manifest })
  })

  test('about a token that is no longer good is logged once, without the token', async () => {
    const { sender } = open('xoxb-old-token')
    for (let i = 0; i < 3; i++) expect(await sender.send(message())).toMatchObject({ kind: 'unavailable' })
    expect(log).toEqual([expect.stringContaining('invalid_auth')])
    expect(log.join()).not.toContain('xoxb-old')
  })
})

test('a tip on request appears at once', async () => {
  expect(await open().instantSender.send(message())).toMatchObject({ kind: 'accepted' })
  expect(workspace.messages('#talks')).toHaveLength(1)
})

test('the person who set tips up is told in a direct message what to do', async () => {
  const { you, teamId } = workspace
  const person = { teamId, userId: you.id }
  const trouble = { channel: channel('#random'), why: 'not-in-channel', paused: false } as const
  expect(await open().sender.tell(person, trouble)).toBe(true)
  expect(workspace.messages('dm')[0]?.text).toContain(`<#${workspace.channel('#random').id}>`)
  workspace.fail('chat.postMessage', { error: 'user_not_found' })
  expect(await open().sender.tell(person, trouble)).toBe(false)
})
