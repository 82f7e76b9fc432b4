import type { Concept } from '../expand/query-terms.ts'
import type { CompiledIndex } from '../index/compiled-index.ts'

/** What every document may cover of one question, estimated from above by which terms it has anywhere. */
export interface Estimates {
  /** The share of the question's information, from 0 to 1. */
  of(document: number): number
  /** The documents of which something is said and that may cover this share of what the best one may, by number. */
  from(share: number): number[]
}

/**
 * Estimates for one question after another: what a talk covers is only known once it is read closely, and not all talks
 * that match can be. Working memory is kept between questions.
 */
export function createEstimates(index: CompiledIndex) {
  const { documentCount, postingStarts, postingDocuments } = index
  const covered = new Float32Array(documentCount)
  const lastConcept = new Int32Array(documentCount)

  return (concepts: readonly Concept[], mask?: Uint8Array): Estimates => {
    covered.fill(0)
    lastConcept.fill(-1)
    concepts.forEach(({ alternatives, information }, concept) => {
      for (const { terms, certainty } of alternatives.toSorted((a, b) => b.certainty - a.certainty)) {
        for (const term of rarest(terms)) {
          for (let at = postingStarts[term]!; at < postingStarts[term + 1]!; at++) {
            const document = postingDocuments[at]!
            if (lastConcept[document] === concept || mask?.[document] === 0) continue
            lastConcept[document] = concept
            covered[document]! += information * certainty
          }
        }
      }
    })
    const all = concepts.reduce((sum, { information }) => sum + information, 0)
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
