import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { messageOf } from '../../files/message-of.ts'
import type { StoreLogger } from '../retry-statement.ts'

/** Has a SQLite database take over what stands in its write-ahead log, without anybody waiting for the disk. */
export interface Checkpoints {
  /** Something was committed. */
  committed(): void
  close(): Promise<void>
}

/** After how many commits: about a thousand pages, as SQLite itself takes. */
const everyCommits = 150

const workerScript = new URL('./checkpoint-worker.ts', import.meta.url)

/**
 * Checkpoints in a thread of their own, which begins with the first one: there they take 10 to 30 ms, and everything else in this
 * process would wait. If that thread cannot work, which is logged, connections make them as ever, by their `wal_autocheckpoint`.
 */
export function createCheckpoints(file: string, logger: StoreLogger): Checkpoints {
  let commits = 0
  let isBusy = false
  let worker: Worker | undefined

  function begin(): Worker {
    const url = pathToFileURL(file)
    // One that was removed meanwhile is not made anew.
    url.searchParams.set('mode', 'rw')
    const begun = new Worker(workerScript, { workerData: url.href, execArgv: [] })
    begun.unref()
    begun.on('message', () => {
      isBusy = false
    })
    begun.on('error', giveUp)
    return begun
  }

  /** It stays busy: no other thread is begun. */
  function giveUp(error: unknown): void {
    logger.warn(
      `The thread that tidies up ${file} has ended: ${messageOf(error)}. Until the next start, who writes does it, and waits for the disk.`,
    )
  }

  return {
    committed() {
      commits += 1
      if (isBusy || commits < everyCommits) return
      commits = 0
      isBusy = true
      try {
        worker ??= begin()
        worker.postMessage('checkpoint')
      } catch (error) {
        giveUp(error)
      }
    },
    async close() {
      await worker?.terminate()
    },
  }
}
