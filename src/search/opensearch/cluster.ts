import type { Client, ClientOptions } from '@opensearch-project/opensearch'
import { boundedConnection } from './bounded-connection.ts'
import { ClusterError, clusterErrorOf } from './cluster-error.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import type { OpenSearchClause } from './index-mapping.ts'

/** One search, without its index. */
export type SearchRequest = OpenSearchClause

export interface Hit<Source> {
  readonly _index: string
  readonly _score: number | null
  readonly _source: Source
  /** What it is sorted by. */
  readonly sort?: readonly unknown[]
}

/** The part of a search's response that is read. */
export interface SearchResponse<Source> {
  readonly timed_out: boolean
  readonly hits: {
    readonly total?: { readonly value: number }
    readonly hits: readonly Hit<Source>[]
  }
  readonly aggregations?: Readonly<Record<string, { readonly buckets: readonly Bucket[] }>>
}

interface Bucket {
  readonly key: string
  readonly doc_count: number
}

/** An OpenSearch cluster. All methods throw a `ClusterError` if it does not do what was asked. */
export interface Cluster {
  /**
   * Several searches in one request, of one index.
   * @param maxMs after which each answers with what it has found so far
   */
  searchAll<Source>(
    index: string,
    requests: readonly SearchRequest[],
    maxMs: number,
  ): Promise<readonly SearchResponse<Source>[]>
  /** Anything else that the official client can do. */
  ask<Body>(request: (client: Client) => Promise<{ readonly body: unknown }>): Promise<Body>
  close(): Promise<void>
}

/** How long one node may take to answer before the next one is asked, in milliseconds: a node that hangs costs this much. */
const maxMsOfNode = 2000

/** The lowest version that understands what is asked of it. */
const minVersion = 2

/** The official client, which is loaded only here. Nothing is connected yet. */
export async function createCluster(settings: ClusterSettings): Promise<Cluster> {
  const { Client, Connection } = await import('@opensearch-project/opensearch')
  const client = new Client({ ...optionsOf(settings), Connection: boundedConnection(Connection) })
  const fail = (error: unknown): never => {
    throw clusterErrorOf(error, settings)
  }

  return {
    async searchAll<Source>(index: string, requests: readonly SearchRequest[], maxMs: number) {
      // Each node has a copy as a rule: one that hangs then holds up nobody else.
      const header = { index, preference: '_local' }
      const timeout = `${Math.max(1, Math.round(maxMs))}ms`
      const body = requests.flatMap((request) => [header, { timeout, ...request }])
      const { body: answer } = await client
        .msearch({ body }, { requestTimeout: Math.max(maxMsOfNode, maxMs) })
        .catch(fail)
      const { responses } = (answer ?? {}) as {
        readonly responses?: readonly (ClusterAnswer<Source> | null)[]
      }
      const told = Array.isArray(responses) ? responses.filter(isAnswer<Source>) : []
      if (told.length !== requests.length)
        throw new ClusterError(
          'away',
          'What answers at HALLWAY_SEARCH_URL does not answer a search as OpenSearch does.',
        )
      return told.map((response) => {
        if ('error' in response) throw clusterErrorOf(response, settings)
        const [failure] = response._shards?.failures ?? []
        if (failure)
          throw new ClusterError('away', `A part of the index does not answer: ${failure.reason?.reason}.`)
        return response
      })
    },

    async ask<Body>(request: (client: Client) => Promise<{ readonly body: unknown }>) {
      const { body } = await request(client).catch(fail)
      return body as Body
    },

    close: () => client.close(),
  }
}

/** Whether it is a refusal or has hits: half an answer is none. */
function isAnswer<Source>(response: ClusterAnswer<Source> | null): response is ClusterAnswer<Source> {
  if (response === null) return false
  if ('error' in response) return true
  const hits: unknown = response.hits?.hits
  return Array.isArray(hits) && hits.every((hit) => hit !== null)
}

type ClusterAnswer<Source> =
  | { readonly error: unknown; readonly status: number }
  | (SearchResponse<Source> & {
      readonly _shards?: { readonly failures?: readonly { readonly reason?: { readonly reason?: string } }[] }
    })

/**
 * Whether the cluster can be used at all.
 * @throws {ClusterError} which says what to set if it cannot
 */
export async function expectCluster(cluster: Cluster): Promise<void> {
  const told = await cluster.ask<{
    readonly version?: { readonly number?: string; readonly distribution?: string }
  } | null>((client) => client.info({}, { requestTimeout: maxMsOfNode }))
  const version = told?.version
  if (version?.distribution !== 'opensearch')
    throw new ClusterError(
      'unfit',
      `What answers at HALLWAY_SEARCH_URL is no OpenSearch${version?.number ? `, but version ${version.number} of something else` : ''}.`,
    )
  if (Number.parseInt(version.number ?? '', 10) < minVersion)
    throw new ClusterError(
      'unfit',
      `The OpenSearch at HALLWAY_SEARCH_URL is version ${version.number}; Hallway needs ${minVersion}.0 or newer.`,
    )
}

function optionsOf({ addresses, credentials, certificates }: ClusterSettings): ClientOptions {
  return {
    nodes: [...addresses],
    // Every node is tried, and one of them twice.
    maxRetries: addresses.length,
    requestTimeout: maxMsOfNode,
    resurrectStrategy: 'ping',
    ...(credentials?.kind === 'user' && {
      auth: { username: credentials.user, password: credentials.password },
    }),
    ...(credentials?.kind === 'api-key' && { headers: { authorization: `ApiKey ${credentials.key}` } }),
    ...(certificates !== undefined && { ssl: { ca: certificates } }),
  }
}
