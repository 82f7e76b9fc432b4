import { setTimeout } from 'node:timers/promises'
import type { Scan } from '../../notes/folders/scan-notes.ts'

export interface BuildRequest {
  /** What lies in the notes' folder, and how that is looked up again. */
  readonly scan: Scan
  readonly scanAgain: () => Promise<Scan>
  readonly build: (scan: Scan) => Promise<SharedArrayBuffer>
  readonly signal: AbortSignal
}

export interface Built {
  readonly buffer: SharedArrayBuffer
  /** Whether no file has changed while it was made. If not, another look must follow. */
  readonly isAtRest: boolean
}

/** How long files may go on changing before they are taken as they are: a folder that never rests is served too. */
const maxUnrestMs = 800
/** After how long files that were touched this moment can be told apart. */
const settlingMs = 100

/**
 * Builds a snapshot of one state of the notes, as they were before and after: one that changed while it was read may
 * mix what was never there together, such as half of a checkout, and is read again at once.
 * @throws what `build` throws, and at the signal
 */
export async function buildAtRest({ scan: first, scanAgain, build, signal }: BuildRequest): Promise<Built> {
  // Waiting for files to settle before anything is read is no unrest yet.
  const isTooNew = createLimit()
  const isTooLong = createLimit()
  for (let scan = first; ; ) {
    if (scan.fingerprint === '' && !isTooNew()) {
      await setTimeout(settlingMs, undefined, { signal })
      scan = await scanAgain()
      continue
    }
    const buffer = await build(scan)
    const after = await scanAgain()
    const isAtRest = scan.fingerprint !== '' && after.fingerprint === scan.fingerprint
    if (isAtRest || isTooLong()) return { buffer, isAtRest }
    scan = after
  }
}

/** Whether it is too long ago that this was asked first. */
function createLimit(): () => boolean {
  let since: number | undefined
  return () => {
    since ??= performance.now()
    return performance.now() - since >= maxUnrestMs
  }
}
