import { expect, test } from 'vitest'
import { defaultTipSettings } from '../../../src/tips/settings/settings.ts'
import { describeStanding, type TipStanding } from '../../../src/tips/words/tips-standing.ts'

const settings = defaultTipSettings('Europe/Rome', 0)
const next = { date: '2026-11-24', at: Date.UTC(2026, 10, 24, 8) }
const words = (standing: TipStanding) => Object.values(describeStanding(standing)).join(' ')

test('tips that are on: when, from what, and which comes next', () => {
  expect(words({ state: 'on', settings, next })).toBe(
    'Daily tips are on. Weekdays at 9:00 (Europe/Rome), from all notes. Next: Tuesday 24 November, 9:00.',
  )
})

test('a tip that nobody can stop any more is told where nobody expects it', () => {
  const stillComing = Date.UTC(2026, 10, 23, 8)
  const told = / One more tip is on its way already: Monday 23 November, 9:00\.$/
  expect(words({ state: 'off', settings, next, stillComing })).toMatch(told)
  expect(words({ state: 'on', settings, next, stillComing })).toMatch(told)
  expect(words({ state: 'on', settings, next, stillComing: next.at })).not.toMatch(told)
})

test('paused tips: why, and how to go on', () => {
  expect(words({ state: 'paused', reason: 'Paused, because of rain.', settings, next })).toBe(
    'Daily tips have stopped. Paused, because of rain. `/talks tips on` starts them again.',
  )
})
