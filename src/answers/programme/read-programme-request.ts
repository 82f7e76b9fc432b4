import type { DaysPhrase } from '../../calendar/dates-named.ts'
import { readDate } from '../../calendar/read-date.ts'
import { skip, splitWords, word } from '../../calendar/word-at.ts'
import type { KnownNames } from '../../search/filter/known-names.ts'
import { type FilterField, inQuotes, type Query } from '../../search/query/query.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'
import type { ProgrammeRequest, TimePhrase } from './programme-request.ts'
import { aboutWords, asksForTalks, fillers, roomWords, things } from './programme-words.ts'
import { readDayPart, readTimePhrase } from './read-time-phrase.ts'

/** Longer than any question that only wants to see a programme. */
const maxWords = 24
const maxNameWords = 8

/**
 * Reads a question for what is on when and where. Every word must be a day, a time, a room, a name, a topic that is set off,
 * or hold the question together, and one of the first three must be there: anything else is a question like any other.
 *
 * readProgrammeRequest(parseQuery('what is on tomorrow in room 2?'), names) // => { days: tomorrow, rooms: [room:"Room 2"], … }
 */
export function readProgrammeRequest(query: Query, names: KnownNames): ProgrammeRequest | undefined {
  const { prefixes, exclusions, phrases, filters } = query
  if (prefixes.length + exclusions.length + phrases.length > 0) return undefined
  const typed = filters.map(({ field, anyOf, start, end }) => ({
    field,
    name: anyOf.map((value) => value.text).join(' or '),
    clause: query.text.slice(start, end),
    isTyped: true,
  }))
  const words = splitWords(plainText(query))
  if (words.length > maxWords) return undefined
  const isRoomTyped = typed.some(({ field }) => field === 'room')
  if (!isRoomTyped && !saysWhenOrWhere(words, names)) return undefined
  let said: Said = {}
  for (let at = 0; at < words.length; ) {
    const read = readAt(words, at, names)
    if (read === undefined || isSaidTwice(said, read)) return undefined
    said = {
      ...said,
      ...(read.days && { days: read.days }),
      ...(read.time && { time: read.time }),
      ...(read.topic && { topic: read.topic }),
      ...(read.isRoomGuessed && { isRoomGuessed: true }),
      rooms: [...(said.rooms ?? []), ...(read.rooms ?? [])],
      narrowings: [...(said.narrowings ?? []), ...(read.narrowings ?? [])],
    }
    at = read.end
  }
  const { days, time, topic, isRoomGuessed = false, rooms = [], narrowings = [] } = said
  const allRooms = [...rooms, ...typed.filter(({ field }) => field === 'room')]
  if (days === undefined && time === undefined && (rooms.length === 0 || isRoomGuessed)) return undefined
  if (
    topic !== undefined &&
    (time?.kind === 'next' || !words.some((_, at) => asksForTalks.has(folded(words, at))))
  )
    return undefined
  // "The first talk on Celery" asks for no day.
  if (days === undefined && (time?.kind === 'first' || time?.kind === 'last')) return undefined
  // `Next` alone may be anything.
  if (words.length === 1 && days === undefined && rooms.length === 0) return undefined
  return {
    ...(days && { days }),
    ...(time && { time }),
    ...(topic && { topic }),
    ...(isRoomGuessed && { isRoomGuessed }),
    rooms: allRooms,
    narrowings: [...narrowings, ...typed.filter(({ field }) => field !== 'room')],
  }
}

/** What says none of both is no such question, and is not read any further. */
const saysWhenOrWhere = (words: readonly string[], names: KnownNames) =>
  words.some((_, at) => roomWords.has(word(words, at)) || readWhenOrWhere(words, at, names) !== undefined)

interface Said {
  readonly days?: DaysPhrase
  readonly time?: TimePhrase
  readonly rooms?: readonly Narrowing[]
  readonly narrowings?: readonly Narrowing[]
  readonly topic?: string
  readonly isRoomGuessed?: boolean
}
type Read = Said & { readonly end: number }

const isSaidTwice = (said: Said, read: Said) =>
  (['days', 'time', 'topic'] as const).some((key) => said[key] !== undefined && read[key] !== undefined)

/** Without the filters, and without the signs that end a sentence. */
function plainText({ text, filters }: Query): string {
  const rest = filters.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  )
  return rest.replace(/[?!.;:…"“”()]+(?=\s|$)|(?<=^|\s)["“”(]+/g, ' ')
}

function readAt(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  const read = readCounting(words, at) ?? readWhenOrWhere(words, at, names) ?? readName(words, at, names)
  if (read) return read
  const more = readTopic(words, at, names) ?? readUnknownRoom(words, at, names)
  if (more) return more
  return fillers.has(folded(words, at)) ? { end: at + 1 } : undefined
}

