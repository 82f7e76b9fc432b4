import { expect, test } from 'vitest'
import { datedTitle } from '../../../../src/notes/foreign/dates/dated-title.ts'

test.each([
  ['2024-06-09 Tides', 'Tides', '2024-06-09'],
  ['2024-06-09: 2D tides', '2D tides', '2024-06-09'],
  ['June 9, 2024 - Tides', 'Tides', '2024-06-09'],
  ['9th June 2024 | Tides', 'Tides', '2024-06-09'],
  ['Oct 2023: Tides', 'Tides', undefined],
  ['2024-06-09', '2024-06-09', undefined],
  ['2024-06-09 10:00', '2024-06-09 10:00', undefined],
  ['May 2024 be calm', 'May 2024 be calm', undefined],
  ['Tides of 2024', 'Tides of 2024', undefined],
])('%s', (text, title, date) => {
  const found = datedTitle(text)
  expect([found.title, found.date]).toEqual([title, date])
})
