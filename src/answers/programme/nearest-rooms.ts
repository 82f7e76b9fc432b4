import { joined } from '../../text/joined.ts'
import { nearestName } from '../../text/nearest-names.ts'

const maxRoomsSaid = 8

/** The room whose name was probably mistyped. Another number is another room. */
export const nearestRoom = (name: string, rooms: readonly string[]): string | undefined =>
  nearestName(
    name,
    rooms.filter((room) => numberIn(room) === numberIn(name)),
    { tolerance: 'narrow' },
  )

const numberIn = (name: string) => name.replace(/\D+/g, ' ').trim()

/** That no talk is in it, and which rooms there are instead. */
export function describeUnknownRoom(name: string, rooms: readonly string[]): string {
  const nearest = nearestRoom(name, rooms)
  if (rooms.length === 0) return 'The notes name no rooms.'
  const lack = `No talk has the room “${name}”.`
  if (nearest !== undefined) return `${lack} The nearest is “${nearest}”.`
  const order = new Intl.Collator('en', { numeric: true })
  const sorted = rooms.toSorted(order.compare)
  const shown = sorted.slice(0, maxRoomsSaid)
  const more = sorted.length - shown.length
  return `${lack} There ${sorted.length === 1 ? 'is' : 'are'} ${joined([...shown, ...(more > 0 ? [`${more} more`] : [])], 'and')}.`
}
