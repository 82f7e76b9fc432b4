import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Weekday } from '../../src/calendar/day-names.ts'
import { addDays, mondayOf } from '../../src/calendar/days.ts'
import { describeDate, describeRange } from '../../src/calendar/describe-days.ts'
import { dateIn } from '../../src/calendar/in-zone.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { createTipPoster } from '../../src/tips/posting/tip-poster.ts'
import { createHolidays, noHolidays } from '../../src/tips/settings/holidays.ts'
import { nextPosts } from '../../src/tips/settings/posts-due.ts'
import { workingDays } from '../../src/tips/settings/settings.ts'
import { parseTipSettings } from '../../src/tips/settings/stored-settings.ts'
import { createTipDesk } from '../../src/tips/tip-desk.ts'
import { describeChange } from '../../src/tips/words/describe-change.ts'
import { parseTipsCommand } from '../../src/tips/words/parse-tips-command.ts'
import { describeStanding } from '../../src/tips/words/tips-standing.ts'
import { campTalk } from '../corpora/camp.ts'
import { makeCorpus } from '../helpers/make-talk.ts'
import { runs } from '../helpers/runs.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { FakeSlack } from './posting/fake-slack.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const zone = 'Europe/Rome'
/** A Monday, 7:00 in Rome, where tips come at 9:30. */
const begin = Date.UTC(2026, 10, 23, 6)
const corpus = makeCorpus(
  ...['a', 'b'].map((id) =>
    campTalk(
      id,
      Array.from({ length: 30 }, (_, i) => `${id}: ${i}.`),
    ),
  ),
)
const holidays = createHolidays()

let store: OpenStore
let slack: FakeSlack
let now: number
let channels = 0

beforeEach(async () => {
  store = await openStore({ dataFolder: temporaryFolder(), logger: silent })
})
afterEach(() => store.close())

/** A channel of its own, with what people say there and what appears. */
async function openChannel() {
  channels += 1
  const channel = { teamId: 'T1', channelId: `C${channels}` }
  slack = new FakeSlack(() => now)
  now = begin
  const sender = slack.sender(hour)
  const parts = { store, corpus: () => corpus, holidays, now: () => now, log: silent }
  const poster = createTipPoster({ ...parts, sender, instantSender: slack.sender() })
  const desk = createTipDesk({ ...parts, poster, clock: { now: () => now } })
  let requests = 0
  async function say(words: string, request?: string) {
    requests += 1
    const speaker = { channel, userId: 'U1', request: request ?? `request ${requests}` }
    const command = parseTipsCommand(words)
    if (command.kind === 'off') return desk.turnOff(speaker)
    if (command.kind !== 'change') throw new Error(`${words} is ${command.kind}`)
    return desk.change(speaker, command, async () => zone)
  }
  await say('on weekdays at 9:30')
  return {
    say,
    /** A tip at once; resolves to its id. */
    async postNow(request: string) {
      await desk.postNow(channel, request)
      return (await store.tipRotation(channel)).tipIds.at(-1)!
    },
    another: (userId: string, tipId: string) => desk.another({ channel, userId }, tipId),
    standing: () => desk.standing(channel),
    async settings() {
      return parseTipSettings((await store.tipSubscription(channel))!.settings)
    },
    async look() {
      for (let i = 0; i < 3; i++)
        for (const due of await store.dueTipSubscriptions(now + hour))
          if (due.channelId === channel.channelId) await poster.lookAfter(due)
    },
    dates: () => slack.in(channel.channelId).map(({ at }) => dateIn(zone, at)),
  }
}

/** What was agreed, day by day; written without any of the code that it checks. */
interface Agreed {
  isOn: boolean
  weekdays: readonly Weekday[]
  /** The first day of a week with tips, if they come in every other week. */
  week: string | undefined
  off: ReadonlySet<string>
  /** Undefined if there is no pause. */
  until: string | undefined
}

const weekdayOf = (date: string) => Temporal.PlainDate.from(date).dayOfWeek as Weekday

function isAgreed({ isOn, weekdays, week, off, until }: Agreed, date: string): boolean {
  const weeks =
    week === undefined ? 0 : Math.round((Date.parse(mondayOf(date)) - Date.parse(week)) / (7 * day))
  return (
    isOn &&
    weekdays.includes(weekdayOf(date)) &&
    weeks % 2 === 0 &&
    !off.has(date) &&
    (until === undefined || date >= until)
  )
}

const span = (first: string, days: number) => Array.from({ length: days }, (_, i) => addDays(first, i))

/** Something that somebody says on a day, and what is agreed from then on. */
interface Saying {
  readonly words: string
  readonly agree: (agreed: Agreed, today: string) => Agreed
}

