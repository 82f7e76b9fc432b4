import { median, percentile } from '../../percentiles.ts'
import type { SearchDocument } from '../peers/peer.ts'
import type { Built, Loaded } from './messages.ts'
import { rotate, withPeers } from './peer-process.ts'

export interface SpeedResult extends Built, Omit<Loaded, 'heapMb' | 'rssMb'> {
  readonly heapMb: number
  readonly rssMb: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** The 99th percentile of every single timing: garbage collection and other processes included. */
  readonly p99OfAllMs: number
  /** How many of the queries there was time for. */
  readonly queries: number
}

/** A peer's key, and its figures or why there are none. */
export type SpeedRow = readonly [key: string, result: SpeedResult | { readonly error: string }]

export interface SpeedPlan {
  /** Keys of `allPeers`. */
  readonly peers: readonly string[]
  readonly documents: readonly SearchDocument[]
  readonly queries: readonly string[]
  /** How often each peer loads its index, each time in a new process. */
  readonly loads: number
  /** Rounds of queries that count; one more goes before them to warm up. */
  readonly rounds: number
  /** A round of one peer ends after this time, whatever is left of the queries. */
  readonly budgetMs: number
  readonly report: (progress: string) => void
}

/**
 * Every peer in processes of its own, one at work at a time. Loading and queries go round by round through all peers,
 * so that whatever else the machine does falls on all of them alike; each query counts with the median of its rounds.
 */
export async function measureSpeed(plan: SpeedPlan): Promise<SpeedRow[]> {
  return withPeers(plan.peers, plan.documents, async (peers) => {
    const measured = new Map(peers.map((peer): [string, Measured] => [peer.key, { loads: [], rounds: [] }]))
    for (const peer of peers) {
      plan.report(`build ${peer.key}`)
      measured.get(peer.key)!.built = await peer.build()
    }
    for (let round = 0; round < plan.loads; round++) {
      plan.report(`load, round ${round + 1} of ${plan.loads}`)
      for (const peer of rotate(peers, round)) {
        const loaded = await peer.load(plan.queries[0]!)
        if (loaded) measured.get(peer.key)!.loads.push(loaded)
      }
    }
    for (let round = 0; round <= plan.rounds; round++) {
      plan.report(round === 0 ? 'queries, warm-up' : `queries, round ${round} of ${plan.rounds}`)
      for (const peer of rotate(peers, round)) {
        const { queries, budgetMs } = plan
        const times = await peer.ask({ queries, budgetMs, limit: 10, how: 'search' })
        if (times && round > 0) measured.get(peer.key)!.rounds.push(times)
      }
    }
    return peers.map(({ key, error }) => [
      key,
      error === undefined ? summarize(measured.get(key)!) : { error },
    ])
  })
}

interface Measured {
  built?: Built | undefined
  readonly loads: Loaded[]
  /** Milliseconds by query, round by round. */
  readonly rounds: (readonly number[])[]
}

function summarize({ built, loads, rounds }: Measured): SpeedResult {
  const medians = mediansByQuery(rounds)
  const ofLoads = (figure: keyof Loaded) => median(loads.map((loaded) => loaded[figure]))
  return {
    ...built!,
    loadMs: ofLoads('loadMs'),
    firstAnswerMs: ofLoads('firstAnswerMs'),
    heapMb: ofLoads('heapMb'),
    rssMb: ofLoads('rssMb'),
    p50Ms: percentile(medians, 0.5),
    p99Ms: percentile(medians, 0.99),
    p99OfAllMs: percentile(rounds.flat(), 0.99),
    queries: medians.length,
  }
}

/** Of the queries that every round had time for. */
export function mediansByQuery(rounds: readonly (readonly number[])[]): number[] {
  const queries = Math.min(...rounds.map((times) => times.length))
  return rounds[0]!.slice(0, queries).map((_, query) => median(rounds.map((times) => times[query]!)))
}
