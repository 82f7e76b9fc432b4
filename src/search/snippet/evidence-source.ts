import type { QueryTerm } from '../expand/query-terms.ts'
import type { TextRun } from '../index/index-reader.ts'
import type { AskedFor, NameParameters, ThingParameters } from '../query/parse-query.ts'
import type { Query } from '../query/query.ts'
import type { Sentence } from './choose-sentences.ts'
import type { TalkPassages, TermUses } from './talk-passages.ts'

export interface EvidenceSource {
  readonly query: Query
  readonly queryTerms: readonly QueryTerm[]
  readonly asked: AskedFor | undefined
  readonly talk: TalkPassages
  /** Whether the question is the talk's title, word for word. */
  readonly isTitle: boolean
  readonly runs: readonly TextRun[]
  readonly uses: TermUses
  /** By query term: its idf, and what a sentence gains by it. */
  readonly idfs: Float32Array
  readonly idfOfUnknown: number
  readonly values: Float32Array
  /** What is quoted, best first. */
  readonly sentences: readonly Sentence[]
  readonly isOnlyNamed: boolean
  readonly isByMeaning: boolean
  readonly parameters: EvidenceParameters
}

/** See `RankingParameters.quotation`. */
export interface EvidenceParameters extends NameParameters, ThingParameters {
  readonly minRarityOfSubject: number
  readonly minTitleWords: number
  readonly minShareOfTitle: number
  readonly minShareOfSentence: number
  readonly minShareOfWord: number
}
