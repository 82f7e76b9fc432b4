import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  type DayRange,
  isEvenWeeksFrom,
  mondayOf,
  rangeAround,
  withDays,
  withoutDays,
} from '../../src/calendar/days.ts'

const begin = '2026-11-20'
const offset = fc.nat(60)
const range = fc
  .tuple(offset, fc.nat(9))
  .map(([from, days]): DayRange => ({ first: addDays(begin, from), last: addDays(begin, from + days) }))
const ranges = fc.array(range, { maxLength: 8 })
const everyDate = Array.from({ length: 80 }, (_, i) => addDays(begin, i))
const datesIn = (all: readonly DayRange[]) => everyDate.filter((date) => rangeAround(all, date) !== undefined)

test('days that are added and taken away are those of both, and of the first alone', () => {
  fc.assert(
    fc.property(ranges, ranges, (some, others) => {
      const [one, other] = [datesIn(some), datesIn(others)]
      expect(datesIn(withDays(some, others))).toEqual([...new Set([...one, ...other])].sort())
      expect(datesIn(withoutDays(some, others))).toEqual(one.filter((date) => !other.includes(date)))
    }),
  )
})

test('ranges that were joined are sorted and apart', () => {
  fc.assert(
    fc.property(ranges, ranges, (some, others) => {
      const joined = withDays(some, others)
      joined.slice(1).forEach(({ first }, index) => {
        expect(first > addDays(joined[index]!.last, 1)).toBe(true)
      })
    }),
  )
})

test('of two neighbouring weeks exactly one is an even number of weeks away, also across years', () => {
  fc.assert(
    fc.property(fc.nat(4000), fc.nat(4000), (a, b) => {
      const [date, anchor] = [addDays('2020-01-01', a), addDays('2020-01-01', b)]
      expect(isEvenWeeksFrom(date, anchor)).not.toBe(isEvenWeeksFrom(addDays(date, 7), anchor))
      expect(isEvenWeeksFrom(date, anchor)).toBe(isEvenWeeksFrom(mondayOf(date), anchor))
      expect(isEvenWeeksFrom(date, date)).toBe(true)
    }),
  )
})
