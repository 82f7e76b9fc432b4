import type { Talk } from '../../notes/talk.ts'
import { splitWords } from '../analysis/analyzer.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { textsOf } from '../index/talk-texts.ts'
import type { Notice, Query, Replacement } from '../query/query.ts'
import { readField } from '../query/query-fields.ts'
import { isInAny } from '../query/question-words.ts'
import { rewrite } from '../query/write-query.ts'

/**
 * All notices in the order of their places, and the question with everything put right that can be guessed.
 * @param noticed the query's notices, and what its filters and phrases were found to be
 * @param found talks that show how the words are written
 */
export function readingOf(
  { text, phrases }: Query,
  queryTerms: readonly QueryTerm[],
  noticed: readonly Notice[],
  found: readonly FoundTalk[],
): QueryReading {
  const notices = noticed.toSorted((a, b) => a.start - b.start)
  const asWritten = (words: readonly Replacement[]) => words.map((word) => writtenIn(found, word, text))
  const corrections = asWritten(queryTerms.flatMap(({ correction }) => correction ?? []))
  const suggestions = suggestedBy(notices)
  const words = corrections.filter((correction) => !isField(correction, text))
  const offers = asWritten(queryTerms.flatMap(({ offer }) => offer ?? []))
  const didYouMean = rewrite(text, [...suggestions, ...words, ...offers])
  const isOfWords = suggestions.length + offers.length === 0
  const isCorrected = words.length > 0 && isOfWords && !words.some((word) => isInAny(word, phrases))
  return { notices, isCorrected, isOffered: offers.length > 0, ...(didYouMean !== text && { didYouMean }) }
}

interface FoundTalk {
  readonly talk: Talk
}

/** With the accents of the notes, and with their capitals if it was typed with one: `Müller` for “Müler”. */
function writtenIn(found: readonly FoundTalk[], word: Replacement, question: string): Replacement {
  const isCapitalized = /^\p{Lu}/u.test(question.slice(word.start, word.end))
  for (const { talk } of found)
    for (const { text } of textsOf(talk)) {
      const same = splitWords(text).find((one) => one.text === word.text)
      if (!same) continue
      const written = text.slice(same.start, same.end)
      return { ...word, text: isCapitalized ? written : written.toLowerCase() }
    }
  return word
}

/** What should stand in the question instead, if the notices can guess it. */
export function suggestedBy(notices: readonly Notice[]): Replacement[] {
  return notices.flatMap(({ start, end, suggestion }) =>
    suggestion === undefined ? [] : { start, end, text: suggestion },
  )
}

/** `kindz:x` put right is more than a word spelled otherwise. */
function isField({ text: word, end }: Replacement, text: string): boolean {
  return /[:：]/.test(text.charAt(end)) && readField(word) !== undefined
}

/** How the question was read: see the same fields of `SearchResults`. */
export interface QueryReading {
  readonly notices: readonly Notice[]
  readonly didYouMean?: string
  readonly isCorrected: boolean
  readonly isOffered: boolean
}
