import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenStore, openStore } from '../../../src/store/open-store.ts'
import { stillComing } from '../../../src/tips/posting/still-coming.ts'
import { createTipPoster } from '../../../src/tips/posting/tip-poster.ts'
import { createHolidays } from '../../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../../src/tips/settings/save-tip-settings.ts'
import { everyDay, type TipSettings } from '../../../src/tips/settings/settings.ts'
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
const monday = '2026-11-23'
const channel = { teamId: 'T1', channelId: 'C1' }
const holidays = createHolidays()
const settings = { time: '09:30', zone: 'UTC', weekdays: everyDay, filter: { kind: 'all' } } as const
const talks = [
  campTalk('a', ['a: One.', 'a: Two.'], { tags: ['tea'] }),
  campTalk('b', ['b: One.', 'b: Two.'], { tags: ['cake'] }),
]

let folder: string
let store: OpenStore
let slack: FakeSlack
let now: number
let corpus = makeCorpus(...talks)

beforeEach(async () => {
  folder = temporaryFolder()
  store = await openStore({ dataFolder: folder, logger: silent })
  slack = new FakeSlack(() => now)
  now = due - 3 * hour
  corpus = makeCorpus(...talks)
})
afterEach(() => store.close())

const newPoster = (of = store) =>
  createTipPoster({
    store: of,
    corpus: () => corpus,
    holidays,
    now: () => now,
    log: silent,
    sender: slack.sender(hour),
    instantSender: slack.sender(),
  })

const setUp = (more: Partial<TipSettings> = {}, state: 'on' | 'off' = 'on') =>
  saveTipSettings(
    { store, holidays },
    { channel, state, settings: { ...settings, ...more }, setUpBy: 'U1', now },
  )

/** As many looks as the scheduler makes in the time: for what is due then, every ten minutes. */
async function looksUntil(instant: number): Promise<void> {
  const poster = newPoster()
  for (; now < instant; now = Math.min(now + 10 * minute, instant)) {
    for (let i = 0; i < 3; i++) {
      await poster.recheckAfterEdits()
      for (const each of await store.dueTipSubscriptions(now + hour)) await poster.lookAfter(each)
    }
  }
}

/** The instants at which tips appear, in hours and minutes from the time that was first set. */
const appear = () => slack.in('C1').map(({ at }) => (at - due) / minute)

async function handedOver(): Promise<void> {
  await setUp()
  await looksUntil(due - 30 * minute)
  expect(appear()).toEqual([0])
}

describe('a tip that Slack holds already', () => {
  beforeEach(handedOver)

  test.each<[string, Partial<TipSettings>, readonly number[]]>([
    ['a later time moves it', { time: '10:15' }, [45]],
    ['a time of day that is over leaves this day out', { time: '08:00' }, []],
    ['a day that is no longer chosen leaves it out', { weekdays: [2, 3] }, []],
    ['another zone moves it', { zone: 'Europe/London', time: '10:00' }, [30]],
    ['the same settings again change nothing', {}, [0]],
    ['a day off leaves it out', { daysOff: [{ first: monday, last: monday }] }, []],
    ['a pause until the next day leaves it out', { pausedUntil: '2026-11-24' }, []],
    ['a pause that is over changes nothing', { pausedUntil: monday }, [0]],
    ['a week without tips leaves it out', { everyOtherWeek: '2026-11-16' }, []],
    ['a week with tips changes nothing', { everyOtherWeek: '2026-11-09' }, [0]],
  ])('%s', async (_, change, result) => {
    await setUp(change)
    await looksUntil(due + 2 * hour)
    expect(appear()).toEqual(result)
  })

  test('gives way to one that fits where the filter changed', async () => {
    const [first] = slack.in('C1')
    const other = first!.tipId.startsWith('pycamp-2020/a') ? 'cake' : 'tea'
    await setUp({ filter: { kind: 'tags', tags: [other] } })
    await looksUntil(due)
    expect(appear()).toEqual([0])
    expect(slack.in('C1')[0]!.tipId).not.toBe(first!.tipId)
  })

  test('does not appear where tips were turned off, and does again where they are turned on in time', async () => {
    await setUp({}, 'off')
    await looksUntil(due - 15 * minute)
    expect(appear()).toEqual([])
    expect(await store.tipRecord({ ...channel, occasion: monday })).toBeUndefined()
    await setUp()
    await looksUntil(due)
    expect(appear()).toEqual([0])
  })

  test('appears all the same where a pause ends before its time, and on no day of the pause', async () => {
    await setUp({ pausedUntil: '2026-11-26' })
    await looksUntil(due - 15 * minute)
    expect(appear()).toEqual([])
    await setUp()
    await looksUntil(due + 10 * minute)
    expect(appear()).toEqual([0])
    await setUp({ pausedUntil: '2026-11-26' })
    await looksUntil(due + 3 * day + hour)
    expect(appear()).toEqual([0, (3 * day) / minute])
    expect(await store.tipRecord({ ...channel, occasion: '2026-11-24' })).toBeUndefined()
  })

  test('stays where it is too late to take it back, counts, and that can be said', async () => {
    now = due - 5 * minute
    await setUp({ time: '10:15' })
    expect(await stillComing({ store, now: () => now }, channel)).toBe(due)
    await looksUntil(due + 2 * hour)
    expect(appear()).toEqual([0])
    expect(await stillComing({ store, now: () => now }, channel)).toBeUndefined()
  })

  test.each(
    [-40, -5, 5, 40].flatMap((wrong) =>
      [10, 4, 1, -2].flatMap((before) =>
        ['09:00', '09:45', '10:30'].map((time) => ({ wrong, before, time })),
      ),
    ),
  )(
    'is never followed by a second one, though the clock is $wrong minutes off as its time becomes $time $before minutes before',
    async ({ wrong, before, time }) => {
      slack.now = () => now - wrong * minute
      now = due - (before - wrong) * minute
      await setUp({ time })
      await newPoster().lookAfter(channel)
      await looksUntil(due + 4 * hour)
      const tips = appear().length
      // Within minutes of its time, Slack takes nothing back.
      if (before < 6) expect(tips).toBe(1)
      else expect(tips).toBeLessThanOrEqual(1)
    },
  )

  test('is not said to be coming where there is time to take it back', async () => {
    expect(await stillComing({ store, now: () => now }, channel)).toBeUndefined()
  })

  test('gives way where its takeaway is no longer in the notes', async () => {
    const [first] = slack.in('C1')
    const kept = talks.filter(({ id }) => !first!.tipId.startsWith(id))
    corpus = makeCorpus(...kept)
    await looksUntil(due)
    expect(appear()).toEqual([0])
    expect(kept.some(({ id }) => slack.in('C1')[0]!.tipId.startsWith(id))).toBe(true)
  })

  test('is taken back once Slack can be reached again', async () => {
    slack.withdraws = false
    await setUp({}, 'off')
    await looksUntil(due - 20 * minute)
    expect(appear()).toEqual([0])
    slack.withdraws = true
    await looksUntil(due - 10 * minute)
    expect(appear()).toEqual([])
  })

  test('is not lost where the process dies between taking it back and its record', async () => {
    await setUp({ time: '10:15' })
    const dying = { ...store, withdrawTip: () => Promise.reject(new Error('killed')) }
    await expect(newPoster(dying).lookAfter(channel)).rejects.toThrow('killed')
    await looksUntil(due + 2 * hour)
    expect(appear()).toEqual([45])
  })
})

