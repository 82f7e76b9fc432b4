import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { TalkPassages } from './talk-passages.ts'

/** See `RankingParameters.quotation`. */
export interface TermValueParameters {
  readonly genericShare: number
  readonly requestShare: number
  readonly nameShare: number
  readonly commonness: number
  readonly minLocalShare: number
}

/** By query term: its idf, whatever its role; the highest for a word that the notes lack. */
export function termIdfs(queryTerms: readonly QueryTerm[], reader: IndexReader): Float32Array {
  return Float32Array.from(queryTerms, ({ variants: [first] }) =>
    first ? Math.max(...first.terms.map((term) => reader.idf(term))) : reader.idfOfUnknown,
  )
}

/**
 * By query term: what a sentence of the talk gains by having it. A word that stands in the talk's title, or in many of its
 * passages, tells little about which of them to quote.
 */
export function termValues(
  queryTerms: readonly QueryTerm[],
  idfs: Float32Array,
  { passages, names }: TalkPassages,
  parameters: TermValueParameters,
): Float32Array {
  const { genericShare, requestShare, nameShare, commonness, minLocalShare } = parameters
  return Float32Array.from(queryTerms, ({ role }, queryTerm) => {
    const ofRole = role === 'generic' ? genericShare : role === 'request' ? requestShare : 1
    const frequency = passages.filter(({ has }) => has[queryTerm]! > 0).length
    const common = Math.log(1 + frequency) / Math.log(2 + passages.length)
    const ofTalk = Math.max(minLocalShare, 1 - commonness * common)
    return idfs[queryTerm]! * ofRole * ofTalk * (names[queryTerm]! > 0 ? nameShare : 1)
  })
}
