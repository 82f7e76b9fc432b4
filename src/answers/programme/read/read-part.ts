import { word } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import { readSessionKind } from '../session-kinds.ts'
import {
  aboutWords,
  busyWords,
  fillers,
  programmeThings,
  roomsWords,
  speakersWords,
} from './programme-words.ts'
import { readBound } from './read-bound.ts'
import { readDays } from './read-days.ts'
import { folded, readName } from './read-name.ts'
import { readRoom, readUnknownRoom } from './read-room.ts'
import { readTimePhrase } from './read-time-phrase.ts'
import type { Read } from './said-so-far.ts'

/** What stands at a place of a question for a programme; undefined if it says nothing that such a question says. */
export function readProgrammePart(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  const read = readCounting(words, at) ?? readWhenOrWhere(words, at, names) ?? readName(words, at, names)
  if (read) return read
  const isOther = (place: number) => readWhenOrWhere(words, place, names) !== undefined
  const kind = readSessionKind(words, at) ?? readBusy(words, at, isOther)
  const more = kind ?? readTopic(words, at, isOther) ?? readUnknownRoom(words, at, { names, isOther })
  if (more) return more
  return fillers.has(folded(words, at)) ? { end: at + 1 } : undefined
}

/** A day, a time or a room. */
export function readWhenOrWhere(words: readonly string[], at: number, names: KnownNames): Read | undefined {
  return readDays(words, at, names) ?? readTimePhrase(words, at) ?? readRoom(words, at, names)
}

/** What is no topic though it stands where one may: `how many talks`, `the last session`; and the stage that anybody is on. */
function readCounting(words: readonly string[], at: number): Read | undefined {
  if (isMissed(words, at)) return { time: { kind: 'missed' }, end: at + 1 }
  const value = speakersWords.has(word(words, at))
    ? 'speaker'
    : roomsWords.has(word(words, at)) || isAnyRoom(words, at)
      ? 'room'
      : undefined
  if (value) return { of: value, end: at + 1 }
  const two = `${word(words, at)} ${word(words, at + 1)}`
  if (two === 'how many' || two === 'on stage') return { end: at + 2 }
  if (two === 'how long' && /^(?:until|till|before)$/.test(word(words, at + 2))) return { end: at + 3 }
  if (/^(?:on|up|goes|comes|speaks|starts) first$/.test(two)) return { time: { kind: 'first' }, end: at + 2 }
  if (two === 'first thing') return { time: { kind: 'first' }, end: at + 2 }
  const bound = readBound(words, at)
  if (bound) return { time: bound, end: at + 1 }
  if (!programmeThings.has(word(words, at + 1)) && word(words, at + 1) !== 'speaker') return undefined
  if (word(words, at) === 'first') return { time: { kind: 'first' }, end: at + 1 }
  return /^(?:last|final)$/.test(word(words, at)) ? { time: { kind: 'last' }, end: at + 1 } : undefined
}

/** `what did we miss?`, `anything I have missed?` */
export const isMissed = (words: readonly string[], at: number) =>
  /^miss(?:ed)?$/.test(word(words, at)) &&
  words.slice(0, at).some((_, place) => /^(?:did|have|has|had|ive|weve)$/.test(folded(words, place)))

/** `is there a room free at 3?` */
const isAnyRoom = (words: readonly string[], at: number) =>
  word(words, at) === 'room' &&
  /^(?:any|an?|some|free)$/.test(word(words, at - 1)) &&
  words.some((_, place) => word(words, place) === 'free')

/** `is Ada busy at 18:00?`, `is room 2 free?`; what is free in another sense stands before it. */
function readBusy(words: readonly string[], at: number, isOther: (at: number) => boolean): Read | undefined {
  const end = at + 1
  if (word(words, at) === 'free' && /^rooms?$/.test(word(words, end))) return { isFree: true, end }
  const isLast = end === words.length || fillers.has(folded(words, end)) || isOther(end)
  return at > 0 && busyWords.has(word(words, at)) && isLast ? { isFree: true, end } : undefined
}

/** Words that are set off as a topic, up to where something else is said. */
function readTopic(words: readonly string[], at: number, isOther: (at: number) => boolean): Read | undefined {
  const isAbout = aboutWords.has(word(words, at))
  const start = isAbout ? at + 1 : at
  let end = start
  const isTopic = () =>
    end < words.length &&
    words[end] !== ',' &&
    (end === start ? !fillers.has(folded(words, end)) : !programmeThings.has(word(words, end))) &&
    !isOther(end)
  while (isTopic()) end++
  const length = end - start
  if (length === 0 || (!isAbout && (length > 3 || !programmeThings.has(word(words, end))))) return undefined
  return { topic: words.slice(start, end).join(' '), end }
}
