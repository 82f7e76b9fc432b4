import { plainWordAt } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import { isGrammar } from '../../../search/query/word-roles.ts'
import { readSessionKind } from '../session-kinds.ts'
import { foldedWordAt } from './folded-word.ts'
import {
  aboutWords,
  busyWords,
  programmeFillers,
  programmeThings,
  roomsWords,
  speakersWords,
} from './programme-word-lists.ts'
import { readBound } from './read-bound.ts'
import { readDays } from './read-days.ts'
import { readExcluded } from './read-excluded.ts'
import { readName } from './read-name.ts'
import { readRoom, readUnknownRoom } from './read-room.ts'
import { readTimePhrase } from './read-time-phrase.ts'
import type { ReadPart, SaidSoFar } from './said-so-far.ts'

/** Reads what stands at a place of a question for a programme; undefined if such a question says no such thing. */
export function readProgrammePart(
  words: readonly string[],
  at: number,
  names: KnownNames,
): ReadPart | undefined {
  const read =
    readExcluded(words, at, names) ??
    readCounting(words, at) ??
    readWhenOrWhere(words, at, names) ??
    readName(words, at, names)
  if (read) return read
  const isOther = (place: number) => readWhenOrWhere(words, place, names) !== undefined
  const kind = readSessionKind(words, at) ?? readBusy(words, at, isOther)
  const more = kind ?? readTopic(words, at, isOther) ?? readUnknownRoom(words, at, { names, isOther })
  if (more) return more
  const bare = readBareTopic(words, at, names)
  if (bare) return bare
  return programmeFillers.has(foldedWordAt(words, at)) ? { end: at + 1 } : undefined
}

/** A day, a time or a room. */
export function readWhenOrWhere(
  words: readonly string[],
  at: number,
  names: KnownNames,
): ReadPart | undefined {
  return readDays(words, at, names) ?? readTimePhrase(words, at) ?? readRoom(words, at, names)
}

/** What is no topic although it stands where one may: `how many talks`, `the last session`; and the stage that somebody is on. */
function readCounting(words: readonly string[], at: number): ReadPart | undefined {
  if (isMissed(words, at)) return { time: { kind: 'missed' }, end: at + 1 }
  return (
    readWanted(words, at) ??
    readByDay(words, at) ??
    readCurrentTalk(words, at) ??
    readPair(words, at) ??
    readEnd(words, at)
  )
}

/** What is wanted instead of the talks. */
function readWanted(words: readonly string[], at: number): ReadPart | undefined {
  const word = plainWordAt(words, at)
  if (speakersWords.has(word)) return { of: 'speaker', end: at + 1 }
  return roomsWords.has(word) || isAnyRoom(words, at) ? { of: 'room', end: at + 1 } : undefined
}

function readByDay(words: readonly string[], at: number): ReadPart | undefined {
  if (isByDay(words, at)) return { isByDay: true, end: at + 2 }
  return isMostOfDay(words, at) ? { isByDay: true, end: at + 1 } : undefined
}

/** The talk that is on: the rest of such a question only asks for its time. */
function readCurrentTalk(words: readonly string[], at: number): ReadPart | undefined {
  if (isStandingOfTalk(words, at)) return { time: { kind: 'now' }, end: at + 1 }
  if (isOfCurrentTalk(words, at)) return { time: { kind: 'now' }, end: words.length }
  const text = words.join(' ')
  if (at > 0 || !/^how (?:much )?long/i.test(text) || !ofCurrentTalk.test(text)) return undefined
  return { end: words.findIndex((_, place) => isOfCurrentTalk(words, place)) }
}

/** Two words that say something together, or nothing, whatever each says alone. */
const pairs: ReadonlyMap<string, SaidSoFar> = new Map<string, SaidSoFar>([
  ['how many', {}],
  ['number of', {}],
  ['on stage', {}],
  ['in parallel', {}],
  ['first thing', { time: { kind: 'first' } }],
  ['last thing', { time: { kind: 'last' } }],
])