describe('a tip of which it is not known whether Slack holds it', () => {
  beforeEach(async () => {
    await setUp()
    slack.fate = () => 'lost'
    now = due - 40 * minute
    await newPoster().lookAfter(channel)
    slack.fate = () => undefined
  })

  test('is taken back where tips were turned off', async () => {
    await setUp({}, 'off')
    await looksUntil(due)
    expect(appear()).toEqual([])
  })

  test('is taken back where it is to come at another time', async () => {
    await setUp({ time: '10:15' })
    await looksUntil(due + 2 * hour)
    expect(appear()).toEqual([45])
  })
})

test('a day that waits for Slack is not lost where its time changes', async () => {
  await setUp()
  slack.fate = () => ({ kind: 'rate-limited', retryAfterMs: 60_000 })
  now = due - hour
  await newPoster().lookAfter(channel)
  slack.fate = () => undefined
  await setUp({ time: '10:45' })
  await looksUntil(due + 2 * hour)
  expect(appear()).toEqual([75])
})

test('a day whose time is over by the new settings is on record as skipped', async () => {
  await handedOver()
  await setUp({ time: '08:00' })
  await looksUntil(due + day)
  expect(await store.tipRecord({ ...channel, occasion: monday })).toMatchObject({ state: 'skipped' })
  expect(appear()).toEqual([(day - 90 * minute) / minute])
})

test('a tip that came late is left alone, also by a process whose clock is behind', async () => {
  await setUp()
  now = due + hour
  await newPoster().lookAfter(channel)
  expect(appear()).toEqual([60])
  now = due + 30 * minute
  const subscription = await store.tipSubscription(channel)
  await store.setNextTip(subscription!, due, now)
  await newPoster().lookAfter(channel)
  expect(slack.withdrawn).toEqual([])
})

describe('a day without a tip by the settings of that day', () => {
  const [tuesday, late] = ['2026-11-24', { time: '23:00' }]
  /**
   * From Saturday on nobody looks; then it is half past midnight on Tuesday, when Monday's tip could still be made up for.
   */
  const saveAtNight = async (before: Partial<TipSettings>) => {
    now = due - 2 * day
    await setUp({ ...late, ...before })
    now = due + 15 * hour
    await setUp(late)
    await looksUntil(due + 20 * hour)
    return store.tipRecord({ ...channel, occasion: monday })
  }

  test('gets its tip at night where it has one', async () => {
    expect(await saveAtNight({})).toMatchObject({ state: 'posted' })
  })

  test.each<[string, Partial<TipSettings>]>([
    ['a day off', { daysOff: [{ first: monday, last: monday }] }],
    ['a run of days off that goes on', { daysOff: [{ first: monday, last: '2026-11-27' }] }],
    ['a pause that is over', { pausedUntil: tuesday }],
    ['a pause that goes on', { pausedUntil: '2026-11-27' }],
  ])('gets none where it was %s, although that is taken back', async (_, before) => {
    expect(await saveAtNight(before)).toBeUndefined()
    expect(appear()).toEqual([])
  })
})
