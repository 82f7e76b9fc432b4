import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, percentile } from '../percentiles.ts'
import type { SearchDocument } from './peers/peer.ts'
import type { Built, Loaded, SpeedRequest, Timed } from './speed-messages.ts'

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
  const folder = mkdtempSync(join(tmpdir(), 'hallway-bench-'))
  const documentsFile = join(folder, 'documents.jsonl')
  writeFileSync(documentsFile, plan.documents.map((document) => JSON.stringify(document)).join('\n'))
  const runs = plan.peers.map((key) => new PeerRun(key, documentsFile, join(folder, `${key}.index`)))
  try {
    for (const run of runs) {
      plan.report(`build ${run.key}`)
      await run.build()
    }
    for (let round = 0; round < plan.loads; round++) {
      plan.report(`load, round ${round + 1} of ${plan.loads}`)
      for (const run of rotate(runs, round)) await run.load(plan.queries[0]!)
    }
    for (let round = 0; round <= plan.rounds; round++) {
      plan.report(round === 0 ? 'queries, warm-up' : `queries, round ${round} of ${plan.rounds}`)
      for (const run of rotate(runs, round)) await run.ask(plan.queries, plan.budgetMs, round > 0)
    }
    return runs.map((run) => [run.key, run.result()])
  } finally {
    for (const run of runs) run.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One peer's way through the plan. After a failure it does nothing more and its result says why. */
class PeerRun {
  readonly key: string
  readonly #files: { readonly documentsFile: string; readonly indexFile: string }
  #child: ChildProcess | undefined
  #built: Built | undefined
  readonly #loaded: Loaded[] = []
  readonly #timed: (readonly number[])[] = []
  #error: string | undefined

  constructor(key: string, documentsFile: string, indexFile: string) {
    this.key = key
    this.#files = { documentsFile, indexFile }
  }

  async build(): Promise<void> {
    this.#built = await this.#inNewProcess<Built>({ do: 'build', ...this.#files })
  }

  async load(firstQuery: string): Promise<void> {
    const loaded = await this.#inNewProcess<Loaded>({ do: 'load', ...this.#files, firstQuery })
    if (loaded) this.#loaded.push(loaded)
  }

  async ask(queries: readonly string[], budgetMs: number, counts: boolean): Promise<void> {
    const timed = await this.#request<Timed>({ do: 'ask', queries, budgetMs })
    if (timed && counts) this.#timed.push(timed.times)
  }

  result(): SpeedResult | { readonly error: string } {
    if (this.#error !== undefined) return { error: this.#error }
    const queries = Math.min(...this.#timed.map((times) => times.length))
    const medians = this.#timed[0]!.slice(0, queries).map((_, query) =>
      median(this.#timed.map((times) => times[query]!)),
    )
    const ofLoads = (figure: keyof Loaded) => median(this.#loaded.map((loaded) => loaded[figure]))
    return {
      ...this.#built!,
      loadMs: ofLoads('loadMs'),
      firstAnswerMs: ofLoads('firstAnswerMs'),
      heapMb: ofLoads('heapMb'),
      rssMb: ofLoads('rssMb'),
      p50Ms: percentile(medians, 0.5),
      p99Ms: percentile(medians, 0.99),
      p99OfAllMs: percentile(this.#timed.flat(), 0.99),
      queries,
    }
  }

  stop(): void {
    this.#child?.kill()
    this.#child = undefined
  }

  async #inNewProcess<Reply>(request: SpeedRequest): Promise<Reply | undefined> {
    if (this.#error !== undefined) return undefined
    this.stop()
    this.#child = fork(join(import.meta.dirname, 'speed-child.ts'), [this.key], {
      execArgv: ['--expose-gc', '--max-old-space-size=12288'],
    })
    await once(this.#child, 'message')
    return this.#request<Reply>(request)
  }

  /** Undefined, and the reason kept, where the process answers with an error or dies. */
  async #request<Reply>(request: SpeedRequest): Promise<Reply | undefined> {
    const child = this.#child
    if (this.#error !== undefined || child === undefined) return undefined
    const over = new AbortController()
    const died = once(child, 'exit', { signal: over.signal }).then(([code, signal]) => [
      { error: `the process ended (${signal ?? `exit code ${code}`})` },
    ])
    const answered = once(child, 'message', { signal: over.signal })
    child.send(request)
    const [reply] = (await Promise.race([answered, died])) as [Reply | { readonly error: string }]
    over.abort()
    await Promise.allSettled([answered, died])
    if (typeof reply === 'object' && reply !== null && 'error' in reply) {
      this.#error = reply.error
      this.stop()
      return undefined
    }
    return reply as Reply
  }
}

/** Each round begins with another peer, so that none always runs after the same neighbour. */
function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length
  return [...items.slice(at), ...items.slice(0, at)]
}
