import type { Cluster } from '../cluster.ts'
import type { IndexName } from './write-index.ts'

/** What bringing something into the cluster needs. */
export interface IndexingParts {
  readonly cluster: Cluster
  readonly name: IndexName
  readonly log: Readonly<Record<'info' | 'warn', (line: string) => void>>
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Ends it. */
  readonly signal: AbortSignal
}
