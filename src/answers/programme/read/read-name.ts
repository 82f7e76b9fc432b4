import { plainWordAt, skip } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import type { FilterField } from '../../../search/query/query.ts'
import type { Narrowing } from '../../listing/read-narrowings.ts'
import { foldedWordAt } from './folded-word.ts'
import { programmeFillers, speakingWords } from './programme-word-lists.ts'

const maxNameWords = 8

interface NamedRead {
  readonly narrowings: readonly Narrowing[]
  readonly end: number
}

/** What a name may be the name of, by the word before it. */
interface Way {
  /** That word; empty if none is needed. */
  readonly before: RegExp
  readonly fields: readonly FilterField[]
  /** Whether a part of a name is enough. */
  readonly isSure: boolean
}

const ways: readonly Way[] = [
  { before: /^(at|during)$/, fields: ['event'], isSure: true },
  { before: /^(of|in|for|from|on)$/, fields: ['event', 'year'], isSure: false },
  { before: /^(by|with|from|of|for)$/, fields: ['speaker'], isSure: true },
  { before: /^(on|about|covering|regarding)$/, fields: ['tag'], isSure: false },
  { before: /^$/, fields: ['event', 'speaker'], isSure: false },
]

/** An event, a speaker, a tag or a year that the notes know. */
export function readName(words: readonly string[], at: number, names: KnownNames): NamedRead | undefined {
  for (const way of ways) {
    const read = readNamed(way, words, at, names)
    if (read) return read
  }
  return undefined
}

/** The longest name that stands here, after such a word. */
function readNamed(
  { before, fields, isSure }: Way,
  words: readonly string[],
  at: number,
  names: KnownNames,
): NamedRead | undefined {
  const isBare = before.test('')
  if (!isBare && !before.test(plainWordAt(words, at))) return undefined
  const start = isBare ? at : skip(words, at + 1, /^the$/)
  // A word that holds the question together is no name, nor does one begin with it.
  if (programmeFillers.has(foldedWordAt(words, start))) return undefined
  const first = withoutPossessive(words[start] ?? '')
  const own = fields.filter(
    (field) => (field !== 'event' && field !== 'speaker') || names.hasWord(field, first),
  )
  const longest = own.length === 0 ? start : Math.min(words.length, start + maxNameWords)
  for (let end = longest; end > start; end--) {
    const name = withoutPossessive(words.slice(start, end).join(' '))
    const isOfWhom = isBare && isOfSpeaker(words, end)
    // An event's name may end with such a word.
    const isEvent = programmeFillers.has(foldedWordAt(words, end - 1))
    for (const field of isEvent ? own.filter((one) => one === 'event') : own) {
      const clause = names.clauseFor(field, name, isSure || (isOfWhom && field === 'speaker'))
      if (clause) return { narrowings: [{ field, name, clause }], end }
    }
  }
  return undefined
}

const withoutPossessive = (text: string) => text.replace(/['’]s?$/, '')

/** `is Ada speaking today?`, `Ada's talks`: what stands before is somebody's name. */
const isOfSpeaker = (words: readonly string[], end: number) =>
  /['’]s?$/.test(words[end - 1] ?? '') || speakingWords.has(foldedWordAt(words, end))
