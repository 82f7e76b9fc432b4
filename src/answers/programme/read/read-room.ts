import { plainWordAt, skip } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import { inQuotes } from '../../../search/query/parse-query.ts'
import type { Narrowing } from '../../listing/read-narrowings.ts'
import { nearestRoom } from '../nearest-rooms.ts'
import { programmeFillers, roomWords } from './programme-word-lists.ts'
import { folded } from './read-name.ts'

const maxRoomWords = 6
const maxUnknownWords = 3

interface RoomRead {
  readonly rooms: readonly Narrowing[]
  readonly end: number
}

/** A room that the notes know, by its name or what is sure to be a part of it. */
export function readRoom(words: readonly string[], at: number, names: KnownNames): RoomRead | undefined {
  // Most notes name none.
  if (names.rooms.length === 0) return undefined
  const isPlaced = /^(in|at|inside)$/.test(plainWordAt(words, at))
  const start = skip(words, isPlaced ? at + 1 : at, /^the$/)
  const comma = words.indexOf(',', start)
  const last = comma < 0 ? words.length : comma
  const places = (end: number) => Array.from({ length: end - start }, (_, index) => start + index)
  const isHall = (place: number) => roomWords.has(plainWordAt(words, place))
  const isNamed = (place: number) => place < words.length && names.hasWord('room', words[place]!)
  if (!isNamed(start) && !(isHall(start) && isNamed(start + 1))) return undefined
  const ends = Array.from(
    { length: Math.max(0, Math.min(maxRoomWords, last - start)) },
    (_, index) => start + index + 1,
  ).toReversed()
  for (const isPart of [false, true]) {
    for (const end of ends) {
      const isOwn = places(end).some(isHall)
      const isLong = end - start > 1
      // "In the hall" is any hall; "in room 7" is no room that has "room" in its name.
      if (places(end).every(isHall) && (isPart || !isPlaced)) continue
      if (isPart ? !isOwn && !(isPlaced && isLong) : !isOwn && !isPlaced && !isLong) continue
      const typed = words.slice(start, end).join(' ')
      const bare = typed.replace(/^(?:room|hall|track|stage)\s+/i, '')
      const clause =
        names.clauseFor('room', typed, isPart) ?? (isPart ? undefined : names.clauseFor('room', bare))
      if (clause) return { rooms: [{ field: 'room', name: typed, clause }], end }
    }
  }
  return undefined
}

/** How one knows that a room is meant that the notes do not name. */
export type UnknownRoom =
  /** `room 7`, `hall B`. */
  | 'numbered'
  /** `the blue room`: if a day or a time is said too. */
  | 'called'
  /** `rom 2`: the notes have one that is called nearly so. */
  | 'near'
  /** `in the sauna`: if it is asked what is on there at some time. */
  | 'placed'

const numbered = /^(?:room|hall|track|stage|auditorium|lab|saal|raum|salle|sala)\s+(?:#?\d+[a-z]?|[a-z])$/i

/**
 * A room that the notes do not know, after what leads to one.
 * @param isOther whether something else is said from a place on
 */
export function readUnknownRoom(
  words: readonly string[],
  at: number,
  { names, isOther }: { readonly names: KnownNames; readonly isOther: (at: number) => boolean },
): (RoomRead & { readonly unknownRoom: UnknownRoom }) | undefined {
  const isPlaced = /^(in|at|inside)$/.test(plainWordAt(words, at))
  const start = isPlaced ? skip(words, at + 1, /^the$/) : at
  let end = start
  while (end < words.length && end - start < maxUnknownWords && words[end] !== ',' && !isOther(end)) end++
  for (; end > start; end--) {
    const name = words.slice(start, end).join(' ')
    const unknownRoom = numbered.test(name)
      ? 'numbered'
      : !isPlaced
        ? undefined
        : nearestRoom(name, names.rooms) !== undefined
          ? 'near'
          : end - start > 1 && roomWords.has(plainWordAt(words, end - 1))
            ? 'called'
            : names.rooms.length > 0 && !programmeFillers.has(folded(words, start))
              ? 'placed'
              : undefined
    if (unknownRoom)
      return { rooms: [{ field: 'room', name, clause: `room:${inQuotes(name)}` }], unknownRoom, end }
  }
  return undefined
}
