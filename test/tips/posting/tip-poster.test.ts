import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { type OpenStore, openStore } from '../../../src/store/open-store.ts'
import { unconfirmed } from '../../../src/tips/posting/post-result.ts'
import { occasionOfRequest } from '../../../src/tips/posting/tip-occasion.ts'
import { createTipPoster, type TipPosterParts } from '../../../src/tips/posting/tip-poster.ts'
import { createHolidays } from '../../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../../src/tips/settings/save-tip-settings.ts'
import { everyDay, type TipSettings } from '../../../src/tips/settings/settings.ts'
import type { TipStore } from '../../../src/tips/tip-parts.ts'
import { campTalk } from '../../corpora/camp.ts'
import { makeCorpus } from '../../helpers/make-talk.ts'
import { silent } from '../../helpers/silent-log.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { FakeSlack } from './fake-slack.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Monday, 9:30 in UTC: the time of the tips in these tests. */
const due = Date.UTC(2026, 10, 23, 9, 30)
const channel = { teamId: 'T1', channelId: 'C1' }
const holidays = createHolidays()
const settings = { time: '09:30', zone: 'UTC', weekdays: everyDay, filter: { kind: 'all' } } as const
const corpus = makeCorpus(
  ...['a', 'b', 'c', 'd'].map((id) =>
    campTalk(
      id,
      ['One.', 'Two.', 'Three.'].map((text) => `${id}: ${text}`),
    ),
  ),
)

let folder: string
let store: OpenStore
let slack: FakeSlack
let now: number
let log: string[]

beforeEach(async () => {
  folder = temporaryFolder()
  store = await openStore({ dataFolder: folder, logger: silent })
  slack = new FakeSlack(() => now)
  now = due - hour
  log = []
})

afterEach(() => store.close())

interface Replaced {
  readonly store?: TipStore
  readonly corpus?: () => Corpus
  readonly leadMs?: number
  readonly isSure?: () => Promise<boolean>
}

function newPoster(more: Replaced = {}) {
  return createTipPoster(partsOf(more))
}

function partsOf(more: Replaced = {}): TipPosterParts {
  const write = (message: string) => void log.push(message)
  return {
    store: more.store ?? store,
    corpus: more.corpus ?? (() => corpus),
    holidays,
    now: () => now,
    isSure: more.isSure,
    log: { info: write, warn: write, error: write },
    sender: slack.sender(more.leadMs),
    instantSender: slack.sender(),
  }
}

const setUp = (more: Partial<TipSettings> = {}, state: 'on' | 'off' = 'on') =>
  saveTipSettings(
    { store, holidays },
    { channel, state, settings: { ...settings, ...more }, setUpBy: 'U1', now },
  )

const record = (date: string) => store.tipRecord({ ...channel, occasion: date })

