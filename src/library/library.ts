import { realpath } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { setImmediate as tick } from 'node:timers/promises'
import type { Answers } from '../answers/answers.ts'
import { messageOf } from '../files/message-of.ts'
import type { Scan } from '../notes/folders/scan-notes.ts'
import { isNoteEnding } from '../notes/is-note.ts'
import { createBuildAhead } from './build/build-ahead.ts'
import type { buildInWorker } from './build/build-in-worker.ts'
import { createBuildWithinLimit } from './build/build-within-limit.ts'
import { IndexingFailure } from './indexing-failure.ts'
import { keepLooking } from './keep-looking.ts'
import type { LibraryLog } from './log/library-log.ts'
import { createLookForChanges } from './look-for-changes.ts'
import { createNotesReader } from './notes-reader.ts'
import { oneAfterAnother, oneAtATime } from './one-at-a-time.ts'
import { createScanner } from './scanner.ts'
import { createServed, type ServeMeaning, type ServeSearch } from './served.ts'
import { openSnapshot, type Snapshot } from './snapshot/snapshot.ts'
import { readSnapshotFile, snapshotPath } from './snapshot/snapshot-file.ts'
import { snapshotKey } from './snapshot/snapshot-key.ts'
import { createKeeper } from './snapshot-keeper.ts'
import type { WatchOptions } from './watch-folder.ts'

export interface LibraryOptions {
  /** The folder of the notes. */
  readonly folder: string
  /** Folders outside of it that links may lead to. Default: none. */
  readonly linksTo?: readonly string[]
  /** Where the index is kept from one run to the next. */
  readonly dataFolder: string
  readonly log: LibraryLog
  /** How snapshots are built: in a worker thread unless given. */
  readonly build?: typeof buildInWorker
  /** As in `BuildLimit`. */
  readonly maxSilentMs?: number
  /** How long closing waits until the index is kept on disk, in milliseconds. Default 2,000. */
  readonly maxCloseMs?: number
  /** How folders are watched: by Node unless given. */
  readonly watch?: WatchOptions['watch']
  /** Searches by meaning too. Default: by words alone. */
  readonly meaning?: ServeMeaning | undefined
  /** Searches in a cluster. Default: in this process. */
  readonly search?: ServeSearch | undefined
  /** With `search`: how many talks are indexed in this process too, to answer if the cluster does not. Default: any number. */
  readonly maxIndexed?: number | undefined
}

/** The notes, ready to be asked, and kept up with as they change. */
export interface Library {
  /**
   * The answers of the notes as they are served now. A use case asks for them once, at its beginning, and so belongs to
   * one snapshot from start to end.
   */
  current(): Answers
  /** Of the notes and their index, as they are served now. */
  bytes(): number
  /** From now on, what changes is served within two seconds. */
  watch(): void
  /** Looks now whether something has changed; resolves once what is there is served, or cannot be. */
  refresh(): Promise<void>
  /** Does what changes the notes while nothing reads them, then has them read. Rejects as the work does. */
  change(work: () => Promise<void>): Promise<void>
  /** Stops watching and whatever is being read; resolves once the index is kept on disk, or after `maxCloseMs` of that. */
  close(): Promise<void>
}

/**
 * Opens the notes: from the index that an earlier run has kept, if it is still of the same notes, or else by reading
 * what has changed or everything, in a worker thread. A corpus without talks is opened too.
 * @throws {IndexingFailure}
 */
export async function openLibrary({
  folder: given,
  linksTo = [],
  dataFolder,
  log,
  build: buildOnce,
  maxSilentMs,
  maxCloseMs,
  watch,
  meaning,
  search,
  maxIndexed: maxWithCluster,
}: LibraryOptions): Promise<Library> {
  const closing = new AbortController()
  const { signal } = closing
  // However it is spelled, it is the same folder with the same paths in it.
  const folder = resolve(given)
  const path = snapshotPath(dataFolder, folder)
  const ofTarget = snapshotPath(dataFolder, await realpath(folder).catch(() => folder))
  const scanner = createScanner(folder, linksTo)
  // Another builder has no use for a thread.
  const ahead = buildOnce ? undefined : createBuildAhead(signal)
  const { build, rest } = createBuildWithinLimit({ buildOnce: buildOnce ?? ahead?.build, maxSilentMs })
  const [key, scan] = await Promise.all([snapshotKey(), scanner.scan().catch(fail)])
  const kept = await readKept([path, ofTarget], key, log)
  const before = kept && openSnapshot(kept)
  // It takes tens of milliseconds, and so does serving it: others come first in between.
  await tick()
  await tick()
  const maxIndexed = search && maxWithCluster
  const isCurrent = before && isOf(before, folder, scan) && isWithin(before, maxIndexed)
  const reader = createNotesReader({ folder, scanner, key, build, log, signal, maxIndexed }, scan)
  const first = isCurrent ? before : (await reader.read(scan, kept, isAway).catch(fail)).snapshot
  const served = createServed(first, { folder, log, meaning, search })
  const keeper = createKeeper({
    path,
    also: ofTarget,
    dataFolder,
    buffer: () => served.snapshot().buffer,
    log,
    maxCloseMs,
  })
  if (!isCurrent) keeper.keepNow()
  const inTurn = oneAfterAnother()
  const look = createLookForChanges({ folder, scanner, reader, served, keeper, log, signal })
  const looking = oneAtATime(() => inTurn(look), signal)
  const lookAtAll = () => {
    scanner.hear()
    return looking.ask()
  }

  return {
    current: served.answers,
    bytes: () => served.snapshot().buffer.byteLength,
    watch: () =>
      keepLooking({
        folder,
        linksTo,
        look: looking.ask,
        scanner,
        onEvent: (path) => {
          if (mayBeOfNotes(path)) ahead?.prepare()
        },
        log,
        signal,
        ...(watch && { watch }),
      }),
    refresh: lookAtAll,
    async change(work) {
      await inTurn(work)
      await lookAtAll()
    },
    async close() {
      closing.abort()
      await looking.rest()
      await rest()
      await keeper.close()
    },
  }
}

/** Whether a file or folder is one that notes may be read from, by its name alone: a log that grows beside them is not. */
const mayBeOfNotes = (path: string): boolean =>
  isNoteEnding(path) || ['', '.yml', '.jsonl'].includes(extname(path))

/** The index of an earlier run; or else one of the same notes by another path, whose faults nobody need know. */
async function readKept(
  [path, ofTarget]: readonly [string, string],
  key: Uint8Array,
  log: LibraryLog,
): Promise<SharedArrayBuffer | undefined> {
  const { buffer, problem } = await readSnapshotFile(path, key)
  if (problem) log.info(`The index ${path} ${problem}: it is made anew.`)
  return buffer || ofTarget === path ? buffer : (await readSnapshotFile(ofTarget, key)).buffer
}

/** Whether it is of these notes, as they are now. */
const isOf = ({ corpus, fingerprint }: Snapshot, folder: string, scan: Scan): boolean =>
  corpus.folder === folder && fingerprint !== '' && fingerprint === scan.fingerprint

/** Whether these notes have an index of their own if they may have one, and none if not. */
function isWithin({ corpus, search }: Snapshot, maxIndexed = Infinity): boolean {
  return corpus.talks.length <= maxIndexed === (search !== undefined)
}

/** A start serves what became bad as it was, but no notes that are gone: that may have been somebody's wish. */
function isAway({ presence }: Scan): boolean {
  return presence === 'gone' || presence === 'empty'
}

function fail(error: unknown): never {
  throw new IndexingFailure(`The notes could not be indexed: ${messageOf(error)}.`, { cause: error })
}
