import type { TipChoice } from '../../src/tips/settings/settings.ts'

export const minute = 60_000
export const hour = 60 * minute
const day = 24 * hour
const firstDay = Date.UTC(2026, 10, 23)

/** When a day begins, in epoch milliseconds; days are counted from 0. */
export const beginOf = (today: number) => firstDay + today * day

export const dateOf = (today: number) => new Date(beginOf(today)).toISOString().slice(0, 10)

/** On which day a message appeared. */
export const dayOf = (ts: string) => Math.floor((Number(ts) * 1000 - firstDay) / day)

/** Of every four channels one has a day off, and one is paused at first: the days on which these have no tip. */
const absences: readonly { readonly settings: Partial<TipChoice>; readonly days: readonly number[] }[] = [
  { settings: {}, days: [] },
  { settings: { daysOff: [{ first: dateOf(1), last: dateOf(1) }] }, days: [1] },
  { settings: { pausedUntil: dateOf(2) }, days: [0, 1] },
  { settings: {}, days: [] },
]

/** @param channel which of the channels it is, from 0 */
const absenceOf = (channel: number) => absences[channel % absences.length]!

export const isDue = (channel: number, today: number) => !absenceOf(channel).days.includes(today)

export const absentBy = (channel: number): Partial<TipChoice> => absenceOf(channel).settings

/** A tip on a day that has none is as bad as a second one. */
export function countByDay(channels: readonly (readonly number[])[], days: number) {
  let [duplicates, missing] = [0, 0]
  for (const [index, posts] of channels.entries()) {
    for (let today = 0; today < days; today++) {
      const found = posts.filter((other) => other === today).length
      const wanted = isDue(index, today) ? 1 : 0
      missing += Math.max(0, wanted - found)
      duplicates += Math.max(0, found - wanted)
    }
  }
  return { duplicates, missing }
}
