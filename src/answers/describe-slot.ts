import { dayNames, monthNames } from '../calendar/day-names.ts'
import { weekdayOf } from '../calendar/days.ts'
import type { Slot, Talk } from '../notes/talk.ts'
import { slotsOf } from '../notes/talk-slots.ts'

/**
 * When and where, in a line; empty if nothing is known.
 * @param isDated whether the day is said too. Default true.
 *
 * describeSlot({ date: '2026-12-01', starts: '11:00', ends: '11:45', room: 'Hall' }) // => 'Tue 1 Dec 2026, 11:00–11:45, Hall'
 */
export function describeSlot({ date, starts, ends, room }: Slot, isDated = true): string {
  const time = starts === undefined ? undefined : ends === undefined ? starts : `${starts}–${ends}`
  return [date === undefined || !isDated ? undefined : shortDate(date), time, room].filter(Boolean).join(', ')
}

/**
 * The same as a line of a list in order of time. A talk without a time says so if others have one.
 * @param isTimed whether any of the list has a time
 */
export function describeSlotInList(
  slot: Slot,
  { isDated, isTimed }: { readonly isDated: boolean; readonly isTimed: boolean },
): string {
  const said = describeSlot(slot, isDated)
  if (slot.starts !== undefined || !isTimed) return said
  return ['no time given', said].filter(Boolean).join(', ')
}

/** The first time at which a talk is given, or its day if that is all that is known, and how many more times there are; or empty. */
export function describeSlots(talk: Talk): string {
  const [first = {}, ...more] = slotsOf(talk)
  return `${describeSlot(first)}${more.length > 0 ? ` and ${more.length} more` : ''}`
}

function shortDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  const weekday = dayNames[weekdayOf(date) - 1] ?? ''
  return `${weekday.slice(0, 3)} ${day} ${(monthNames[(month ?? 1) - 1] ?? '').slice(0, 3)} ${year}`
}
