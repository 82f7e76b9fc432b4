import type { DaysPhrase } from '../../calendar/dates-named.ts'
import { readDate } from '../../calendar/read-date.ts'
import { skip, splitWords, word } from '../../calendar/word-at.ts'
import type { KnownNames } from '../../search/filter/known-names.ts'
import type { Query } from '../../search/query/query.ts'
import { nearestNames } from '../../text/nearest-names.ts'
import { remembering } from '../../text/remembering.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'
import type { ProgrammeDays, ProgrammeRequest, TimePhrase } from './programme-request.ts'
import {
  aboutWords,
  asksForTalks,
  fillers,
  misspellable,
  programmeWords,
  roomWords,
  things,
} from './programme-words.ts'
import { readEventDay } from './read-event-day.ts'
import { folded, readName } from './read-name.ts'
import { readRoom, readUnknownRoom, type UnknownRoom } from './read-room.ts'
import { readDayPart, readTimePhrase } from './read-time-phrase.ts'
import { readSessionKind, type SessionKind } from './session-kinds.ts'
import { typedDays } from './typed-days.ts'

/** Longer than any question that only wants to see a programme. */
const maxWords = 24

/**
 * Reads a question for what is on when and where. Every word must be a day, a time, a room, a name, a kind of session, a topic
 * that is set off, or hold the question together, and it must be clear that a programme is asked for: anything else is a
 * question like any other.
 *
 * readProgrammeRequest(parseQuery('what is on tomorrow in room 2?'), names) // => { days: tomorrow, rooms: [room:"Room 2"], … }
 */
export function readProgrammeRequest(query: Query, names: KnownNames): ProgrammeRequest | undefined {
  const { prefixes, exclusions, phrases, filters } = query
  if (prefixes.length + exclusions.length + phrases.length > 0) return undefined
  const words = splitWords(plainText(query))
  if (words.length > maxWords) return undefined
  const isTyped = filters.some(({ field }) => field === 'room' || field === 'date')
  if (!isTyped && !isForProgramme(words, names)) return undefined
  const said = readAll(words, names)
  if (said === undefined) return undefined
  const typed = filters.map(({ field, anyOf, start, end, isExcluded }) => {
    const clause = query.text.slice(start, end)
    const name = isExcluded ? clause : anyOf.map((value) => value.text).join(' or ')
    return { field, name, clause, isTyped: true, isRoom: field === 'room' && !isExcluded }
  })
  const days = said.days ?? typedDays(filters)
  return meant(
    {
      ...said,
      ...(days && { days }),
      rooms: [...(said.rooms ?? []), ...typed.filter(({ isRoom }) => isRoom)],
      narrowings: [
        ...(said.narrowings ?? []),
        ...typed.filter(({ field, isRoom }) => !isRoom && (field !== 'date' || days === said.days)),
      ],
    },
    words,
  )
}

/** What says neither when nor where, nor names a programme, is no such question, and is not read any further. */
const isForProgramme = (words: readonly string[], names: KnownNames) =>
  asksWhatIsOn.test(words.join(' ')) ||
  isOnAlone.test(words.join(' ')) ||
  words.some(
    (_, at) =>
      roomWords.has(word(words, at)) ||
      programmeWords.has(folded(words, at)) ||
      readBound(words, at) !== undefined ||
      readWhenOrWhere(words, at, names) !== undefined ||
      asMeant(words, at) !== undefined,
  )

/** What has been said so far. */
interface Said {
  readonly days?: ProgrammeDays
  readonly time?: TimePhrase
  readonly rooms?: readonly Narrowing[]
  readonly unknownRoom?: UnknownRoom
  readonly narrowings?: readonly Narrowing[]
  readonly kind?: SessionKind
  readonly topic?: string
  /** Whether the time is that which was said before and another one, taken together. */
  readonly isTimeTold?: true
}
type Read = Said & { readonly end: number }

function readAll(words: readonly string[], names: KnownNames): Said | undefined {
  let said: Said = {}
  let all = words
  for (let at = 0; at < all.length; ) {
    const read = readAt(all, at, names)
    if (read === undefined) {
      const corrected = asMeant(all, at)
      if (corrected === undefined) return undefined
      all = corrected
      continue
    }
    const { end, ...more } = together(said, read)
    if (isSaidTwice(said, more)) return undefined
    said = {
      ...said,
      ...more,
      rooms: [...(said.rooms ?? []), ...(more.rooms ?? [])],
      narrowings: [...(said.narrowings ?? []), ...(more.narrowings ?? [])],
    }
    at = end
  }
  return said
}

/** `tonight at 8` is one time, and in the evening. */
function together(said: Said, read: Read): Read {
  const [one, other] = [said.time, read.time]
  const point = one?.kind === 'at' ? one : other?.kind === 'at' ? other : undefined
  const part = one?.kind === 'within' ? one : other?.kind === 'within' ? other : undefined
  if (point === undefined || part === undefined) return read
  const isHalf = point.time < (part.from ?? '') && point.time < '12:00'
  const time = isHalf ? `${Number(point.time.slice(0, 2)) + 12}${point.time.slice(2)}` : point.time
  return { ...read, time: { kind: 'at', time }, isTimeTold: true }
}

