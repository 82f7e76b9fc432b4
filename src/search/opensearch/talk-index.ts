import type { Talk } from '../../notes/talk.ts'
import { createTextMemory } from '../../text/remembering.ts'
import type { Cluster, Hit, SearchRequest, SearchResponse } from './cluster.ts'
import type { RankedTalk } from './corpus-statistics.ts'
import type { OpenSearchClause } from './index-mapping.ts'
import type { IndexedTalk } from './talk-document.ts'

/** Talks in the order of a list. */
export const idAscending = { id: 'asc' }

/** Hits without their talks: the last sort value of each identifies it. */
export const idsAlone: SearchRequest = { _source: false, stored_fields: '_none_', track_total_hits: false }

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
    ...idsAlone,
  }
}

export const matchNone: SearchRequest = { query: { match_none: {} }, size: 0 }

/** One index of talks in the cluster, which does not change as long as it is there. */
export interface TalkIndex {
  /** Only the ids of what is found are read: see `idOfHit`. */
  search(requests: readonly SearchRequest[], maxMs: number): Promise<readonly SearchResponse<unknown>[]>
  /** What ranking reads of the talks of these ids, in any order; fewer if time runs out. */
  rankedTalks(ids: readonly string[], maxMs: number): Promise<readonly RankedTalk[]>
  /** The talks of these ids, by id; fewer if time runs out. */
  talks(ids: readonly string[], maxMs: number): Promise<ReadonlyMap<string, Talk>>
}

export function createTalkIndex(cluster: Cluster, index: string): TalkIndex {
  const shown = createTextMemory<Talk>(maxShown)
  return {
    search: (requests, maxMs) => cluster.searchAll(index, requests, maxMs),
    rankedTalks: (ids, maxMs) => read(ids, ['id', 'title', 'event', 'uses', 'sequence'], maxMs),
    async talks(ids, maxMs) {
      const missing = ids.filter((id) => shown.get(id) === undefined)
      for (const { id, talk } of await read(missing, ['id', 'talk'], maxMs))
        shown.set(id, parseStoredTalk(talk))
      return new Map(ids.flatMap((id) => (shown.get(id) === undefined ? [] : [[id, shown.get(id)!]])))
    },
  }

  async function read<Field extends keyof IndexedTalk>(
    ids: readonly string[],
    fields: readonly Field[],
    maxMs: number,
  ): Promise<readonly Pick<IndexedTalk, Field>[]> {
    if (ids.length === 0) return []
    const request = { query: { bool: { filter: { terms: { id: ids } } } }, size: ids.length, _source: fields }
    const [response] = await cluster.searchAll<Pick<IndexedTalk, Field>>(index, [request], maxMs)
    return response!.hits.hits.map(({ _source }) => _source)
  }
}

/** Talks that were shown, a few kilobytes each, whose sentences are remembered along with them. */
const maxShown = 1000

export function idOfHit({ sort }: Hit<unknown>): string {
  return sort!.at(-1) as string
}

export function idsOfHits(response: SearchResponse<unknown> | undefined): string[] {
  return response?.hits.hits.map(idOfHit) ?? []
}

/** The cluster has what `buildTalkDocument` wrote, and nothing else: an index of other sources is never opened. */
function parseStoredTalk(json: string): Talk {
  return JSON.parse(json) as Talk
}
