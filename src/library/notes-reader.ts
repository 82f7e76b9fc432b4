import { setImmediate as tick } from 'node:timers/promises'
import type { Scan } from '../notes/folders/scan-notes.ts'
import { buildAtRest } from './build/build-at-rest.ts'
import type { LimitedBuild } from './build/build-within-limit.ts'
import { createBuildProgressLog } from './log/build-progress-log.ts'
import type { LibraryLog } from './log/library-log.ts'
import type { Scanner } from './scanner.ts'
import { openSnapshot, type Snapshot } from './snapshot/snapshot.ts'

/** Builds snapshots of the notes, and knows which state of them it has read. */
export interface NotesReader {
  /** Whether this is what was read last, or tried within the last minute: then there is nothing to do. */
  hasRead(scan: Scan): boolean
  /**
   * @param earlier the buffer of a snapshot: what has not changed since is taken from it
   * @param isOver whether what can no longer be read is not served on
   * @throws what building throws, and at the signal
   */
  read(
    scan: Scan,
    earlier: SharedArrayBuffer | undefined,
    isOver?: (scan: Scan) => boolean,
  ): Promise<ReadSnapshot>
}

interface ReadSnapshot {
  readonly snapshot: Snapshot
  /** Whether no file has changed while it was read. If not, another look must follow. */
  readonly isAtRest: boolean
}

export interface NotesReaderParts {
  /** The folder of the notes. */
  readonly folder: string
  readonly scanner: Pick<Scanner, 'scanAgain'>
  /** Goes into each snapshot. */
  readonly key: Uint8Array
  readonly build: LimitedBuild['build']
  readonly log: LibraryLog
  readonly signal: AbortSignal
  /** As in `Job`. */
  readonly maxIndexed?: number | undefined
}

/** How long after a failure the same notes are tried again. */
const retryMs = 60_000

/** @param first what the snapshot that is served first was read from */
export function createNotesReader(
  { folder, scanner, key, build, log, signal, maxIndexed }: NotesReaderParts,
  first: Scan,
): NotesReader {
  let fingerprint = first.fingerprint
  let retryAt = Number.POSITIVE_INFINITY

  return {
    hasRead: (scan) =>
      scan.fingerprint !== '' && scan.fingerprint === fingerprint && performance.now() < retryAt,
    async read(scan, earlier, isOver = () => false) {
      const buildFrom = (scan: Scan) => {
        fingerprint = scan.fingerprint
        const job = {
          ...{ folder, scan, key, keepLastGood: !isOver(scan) },
          ...(earlier && { earlier }),
          ...(maxIndexed !== undefined && { maxIndexed }),
        }
        return build(job, createBuildProgressLog(log.info), signal)
      }
      try {
        const { buffer, isAtRest } = await buildAtRest({
          scan,
          scanAgain: scanner.scanAgain,
          build: buildFrom,
          signal,
        })
        if (!isAtRest) fingerprint = ''
        retryAt = Number.POSITIVE_INFINITY
        // Looking, opening and serving a large one take tens of milliseconds each: others come first in between.
        await tick()
        const snapshot = openSnapshot(buffer)
        await tick()
        await tick()
        return { snapshot, isAtRest }
      } catch (error) {
        retryAt = performance.now() + retryMs
        throw error
      }
    },
  }
}