const isSaidTwice = (said: Said, read: Said) =>
  (['days', 'time', 'topic', 'kind'] as const).some(
    (key) => said[key] !== undefined && read[key] !== undefined && !(key === 'time' && read.isTimeTold),
  )

/** The words with the nearest that a programme is asked for by at this place; undefined if there is none, or it is one. */
function asMeant(words: readonly string[], at: number): readonly string[] | undefined {
  const [near] = nearestWords(word(words, at))
  return near === undefined || near.distance === 0 ? undefined : words.with(at, near.name)
}

/** Few slip in the first letter. */
const nearestWords = remembering((text) => {
  const alike = text.length < minMisspelt ? [] : misspellable.filter((known) => known[0] === text[0])
  return nearestNames(text, alike, { tolerance: 'narrow' })
})

const minMisspelt = 5

/** What is said if it asks for a programme at all, and leaves no doubt that it does. */
function meant(
  said: Said & Pick<ProgrammeRequest, 'rooms' | 'narrowings'>,
  words: readonly string[],
): ProgrammeRequest | undefined {
  const { days, kind, topic, unknownRoom, rooms, narrowings } = said
  const isOnStage = said.time === undefined && days === undefined && /\bon stage\b/i.test(words.join(' '))
  const time = isOnStage ? ({ kind: 'now' } as const) : said.time
  const isTimed = days !== undefined || time !== undefined
  if (topic !== undefined) {
    const isOfTalks = words.some((_, at) => asksForTalks.has(folded(words, at)))
    if (time?.kind === 'next' || !isOfTalks) return undefined
  }
  // Whoever asks what happens in the engine room may mean no room of the event.
  if (unknownRoom === 'called' && !isTimed) return undefined
  if (unknownRoom === 'placed' && !(isTimed && asksWhatIsOn.test(words.join(' ')))) return undefined
  const isBound = time?.kind === 'first' || time?.kind === 'last' || time?.kind === 'end'
  if (days === undefined && isBound) {
    // "The first talk on Celery" asks for no day.
    const isOfAll =
      topic === undefined && kind === undefined && rooms.length === 0 && isOfEvent(words, narrowings)
    if (!isOfAll) return undefined
    const number = time.kind === 'first' ? 1 : -1
    return meant({ ...said, days: { kind: 'event-day', number } }, words)
  }
  // `Next` alone, or `left`, may be anything.
  const isSure =
    days !== undefined ||
    rooms.length > 0 ||
    time?.kind === 'now' ||
    time?.kind === 'at' ||
    time?.kind === 'within'
  if (words.length === 1 && !isSure && !isProgramme(words)) return undefined
  // Of what comes next, an event is no talk.
  if (time?.kind === 'next' && words.some((_, at) => eventWords.has(folded(words, at)))) return undefined
  const request = {
    ...(time && { time }),
    ...(kind && { kind }),
    ...(topic && { topic }),
    ...(unknownRoom === 'near' && { isRoomGuessed: true }),
    rooms,
    narrowings,
  }
  if (isTimed || rooms.length > 0) return { ...request, ...(days && { days }) }
  if (topic !== undefined) return undefined
  const isNamed = narrowings.some(({ field }) => field === 'event')
  if (isProgramme(words) || (isNamed && asksWhatIsOn.test(words.join(' '))))
    return { ...request, days: { kind: 'whole' } }
  const isAlone = narrowings.length === 0 && kind === undefined
  return isAlone && isOnAlone.test(words.join(' ')) ? { ...request, time: { kind: 'now' } } : undefined
}

const isOfEvent = (words: readonly string[], narrowings: readonly Narrowing[]) =>
  narrowings.some(({ field }) => field === 'event') ||
  words.some((_, at) => /^(?:conference|conf|event|everything)$/.test(folded(words, at)))
