import type { Talk } from '../../notes/talk.ts'
import type { Cluster, SearchRequest, SearchResponse } from './cluster.ts'
import type { OpenSearchClause } from './index-mapping.ts'
import { parseStoredTalk, type RankedTalk } from './known-talks.ts'
import type { IndexedTalk } from './talk-document.ts'

/** Talks in the order of a list. */
export const idAscending = { id: 'asc' }

/** What ranking reads of a talk; `talk` itself is most of it, and is read of the few that are shown. */
export const rankedFields = ['id', 'title', 'event', 'uses', 'sequence'] as const

/** The best talks by a clause's score, equal ones by id. */
export function bestBy(
  clause: OpenSearchClause,
  filter: readonly OpenSearchClause[],
  size: number,
): SearchRequest {
  return {
    query: { bool: { must: clause, filter } },
    size,
    sort: [{ _score: 'desc' }, idAscending],
    _source: rankedFields,
    track_total_hits: false,
  }
}

export const matchNone: SearchRequest = { query: { match_none: {} }, size: 0 }

/** One index of talks in the cluster, which does not change as long as it is there. */
export interface TalkIndex {
  search(requests: readonly SearchRequest[], maxMs: number): Promise<readonly SearchResponse<RankedTalk>[]>
  /** The talks of these ids, by id. */
  talks(ids: readonly string[], maxMs: number): Promise<ReadonlyMap<string, Talk>>
}

export function createTalkIndex(cluster: Cluster, index: string): TalkIndex {
  return {
    search: (requests, maxMs) => cluster.searchAll<RankedTalk>(index, requests, maxMs),
    async talks(ids, maxMs) {
      if (ids.length === 0) return new Map()
      const request = { query: { terms: { id: ids } }, size: ids.length, _source: ['id', 'talk'] }
      const [response] = await cluster.searchAll<Pick<IndexedTalk, 'id' | 'talk'>>(index, [request], maxMs)
      return new Map(response!.hits.hits.map(({ _source: { id, talk } }) => [id, parseStoredTalk(talk)]))
    },
  }
}

export function talksOf(response: SearchResponse<RankedTalk> | undefined): RankedTalk[] {
  return response?.hits.hits.map(({ _source }) => _source) ?? []
}
