import { errorCode } from '../../../files/error-code.ts'
import { foldName } from '../../../text/fold.ts'
import type { FoundSlot, ImportSource, SlotFinder } from '../../read/import-source.ts'
import { UnreadableInput } from '../../read/input.ts'
import { readICalendar } from './icalendar.ts'

/** Of the calendars that a site publishes: what its pages are on is in them, with the times that the pages lack. */
export async function readCalendarSlots(calendars: readonly ImportSource[]): Promise<SlotFinder> {
  const slots = new Map<string, FoundSlot | undefined>()
  for (const calendar of calendars)
    for await (const [title, found] of slotsIn(calendar)) {
      const before = slots.get(title)
      const isOther = slots.has(title) && JSON.stringify(before) !== JSON.stringify(found)
      slots.set(title, isOther ? undefined : found)
    }
  return (title) => slots.get(foldName(title))
}

async function* slotsIn(calendar: ImportSource): AsyncGenerator<readonly [string, FoundSlot]> {
  try {
    for await (const found of readICalendar(calendar, { name: '' })) {
      if (!('talk' in found) || found.talk.date === undefined) continue
      const { title, date, starts, ends, room, event, again } = found.talk
      const slot = { date, ...(starts && { starts }), ...(ends && { ends }), ...(room && { room }) }
      yield [foldName(title), { slot, ...(again && { again }), ...(event.zone && { zone: event.zone }) }]
    }
  } catch (error) {
    // What was read until then stands: nobody asked for the calendar.
    if (!(error instanceof UnreadableInput) && errorCode(error) === undefined) throw error
  }
}
