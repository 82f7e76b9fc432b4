import { plainWordAt, skip } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import { inQuotes } from '../../../search/query/write-query.ts'
import type { Narrowing } from '../../listing/read-narrowings.ts'
import { nearestRoom } from '../nearest-rooms.ts'
import { foldedWordAt } from './folded-word.ts'
import { programmeFillers, roomWords } from './programme-word-lists.ts'

const maxRoomWords = 6
const maxUnknownWords = 3

interface RoomRead {
  readonly rooms: readonly Narrowing[]
  readonly end: number
}

/** A room that the notes know, by its name or a certain part of it; the longest words that name one. */
export function readRoom(words: readonly string[], at: number, names: KnownNames): RoomRead | undefined {
  // Most notes name none.
  if (names.rooms.length === 0) return undefined
  const isPlaced = leadsIn.test(plainWordAt(words, at))
  const start = skip(words, isPlaced ? at + 1 : at, /^the$/)
  const isNamed = (place: number) => place < words.length && names.hasWord('room', words[place]!)
  if (!isNamed(start) && !(isHall(words, start) && isNamed(start + 1))) return undefined
  const phrases = phrasesFrom(words, start, isPlaced)
  return (
    firstRoom(phrases.filter(mayBeName), (typed) => {
      const bare = typed.replace(/^(?:room|hall|track|stage)\s+/i, '')
      return names.clauseFor('room', typed) ?? names.clauseFor('room', bare)
    }) ?? firstRoom(phrases.filter(mayBePart), (typed) => names.clauseFor('room', typed, true))
  )
}

const leadsIn = /^(in|at|inside)$/
const isHall = (words: readonly string[], place: number) => roomWords.has(plainWordAt(words, place))

/** Words that may name a room. */
interface Phrase {
  readonly typed: string
  /** The place after them. */
  readonly end: number
  /** How many of them are halls, rooms or the like. */
  readonly halls: number
  readonly length: number
  /** Whether the question asks what is in a place. */
  readonly isPlaced: boolean
}

/** Those that begin here, up to the next comma, the longest first. */
function phrasesFrom(words: readonly string[], start: number, isPlaced: boolean): readonly Phrase[] {
  const comma = words.indexOf(',', start)
  const last = comma < 0 ? words.length : comma
  const count = Math.max(0, Math.min(maxRoomWords, last - start))
  return Array.from({ length: count }, (_, index) => {
    const end = start + index + 1
    const own = words.slice(start, end)
    const halls = own.filter((_, place) => isHall(words, start + place)).length
    return { typed: own.join(' '), end, halls, length: own.length, isPlaced }
  }).toReversed()
}

/** Unless `in` or `at` stands before it, neither `hall` alone nor a single word of a name is a name. */
const mayBeName = ({ halls, length, isPlaced }: Phrase) =>
  isPlaced || (halls < length && (halls > 0 || length > 1))

/** “In the hall” is any hall; “in room 7” is no room that has “room” in its name. */
const mayBePart = ({ halls, length, isPlaced }: Phrase) =>
  halls < length && (halls > 0 || (isPlaced && length > 1))

function firstRoom(
  phrases: readonly Phrase[],
  clauseFor: (typed: string) => string | undefined,
): RoomRead | undefined {
  for (const { typed, end } of phrases) {
    const clause = clauseFor(typed)
    if (clause) return { rooms: [{ field: 'room', name: typed, clause }], end }
  }
  return undefined
}

/** What tells that a room is meant which the notes do not name. */
export type UnknownRoom =
  /** `room 7`, `hall B`. */
  | 'numbered'
  /** `the blue room`: if a day or a time is said too. */
  | 'called'
  /** `rom 2`: the notes have one that is called nearly so. */
  | 'near'
  /** `in the sauna`: if the question asks what is on there at some time. */
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
  const isPlaced = leadsIn.test(plainWordAt(words, at))
  const start = isPlaced ? skip(words, at + 1, /^the$/) : at
  let end = start
  while (end < words.length && end - start < maxUnknownWords && words[end] !== ',' && !isOther(end)) end++
  for (; end > start; end--) {
    const name = words.slice(start, end).join(' ')
    const unknownRoom = isPlaced ? howMeant(words, { name, start, end }, names) : howNumbered(name)
    if (unknownRoom)
      return { rooms: [{ field: 'room', name, clause: `room:${inQuotes(name)}` }], unknownRoom, end }
  }
  return undefined
}

const howNumbered = (name: string): UnknownRoom | undefined => (numbered.test(name) ? 'numbered' : undefined)

/** What tells that these words, after `in` or `at`, name a room; undefined if they do not. */
function howMeant(
  words: readonly string[],
  { name, start, end }: { readonly name: string; readonly start: number; readonly end: number },
  names: KnownNames,
): UnknownRoom | undefined {
  if (numbered.test(name)) return 'numbered'
  if (nearestRoom(name, names.rooms) !== undefined) return 'near'
  // “In which room” asks for one.
  if (programmeFillers.has(foldedWordAt(words, start))) return undefined
  if (end - start > 1 && isHall(words, end - 1)) return 'called'
  return names.rooms.length > 0 ? 'placed' : undefined
}
