import type { Talk } from '../notes/talk.ts'
import { analyze } from './analyzer.ts'
import { fold } from './fold.ts'
import { roleOf } from './question-words.ts'
import { textsOf } from './talk-texts.ts'

/** What two talks have in common: why one is shown beside the other. */
export interface Shared {
  /** Names of speakers, as the other talk gives them. */
  readonly speakers: readonly string[]
  readonly tags: readonly string[]
  /** Further words that both use and few others do, the most telling first, as the other talk spells them. */
  readonly words: readonly string[]
}

const mostWords = 3
const wordsRead = 12

/** @param terms of the first talk that the other has too, the most telling first */
export function sharedBy(talk: Talk, other: Talk, terms: readonly string[]): Shared {
  const speakers = inBoth(
    talk.speakers.map(({ name }) => name),
    other.speakers.map(({ name }) => name),
  )
  const tags = inBoth(talk.tags, other.tags)
  const named = new Set(
    [...speakers, ...tags].flatMap((name) => analyze(name, other.language).map(({ term }) => term)),
  )
  const words = topicsAsWritten(terms.filter((term) => !named.has(term)).slice(0, wordsRead), other)
  return { speakers, tags, words: words.slice(0, mostWords) }
}

/** The terms as the talk first writes them, each word once, without those that say little of their own. */
export function topicsAsWritten(terms: readonly string[], talk: Talk): string[] {
  const words = new Map(asWritten(terms, talk).map((word) => [fold(word), word]))
  return [...words.values()].filter(isTopic)
}

function isTopic(word: string): boolean {
  return roleOf(fold(word)) === 'topic'
}

function inBoth(ours: readonly string[], theirs: readonly string[]): string[] {
  const known = new Set(ours.map(fold))
  return theirs.filter((name) => known.has(fold(name)))
}

/** The first word of the talk for each term. */
function asWritten(terms: readonly string[], talk: Talk): string[] {
  const words = new Map<string, string>()
  for (const { text } of textsOf(talk)) {
    if (words.size === terms.length) break
    for (const { term, start, end } of analyze(text, talk.language)) {
      if (terms.includes(term) && !words.has(term)) words.set(term, text.slice(start, end))
    }
  }
  return terms.flatMap((term) => words.get(term) ?? [])
}
