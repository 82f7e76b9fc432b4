import { keyOfName } from '../../search/filter/doc-values.ts'
import { parseQuery } from '../../search/query/parse-query.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'

/** Whether a room is one of those that are asked for; any is, if none is. */
export function isInRooms(room: string | undefined, rooms: readonly Narrowing[]): boolean {
  if (rooms.length === 0) return true
  const key = keyOfName(room ?? '')
  return rooms.some(({ clause }) => parseQuery(clause).filters.some(({ anyOf }) => anyOf.some(isIn(key))))
}

const isIn =
  (key: string) =>
  ({ text, form }: { readonly text: string; readonly form: string }) =>
    keyOfName(text)
      .trim()
      .split(' ')
      .every((word) => key.includes(form === 'beginning' ? ` ${word}` : ` ${word} `))
