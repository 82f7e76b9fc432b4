import { expect, test } from 'vitest'
import { dayIn, withoutDay, yearIn } from '../../../../src/notes/foreign/dates/written-dates.ts'

test.each([
  ['2024-06-09', '2024-06-09'],
  ['2023-05-03 09:00:00 +0100', '2023-05-03'],
  ['20201013', '2020-10-13'],
  ['2024-6-9-tides', '2024-06-09'],
  ['Tue, 10th Feb 2012, 9:00', '2012-02-10'],
  ['June 9, 2024', '2024-06-09'],
  ['9.6.2024', '2024-06-09'],
  ['11/17/2015 @ OarConf', '2015-11-17'],
  ['17/11/2015', '2015-11-17'],
  ['5/1/2015', undefined],
  ['26-06-2024', '2024-06-26'],
  ['06-26-2024', '2024-06-26'],
  ['5-1-2015', undefined],
  ['pages 10-26-06-2024', undefined],
  ['June 12-13-2024', undefined],
  ['june-12-13-2024-oarconf', undefined],
  ['ISO 27-12-2022 and what it changes', undefined],
  ['14-06-2024 to 16-06-2024', undefined],
  ['2025 06 10', '2025-06-10'],
  ['2. März 2023', '2023-03-02'],
  ['2 mai 2023', '2023-05-02'],
  ['le 1er août 2024', '2024-08-01'],
  ['2 de mayo de 2023', '2023-05-02'],
  ['12 dicembre 2022', '2022-12-12'],
  ['Main 3, 2020', undefined],
  ['May 2-3, 2019', undefined],
  ['2024-02-30', undefined],
  ['version 2024.1', undefined],
])('the day in %j is %j', (text, day) => {
  expect(dayIn(text)).toBe(day)
})

test('a name is read without its day', () => {
  expect(withoutDay('2024-06-09-0930-tides')).toBe('tides')
  expect(withoutDay('Tides, June 9, 2024')).toBe('Tides')
  expect(withoutDay('Tides (2024-06-09)')).toBe('Tides')
  expect(withoutDay('Tides, 26-06-2024')).toBe('Tides, 26-06-2024')
  expect(withoutDay('Tides of 2024')).toBe('Tides of 2024')
})

test('a year is told from other numbers', () => {
  expect([yearIn('OarConf 2024'), yearIn('oarconf-2024'), yearIn('20241'), yearIn('1024')]).toEqual([
    2024,
    2024,
    undefined,
    undefined,
  ])
})
