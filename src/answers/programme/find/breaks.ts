import type { Slot } from '../../../notes/talk.ts'
import { dayLength, minutesOf } from '../../../notes/talk-slots.ts'
import { timeOfMinutes, usualLength } from './slot-times.ts'

/** A time between talks of a day in which nothing is on. */
export interface Break {
  /** `HH:MM`. */
  readonly from: string
  readonly until: string
}

/**
 * The lunch break of a day: the longest time around noon in which nothing is on; undefined if there is none.
 *
 * lunchOf([{ starts: '11:00', ends: '12:15' }, { starts: '13:45' }]) // => { from: '12:15', until: '13:45' }
 */
export function lunchOf(slots: readonly Slot[]): Break | undefined {
  const length = ({ from, until }: Break) => minutesOf(until) - minutesOf(from)
  return breaksOf(slots)
    .filter((one) => {
      const from = minutesOf(one.from)
      return from >= earliestLunch && from <= latestLunch && length(one) >= shortestLunch
    })
    .sort((a, b) => length(b) - length(a))[0]
}

/**
 * All breaks of a day, in order, as long as people get a coffee in.
 *
 * breaksOf([{ starts: '11:00', ends: '12:15' }, { starts: '13:45' }]) // => [{ from: '12:15', until: '13:45' }]
 */
export function breaksOf(slots: readonly Slot[]): readonly Break[] {
  const busy = slots
    .flatMap(({ starts, ends }) => {
      if (starts === undefined) return []
      const from = minutesOf(starts)
      const end = ends === undefined ? from + usualLength : minutesOf(ends)
      return [{ from, until: end <= from ? dayLength : end }]
    })
    .sort((a, b) => a.from - b.from)
  const breaks: Break[] = []
  let free = busy[0]?.until ?? 0
  for (const { from, until } of busy) {
    if (from - free >= shortestBreak) breaks.push({ from: timeOfMinutes(free), until: timeOfMinutes(from) })
    free = Math.max(free, until)
  }
  return breaks
}

/** What lunch is taken for if the programme shows no break. */
export const usualLunch: Break = { from: '12:00', until: '13:00' }

const earliestLunch = 11 * 60
const latestLunch = 14 * 60
const shortestLunch = 30
/** A shorter time is for changing rooms. */
const shortestBreak = 15