function readPair(words: readonly string[], at: number): ReadPart | undefined {
  const two = `${plainWordAt(words, at)} ${plainWordAt(words, at + 1)}`
  const said = pairs.get(two)
  if (said) return { ...said, end: at + 2 }
  if (two === 'how long' && /^(?:until|till|before)$/.test(plainWordAt(words, at + 2))) return { end: at + 3 }
  return /^(?:on|up|goes|comes|speaks|starts) first$/.test(two)
    ? { time: { kind: 'first' }, end: at + 2 }
    : undefined
}

/** What is first, last or ends: `the first talk`, `the last speaker`. */
function readEnd(words: readonly string[], at: number): ReadPart | undefined {
  const bound = readBound(words, at)
  if (bound) return { time: bound, end: at + 1 }
  const [word, next] = [plainWordAt(words, at), plainWordAt(words, at + 1)]
  if (!programmeThings.has(next) && next !== 'speaker') return undefined
  if (word === 'first') return { time: { kind: 'first' }, end: at + 1 }
  return word === 'last' || word === 'final' ? { time: { kind: 'last' }, end: at + 1 } : undefined
}

/** `what did we miss?`, `anything I have missed?` */
export const isMissed = (words: readonly string[], at: number) =>
  /^miss(?:ed)?$/.test(plainWordAt(words, at)) &&
  words.slice(0, at).some((_, place) => /^(?:did|have|has|had|ive|weve)$/.test(foldedWordAt(words, place)))

/** `talks per day` */
export const isByDay = (words: readonly string[], at: number) =>
  /^(?:per|each|every|by)$/.test(plainWordAt(words, at)) && plainWordAt(words, at + 1) === 'day'

/** `which day has the most talks?`, `the busiest day` */
export const isMostOfDay = (words: readonly string[], at: number) =>
  isBusiestDay(words, at) ||
  (plainWordAt(words, at) === 'most' &&
    words.slice(0, at).some((_, place) => plainWordAt(words, place) === 'day'))

export const isBusiestDay = (words: readonly string[], at: number) =>
  plainWordAt(words, at) === 'busiest' && plainWordAt(words, at + 1) === 'day'

/** `is the talk over?`: no talk is named, so the one that is on is meant. */
export const isStandingOfTalk = (words: readonly string[], at: number) =>
  /^(?:over|done|finished|ended|started|begun|running)$/.test(plainWordAt(words, at)) &&
  ofAnyTalk.test(words.slice(0, at).join(' '))

/** `how long is the current talk?`, `when does this talk end?` */
export const isOfCurrentTalk = (words: readonly string[], at: number) =>
  /^(?:this|current)$/.test(plainWordAt(words, at)) && ofCurrentTalk.test(words.join(' '))

const ofCurrentTalk = new RegExp(
  [
    '^(?:how (?:much )?long(?:er)?|when|what time|until when) (?:is|does|do|will|are) (?:this|the current) ',
    '(?:talk|session|presentation|lecture)(?: (?:take|last|go on|run|be|end|finish|over|done|it|s))*$',
  ].join(''),
  'i',
)

const ofAnyTalk =
  /(?<!\b(?:when|time)\b.*)\b(?:is|are|has|have) (?:the|this|that|our|my) (?:current )?(?:talk|session|presentation|lecture)s?(?: still| already)?$/i

/** `is there a room free at 3?` */
const isAnyRoom = (words: readonly string[], at: number) =>
  plainWordAt(words, at) === 'room' &&
  /^(?:any|an?|some|free)$/.test(plainWordAt(words, at - 1)) &&
  words.some((_, place) => plainWordAt(words, place) === 'free')

/** `is Ada busy at 18:00?`, `is room 2 free?`; what is free in another sense stands before it. */
function readBusy(
  words: readonly string[],
  at: number,
  isOther: (at: number) => boolean,
): ReadPart | undefined {
  const end = at + 1
  if (plainWordAt(words, at) === 'free' && /^rooms?$/.test(plainWordAt(words, end)))
    return { isFree: true, end }
  const isLast = end === words.length || programmeFillers.has(foldedWordAt(words, end)) || isOther(end)
  return at > 0 && busyWords.has(plainWordAt(words, at)) && isLast ? { isFree: true, end } : undefined
}

