import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../files/error-code.ts'
import { messageOf } from '../files/message-of.ts'
import type { LibraryLog } from './log/library-log.ts'
import { writeSnapshotFile } from './snapshot/snapshot-file.ts'

/** Keeps the index on disk for the next start. */
export interface Keeper {
  keepNow(): void
  /** At once, if writing takes little; otherwise within ten seconds, together with what changes meanwhile. */
  keepSoon(): void
  /** Keeps now what `keepSoon` was still to keep, if anything. */
  hurry(): void
  /** Hurries; resolves once all is written, or after `maxCloseMs` of that. */
  close(): Promise<void>
}

export interface KeeperParts {
  /** Of the file. */
  readonly path: string
  /** As in `writeSnapshotFile`. */
  readonly also?: string | undefined
  /** The folder of all that is kept, for the log. */
  readonly dataFolder: string
  /** What is to be kept at the moment of writing. */
  readonly buffer: () => SharedArrayBuffer
  readonly log: Pick<LibraryLog, 'warn'>
  /** How long closing waits until it is written, in milliseconds. Default 2,000. */
  readonly maxCloseMs?: number | undefined
}

/** What systems say of a disk, or of one's share of it. */
const fullDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])
/** Between two writings, as a multiple of the time that one takes: so they take at most 5 % of the time. */
const pausePerWriting = 20
/** A note's last good version is lost if the process is killed before it is written: that is what this bounds. */
const maxPauseMs = 10_000

export function createKeeper({
  path,
  also,
  dataFolder,
  buffer,
  log,
  maxCloseMs = 2_000,
}: KeeperParts): Keeper {
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  let isNext = false
  let nextAt = 0

  function keepNow(): void {
    clearTimeout(timer)
    timer = undefined
    // What is written is taken at the moment of writing: one that waits for another is enough.
    if (isNext) return
    isNext = true
    writing = writing.then(write)
  }

  function hurry(): void {
    if (timer) keepNow()
  }

  async function write(): Promise<void> {
    isNext = false
    const begun = performance.now()
    try {
      await writeSnapshotFile(path, buffer(), also)
    } catch (error) {
      const isFull = fullDisk.has(errorCode(error) ?? '')
      const why = isFull ? 'the disk is full' : messageOf(error)
      const advice = isFull ? 'Free some space on it.' : 'Set HALLWAY_DATA to a folder that may be written.'
      log.warn(
        `The index cannot be kept in ${dataFolder} (${why}), so every start reads all notes. ${advice}`,
      )
    }
    const now = performance.now()
    nextAt = now + Math.min(maxPauseMs, pausePerWriting * (now - begun))
  }

  return {
    keepNow,
    keepSoon() {
      if (timer) return
      timer = setTimeout(keepNow, Math.max(0, nextAt - performance.now()))
      timer.unref()
    },
    hurry,
    async close() {
      hurry()
      await Promise.race([writing, wait(maxCloseMs, undefined, { ref: false })])
    },
  }
}
