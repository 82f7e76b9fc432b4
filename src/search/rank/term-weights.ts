import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'

/** How much each term of a question counts, by its number. */
export type TermWeights = ReadonlyMap<number, TermWeight>

export interface TermWeight {
  /** By word: how much each form of the term counts. */
  readonly words: ReadonlyMap<number, number>
  /** By the bits of a posting: what the form that counts most counts. One number if all forms count the same. */
  readonly byForms: Float64Array | number
}

/** What a term counts in a document, by the bits of its posting. */
export function weightOf({ byForms }: TermWeight, bits: number): number {
  return typeof byForms === 'number' ? byForms : byForms[bits]!
}

export function termWeights(queryTerms: readonly QueryTerm[], reader: IndexReader): TermWeights {
  const byTerm = new Map<number, Map<number, number>>()
  for (const { count, variants } of queryTerms) {
    for (const { terms, forms, weight } of variants) {
      terms.forEach((term, place) => {
        const words = byTerm.get(term) ?? new Map<number, number>()
        byTerm.set(term, words)
        for (const form of forms[place]!)
          words.set(form.word, (words.get(form.word) ?? 0) + (count * weight * form.weight) / terms.length)
      })
    }
  }
  const weights = new Map<number, TermWeight>()
  for (const [term, words] of byTerm)
    weights.set(term, { words, byForms: reader.formTable(term, (word) => words.get(word) ?? 0) })
  return weights
}