/** Words that are set off as a topic, up to where something else is said. */
function readTopic(
  words: readonly string[],
  at: number,
  isOther: (at: number) => boolean,
): ReadPart | undefined {
  const isAbout = aboutWords.has(plainWordAt(words, at))
  const start = isAbout ? at + 1 : at
  let end = start
  const isTopic = () =>
    end < words.length &&
    words[end] !== ',' &&
    (end === start
      ? !programmeFillers.has(foldedWordAt(words, end))
      : !programmeThings.has(plainWordAt(words, end))) &&
    !isOther(end) &&
    !isByDay(words, end)
  while (isTopic()) end++
  const length = end - start
  const text = words.slice(0, end).join(' ')
  if (isAbout && length === 0 && spokenAbout.test(text) && isOther(end)) return { end }
  if (asksForRoom.test(text)) return undefined
  if (length === 0 || (!isAbout && (length > 3 || !programmeThings.has(plainWordAt(words, end)))))
    return undefined
  return { topic: words.slice(start, end).join(' '), end }
}

/** `what is Ada speaking about tomorrow?`, but not “what is the talk about on Friday?” */
const spokenAbout = /\b(?:speak(?:s|ing)?|spoke|talk(?:s|ing|ed)|(?<!\b(?:the|this|that|an?) )talk) about$/i
/** `in which room is the keynote tomorrow?`: where it is asked for, and not what is on. */
const asksForRoom = /\b(?:which|what) (?:room|hall|stage) (?:is|are|was|were|will)\b/i

const maxBareWords = 3

/**
 * `kubernetes tomorrow`, `Friday 10am Ada`: what stands alone beside a day is what talks are about, or who gives them. Before “on
 * Friday”, it is so only if a time is said too: “deploying on Friday” may be what a talk is about. A tag with a day in it is a tag, and a
 * number beside the day may be a part of that.
 */
function readBareTopic(words: readonly string[], at: number, names: KnownNames): ReadPart | undefined {
  const before = readTimes(words, 0, at, names)
  const isOther = (place: number) => readWhenOrWhere(words, place, names) !== undefined
  let end = at
  while (end < words.length && !isOther(end)) {
    const word = foldedWordAt(words, end)
    if (programmeFillers.has(word) || isGrammar(word) || readSessionKind(words, end)) return undefined
    end++
  }
  if (before === undefined || end === at || end - at > maxBareWords) return undefined
  if ((at > 0 && isNumber(words[at]!)) || (end < words.length && isNumber(words[end - 1]!))) return undefined
  if (names.clauseFor('tag', words.join(' ')) !== undefined) return undefined
  const after = readTimes(words, end, words.length, names)
  const { days, time } = { ...before, ...after }
  if (after === undefined || days === undefined || !bareDays.has(days.kind)) return undefined
  const isPlain = days.kind === 'ahead' || !/^(?:on|for|during|of|from|in)$/.test(plainWordAt(words, end))
  if (time === undefined && !isPlain) return undefined
  const topic = words.slice(at, end).join(' ')
  const clause = names.clauseFor('tag', topic) ? undefined : names.clauseFor('speaker', topic, true)
  const narrowings = clause && [{ field: 'speaker', name: topic, clause } as const]
  return { ...(narrowings ? { narrowings } : { topic }), isTopicGuessed: true, end }
}

const isNumber = (word: string) => /^\d+$/.test(word)

/** Phrases for days that are said of nothing but time. */
const bareDays: ReadonlySet<string> = new Set(['ahead', 'weekday', 'date'])

/** The days and times of which these words consist; undefined if there is anything else. */
function readTimes(
  words: readonly string[],
  from: number,
  to: number,
  names: KnownNames,
): SaidSoFar | undefined {
  let said: SaidSoFar = {}
  for (let at = from; at < to; ) {
    const read = readWhenOrWhere(words, at, names)
    if (read === undefined || read.end > to) return undefined
    said = { ...said, ...read }
    at = read.end
  }
  return said
}
