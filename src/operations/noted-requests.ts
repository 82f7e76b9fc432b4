import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** How people ask Hallway for something. `other`: Slack's own events, with which nobody asks for anything. */
export type Surface = 'mention' | 'direct-message' | 'command' | 'button' | 'modal' | 'other'

/**
 * What became of a request. The first four are kinds of answers to a question. `handled`: no question was asked, or none of
 * the notes. `repeated`: Slack delivered it before. `busy`: too many were waiting, and the person was told so.
 */
export type RequestOutcome =
  | 'found'
  | 'unsure'
  | 'none'
  | 'listing'
  | 'handled'
  | 'repeated'
  | 'busy'
  | 'failed'

/** Where a request spends its time: waiting for its turn, in the store, in the search, with Slack. */
export type StepName = 'turn' | 'store' | 'search' | 'slack'

export interface RequestStep {
  readonly name: StepName
  /** Epoch milliseconds. */
  readonly startedAt: number
  readonly ms: number
}

/** Something that Slack delivered, from its arrival to the end of what was done about it. It holds nobody's words. */
export interface NotedRequest {
  /** Of 32 hexadecimal digits, as traces have it (https://www.w3.org/TR/trace-context/#trace-id). */
  readonly id: string
  readonly surface: Surface
  readonly outcome: RequestOutcome
  /** Epoch milliseconds. */
  readonly startedAt: number
  readonly ms: number
  readonly steps: readonly RequestStep[]
}

/** Knows which request is being worked on, wherever it is asked, and what its time goes into. */
export interface Requests {
  /** Runs what answers a request: what is logged, timed and noted meanwhile is of this request. */
  run<Result>(surface: Surface, work: () => Promise<Result>): Promise<Result>
  /**
   * Times a part of the work, of the request that is under way if one is.
   * @param onEnd hears how long it took
   */
  step<Result>(
    name: StepName,
    work: () => Promise<Result>,
    onEnd?: (ms: number, isFailed: boolean) => void,
  ): Promise<Result>
  /** What the request came to; a failure stays one. */
  note(outcome: RequestOutcome): void
  /** Of the request that is under way. */
  currentId(): string | undefined
  /** How many are under way. */
  inFlight(): number
  onDone(listener: (request: NotedRequest) => void): void
}

interface CurrentRequest {
  readonly id: string
  readonly steps: RequestStep[]
  outcome: RequestOutcome
}

export function createRequests(): Requests {
  const storage = new AsyncLocalStorage<CurrentRequest>()
  const listeners: ((request: NotedRequest) => void)[] = []
  let inFlight = 0

  return {
    run(surface, work) {
      const current: CurrentRequest = { id: randomUUID().replaceAll('-', ''), steps: [], outcome: 'handled' }
      const startedAt = epochNow()
      inFlight += 1
      return storage.run(current, async () => {
        try {
          return await work()
        } finally {
          inFlight -= 1
          const { id, steps, outcome } = current
          const request = { id, surface, outcome, startedAt, ms: epochNow() - startedAt, steps }
          for (const listener of listeners) listener(request)
        }
      })
    },
    async step(name, work, onEnd) {
      const startedAt = epochNow()
      let isFailed = true
      try {
        const result = await work()
        isFailed = false
        return result
      } finally {
        const ms = epochNow() - startedAt
        storage.getStore()?.steps.push({ name, startedAt, ms })
        onEnd?.(ms, isFailed)
      }
    },
    note(outcome) {
      const current = storage.getStore()
      if (current && current.outcome !== 'failed') current.outcome = outcome
    },
    currentId: () => storage.getStore()?.id,
    inFlight: () => inFlight,
    onDone: (listener) => void listeners.push(listener),
  }
}

/** In fractions of a millisecond, on a clock that cannot be set while the process runs. */
const epochNow = (): number => timeOrigin + performance.now()

const { timeOrigin } = performance
