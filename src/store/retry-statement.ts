import { setTimeout as wait } from 'node:timers/promises'
import { explainFailure, type StoreLocation } from './explain-failure.ts'

interface RetryOptions {
  readonly location: StoreLocation
  /** How long to go on trying, in milliseconds. */
  readonly retryForMs: number
  readonly logger: StoreLogger
}

/** What the store needs of a log. */
export interface StoreLogger {
  warn(message: string): void
}

/**
 * Does something that may be done twice, again and again while it fails for a passing reason. Rejects with a `StoreError`: at
 * once for any other reason, and when the time is up with the last one. Says in the log that it is waiting, once.
 */
export async function retry<Result>(action: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  const deadline = performance.now() + options.retryForMs
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await action()
    } catch (error) {
      const failure = explainFailure(error, options.location)
      // A lost connection is noticed by the query that needed it: the first repetition needs no wait.
      const pause = attempt === 1 ? 0 : Math.random() * Math.min(1000, 50 * 2 ** attempt)
      if (!failure.retryable || performance.now() + pause > deadline) throw failure
      if (attempt === 2) options.logger.warn(waiting(options.location, failure.message))
      await wait(pause)
    }
  }
}

function waiting({ kind }: StoreLocation, why: string): string {
  return `Waiting for the database${kind === 'postgres' ? ' that DATABASE_URL names' : ''}: ${why}`
}