describe('on a day', () => {
  test('one tip is posted when its time has come, and not before', async () => {
    await setUp()
    const poster = newPoster()
    now = due - 1
    expect(await poster.lookAfter(channel)).toBeUndefined()
    now = due
    expect(await poster.lookAfter(channel)).toMatchObject({ kind: 'posted' })
    expect(await poster.lookAfter(channel)).toBeUndefined()
    expect(slack.count('C1')).toBe(1)
    expect(await record('2026-11-23')).toMatchObject({ state: 'posted', messageTs: 'ts-1', attempts: 1 })
    expect(await store.tipSubscription(channel)).toMatchObject({ nextAt: due + day })
  })

  test('a sender that needs a lead gets it', async () => {
    await setUp()
    now = due - 5 * minute
    await newPoster({ leadMs: 5 * minute }).lookAfter(channel)
    expect(slack.posted).toMatchObject([{ trace: `${due}` }])
  })

  test.each(['the settings', 'the holidays'])(
    'a clock that is set days ahead while it is looked after, once %s are read, decides nothing',
    async (moment) => {
      await setUp()
      let isSet = false
      const isSure = async () => !isSet
      const setAhead = () => {
        if (!isSet) now += 2 * day
        isSet = true
      }
      const jumping: TipStore = {
        ...store,
        async tipSubscription(channel) {
          const found = await store.tipSubscription(channel)
          if (moment === 'the settings') setAhead()
          return found
        },
      }
      const poster = createTipPoster({
        ...partsOf({ store: jumping, isSure }),
        holidays: {
          ...holidays,
          async calendar(area) {
            const found = await holidays.calendar(area)
            setAhead()
            return found
          },
        },
      })
      now = due - hour
      expect(await poster.lookAfter(channel)).toBeUndefined()
      expect(await record('2026-11-23')).toBeUndefined()
      expect(await record('2026-11-24')).toBeUndefined()
      // Slack has told what time it is, and it has come.
      now = due
      isSet = false
      expect(await newPoster({ isSure }).lookAfter(channel)).toMatchObject({ kind: 'posted' })
    },
  )

  test('several processes at once post one tip', async () => {
    await setUp()
    now = due
    const results = await Promise.all(Array.from({ length: 10 }, () => newPoster().lookAfter(channel)))
    expect(results.filter((result) => result?.kind === 'posted')).toHaveLength(1)
    expect(slack.count('C1')).toBe(1)
  })

  test('nothing is posted where tips were turned off since', async () => {
    await setUp()
    await setUp({}, 'off')
    now = due
    expect(await newPoster().lookAfter(channel)).toBeUndefined()
    expect(slack.requests).toBe(0)
  })

  test('nothing is posted on a public holiday', async () => {
    await setUp({ skipHolidays: { country: 'IT' } })
    now = due + 15 * day
    expect(new Date(now).toISOString()).toBe('2026-12-08T09:30:00.000Z')
    await newPoster().lookAfter(channel)
    expect(await record('2026-12-08')).toBeUndefined()
    expect(await record('2026-12-07')).toMatchObject({ state: 'skipped' })
  })

  test('without a note that fits, the day is skipped and says why', async () => {
    await setUp({ filter: { kind: 'tags', tags: ['cobol'] } })
    now = due
    expect(await newPoster().lookAfter(channel)).toEqual({
      kind: 'skipped',
      reason: expect.stringContaining('No note that the settings choose has a takeaway'),
    })
    expect(await record('2026-11-23')).toMatchObject({
      state: 'skipped',
      reason: expect.stringContaining('No note that the settings choose has a takeaway'),
    })
  })

  test('settings that nobody can read pause the tips instead of failing for ever', async () => {
    await store.saveTipSubscription({ ...channel, state: 'on', settings: { time: 'soon' }, setUpBy: 'U1' })
    expect(await newPoster().lookAfter(channel)).toBeUndefined()
    expect(await store.tipSubscription(channel)).toMatchObject({ state: 'paused' })
  })
})

describe('after being away', () => {
  test('a tip within the grace of three hours is made up for', async () => {
    await setUp()
    now = due + 3 * hour
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'posted' })
  })

  test('later than that, the day is skipped and recorded, and the next one comes', async () => {
    await setUp()
    now = due + 3 * hour + 1
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'skipped' })
    expect(await record('2026-11-23')).toMatchObject({
      state: 'skipped',
      reason: 'Hallway could not post it in time.',
    })
    now = due + day
    await newPoster().lookAfter(channel)
    expect(await record('2026-11-24')).toMatchObject({ state: 'posted' })
  })

  test('each missed day is recorded, and only today has its tip', async () => {
    await setUp()
    now = due + 3 * day + hour
    await newPoster().lookAfter(channel)
    const states = (await store.tipHistory(channel, 9)).map(({ occasion, state }) => `${occasion} ${state}`)
    expect(states.toSorted()).toEqual([
      '2026-11-23 skipped',
      '2026-11-24 skipped',
      '2026-11-25 skipped',
      '2026-11-26 posted',
    ])
    expect(slack.count('C1')).toBe(1)
  })
})

