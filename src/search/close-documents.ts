import type { CompiledIndex } from './compiled-index.ts'
import type { Concept } from './concepts.ts'

/** Talks that may cover this share of what the best one covers fit about as well as it. */
const closeShare = 0.75

/**
 * The documents that fit about as well as the best, in order of number: those that are worth counting and putting in
 * order of date. What a document covers is estimated from above, by which terms it has anywhere. Working memory is kept
 * between questions.
 */
export function createCloseDocuments(index: CompiledIndex) {
  const { documentCount, postingStarts, postingDocuments } = index
  const covered = new Float32Array(documentCount)
  const lastConcept = new Int32Array(documentCount)

  return (concepts: readonly Concept[], mask?: Uint8Array): number[] => {
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
    const least = covered.reduce((most, share) => Math.max(most, share), 0) * closeShare
    const close: number[] = []
    for (let document = 0; document < documentCount; document++) {
      if (covered[document]! > 0 && covered[document]! >= least) close.push(document)
    }
    return close
  }

  /** Where a way to say it needs several terms, a document that has all of them has the rarest. */
  function rarest(terms: readonly number[]): readonly number[] {
    const frequency = (term: number) => postingStarts[term + 1]! - postingStarts[term]!
    return terms.length < 2 ? terms : [terms.reduce((a, b) => (frequency(b) < frequency(a) ? b : a))]
  }
}