const without = (set: ReadonlySet<string>, dates: readonly string[]) =>
  new Set([...set].filter((date) => !dates.includes(date)))
const dayAhead = fc.nat(12)

/** Made on the day, since dates are. */
const saying: fc.Arbitrary<(today: string, agreed: Agreed) => Saying> = fc.oneof(
  dayAhead.map((ahead) => (today: string) => ({
    words: `pause until ${describeDate(addDays(today, ahead + 1))}`,
    agree: (agreed: Agreed) => (agreed.isOn ? { ...agreed, until: addDays(today, ahead + 1) } : agreed),
  })),
  fc.integer({ min: 1, max: 9 }).map((count) => (today: string) => ({
    words: `no tips for ${count} days`,
    agree: (agreed: Agreed) => (agreed.isOn ? { ...agreed, until: addDays(today, count) } : agreed),
  })),
  fc.constant((today: string) => ({
    words: 'resume',
    agree: (agreed: Agreed) => ({
      ...agreed,
      isOn: true,
      until: agreed.until !== undefined && agreed.until > today ? today : agreed.until,
    }),
  })),
  fc.tuple(dayAhead, fc.integer({ min: 1, max: 4 })).map(([ahead, days]) => (today: string) => ({
    words: `off on ${describeRange({ first: addDays(today, ahead), last: addDays(today, ahead + days - 1) })}`,
    agree: (agreed: Agreed) => ({
      ...agreed,
      off: new Set([...agreed.off, ...span(addDays(today, ahead), days)]),
    }),
  })),
  fc.constant((today: string) => ({
    words: 'skip tomorrow',
    agree: (agreed: Agreed) => ({ ...agreed, off: new Set([...agreed.off, addDays(today, 1)]) }),
  })),
  fc.tuple(dayAhead, fc.integer({ min: 1, max: 4 })).map(([ahead, days]) => (today: string) => ({
    words: `remove ${describeRange({ first: addDays(today, ahead), last: addDays(today, ahead + days - 1) })}`,
    agree: (agreed: Agreed) => ({ ...agreed, off: without(agreed.off, span(addDays(today, ahead), days)) }),
  })),
  fc.constant((today: string) => ({
    words: 'remove all days off',
    agree: (agreed: Agreed) => ({ ...agreed, off: new Set([...agreed.off].filter((date) => date < today)) }),
  })),
  fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }).map((weekdays) => () => ({
    words: `every ${weekdays.map((each) => dayName[each]).join(' and ')}`,
    agree: (agreed: Agreed) => ({ ...agreed, isOn: true, weekdays }),
  })),
  fc.constant(() => ({
    words: 'every week',
    agree: (agreed: Agreed) => ({ ...agreed, isOn: true, week: undefined }),
  })),
  fc.constant((today: string) => ({
    words: 'every other week',
    agree: (agreed: Agreed) => {
      const on = { ...agreed, isOn: true }
      // Said before the time of the day's tip.
      const next = span(today, 400).find((date) => isAgreed(on, date))!
      return { ...on, week: agreed.week ?? mondayOf(next) }
    },
  })),
  fc.constant(() => ({ words: 'off', agree: (agreed: Agreed) => ({ ...agreed, isOn: false }) })),
  fc.constant(() => ({ words: 'on', agree: (agreed: Agreed) => ({ ...agreed, isOn: true }) })),
)

const dayName: Readonly<Record<Weekday, string>> = {
  1: 'monday',
  2: 'tuesday',
  3: 'wednesday',
  4: 'thursday',
  5: 'friday',
  6: 'saturday',
  7: 'sunday',
}

describe('whatever is said about when tips come', () => {
  /** At most one saying a day, at 8:00, when Slack does not hold the day's tip yet, or at 9:00, when it does. */
  const plan = fc.array(fc.option(fc.tuple(fc.constantFrom(8, 9), saying), { freq: 2 }), {
    minLength: 5,
    maxLength: 25,
  })

  test('the dates on which tips appear are those that were agreed, and what is said of them holds', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (plan) => {
        const channel = await openChannel()
        let agreed: Agreed = {
          isOn: true,
          weekdays: workingDays,
          week: undefined,
          off: new Set(),
          until: undefined,
        }
        const expected: string[] = []
        for (const [index, said] of plan.entries()) {
          const [today, midnight] = [addDays('2026-11-23', index), Date.UTC(2026, 10, 22 + index, 23)]
          for (const at of [8, 9]) {
            now = midnight + at * hour
            await channel.look()
            if (said?.[0] !== at) continue
            const { words, agree } = said[1](today, agreed)
            const outcome = await channel.say(words)
            if ('problem' in outcome) expect(outcome.problem).toMatch(/is not off|nothing to pause/)
            agreed = agree(agreed, today)
            await expectWords(await channel.standing(), agreed, today)
            const { since: _, ...settings } = await channel.settings()
            const next = nextPosts(settings, noHolidays, { from: now, count: 15 }).map(({ date }) => date)
            const wanted = span(today, 400).filter((date) => isAgreed({ ...agreed, isOn: true }, date))
            expect(next).toEqual(wanted.slice(0, 15))
            await channel.look()
          }
          if (isAgreed(agreed, today)) expected.push(today)
          now = midnight + 9.5 * hour
          await channel.look()
        }
        expect(channel.dates()).toEqual(expected)
      }),
      { numRuns: runs(40) },
    )
  })
})