const folded = (words: readonly string[], at: number) => word(words, at).replace(/['’]/g, '')

function readWhenOrWhere(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  return readDays(words, at) ?? readTimePhrase(words, at) ?? readRoom(words, at, names)
}

/** What is no topic though it stands where one may: `how many talks`, `the last session`; and the stage that anybody is on. */
function readCounting(words: readonly string[], at: number): Read | undefined {
  const two = `${word(words, at)} ${word(words, at + 1)}`
  if (two === 'how many' || two === 'on stage') return { end: at + 2 }
  if (!things.has(word(words, at + 1))) return undefined
  if (word(words, at) === 'first') return { time: { kind: 'first' }, end: at + 1 }
  return /^(?:last|final)$/.test(word(words, at)) ? { time: { kind: 'last' }, end: at + 1 } : undefined
}

/** A day, and the part of it that is said with it: `tomorrow afternoon`, `tonight`, `on Tuesday`. */
function readDays(words: readonly string[], at: number): Read | undefined {
  const today: DaysPhrase = { kind: 'ahead', count: 0, unit: 'day' }
  if (word(words, at) === 'tonight')
    return { days: today, time: { kind: 'within', from: '17:00' }, end: at + 1 }
  const thisPart = word(words, at) === 'this' ? readDayPart(words, at + 1) : undefined
  if (thisPart) return { days: today, ...thisPart }
  const start = skip(words, at, /^(on|for|during|of|from|in)$/)
  const read = readDate(words, start)
  if (read === undefined) return undefined
  // "May" and "march" are months where somebody says so.
  const { days } = read
  if (days.kind === 'month' && days.year === undefined && word(words, at) !== 'in') return undefined
  if (days.kind === 'either' && start === at) return undefined
  return { days, end: read.end, ...readDayPart(words, read.end) }
}

function readRoom(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  if (!names.areRoomsKnown) return undefined
  const isPlaced = /^(in|at|inside)$/.test(word(words, at))
  const start = skip(words, isPlaced ? at + 1 : at, /^the$/)
  const isHall = (place: number) => roomWords.has(word(words, place))
  const places = (end: number) => Array.from({ length: end - start }, (_, index) => start + index)
  const ends = Array.from(
    { length: Math.min(6, words.length - start) },
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

/** A room that the notes do not know, after what leads to one; how it is called tells whether it is surely meant. */
function readUnknownRoom(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  if (!/^(in|at|inside)$/.test(word(words, at))) return undefined
  const start = skip(words, at + 1, /^the$/)
  let end = start
  while (
    end < words.length &&
    end - start < 3 &&
    words[end] !== ',' &&
    readWhenOrWhere(words, end, names) === undefined
  )
    end++
  if (end === start || fillers.has(folded(words, start))) return undefined
  const name = words.slice(start, end).join(' ')
  const isSure = words.slice(start, end).some((_, index) => roomWords.has(word(words, start + index)))
  return {
    rooms: [{ field: 'room', name, clause: `room:${inQuotes(name)}` }],
    ...(!isSure && { isRoomGuessed: true }),
    end,
  }
}

const named: readonly {
  readonly before: RegExp
  readonly fields: readonly FilterField[]
  readonly isSure: boolean
}[] = [
  { before: /^(at|during)$/, fields: ['event'], isSure: true },
  { before: /^(of|in|for|from|on)$/, fields: ['event', 'year'], isSure: false },
  { before: /^(by|with|from)$/, fields: ['speaker'], isSure: true },
  { before: /^(on|about|covering|regarding)$/, fields: ['tag'], isSure: false },
  { before: /^$/, fields: ['event', 'speaker'], isSure: false },
]

function readName(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  const kind = /^keynotes?$/.test(word(words, at)) ? 'keynote' : undefined
  if (kind)
    return { narrowings: [{ field: 'kind', name: `kind:${kind}`, clause: `kind:${kind}` }], end: at + 1 }
  if (word(words, at) === 'lightning' && things.has(word(words, at + 1)))
    return { narrowings: [{ field: 'kind', name: 'kind:lightning', clause: 'kind:lightning' }], end: at + 2 }
  for (const { before, fields, isSure } of named) {
    const isBare = before.test('')
    if (!isBare && !before.test(word(words, at))) continue
    const start = isBare ? at : skip(words, at + 1, /^the$/)
    for (let end = Math.min(words.length, start + maxNameWords); end > start; end--) {
      // A word that holds the question together is no name, nor does one begin or end with it.
      if (fillers.has(folded(words, start)) || fillers.has(folded(words, end - 1))) continue
      const name = words.slice(start, end).join(' ')
      for (const field of fields) {
        const clause = names.clauseFor(field, name, isSure)
        if (clause) return { narrowings: [{ field, name, clause }], end }
      }
    }
  }
  return undefined
}

/** Words that are set off as a topic, up to where something else is said. */
function readTopic(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  const isAbout = aboutWords.has(word(words, at))
  const start = isAbout ? at + 1 : at
  let end = start
  const isTopic = () =>
    end < words.length &&
    words[end] !== ',' &&
    (end === start ? !fillers.has(folded(words, end)) : !things.has(word(words, end))) &&
    readWhenOrWhere(words, end, names) === undefined
  while (isTopic()) end++
  const length = end - start
  if (length === 0 || (!isAbout && (length > 3 || !things.has(word(words, end))))) return undefined
  return { topic: words.slice(start, end).join(' '), end }
}
