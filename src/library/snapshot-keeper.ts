import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../files/error-code.ts'
import { messageOf } from '../files/message-of.ts'
import type { LibraryLog } from './log/library-log.ts'
import { writeSnapshotFile } from './snapshot/snapshot-file.ts'

/** Keeps the index on disk for the next start. */
export interface Keeper {
  keepNow(): void
  /** Once nothing more has changed for a while. */
  keepSoon(): void
  /** Keeps what `keepSoon` was still to keep; resolves once all is written, or after two seconds of that. */
  close(): Promise<void>
}

export interface KeeperParts {
  /** Of the file. */
  readonly path: string
  /** The folder of all that is kept, for the log. */
  readonly dataFolder: string
  /** What is to be kept at the moment of writing. */
  readonly buffer: () => SharedArrayBuffer
  readonly log: Pick<LibraryLog, 'warn'>
}

/** What systems say of a disk, or of one's share of it. */
const fullDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])
/** How long nothing may change before the index is written. */
const quietMs = 10_000
/** How long closing waits until it is written. */
const maxCloseMs = 2_000

export function createKeeper({ path, dataFolder, buffer, log }: KeeperParts): Keeper {
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  function keepNow(): void {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
  }

  async function write(): Promise<void> {
    try {
      await writeSnapshotFile(path, buffer())
    } catch (error) {
      const isFull = fullDisk.has(errorCode(error) ?? '')
      const why = isFull ? 'the disk is full' : messageOf(error)
      const advice = isFull ? 'Free some space on it.' : 'Set HALLWAY_DATA to a folder that may be written.'
      log.warn(
        `The index cannot be kept in ${dataFolder} (${why}), so every start reads all notes. ${advice}`,
      )
    }
  }

  return {
    keepNow,
    keepSoon() {
      clearTimeout(timer)
      timer = setTimeout(keepNow, quietMs)
      timer.unref()
    },
    async close() {
      if (timer) keepNow()
      await Promise.race([writing, wait(maxCloseMs, undefined, { ref: false })])
    },
  }
}