/** The status in words says what was agreed, and nothing else. */
async function expectWords(
  standing: Parameters<typeof describeStanding>[0],
  { isOn, week, off, until }: Agreed,
  today: string,
): Promise<void> {
  const { headline, details } = describeStanding(standing)
  const isPaused = isOn && until !== undefined && until > today
  expect(headline).toBe(
    isPaused
      ? `Daily tips are paused until ${describeDate(until)}.`
      : `Daily tips are ${isOn ? 'on' : 'off'}.`,
  )
  expect(details.includes('every other week')).toBe(week !== undefined)
  const listed = standing.state === 'none' ? [] : (standing.settings.daysOff ?? [])
  const dates = listed.flatMap(({ first, last }) => span(first, 60).filter((date) => date <= last))
  expect(dates.filter((date) => date >= today)).toEqual([...off].filter((date) => date >= today).sort())
  for (const range of listed.slice(0, 6)) expect(details).toContain(describeRange(range))
}

test('what is said by two at once both holds', async () => {
  const { say, settings } = await openChannel()
  await Promise.all([say('at 17:00'), say('on mondays'), say('pause until 5 March 2027')])
  expect(await settings()).toMatchObject({ time: '17:00', weekdays: [1], pausedUntil: '2027-03-05' })
})

test('what is delivered again changes nothing again, and is told how tips stand', async () => {
  const { say, settings } = await openChannel()
  const first = await say('skip the next tip', 'one request')
  const { daysOff } = await settings()
  expect(daysOff).toHaveLength(1)
  const again = await say('skip the next tip', 'one request')
  expect((await settings()).daysOff).toEqual(daysOff)
  expect(again).toMatchObject({ before: undefined, standing: 'standing' in first && first.standing })
  await say('skip the next tip', 'another request')
  expect((await settings()).daysOff).not.toEqual(daysOff)
})

describe('what a change changed', () => {
  const changed = async (...all: readonly string[]) => {
    const channel = await openChannel()
    let last: string | undefined
    for (const words of all) {
      const outcome = await channel.say(words)
      last = 'problem' in outcome ? outcome.problem : describeChange(outcome.before!, outcome.standing)
    }
    return last
  }

  test.each<[readonly string[], string]>([
    [['about tea'], 'No talk with takeaways has the tag “tea”.'],
    [['from pycamp-2020'], 'Changed: from pycamp-2020 (was from all notes).'],
    [['at 17:00'], 'Changed: at 17:00 (was 9:30).'],
    [
      ['every monday at 8 in Berlin'],
      'Changed: at 8:00 (was 9:30); time zone Europe/Berlin (was Europe/Rome); on Mondays (was weekdays).',
    ],
    [['skip tomorrow'], 'Changed: off on Tuesday 24 November 2026.'],
    [['skip tomorrow', 'remove tomorrow'], 'Changed: no longer off on Tuesday 24 November 2026.'],
    [['pause for two weeks'], 'Changed: paused until Monday 7 December 2026 (was not paused).'],
    [['pause for two weeks', 'resume'], 'Changed: not paused (was paused until Monday 7 December 2026).'],
    [['every other week'], 'Changed: every other week (was every week).'],
    [['off'], 'Changed: switched off (was on).'],
    [['off', 'about everything'], 'Nothing changed.'],
    [['at 9:30'], 'Nothing changed.'],
    [['off', 'pause until Friday'], 'Daily tips are off, so there is nothing to pause. Nothing was changed.'],
  ])('%j: “%s”', async (said, expected) => {
    expect(await changed(...said)).toBe(expected)
  })
})

test('“Another tip” below an older tip is never the one that the channel had last, and leads to all others', async () => {
  const { postNow, another } = await openChannel()
  const older = await postNow('one')
  const last = await postNow('another')
  const seen = new Set<string>()
  let tip = await another('U1', older)
  while (tip !== undefined && !seen.has(tip.id)) {
    seen.add(tip.id)
    tip = await another('U1', tip.id)
  }
  expect(seen.has(last)).toBe(false)
  expect(seen.size).toBe(59)
})
