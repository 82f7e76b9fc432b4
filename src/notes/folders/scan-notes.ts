import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as tick } from 'node:timers/promises'
import { errorCode } from '../../files/error-code.ts'
import { inParallel } from '../../files/in-parallel.ts'
import { eventFile, recordsFile, synonymsFile } from '../file-names.ts'
import type { EventFolder } from './event-folders.ts'
import { listNotes, type NotesListing } from './list-notes.ts'

/** What lies in the corpus folder, without reading any of it. */
export interface Scan extends NotesListing {
  /** By path: which state of the file this is; empty if the file is so new that it may change unnoticed. */
  readonly stamps: ReadonlyMap<string, string>
  /** The same as long as nothing has changed; empty if some file is too new to tell. */
  readonly fingerprint: string
}

/** Files asked for at a time: enough to keep a disk busy. */
const filesAtATime = 32

/**
 * File systems tell times in steps of some milliseconds. A file that was changed within the last step can change again
 * and look the same.
 */
const stepMs = 50

/** Lists the corpus and stamps every file that is read for it. 1,080 files take about 30 ms. Never throws. */
export async function scanNotes(folder: string, linksTo: readonly string[] = []): Promise<Scan> {
  return stampNotes(folder, await listNotes(folder, linksTo))
}

/** @param known the stamp of a file; undefined if it must be looked up. Default: all must. */
export async function stampNotes(
  folder: string,
  listing: NotesListing,
  known: (path: string) => string | undefined = () => undefined,
): Promise<Scan> {
  // Listing, stamping and comparing thousands take tens of milliseconds each: others come first in between.
  await tick()
  const synonyms = listing.hasSynonyms ? [join(folder, synonymsFile)] : []
  const paths = [...synonyms, ...listing.peopleFiles, ...listing.folders.flatMap(pathsOf)]
  const stamps = paths.map(known)
  const unknown = [...paths.keys()].filter((place) => stamps[place] === undefined)
  await inParallel(unknown, filesAtATime, async (place) => {
    stamps[place] = await stampOf(paths[place]!)
  })
  await tick()
  const isSettled = stamps.every((stamp) => stamp !== '')
  const hash = createHash('sha256').update(JSON.stringify([paths, stamps, listing.problems]))
  return {
    ...listing,
    stamps: new Map(paths.map((path, place) => [path, stamps[place]!])),
    fingerprint: isSettled ? hash.digest('hex') : '',
  }
}

/** Whether a stamp tells one state of a file from all others: it is there, and not too new. */
export const tellsState = (stamp: string | undefined): boolean => stamp?.includes(':') ?? false

/** Paths of all files of an event's folder that are read. */
function pathsOf({
  path,
  hasEventFile,
  hasRecords,
  introduction,
  siteFile,
  notes,
}: EventFolder): readonly string[] {
  const own = [
    ...(hasEventFile ? [eventFile] : []),
    ...(hasRecords ? [recordsFile] : []),
    ...(introduction !== undefined && !notes.some((note) => note.path === join(path, introduction))
      ? [introduction]
      : []),
    ...(siteFile !== undefined ? [siteFile] : []),
  ]
  return [...own.map((name) => join(path, name)), ...notes.map((note) => note.path)]
}

async function stampOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path)
    // The second time is when the file itself was last touched, which no copying tool can set. One well in the future
    // is of a clock that was set back since, or of a file server that is ahead, and tells as much as an old one.
    const isNew = Math.abs(Date.now() - ctimeMs) < stepMs
    return isNew ? '' : `${ino}:${size}:${mtimeMs}:${ctimeMs}`
  } catch (error) {
    return errorCode(error) ?? 'unknown'
  }
}
