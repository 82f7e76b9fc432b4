import type { Page } from '../http/serve-pages.ts'
import { keepPulling } from './keep-pulling.ts'
import type { ChangeNotes, RepositoryCopy } from './repository-copy.ts'
import { createWebhook, webhookPath } from './webhook.ts'

export interface FollowRepositoryParts {
  readonly repository: RepositoryCopy
  /** How often it is pulled, in milliseconds. */
  readonly pullMs: number
  /** By which its host proves a push to be its own; without one, no page for it is there. */
  readonly secret: string | undefined
  readonly change: ChangeNotes
  /** By which all replicas hear of a push that one is told of. */
  readonly signal: { send(): Promise<void>; onReceived(listener: () => void): void }
  readonly log: Readonly<Record<'info' | 'warn', (line: string) => void>>
}

export interface Following {
  /** What answers the repository's host, by its path. */
  readonly pages: ReadonlyMap<string, Page> | undefined
  close(): Promise<void>
}

/** Serves what is pushed: from time to time, and as soon as any replica is told. */
export function followRepository({
  signal,
  pullMs,
  secret,
  log,
  ...parts
}: FollowRepositoryParts): Following {
  const { pull, close } = keepPulling({ ...parts, everyMs: pullMs, log, random: Math.random })
  signal.onReceived(() => void pull())
  const onPush = () => {
    // If the others cannot be told, this process pulls all the same.
    signal.send().catch(() => pull())
  }
  const webhook = secret === undefined ? undefined : createWebhook({ secret, onPush, log })
  return { pages: webhook && new Map([[webhookPath, webhook]]), close }
}
