import type { ManyConnection, RemoteConnection } from './config/connection.ts'
import type { Corpus } from './notes/corpus.ts'
import type { Clock } from './tips/clock.ts'

/** The workspace that Hallway serves, where people find it, and where its state is kept. */
export interface ServedWorkspace {
  readonly connection: RemoteConnection | ManyConnection
  readonly slackApiUrl: string | undefined
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly clock: Clock
  /** Calls back whenever people have set the clock forward. */
  readonly onTime?: (listener: () => Promise<unknown>) => void
  /** Shows on its page what is wrong with the notes, from now on, if it has one. */
  readonly showProblems?: (corpus: () => Corpus) => void
  /** What to do now, as one line. */
  readonly hint: string
  close(): Promise<void>
}