describe('when Slack fails', () => {
  beforeEach(async () => {
    await setUp()
    now = due
  })

  test('a post whose answer got lost is found and not repeated', async () => {
    slack.fate = () => 'lost'
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'waiting' })
    now += 19_999
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'not-ours' })
    now += 1
    expect(await newPoster().lookAfter(channel)).toMatchObject({
      kind: 'posted',
      tip: { id: slack.posted[0]!.tipId },
    })
    expect(slack.count('C1')).toBe(1)
    expect(await record('2026-11-23')).toMatchObject({ state: 'posted', messageTs: 'ts-1' })
  })

  test('a post that never arrived is made again, with the same tip', async () => {
    const tried: string[] = []
    slack.fate = ({ tip }) => (tried.push(tip.id) === 1 ? 'dropped' : undefined)
    await newPoster().lookAfter(channel)
    now += 20_000
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'posted' })
    expect(tried).toEqual([slack.posted[0]!.tipId, slack.posted[0]!.tipId])
    expect(slack.count('C1')).toBe(1)
  })

  test('a process that dies between posting and recording leaves no second post', async () => {
    const dying = { ...store, finishTip: () => Promise.reject(new Error('killed')) }
    await expect(newPoster({ store: dying }).lookAfter(channel)).rejects.toThrow('killed')
    now += minute
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'posted' })
    expect(slack.count('C1')).toBe(1)
    expect(await record('2026-11-23')).toMatchObject({ state: 'posted', attempts: 2 })
  })

  test('a process that dies between planning and posting leaves no gap', async () => {
    slack.fate = () => {
      throw new Error('killed')
    }
    await expect(newPoster().lookAfter(channel)).rejects.toThrow('killed')
    slack.fate = () => undefined
    now += minute - 1
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'not-ours', state: 'open' })
    now += 1
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'posted' })
    expect(slack.count('C1')).toBe(1)
  })

  test('a process that is held up until its lease is nearly over does not send', async () => {
    const slow: TipStore = {
      ...store,
      async planTip(...plan) {
        const state = await store.planTip(...plan)
        now += 41_000
        return state
      },
    }
    expect(await newPoster({ store: slow }).lookAfter(channel)).toMatchObject({ kind: 'waiting' })
    expect(slack.requests).toBe(0)
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'posted' })
    expect(slack.count('C1')).toBe(1)
  })

  test('a look that fails is repeated soon, however often it failed', async () => {
    slack.fate = () => 'lost'
    await newPoster().lookAfter(channel)
    slack.findFate = () => ({ kind: 'unavailable', reason: 'down' })
    now += 20_000
    for (let i = 0; i < 12; i++, now += 15_000) await newPoster().lookAfter(channel)
    expect(slack.looks).toBe(12)
  })

  test('a post whose fate cannot be known any more is not repeated', async () => {
    slack.fate = () => 'lost'
    await newPoster().lookAfter(channel)
    now += hour
    slack.findFate = () => ({ kind: 'cannot-tell', reason: 'too late' })
    await newPoster().lookAfter(channel)
    expect(slack.requests).toBe(1)
    expect(await record('2026-11-23')).toMatchObject({ state: 'posted', messageTs: unconfirmed })
    expect(log.join()).toContain('not known')
  })

  test('a post that arrived counts, also where its day is over when that is found out', async () => {
    slack.fate = () => 'lost'
    await newPoster().lookAfter(channel)
    now += 5 * hour
    await newPoster().lookAfter(channel)
    expect(await record('2026-11-23')).toMatchObject({ state: 'posted', messageTs: 'ts-1' })
  })

  test('a post that did not arrive before its day was over is skipped', async () => {
    slack.fate = () => 'dropped'
    await newPoster().lookAfter(channel)
    now += 5 * hour
    await newPoster().lookAfter(channel)
    expect(slack.requests).toBe(1)
    expect(await record('2026-11-23')).toMatchObject({ state: 'skipped' })
  })

  test('no post is made as long as Slack does not say whether the last one arrived', async () => {
    slack.fate = () => 'lost'
    await newPoster().lookAfter(channel)
    slack.findFate = () => ({ kind: 'unavailable', reason: 'down' })
    for (let i = 0; i < 20; i++) {
      now += 10 * minute
      await newPoster().lookAfter(channel)
    }
    expect(slack.requests).toBe(1)
    slack.findFate = () => undefined
    now += 10 * minute
    await newPoster().lookAfter(channel)
    expect(await record('2026-11-23')).toMatchObject({ state: 'posted', messageTs: 'ts-1' })
  })

  test('Retry-After is honoured to the millisecond, and no look is needed after it', async () => {
    slack.fate = () => ({ kind: 'rate-limited', retryAfterMs: 47_000 })
    await newPoster().lookAfter(channel)
    now += 46_999
    await newPoster().lookAfter(channel)
    expect(slack.requests).toBe(1)
    slack.fate = () => undefined
    now += 1
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'posted' })
    expect(slack).toMatchObject({ requests: 2, looks: 0 })
  })

  test('an outage is waited out with longer and longer pauses', async () => {
    slack.fate = () => ({ kind: 'unavailable', reason: 'HTTP 503' })
    const tries: number[] = []
    for (; now < due + 10 * minute; now += 5000) {
      const before = slack.requests
      await newPoster().lookAfter(channel)
      if (slack.requests > before) tries.push((now - due) / 1000)
    }
    expect(tries).toEqual([0, 15, 45, 105, 225, 465])
  })

  test('a tip that Slack does not take gives way to another', async () => {
    let first: string | undefined
    slack.fate = ({ tip }) => {
      first ??= tip.id
      return tip.id === first ? { kind: 'unfit', reason: 'invalid_blocks' } : undefined
    }
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'posted' })
    expect(slack.posted[0]!.tipId).not.toBe(first)
    expect(log.join()).toContain(first)
  })

  test('of tips that Slack does not take three are tried, and the day is skipped', async () => {
    slack.fate = () => ({ kind: 'unfit', reason: 'invalid_blocks' })
    await newPoster().lookAfter(channel)
    expect(slack.requests).toBe(3)
    expect(await record('2026-11-23')).toMatchObject({
      state: 'skipped',
      reason: expect.stringMatching(/^Slack took none/),
    })
  })

  test('a look that Slack asks to wait with is repeated when it says', async () => {
    slack.fate = () => 'lost'
    await newPoster().lookAfter(channel)
    slack.findFate = () => ({ kind: 'unavailable', reason: 'Slack asked to wait.', retryAfterMs: 47_000 })
    now += 20_000
    await newPoster().lookAfter(channel)
    for (const [waitedMs, looks] of [
      [46_999, 1],
      [1, 2],
    ] as const) {
      now += waitedMs
      await newPoster().lookAfter(channel)
      expect(slack.looks).toBe(looks)
    }
  })

  test('a tip on request that another process is posting keeps no daily one waiting, and stays its own', async () => {
    const asked = { ...channel, occasion: occasionOfRequest('trigger-1') }
    await store.claimTip(asked, now, 60_000)
    expect(await newPoster().lookAfter(channel)).toMatchObject({ kind: 'posted' })
    expect(await store.tipRecord(asked)).toMatchObject({ state: 'open', attempts: 1 })
  })

  test('a channel that refuses its tips is told about once, and paused after three days in a row', async () => {
    slack.fate = () => ({ kind: 'refused', why: 'not-in-channel' })
    for (let i = 0; i < 5; i++) {
      await newPoster().lookAfter(channel)
      now += day
    }
    expect(slack.told).toMatchObject([
      { userId: 'U1', trouble: { channel, why: 'not-in-channel', paused: false } },
      { userId: 'U1', trouble: { channel, why: 'not-in-channel', paused: true } },
    ])
    expect(slack.requests).toBe(3)
    expect(await store.tipSubscription(channel)).toMatchObject({
      state: 'paused',
      pauseReason: expect.stringContaining('/invite'),
    })
    expect(await record('2026-11-23')).toMatchObject({ state: 'failed' })
  })

  test('a day that works begins the count of failing days anew', async () => {
    const fates = ['no', 'no', 'yes', 'no', 'no']
    slack.fate = () => (fates.shift() === 'no' ? { kind: 'refused', why: 'archived' } : undefined)
    for (let i = 0; i < 5; i++) {
      await newPoster().lookAfter(channel)
      now += day
    }
    expect(slack.told.map(({ trouble }) => trouble.paused)).toEqual([false, false])
    expect(await store.tipSubscription(channel)).toMatchObject({ state: 'on', failingDays: 2 })
  })
})

