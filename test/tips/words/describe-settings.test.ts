import { expect, test } from 'vitest'
import { noHolidays } from '../../../src/tips/settings/holidays.ts'
import { nextPosts } from '../../../src/tips/settings/schedule.ts'
import { defaultTipSettings, everyDay, type TipSettings } from '../../../src/tips/settings/settings.ts'
import { describeSettings } from '../../../src/tips/words/describe-settings.ts'

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

test('settings that no day fits say so', () => {
  expect(describeSettings(settings, {})).toMatch(/No day fits these settings\.$/)
})
