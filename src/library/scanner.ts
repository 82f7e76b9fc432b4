import { type Scan, scanNotes } from '../notes/scan-notes.ts'

/** Scans the notes, and learns from how long that takes how often to do it. */
export interface Scanner {
  /** @throws if the folder does not answer in time */
  scan(): Promise<Scan>
  /** How long to wait from one scan to the next if nothing tells of a change. */
  pauseMs(): number
}

/** Looking without being told takes at most this share of the time. */
const maxShare = 0.01
const minPauseMs = 5_000
/** How long the folder may take to answer: one that is gone from the network may never do. */
const maxScanMs = 60_000

export function createScanner(folder: string, linksTo: readonly string[]): Scanner {
  let scanMs = 0
  let scanning: Promise<Scan> | undefined

  async function scanOnce(): Promise<Scan> {
    const from = performance.now()
    const scan = await scanNotes(folder, linksTo)
    scanMs = performance.now() - from
    return scan
  }

  return {
    async scan() {
      // One that does not end keeps a thread of the system: another would take one more.
      scanning ??= scanOnce().finally(() => {
        scanning = undefined
      })
      const timer = Promise.withResolvers<never>()
      const late = () => timer.reject(new Error(`the folder did not answer within ${maxScanMs / 1000} s`))
      const timeout = setTimeout(late, maxScanMs)
      return Promise.race([scanning, timer.promise]).finally(() => clearTimeout(timeout))
    },
    pauseMs: () => Math.max(minPauseMs, scanMs / maxShare),
  }
}
