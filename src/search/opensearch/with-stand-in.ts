import type { SearchEngine } from '../search-engine.ts'
import { ClusterError } from './cluster-error.ts'

interface StandInOptions {
  /** The engine that is asked first; undefined if it cannot be at the moment. */
  readonly engine: () => SearchEngine | undefined
  /** Whether somebody should be told that the other one answers: not if it is only that the cluster is behind. */
  readonly isMissed: () => boolean
  readonly onFailure: (error: ClusterError) => void
}

/** An engine that is asked as long as it answers, and another one that answers whatever happens. */
export function withStandIn(
  own: SearchEngine,
  { engine, isMissed, onFailure }: StandInOptions,
): SearchEngine {
  const ask = async <Value>(request: (of: SearchEngine) => Promise<Value>) => {
    const first = engine()
    if (!first) return { value: await request(own), isStandIn: isMissed() }
    try {
      return { value: await request(first), isStandIn: false }
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error
      onFailure(error)
      return { value: await request(own), isStandIn: error.code !== 'gone' }
    }
  }
  const valueFrom = async <Value>(request: (of: SearchEngine) => Promise<Value>) => (await ask(request)).value
  return {
    async search(query, options) {
      const { value, isStandIn } = await ask((of) => of.search(query, options))
      return isStandIn ? { ...value, isStandIn } : value
    },
    similar: (talkId, options) => valueFrom((of) => of.similar(talkId, options)),
    keyTerms: (talkId, limit) => valueFrom((of) => of.keyTerms(talkId, limit)),
    suggest: (typed, limit) => valueFrom((of) => of.suggest(typed, limit)),
    topics: () => valueFrom((of) => of.topics()),
    names: () => valueFrom((of) => of.names()),
  }
}
