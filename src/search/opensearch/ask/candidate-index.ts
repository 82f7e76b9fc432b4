import type { IndexReader } from '../../index/index-reader.ts'
import type { CorpusStatistics, WeighedTalk } from '../corpus-statistics.ts'

/** Some of the talks, each as a document of a small index: ranked and quoted as if all were there. */
export interface CandidateIndex {
  readonly reader: IndexReader
  /** In order of id, which is that of the documents. */
  readonly talks: readonly WeighedTalk[]
  numberOf(id: string): number | undefined
  /** By document: 1 for these. */
  maskOf(talks: readonly WeighedTalk[]): Uint8Array
}

/** @param given may repeat talks */
export function createCandidateIndex(
  given: readonly WeighedTalk[],
  statistics: CorpusStatistics,
): CandidateIndex {
  const byId = new Map(given.map((talk) => [talk.id, talk]))
  const talks = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const numbers = new Map(talks.map(({ id }, number) => [id, number]))
  return {
    reader: statistics.readerOf(talks),
    talks,
    numberOf: (id) => numbers.get(id),
    maskOf(some) {
      const mask = new Uint8Array(talks.length)
      for (const { id } of some) mask[numbers.get(id)!] = 1
      return mask
    },
  }
}
