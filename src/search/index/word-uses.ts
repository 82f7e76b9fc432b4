import { endsInCapital, type Token } from '../analysis/analyzer.ts'
import { type IndexedWords, letterSignature, type WordKind, wordKinds } from './compiled-index.ts'
import { formBit } from './index-reader.ts'
import type { Field } from './talk-texts.ts'

/** A word as one term, written in one way: a word with other stems in other languages has several uses. */
export interface WordUse {
  /** Tells uses apart, and sorts them by word, then by term. */
  readonly key: string
  readonly word: string
  readonly term: string
  readonly kind: WordKind
}

export interface CountedUse {
  readonly use: WordUse
  readonly count: number
}

// The line break sorts before everything that is in words and terms.
export function useOf({ word, term }: Pick<Token, 'word' | 'term'>, kind: WordKind): WordUse {
  return { key: `${word}\n${term}\n${wordKinds.indexOf(kind)}`, word, term, kind }
}

/** Tells how the words of a text are written. A text that is in capitals throughout tells nothing. */
export function wordKindOf(field: Field, text: string): (token: Token) => WordKind {
  const isShouted = !/\p{Ll}/u.test(text)
  return ({ start, end, isPart }) => {
    if (isPart) return 'part'
    if (field === 'speakers') return 'speaker'
    return !isShouted && end - start > 1 && endsInCapital(text.slice(start, end)) ? 'name' : 'plain'
  }
}

/** @param sorted by key */
export function packWords(
  sorted: readonly CountedUse[],
  numbers: { readonly of: (term: string) => number; readonly count: number },
): IndexedWords {
  const wordTerms = Uint32Array.from(sorted, ({ use }) => numbers.of(use.term))
  const wordCounts = Uint32Array.from(sorted, ({ count }) => count)
  return {
    words: sorted.map(({ use }) => use.word),
    wordTerms,
    wordCounts,
    wordKinds: Uint8Array.from(sorted, ({ use }) => wordKinds.indexOf(use.kind)),
    wordLetters: Uint32Array.from(sorted, ({ use }) => letterSignature(use.word)),
    ...packForms(wordTerms, wordCounts, numbers.count),
  }
}

export function sortUses<Use extends CountedUse>(uses: Iterable<Use>): Use[] {
  return [...uses].sort((a, b) => (a.use.key < b.use.key ? -1 : 1))
}

/** The words of each term, the most frequent first. */
export function packForms(wordTerms: Uint32Array, wordCounts: Uint32Array, termCount: number) {
  const formStarts = new Uint32Array(termCount + 1)
  for (const term of wordTerms) formStarts[term + 1]! += 1
  for (let term = 0; term < termCount; term++) formStarts[term + 1]! += formStarts[term]!
  const forms = new Uint32Array(wordTerms.length)
  const next = formStarts.slice()
  wordTerms.forEach((term, word) => {
    forms[next[term]!++] = word
  })
  for (let term = 0; term < termCount; term++) {
    const ofTerm = forms.subarray(formStarts[term], formStarts[term + 1])
    if (ofTerm.length > 1) ofTerm.sort((a, b) => wordCounts[b]! - wordCounts[a]! || a - b)
  }
  return { formStarts, forms }
}

/**
 * By word: its bit among the forms of its term. A posting has room for eight; if a term has more, the last bit is that of
 * all rarer ones, so that who has it has one of them.
 */
export function formBits({ forms, formStarts }: Pick<IndexedWords, 'forms' | 'formStarts'>): Uint8Array {
  const bits = new Uint8Array(forms.length)
  for (let term = 0; term + 1 < formStarts.length; term++) {
    const start = formStarts[term]!
    for (let at = start; at < formStarts[term + 1]!; at++) bits[forms[at]!] = formBit(at - start)
  }
  return bits
}
