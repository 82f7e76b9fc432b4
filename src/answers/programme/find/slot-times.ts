import { addDays, type DayRange } from '../../../calendar/days.ts'
import type { Slot } from '../../../notes/talk.ts'
import { dayLength, minutesOf, slotLength } from '../../../notes/talk-slots.ts'

/** How many minutes a talk is taken to last if its end is not known. */
export const usualLength = 60

/** `HH:MM`, of a later day too. */
export const timeOfMinutes = (minutes: number) =>
  `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(((minutes % 60) + 60) % 60)}`

/** In two digits. */
export const twoDigits = (number: number) => String(number).padStart(2, '0')

/** By the clocks of some zone. */
export interface LocalNow {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `HH:MM`. */
  readonly time: string
}

/** As `YYYY-MM-DD HH:MM`, which sorts by time. */
export const momentOf = ({ date, time }: LocalNow) => `${date} ${time}`

/** When it starts, empty if it is not known. */
export const startMoment = ({ date = '', starts }: Slot) => (starts === undefined ? '' : `${date} ${starts}`)

/** The same for its end, if that is known. */
export function endMoment(slot: Slot): string {
  const { date, starts } = slot
  if (date === undefined || starts === undefined) return ''
  const end = momentAfter({ date, time: starts }, slotLength(slot) ?? usualLength)
  return momentOf(end)
}

/** The moment some minutes later. */
export function momentAfter({ date, time }: LocalNow, minutes: number): LocalNow {
  const at = minutesOf(time) + minutes
  return { date: at < dayLength ? date : addDays(date, Math.floor(at / dayLength)), time: timeOfMinutes(at) }
}

/** Whether it has ended; a session with only a day ends with that. */
export function isOver({ slot, here }: { readonly slot: Slot; readonly here: LocalNow }): boolean {
  const end = slot.starts === undefined ? `${slot.date ?? ''} 24:00` : endMoment(slot)
  return end <= momentOf(here)
}

/** Whether it is going on. */
export function isOn(slot: Slot, here: LocalNow): boolean {
  const [start, at] = [startMoment(slot), momentOf(here)]
  return slot.date !== undefined && start !== '' && start <= at && at < endMoment(slot)
}

/** Whether days are those that are asked for. */
export const isOnDays = ({ date }: Slot, { first, last }: DayRange): boolean =>
  date !== undefined && first <= date && date <= last
