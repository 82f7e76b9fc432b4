import { type Scan, scanNotes } from '../notes/scan-notes.ts'

/** Scans the notes, and learns from how long that takes how often to do it. */
export interface Scanner {
  scan(): Promise<Scan>
  /** How long to wait from one scan to the next if nothing tells of a change. */
  pauseMs(): number
}

/** Looking without being told takes at most this share of the time. */
const maxShare = 0.01
const minPauseMs = 5_000

export function createScanner(folder: string, linksTo: readonly string[]): Scanner {
  let scanMs = 0
  return {
    async scan() {
      const from = performance.now()
      const scan = await scanNotes(folder, linksTo)
      scanMs = performance.now() - from
      return scan
    },
    pauseMs: () => Math.max(minPauseMs, scanMs / maxShare),
  }
}
