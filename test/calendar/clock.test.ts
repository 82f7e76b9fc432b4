import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClockTime } from '../../src/calendar/read-clock-time.ts'
import { readDate } from '../../src/calendar/read-date.ts'
import { readMinutes } from '../../src/calendar/read-minutes.ts'
import { splitAtBlanks } from '../../src/calendar/word-at.ts'

test.each([
  ['half past 2', '02:30'],
  ['a quarter past 11', '11:15'],
  ['quarter to 12', '11:45'],
  ['quarter to 0', '23:45'],
  ['half past 5 pm', '17:30'],
  ['9.30', '09:30'],
  ['noon', '12:00'],
])('%s is %s', (said, time) => {
  const words = splitAtBlanks(said)
  expect(readClockTime(words, 0)).toEqual({ time, end: words.length })
})

test.each([
  ['an hour', 60],
  ['half an hour', 30],
  ['a quarter of an hour', 15],
  ['an hour and a half', 90],
  ['a couple of hours', 120],
  ['two hours', 120],
  ['45 mins', 45],
  ['1h', 60],
])('%s is %i minutes', (said, minutes) => {
  const words = splitAtBlanks(said)
  expect(readMinutes(words, 0)).toEqual({ minutes, end: words.length })
})

test.each(['a day', 'the hour', 'half', 'an hourglass', '0 minutes'])(
  '%s is no number of minutes',
  (said) => {
    expect(readMinutes(splitAtBlanks(said), 0)).toBeUndefined()
  },
)

test('any number of minutes is read, however it is written', () => {
  const unit = fc.constantFrom(['minutes', 1], ['min', 1], ['hours', 60], ['hrs', 60]) as fc.Arbitrary<
    [string, number]
  >
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), unit, fc.boolean(), (count, [name, each], isJoined) => {
      const isOneWord = isJoined && name !== 'hrs'
      const words = isOneWord ? [`${count}${name}`] : [String(count), name]
      expect(readMinutes(words, 0)).toEqual({ minutes: count * each, end: words.length })
    }),
  )
})

test.each(['tmrw', '2moro', 'tomorow', 'Tmrw', '2MORO'])('%s is tomorrow', (said) => {
  expect(readDate([said], 0)).toEqual(readDate(['tomorrow'], 0))
})
