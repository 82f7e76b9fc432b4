import { plainWordAt, splitAtBlanks } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import { isOfWordsAndFields } from '../../../search/query/parse-query.ts'
import type { Query } from '../../../search/query/query.ts'
import { nearestNames } from '../../../text/nearest-names.ts'
import { remembering } from '../../../text/remembering.ts'
import { withoutFilters } from '../../listing/read-narrowings.ts'
import type { ProgrammeRequest } from '../programme-request.ts'
import { asksForKind, isOfWholeDay, namesProgramme } from './programme-signs.ts'
import { busyWords, misspellable, roomsWords, roomWords } from './programme-word-lists.ts'
import { readBound } from './read-bound.ts'
import {
  isByDay,
  isMissed,
  isMostOfDay,
  isOfCurrentTalk,
  isStandingOfTalk,
  readProgrammePart,
  readWhenOrWhere,
} from './read-part.ts'
import { requestMeant } from './request-meant.ts'
import type { ReadPart, SaidSoFar } from './said-so-far.ts'
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
  const { filters } = query
  if (!isOfWordsAndFields(query)) return undefined
  const words = splitAtBlanks(plainWords(query))
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
  return requestMeant(
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

/** A question that says neither when nor where, nor names a programme, is not of this kind and is not read any further. */
const isForProgramme = (words: readonly string[], names: KnownNames) =>
  namesProgramme(words) ||
  asksForKind(words) ||
  isOfWholeDay(words) ||
  words.some(
    (_, at) =>
      roomWords.has(plainWordAt(words, at)) ||
      readBound(words, at) !== undefined ||
      isMissed(words, at) ||
      isByDay(words, at) ||
      isMostOfDay(words, at) ||
      isStandingOfTalk(words, at) ||
      isOfCurrentTalk(words, at) ||
      roomsWords.has(plainWordAt(words, at)) ||
      busyWords.has(plainWordAt(words, at)) ||
      readWhenOrWhere(words, at, names) !== undefined ||
      asMeant(words, at) !== undefined,
  )

function readAll(words: readonly string[], names: KnownNames): SaidSoFar | undefined {
  let said: SaidSoFar = {}
  let all = words
  for (let at = 0; at < all.length; ) {
    const read = readProgrammePart(all, at, names)
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
function together(said: SaidSoFar, read: ReadPart): ReadPart {
  // What was missed in the morning is what was on in the morning.
  if (said.time?.kind === 'missed' && read.time) return { ...read, isTimeTold: true }
  if (read.time?.kind === 'missed' && said.time) return { end: read.end }
  const [one, other] = [said.time, read.time]
  const point = one?.kind === 'at' ? one : other?.kind === 'at' ? other : undefined
  const part = one?.kind === 'within' ? one : other?.kind === 'within' ? other : undefined
  const left = one?.kind === 'left' ? one : other?.kind === 'left' ? other : undefined
  // `left tonight`: of today, what is still to come; `left tomorrow morning`: all of that morning.
  if (left && part) return { ...read, time: isToday(said.days ?? read.days) ? left : part, isTimeTold: true }
  if (point === undefined || part === undefined) return read
  const isHalf = point.time < (part.from ?? '') && point.time < '12:00'
  const time = isHalf ? `${Number(point.time.slice(0, 2)) + 12}${point.time.slice(2)}` : point.time
  return { ...read, time: { kind: 'at', time }, isTimeTold: true }
}

const isToday = (days: SaidSoFar['days']) => days?.kind === 'ahead' && days.unit === 'day' && days.count === 0

const isSaidTwice = (said: SaidSoFar, read: SaidSoFar) =>
  (['days', 'time', 'topic', 'kind', 'kindLeftOut', 'of'] as const).some(
    (key) => said[key] !== undefined && read[key] !== undefined && !(key === 'time' && read.isTimeTold),
  )

/** The words with the nearest word for a programme at this place; undefined if none is near, or if the word is one already. */
function asMeant(words: readonly string[], at: number): readonly string[] | undefined {
  const [near] = nearestWords(plainWordAt(words, at))
  return near === undefined || near.distance === 0 ? undefined : words.with(at, near.name)
}

/** Few people mistype the first letter. */
const nearestWords = remembering((text) => {
  const alike = text.length < minMisspelt ? [] : misspellable.filter((known) => known[0] === text[0])
  return nearestNames(text, alike, { tolerance: 'narrow' })
})

const minMisspelt = 5

/** Without the filters, and without the signs that end a sentence. */
const plainWords = (query: Query): string =>
  withoutFilters(query)
    .replace(/[?!.;:…"“”()]+(?=\s|$)|(?<=^|\s)["“”(]+/g, ' ')
    .replace(/\b(?:room|rm)(?=\d)|\brm(?=\s+\d)/gi, 'room ')
    .replace(/(?<=\b(?:what|where|who)\s)r\b/gi, 'are')
