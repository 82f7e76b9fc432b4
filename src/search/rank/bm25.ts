import type { QueryTerm } from '../expand/query-terms.ts'
import type { CompiledIndex } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { createBest, type Ranking } from './best-documents.ts'

interface Bm25Options {
  /** Which documents may be found, as 1. Default all. */
  readonly mask?: Uint8Array | undefined
  /** A gain for the documents that are 1. */
  readonly boost?: DocumentBoost | undefined
}

interface DocumentBoost {
  readonly documents: Uint8Array
  readonly gain: number
}

/** Scores documents for one query after another; keeps its working memory between them. */
export interface Ranker {
  /** BM25 as lunr weighs it: the `depth` best documents, of those that the mask (if any) has as 1. */
  rank(weights: TermWeights, depth: number, options?: Bm25Options): Ranking
}

export function createRanker(index: CompiledIndex): Ranker {
  const { documentCount, postingStarts, postingDocuments, postingWeights, postingForms } = index
  const scores = new Float64Array(documentCount)
  const best = createBest()

  return {
    rank(weights, depth, { mask, boost } = {}) {
      add(weights)
      addBoost(boost, scores)
      if (mask)
        for (let document = 0; document < documentCount; document++) scores[document]! *= mask[document]!
      return best.of(scores, depth)
    },
  }

  function add(weights: TermWeights): void {
    scores.fill(0)
    for (const [term, { byForms }] of weights) {
      const end = postingStarts[term + 1]!
      if (typeof byForms === 'number') {
        for (let at = postingStarts[term]!; at < end; at++)
          scores[postingDocuments[at]!]! += byForms * postingWeights[at]!
      } else {
        for (let at = postingStarts[term]!; at < end; at++)
          scores[postingDocuments[at]!]! += byForms[postingForms[at]!]! * postingWeights[at]!
      }
    }
  }
}

/** Only documents that match gain. */
function addBoost(boost: DocumentBoost | undefined, scores: Float64Array): void {
  if (!boost) return
  for (let document = 0; document < scores.length; document++)
    if (scores[document]! > 0) scores[document]! += boost.gain * boost.documents[document]!
}

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
