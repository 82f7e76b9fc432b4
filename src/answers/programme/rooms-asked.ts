import { keyOfName } from '../../search/filter/doc-values.ts'
import { parseQuery } from '../../search/query/parse-query.ts'
import type { FilterValue } from '../../search/query/query.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'

/** Whether a room is one of those that are asked for; any is, if none is. */
export function isInRooms(room: string | undefined, rooms: readonly Narrowing[]): boolean {
  const values = rooms.flatMap(({ clause }) => parseQuery(clause).filters.flatMap(({ anyOf }) => anyOf))
  return rooms.length === 0 || values.some((value) => isRoomOf(room, value))
}

/** Whether a room is what the value of a filter means: it has all of its words. */
export function isRoomOf(
  room: string | undefined,
  { text, form }: Pick<FilterValue, 'text' | 'form'>,
): boolean {
  const key = keyOfName(room ?? '')
  const words = keyOfName(text).trim().split(' ')
  return words.every((word) => key.includes(form === 'beginning' ? ` ${word}` : ` ${word} `))
}
