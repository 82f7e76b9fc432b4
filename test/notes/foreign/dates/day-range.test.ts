import { expect, test } from 'vitest'
import { daysAtStart } from '../../../../src/notes/foreign/dates/day-range.ts'

test.each([
  ['12-13 September 2024, Hamburg', '2024-09-12', '2024-09-13'],
  ['18.–19. September 2025', '2025-09-18', '2025-09-19'],
  ['June 4-5, 2018', '2018-06-04', '2018-06-05'],
  ['Thursday, June 4 - Friday, June 5, 2018', '2018-06-04', '2018-06-05'],
  ['4th to 6th of June 2018', '2018-06-04', '2018-06-06'],
  ['30 May – 1 June 2024', '2024-05-30', '2024-06-01'],
  ['Dec 30, 2024 - Jan 2, 2025', '2024-12-30', '2025-01-02'],
  ['12./13.9.2024', '2024-09-12', '2024-09-13'],
  ['12. und 13. September 2024', '2024-09-12', '2024-09-13'],
  ['12 al 14 de mayo de 2023', '2023-05-12', '2023-05-14'],
  ['2024-09-12 – 2024-09-13', '2024-09-12', '2024-09-13'],
])('%s begins with the days of one event', (text, starts, ends) => {
  expect(daysAtStart(text)).toEqual({ starts, ends })
})

test.each([
  '12 September 2024',
  'September 2024',
  '1-30 June 2018',
  '9-5 June 2018',
  '30-31 February 2024',
  '2-3 minutes 2024',
  '9/12-9/13/2024',
  'on 12-13 September 2024',
])('%s does not', (text) => {
  expect(daysAtStart(text)).toBeUndefined()
})
