import type { Slot } from '../../../notes/talk.ts'
import { dayLength, minutesOf, timeOfMinutes, usualLength } from './session-minutes.ts'

export interface Lunch {
  /** `HH:MM`. */
  readonly from: string
  readonly until: string
}

/**
 * The lunch break of a day: the longest time around noon in which nothing is on; undefined if there is none.
 *
 * lunchOf([{ starts: '11:00', ends: '12:15' }, { starts: '13:45' }]) // => { from: '12:15', until: '13:45' }
 */
export function lunchOf(slots: readonly Slot[]): Lunch | undefined {
  const busy = slots
    .flatMap(({ starts, ends }) => {
      if (starts === undefined) return []
      const from = minutesOf(starts)
      const end = ends === undefined ? from + usualLength : minutesOf(ends)
      return [{ from, until: end <= from ? dayLength : end }]
    })
    .sort((a, b) => a.from - b.from)
  let best: { from: number; until: number } | undefined
  let free = busy[0]?.until ?? 0
  for (const { from, until } of busy) {
    const isAroundNoon = free >= earliestLunch && free <= latestLunch
    if (isAroundNoon && from - free >= shortestLunch && from - free > (best ? best.until - best.from : 0))
      best = { from: free, until: from }
    free = Math.max(free, until)
  }
  return best && { from: timeOfMinutes(best.from), until: timeOfMinutes(best.until) }
}

/** What lunch is taken for if the programme shows no break. */
export const usualLunch: Lunch = { from: '12:00', until: '13:00' }

const earliestLunch = 11 * 60
const latestLunch = 14 * 60
const shortestLunch = 30