describe('over many days', () => {
  test('no tip repeats before all were posted, with a new process each day and notes that change', async () => {
    await setUp()
    const more = makeCorpus(...corpus.talks, campTalk('e', ['e: New.']))
    const served = (day: number) => (day < 6 ? corpus : more)
    for (let i = 0; i < 13; i++) {
      now = due + i * day
      await newPoster({ corpus: () => served(i) }).lookAfter(channel)
    }
    const posted = slack.posted.map(({ tipId }) => tipId)
    expect(new Set(posted).size).toBe(13)
  })

  test('a tip on request joins the rotation, comes once for each request, and the daily one still comes', async () => {
    await setUp()
    const wish = { channel, filter: settings.filter, request: 'trigger-1' }
    expect(await newPoster().postNow(wish)).toMatchObject({ kind: 'posted' })
    expect(await newPoster().postNow(wish)).toEqual({ kind: 'not-ours', state: 'settled' })
    now = due
    await newPoster().lookAfter(channel)
    expect(new Set(slack.posted.map(({ tipId }) => tipId)).size).toBe(2)
  })

  test('a tip on request that fails says so, is not tried again and stays in the rotation', async () => {
    const wish = { channel, filter: settings.filter }
    slack.fate = () => ({ kind: 'rate-limited', retryAfterMs: 1000 })
    expect(await newPoster().postNow({ ...wish, request: '1' })).toMatchObject({ kind: 'failed' })
    slack.fate = () => undefined
    expect(await newPoster().postNow({ ...wish, request: '1' })).toEqual({
      kind: 'not-ours',
      state: 'settled',
    })
    for (let i = 2; i < 14; i++) await newPoster().postNow({ ...wish, request: `${i}` })
    expect(new Set(slack.posted.map(({ tipId }) => tipId)).size).toBe(12)
  })

  test('a tip on request without an answer may have arrived, and is not repeated', async () => {
    slack.fate = () => 'lost'
    const wish = { channel, filter: settings.filter, request: '1' }
    expect(await newPoster().postNow(wish)).toMatchObject({ kind: 'unconfirmed' })
    expect(await newPoster().postNow(wish)).toEqual({ kind: 'not-ours', state: 'settled' })
    expect(slack.requests).toBe(1)
  })

  test('a zone that changes west never gives two posts for one date', async () => {
    await setUp({ zone: 'Asia/Kathmandu' })
    for (now = due - 12 * hour; now < due + 3 * day; now += hour) {
      if (now === due) await setUp({ zone: 'America/New_York' })
      await newPoster().lookAfter(channel)
    }
    const records = await store.tipHistory(channel, 9)
    expect(records.map(({ occasion, state }) => `${occasion} ${state}`).toSorted()).toEqual([
      '2026-11-23 posted',
      '2026-11-24 posted',
      '2026-11-25 posted',
    ])
    expect(slack.count('C1')).toBe(3)
  })

  test('a zone that changes east over the time of a day records that day as skipped', async () => {
    now = due - day
    await setUp({ zone: 'America/New_York' })
    for (; now < due + 4 * day; now += hour) {
      if (now === Date.UTC(2026, 10, 24, 1, 30)) await setUp({ zone: 'Pacific/Auckland' })
      await newPoster().lookAfter(channel)
    }
    const records = await store.tipHistory(channel, 9)
    expect(records.map(({ occasion, state }) => `${occasion} ${state}`).toSorted()).toEqual([
      '2026-11-22 posted',
      '2026-11-23 posted',
      '2026-11-24 skipped',
      '2026-11-25 posted',
      '2026-11-26 posted',
      '2026-11-27 posted',
    ])
  })
})
