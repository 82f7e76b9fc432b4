import { ClusterError } from '../cluster-error.ts'
import type { IndexingParts } from './indexing-parts.ts'

/** The right to index, which one process at a time has. */
export interface IndexingLease {
  /** Takes it, or keeps it for longer; false if another has it. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

/** Attempts to bring something into the cluster, by one process at a time. */
interface IndexingAttempts {
  /** Whether the last one did not fail just now. */
  isDue(): boolean
  /**
   * Does the work, unless another process has the lease, and tells a failure that is new.
   * @param isWanted whether a failure is of interest when it occurs
   * @returns false if another has the lease
   * @throws what is no failure to bring something in, but of the whole cluster
   */
  make(lease: IndexingLease, work: () => Promise<void>, isWanted?: () => boolean): Promise<boolean>
}

/** @param what it is, as the beginning of a sentence */
export function createIndexingAttempts(what: string, { log, now, signal }: IndexingParts): IndexingAttempts {
  let failure: { readonly message: string; readonly at: number } | undefined
  return {
    isDue: () => failure === undefined || now() - failure.at >= retryMs,
    async make(lease, work, isWanted = () => true) {
      if (!(await lease.hold())) return false
      try {
        await work()
        failure = undefined
      } catch (error) {
        if (!isWanted()) return true
        if (!(error instanceof ClusterError) || error.code === 'away') throw error
        if (error.message !== failure?.message && !signal.aborted)
          log.warn(`${what} could not be brought into OpenSearch: ${error.message}`)
        failure = { message: error.message, at: now() }
      } finally {
        await lease.release()
      }
      return true
    },
  }
}

/** How long after a failure indexing is tried again, in milliseconds; questions go on meanwhile. */
const retryMs = 60_000
