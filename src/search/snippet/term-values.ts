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

/**
 * By query term: what a passage of the talk gains by having it. A word that stands in the talk's title, or in many of its
 * passages, tells little about which of them to quote.
 */
export function termValues(
  queryTerms: readonly QueryTerm[],
  { passages, names }: TalkPassages,
  reader: IndexReader,
  parameters: TermValueParameters,
): Float32Array {
  const { genericShare, requestShare, nameShare, commonness, minLocalShare } = parameters
  return Float32Array.from(queryTerms, ({ role, variants }, queryTerm) => {
    const [first] = variants
    const idf = first ? Math.max(...first.terms.map((term) => reader.idf(term))) : reader.idfOfUnknown
    const ofRole = role === 'generic' ? genericShare : role === 'request' ? requestShare : 1
    const frequency = passages.filter(({ has }) => has[queryTerm]! > 0).length
    const common = Math.log(1 + frequency) / Math.log(2 + passages.length)
    const ofTalk = Math.max(minLocalShare, 1 - commonness * common)
    return idf * ofRole * ofTalk * (names[queryTerm]! > 0 ? nameShare : 1)
  })
}