const isProgramme = (words: readonly string[]) => words.some((_, at) => programmeWords.has(folded(words, at)))
const asksWhatIsOn = /\b(?:(?:what|wat|who)(?:['’]?s| is| was| will be))\s+(?:on|up|happening|going on)\b/i
const eventWords: ReadonlySet<string> = new Set(['conference', 'conf', 'event', 'events', 'conferences'])
const isOnAlone =
  /\b(?:(?:whats?|wats?|who)(?:['’]?s| is)?|is\s+(?:any|some)(?:thing|one|body))\s+(?:still\s+)?(?:on|happening|going on)(?:\s+here)?(?:\s+(?:please|pls|plz))?$/i

/** Without the filters, and without the signs that end a sentence. */
function plainText({ text, filters }: Query): string {
  const rest = filters.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  )
  return rest
    .replace(/[?!.;:…"“”()]+(?=\s|$)|(?<=^|\s)["“”(]+/g, ' ')
    .replace(/\b(?:room|rm)(?=\d)|\brm(?=\s+\d)/gi, 'room ')
    .replace(/(?<=\b(?:what|where|who)\s)r\b/gi, 'are')
}

function readAt(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  const read = readCounting(words, at) ?? readWhenOrWhere(words, at, names) ?? readName(words, at, names)
  if (read) return read
  const isOther = (place: number) => readWhenOrWhere(words, place, names) !== undefined
  const kind = readSessionKind(words, at)
  const more =
    kind ?? readTopic(words, at, isOther) ?? readUnknownRoom(words, at, { names, isOther: isOther })
  if (more) return more
  return fillers.has(folded(words, at)) ? { end: at + 1 } : undefined
}

function readWhenOrWhere(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  return readDays(words, at, names) ?? readTimePhrase(words, at) ?? readRoom(words, at, names)
}

/** What is no topic though it stands where one may: `how many talks`, `the last session`; and the stage that anybody is on. */
function readCounting(words: readonly string[], at: number): Read | undefined {
  const two = `${word(words, at)} ${word(words, at + 1)}`
  if (two === 'how many' || two === 'on stage') return { end: at + 2 }
  if (two === 'first thing') return { time: { kind: 'first' }, end: at + 2 }
  const bound = readBound(words, at)
  if (bound) return { time: bound, end: at + 1 }
  if (!things.has(word(words, at + 1))) return undefined
  if (word(words, at) === 'first') return { time: { kind: 'first' }, end: at + 1 }
  return /^(?:last|final)$/.test(word(words, at)) ? { time: { kind: 'last' }, end: at + 1 } : undefined
}

/** `when does it end tomorrow?`, `what time does day 2 start?` */
function readBound(words: readonly string[], at: number): TimePhrase | undefined {
  const isAsked = words
    .slice(0, at)
    .some((_, place) => /^(?:when|whens|time|late|early)$/.test(folded(words, place)))
  if (!isAsked) return undefined
  if (/^(?:starts?|begins?|opens?)$/.test(word(words, at))) return { kind: 'first' }
  return /^(?:ends?|finish(?:es)?|closes?|over)$/.test(word(words, at)) ? { kind: 'end' } : undefined
}

/** `the rest of today`. */
function readRestOfDay(words: readonly string[], at: number): number | undefined {
  const start = skip(words, skip(words, at, /^(for|during)$/), /^the$/)
  if (word(words, start) !== 'rest' || word(words, start + 1) !== 'of') return undefined
  const end = skip(words, start + 2, /^the$/)
  return /^(?:today|day)$/.test(word(words, end)) ? end + 1 : undefined
}

/** A day, and the part of it that is said with it: `tomorrow afternoon`, `tonight`, `on Tuesday`, `day 2`. */
function readDays(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  const today: DaysPhrase = { kind: 'ahead', count: 0, unit: 'day' }
  if (word(words, at) === 'tonight')
    return { days: today, time: { kind: 'within', from: '17:00' }, end: at + 1 }
  const thisPart = word(words, at) === 'this' ? readDayPart(words, at + 1) : undefined
  if (thisPart) return { days: today, ...thisPart }
  const rest = readRestOfDay(words, at)
  if (rest) return { days: today, time: { kind: 'left' }, end: rest }
  const start = skip(words, at, /^(on|for|during|of|from|in)$/)
  const eventDay = readEventDay(words, start)
  if (eventDay) return { days: eventDay.days, end: eventDay.end, ...readDayPart(words, eventDay.end) }
  const read = readDate(words, start)
  if (read === undefined) return undefined
  // "May" and "march" are months where somebody says so.
  const { days } = read
  const isAlone = words.length === 1
  if (days.kind === 'month' && days.year === undefined && word(words, at) !== 'in' && !isAlone)
    return undefined
  if (days.kind === 'either' && start === at && !isAlone) return undefined
  if (isVersion.test(words[start] ?? '') && !isHeld(days, names)) return undefined
  return { days, end: read.end, ...readDayPart(words, read.end) }
}

/** `3.12` is rather a version than a day, unless there are talks on it. */
const isVersion = /^\d{1,2}\.\d{1,2}$/
const isHeld = (days: DaysPhrase, names: KnownNames) =>
  names.days().some((day) => days.kind === 'date' && isOfYear(day, days))
const isOfYear = (day: string, { month, day: number }: { readonly month: number; readonly day: number }) =>
  Number(day.slice(5, 7)) === month && Number(day.slice(8)) === number

/** Words that are set off as a topic, up to where something else is said. */
function readTopic(words: readonly string[], at: number, isOther: (at: number) => boolean): Read | undefined {
  const isAbout = aboutWords.has(word(words, at))
  const start = isAbout ? at + 1 : at
  let end = start
  const isTopic = () =>
    end < words.length &&
    words[end] !== ',' &&
    (end === start ? !fillers.has(folded(words, end)) : !things.has(word(words, end))) &&
    !isOther(end)
  while (isTopic()) end++
  const length = end - start
  if (length === 0 || (!isAbout && (length > 3 || !things.has(word(words, end))))) return undefined
  return { topic: words.slice(start, end).join(' '), end }
}
