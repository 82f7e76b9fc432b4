import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noHolidays } from '../../../src/tips/settings/holidays.ts'
import { nextPosts } from '../../../src/tips/settings/posts-due.ts'
import { defaultTipSettings, everyDay, type TipSettings } from '../../../src/tips/settings/settings.ts'
import { describeChoice, describeSettings } from '../../../src/tips/words/describe-settings.ts'
import { parseTipsCommand } from '../../../src/tips/words/parse-tips-command.ts'
import { runs } from '../../helpers/runs.ts'

const monday = Date.UTC(2026, 10, 23, 12)
const settings: TipSettings = { ...defaultTipSettings('Europe/Rome', monday), time: '09:30' }
const describe = (settings: TipSettings, holidayArea?: string) => {
  const [next] = nextPosts(settings, noHolidays, { from: monday, count: 1 })
  return describeSettings(settings, { holidayArea, next })
}

test('settings are one plain sentence, and the next post another', () => {
  expect(describe({ ...settings, skipHolidays: { country: 'IT' } }, 'Italy')).toBe(
    'Weekdays at 9:30 (Europe/Rome), except public holidays in Italy, from all notes. Next: Tuesday 24 November, 9:30.',
  )
})

test('days and filters are named as people name them', () => {
  const filter = { kind: 'tags', tags: ['flask', 'orm', 'testing'] } as const
  expect(describe({ ...settings, weekdays: [1, 4], filter, time: '17:00' })).toBe(
    'Mondays and Thursdays at 17:00 (Europe/Rome), from talks about flask, orm or testing. Next: Monday 23 November, 17:00.',
  )
  expect(
    describe({ ...settings, weekdays: everyDay, filter: { kind: 'speakers', speakers: ['Armin'] } }),
  ).toMatch(/^Every day at 9:30 \(Europe\/Rome\), from talks by Armin\./)
})

test('every other week and days off are told, of many days off the first ones', () => {
  const daysOff = Array.from({ length: 9 }, (_, i) => ({
    first: `2026-12-${i + 10}`,
    last: `2026-12-${i + 10}`,
  }))
  expect(describe({ ...settings, everyOtherWeek: '2026-11-23', daysOff: daysOff.slice(0, 1) })).toBe(
    'Weekdays every other week at 9:30 (Europe/Rome), from all notes. Days off: Thursday 10 December 2026. ' +
      'Next: Tuesday 24 November, 9:30.',
  )
  expect(describe({ ...settings, daysOff })).toMatch(/Tuesday 15 December 2026 and 3 more\. Next: /)
})

test('settings as Hallway words them are understood as the same settings', () => {
  const name = fc
    .stringMatching(/^[b-d][a-z]{3,9}$/)
    .filter((name) => parseTipsCommand(name).kind === 'not-understood')
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 })
  const choice = fc.record({
    time: fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => `${part}`.padStart(2, '0')).join(':')),
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
    filter: fc.oneof(
      fc.constant({ kind: 'all' } as const),
      name.map((event) => ({ kind: 'event', event }) as const),
      names.map((tags) => ({ kind: 'tags', tags }) as const),
      names.map((speakers) => ({ kind: 'speakers', speakers }) as const),
    ),
  })
  fc.assert(
    fc.property(choice, fc.boolean(), fc.boolean(), (choice, isEveryOther, isWithout) => {
      const chosen: TipSettings = {
        ...choice,
        since: 0,
        ...(isEveryOther && { everyOtherWeek: '2026-11-23' }),
        ...(isWithout && { skipHolidays: { country: 'IT' } }),
      }
      expect(parseTipsCommand(describeChoice(chosen, 'Italy').slice(0, -1))).toEqual({
        kind: 'change',
        on: true,
        ...choice,
        ...(isEveryOther && { weeks: 'every-other' }),
        ...(isWithout && { holidays: { area: 'Italy' } }),
      })
    }),
    { numRuns: runs(300) },
  )
})

test('settings that no day fits say so', () => {
  expect(describeSettings(settings, {})).toMatch(/No day fits these settings\.$/)
})
