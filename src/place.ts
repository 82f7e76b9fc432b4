import type { Config, RemoteConnection } from './config.ts'
import { type Clock, createClock } from './tips/tip-scheduler.ts'

/** The workspace that Hallway serves, where people find it, and where its state is kept. */
export interface Place {
  readonly connection: RemoteConnection
  readonly slackApiUrl: string | undefined
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly clock: Clock
  /** Calls back whenever people have set the clock forward. */
  readonly onTime?: (listener: () => Promise<unknown>) => void
  /** What to do now, as one line. */
  readonly hint: string
  close(): Promise<void>
}

/** Slack, or a workspace of Hallway's own, which a bot that serves Slack never loads. */
export async function findPlace(config: Config): Promise<Place> {
  const { connection, slackApiUrl, dataFolder, databaseUrl, port } = config
  if (connection.kind === 'local') return (await import('./local-place.ts')).openLocalPlace(port)
  const hint =
    connection.kind === 'socket' ? 'Connected to Slack.' : `Slack posts to port ${port}, path /slack/events.`
  return {
    connection,
    slackApiUrl,
    dataFolder,
    databaseUrl,
    clock: createClock(),
    hint,
    close: async () => {},
  }
}
