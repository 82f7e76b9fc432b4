import type { QueryTerm } from '../expand/query-terms.ts'
import type { CompiledIndex } from '../index/compiled-index.ts'

/** What every document may cover of one question, estimated from above by which terms it has anywhere. */
export interface CoverageBounds {
  /** The share of the question's idf, from 0 to 1. */
  of(document: number): number
  /** The documents of which something is said and that may cover this share of what the best one may, by number. */
  from(share: number): number[]
}

/**
 * Estimates for one question after another: what a talk covers is only known once it is read closely, and not all talks
 * that match can be. Working memory is kept between questions.
 */
export function createCoverageBounds(index: CompiledIndex) {
  const { documentCount, postingStarts, postingDocuments } = index
  const covered = new Float32Array(documentCount)
  const lastConcept = new Int32Array(documentCount)

  return (queryTerms: readonly QueryTerm[], mask?: Uint8Array): CoverageBounds => {
    covered.fill(0)
    lastConcept.fill(-1)
    queryTerms.forEach(({ variants, idf }, queryTerm) => {
      for (const { terms, certainty } of variants.toSorted((a, b) => b.certainty - a.certainty)) {
        for (const term of rarest(terms)) {
          for (let at = postingStarts[term]!; at < postingStarts[term + 1]!; at++) {
            const document = postingDocuments[at]!
            if (lastConcept[document] === queryTerm || mask?.[document] === 0) continue
            lastConcept[document] = queryTerm
            covered[document]! += idf * certainty
          }
        }
      }
    })
    const all = queryTerms.reduce((sum, { idf }) => sum + idf, 0)
    return {
      of: (document) => covered[document]! / all,
      from(share) {
        let best = 0
        for (let document = 0; document < documentCount; document++) best = Math.max(best, covered[document]!)
        const close: number[] = []
        for (let document = 0; document < documentCount; document++) {
          if (covered[document]! > 0 && covered[document]! >= best * share) close.push(document)
        }
        return close
      },
    }
  }

  /** Where a way to say it needs several terms, a document that has all of them has the rarest. */
  function rarest(terms: readonly number[]): readonly number[] {
    const frequency = (term: number) => postingStarts[term + 1]! - postingStarts[term]!
    return terms.length < 2 ? terms : [terms.reduce((a, b) => (frequency(b) < frequency(a) ? b : a))]
  }
}
