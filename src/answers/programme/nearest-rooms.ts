import type { DayRange } from '../../calendar/days.ts'
import { describeDays } from '../../calendar/describe-days.ts'
import { enumerate } from '../../text/enumerate.ts'
import { nearestName } from '../../text/nearest-names.ts'

const maxRoomsSaid = 8

export interface RoomsThere {
  readonly rooms: readonly string[]
  /** The days whose rooms these are. Default: any. */
  readonly days?: DayRange
}

/** The room whose name was probably mistyped. Another number is another room. */
export const nearestRoom = (name: string, rooms: readonly string[]): string | undefined =>
  nearestName(
    name,
    rooms.filter((room) => numberIn(room) === numberIn(name)),
    { tolerance: 'narrow' },
  )

const numberIn = (name: string) => name.replace(/\D+/g, ' ').trim()

/** Says that no talk is in it, and which rooms there are instead, and when. */
export function describeUnknownRoom(name: string, { rooms, days }: RoomsThere): string {
  const nearest = nearestRoom(name, rooms)
  if (rooms.length === 0) return 'The notes name no rooms.'
  const lack = `No talk has the room “${name}”.`
  if (nearest !== undefined) return `${lack} The nearest is “${nearest}”.`
  const order = new Intl.Collator('en', { numeric: true })
  const sorted = rooms.toSorted(order.compare)
  const shown = sorted.slice(0, maxRoomsSaid)
  const more = sorted.length - shown.length
  const lead =
    days === undefined
      ? 'There'
      : `${describeDays(days).replace(/^./, (letter) => letter.toUpperCase())} there`
  return `${lack} ${lead} ${sorted.length === 1 ? 'is' : 'are'} ${enumerate([...shown, ...(more > 0 ? [`${more} more`] : [])], 'and')}.`
}
