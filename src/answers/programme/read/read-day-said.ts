import { plainWordAt } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import type { Query, QueryWord, QuestionPlace } from '../../../search/query/query.ts'
import { isGrammar } from '../../../search/query/word-roles.ts'
import { cutOut, type PlacedText, placedAsTyped } from '../../../text/placed-text.ts'
import type { ProgrammeDays, TimePhrase } from '../programme-request.ts'
import { readDays } from './read-days.ts'
import { readTimePhrase } from './read-time-phrase.ts'
import type { ReadPart } from './said-so-far.ts'

/** The days, or the part of a day, on which something was said that a question asks for. */
export interface DaySaid {
  /** Missing if only a time of day is said. */
  readonly days?: ProgrammeDays
  /** The part of the day: `morning`, `before 11`, `after lunch`. */
  readonly time?: TimePhrase
  /** Whether days up to them, or from them on, are meant: `before October 2025`, `since 18 September 2025`. */
  readonly bound?: DayBound
  /** Where they stand in the question. */
  readonly place: QuestionPlace
  /** The question without them. */
  readonly rest: PlacedText
  /** Whether it asks for everything that was said then. */
  readonly isOfAll: boolean
  /** Whether a word says that somebody said it: without one, it may also be true since that day, whenever it was said. */
  readonly isSaid: boolean
}

export type DayBound = 'before' | 'after' | 'since' | 'until'

/** The day, and the part of it, with which a question ends or begins. */
export interface DayBeside extends Pick<DaySaid, 'time'> {
  readonly days: ProgrammeDays
  /** The question without them. */
  readonly rest: string
}

/** Words that ask what was said in talks, and not what is true on Sundays. */
const saying = new RegExp(
  [
    '^(?:said|say|says|saying|talk|talks|talked|spoke|told|tell|learn|learned|learnt|mention|mentions|mentioned|',
    'discuss|discussed|heard|hear|explain|explained|present|presented|recommend|recommended|advise|advised|',
    'advice|showed|shown|covered|announced|lesson|lessons|takeaway|takeaways|recap|summary|summarise|summarize|',
    'highlights)$',
  ].join(''),
  'i',
)
/** The words that say it. */
const sources = /^(?:session|sessions|keynote|keynotes|speaker|speakers)$/i

/** Longer than any question that names a day beside what it is about. */
const maxWords = 30

/**
 * The day in a question about what was said on it; undefined if there is none, or it may be what is asked about.
 *
 * readDaySaid(parseQuery('what was said about testing on Friday?'), names) // => { rest: { text: 'what was said about testing?', … }, … }
 */
export function readDaySaid({ text, filters, words }: Query, names: KnownNames): DaySaid | undefined {
  const isSaid = words.some(({ folded }) => saying.test(folded) || sources.test(folded))
  if (words.length > maxWords || filters.some(({ field }) => field === 'date')) return undefined
  const tokens = tokensOf(text)
  const plain = tokens.map(({ word }) => word)
  for (const [at, token] of tokens.entries()) {
    const bounded = readBounded(plain, at, names)
    const read = bounded ?? readDayAndTime(plain, at, names)
    if (read === undefined) continue
    const bound = bounded?.bound
    const { start } = token
    const last = tokens[read.end - 1]!
    const end = last.start + last.word.length
    const others = words.filter((word) => word.end <= start || word.start >= end)
    if (!isSaid && (bound === undefined || !isTopicAlone(others, start))) return undefined
    return {
      ...(read.days && { days: read.days }),
      ...(read.time && { time: read.time }),
      ...(bound && { bound }),
      place: { start, end },
      rest: cutOut(placedAsTyped(text), { start, end }),
      isOfAll: others.every(({ use, folded }) => use !== 'topic' || saying.test(folded)),
      isSaid,
    }
  }
  return undefined
}

/** `ropes`, `anything new on ropes`: nothing else is asked, so that a day since which or before which can only be that of talks. */
const isTopicAlone = (words: readonly QueryWord[], end: number): boolean =>
  words.some(({ use }) => use === 'topic') &&
  words.every((word) => word.end <= end && (word.use === 'topic' || besideTopic.test(word.folded)))
const besideTopic = /^(?:any|anything|everything|something|all|new|about|on|of|the|and|or|in|at|for|by)$/

/**
 * The day with which a question ends or begins, with a part of it if that is said, and the question without them; undefined if it
 * does neither.
 *
 * readDayBeside('where is Ada on Friday?', names) // => { days: Friday, rest: 'where is Ada' }
 */
export function readDayBeside(text: string, names: KnownNames): DayBeside | undefined {
  const tokens = tokensOf(text.replace(/[\s,]+(?:please|pls|plz)[\s?!.]*$/i, ''))
  const plain = tokens.map(({ word }) => word)
  for (const [at, { start }] of tokens.entries()) {
    const { days, time, end = at } = readDayAndTime(plain, at, names) ?? {}
    const next = tokens[end]
    if (days === undefined || (at > 0 && next !== undefined)) continue
    const rest = next === undefined ? text.slice(0, start) : text.slice(next.start)
    return { days, ...(time && { time }), rest: rest.trim() }
  }
  return undefined
}

/** `since 1 May 2025`. Only with days whose year is said: those before Friday may be of one event, or of all. */
function readBounded(words: readonly string[], at: number, names: KnownNames) {
  const said = plainWordAt(words, at)
  const bound = boundWords.find((known) => known === said)
  const read = bound && readDays(words, at + 1, names)
  const isOfYear = read?.days !== undefined && 'year' in read.days && read.days.year !== undefined
  return bound && read && isOfYear && read.time === undefined && readPartOfDay(words, read.end) === undefined
    ? { ...read, bound }
    : undefined
}

const boundWords: readonly DayBound[] = ['before', 'after', 'since', 'until']

/** The words of a text, without signs that end a sentence, and where they begin. */
const tokensOf = (text: string) =>
  [...text.matchAll(/\S+/g)].map(({ 0: typed, index }) => ({
    word: typed.replace(/[?!.,;:…"”)]+$/, ''),
    start: index,
  }))

/** `this morning`, `on Friday before 11`, `after lunch yesterday`, `between 2 and 4`. */
function readDayAndTime(words: readonly string[], at: number, names: KnownNames): ReadPart | undefined {
  const day = readDays(words, at, names)
  if (day?.days !== undefined) {
    const time = day.time === undefined ? readPartOfDay(words, day.end) : undefined
    return { ...day, ...time }
  }
  const time = readPartOfDay(words, at)
  if (time === undefined) return undefined
  const after = readDays(words, time.end, names)
  if (after?.days && after.time === undefined) return { ...time, ...after }
  // “From 2 to 4 servers” are no hours.
  const next = words[time.end]
  return next === undefined || isGrammar(next.toLowerCase()) ? time : undefined
}

function readPartOfDay(words: readonly string[], at: number): ReadPart | undefined {
  const read = readTimePhrase(words, at)
  return read && ['within', 'lunch', 'at'].includes(read.time.kind) ? read : undefined
}
