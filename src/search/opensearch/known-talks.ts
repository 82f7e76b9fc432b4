import type { Talk } from '../../notes/talk.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { CorpusStatistics } from './corpus-statistics.ts'
import type { IndexedTalk } from './talk-document.ts'

/** A talk that the cluster gave, without what only quoting needs. */
export type RankedTalk = Omit<IndexedTalk, 'talk'>

/** Some of the talks, each as a document of a small index: ranked and quoted as if all were there. */
export interface KnownTalks {
  readonly reader: IndexReader
  /** In order of id, which is that of the documents. */
  readonly talks: readonly RankedTalk[]
  numberOf(id: string): number | undefined
  /** By document: 1 for these. */
  maskOf(talks: readonly RankedTalk[]): Uint8Array
}

/** @param given may repeat talks */
export function createKnownTalks(given: readonly RankedTalk[], statistics: CorpusStatistics): KnownTalks {
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

/** The cluster has what `buildTalkDocument` wrote, and nothing else: an index of other sources is never opened. */
export function parseStoredTalk(json: string): Talk {
  return JSON.parse(json) as Talk
}
