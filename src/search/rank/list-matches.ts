import type { Explanation } from './explanation.ts'
import type { Matches } from './find-matches.ts'

/** The documents that a mask leaves, if nothing else is asked for: none is better than another. */
export function listMatches(mask: Uint8Array | undefined): Matches {
  const documents = Array.from((mask ?? new Uint8Array()).keys()).filter((document) => mask![document] === 1)
  return {
    total: documents.length,
    documents: () => documents,
    best: () => [],
    ranked: [],
    isFound: (document) => mask?.[document] === 1,
    coverageOf: () => 1,
    bestCoverage: documents.length > 0 ? 1 : 0,
    lead: undefined,
    isNear: false,
    isPartial: false,
    explain: () => nothingToExplain,
  }
}

const nothingToExplain: Explanation = {
  terms: [],
  proximity: 0,
  names: 0,
  event: 0,
  feedback: 0,
  bestWindow: 0,
  queryTerms: [],
}
