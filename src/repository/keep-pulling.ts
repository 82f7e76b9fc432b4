import { setTimeout as wait } from 'node:timers/promises'
import { GitFailure } from './git.ts'
import type { ChangeNotes, RepositoryCopy } from './repository-copy.ts'

export interface KeepPullingParts {
  readonly repository: RepositoryCopy
  /** Does what changes the notes, at a moment at which nobody reads them. */
  readonly change: ChangeNotes
  /** How often, in milliseconds. Replicas that start together do not stay together: each pause differs by up to a fifth. */
  readonly everyMs: number
  readonly log: Readonly<Record<'info' | 'warn', (line: string) => void>>
  /** Between 0 and 1. */
  readonly random: () => number
}

export interface Pulling {
  /** Pulls now, or once more if it is pulling; resolves when what is there then is served, or cannot be. Never rejects. */
  pull(): Promise<void>
  /** Begins no further pull, gives up fetching, and waits for a checkout that is under way. */
  close(): Promise<void>
}

/** Pulls from time to time. A failure is told once for as long as it lasts, and its end too. */
export function keepPulling({ repository, change, everyMs, log, random }: KeepPullingParts): Pulling {
  const closing = new AbortController()
  const { signal } = closing
  let complaint: string | undefined
  let last = Promise.resolve()
  /** The one that waits for that, which will fetch whatever has been pushed by then. */
  let next: Promise<void> | undefined

  async function pullOnce(): Promise<void> {
    if (signal.aborted) return
    try {
      await repository.pull(change, signal)
      if (complaint !== undefined) log.info(`The notes can be pulled from ${repository.shownUrl} again.`)
      complaint = undefined
    } catch (error) {
      if (signal.aborted) return
      const said = error instanceof GitFailure ? error.message : String(error)
      if (said !== complaint) {
        log.warn(
          `The notes cannot be pulled from ${repository.shownUrl}: ${said}. What was pulled last is served; it is tried again and again.`,
        )
      }
      complaint = said
    }
  }

  const pull = () => {
    next ??= last.then(() => {
      next = undefined
      return pullOnce()
    })
    last = next
    return next
  }

  async function run(): Promise<void> {
    for (;;) {
      await wait(everyMs * (0.8 + 0.4 * random()), undefined, { signal, ref: false })
      await pull()
    }
  }

  run().catch(() => {})
  return {
    pull,
    async close() {
      closing.abort()
      await last
    },
  }
}
