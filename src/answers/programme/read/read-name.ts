import { plainWordAt, skip } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import type { FilterField } from '../../../search/query/query.ts'
import type { Narrowing } from '../../listing/read-narrowings.ts'
import { programmeFillers, speakingWords } from './programme-word-lists.ts'

const maxNameWords = 8

const named: readonly {
  readonly before: RegExp
  readonly fields: readonly FilterField[]
  readonly isSure: boolean
}[] = [
  { before: /^(at|during)$/, fields: ['event'], isSure: true },
  { before: /^(of|in|for|from|on)$/, fields: ['event', 'year'], isSure: false },
  { before: /^(by|with|from|of|for)$/, fields: ['speaker'], isSure: true },
  { before: /^(on|about|covering|regarding)$/, fields: ['tag'], isSure: false },
  { before: /^$/, fields: ['event', 'speaker'], isSure: false },
]

/** An event, a speaker, a tag or a year that the notes know. */
export function readName(
  words: readonly string[],
  at: number,
  names: KnownNames,
): { readonly narrowings: readonly Narrowing[]; readonly end: number } | undefined {
  for (const { before, fields, isSure } of named) {
    const isBare = before.test('')
    if (!isBare && !before.test(plainWordAt(words, at))) continue
    const start = isBare ? at : skip(words, at + 1, /^the$/)
    const first = (words[start] ?? '').replace(/['’]s?$/, '')
    const own = fields.filter(
      (field) => (field !== 'event' && field !== 'speaker') || names.hasWord(field, first),
    )
    if (own.length === 0) continue
    for (let end = Math.min(words.length, start + maxNameWords); end > start; end--) {
      // A word that holds the question together is no name, nor does one begin with it; an event's may end with it.
      if (programmeFillers.has(folded(words, start))) continue
      const isEvent = programmeFillers.has(folded(words, end - 1))
      const name = words
        .slice(start, end)
        .join(' ')
        .replace(/['’]s?$/, '')
      const isPart = isSure || (isBare && isOfSpeaker(words, end))
      for (const field of own) {
        if (isEvent && field !== 'event') continue
        const clause = names.clauseFor(field, name, isSure || (isPart && field === 'speaker'))
        if (clause) return { narrowings: [{ field, name, clause }], end }
      }
    }
  }
  return undefined
}

/** `is Ada speaking today?`, `Ada's talks`: what stands before is called as somebody is. */
const isOfSpeaker = (words: readonly string[], end: number) =>
  /['’]s?$/.test(words[end - 1] ?? '') || speakingWords.has(folded(words, end))

/** Without apostrophes: `what's` is `whats`, and with what it is short for, `what`. */
export const folded = (words: readonly string[], at: number) => plainWordAt(words, at).replace(/['’]/g, '')
