import { join } from 'node:path'
import { inParallel } from '../files/in-parallel.ts'
import { composeCorpus } from './corpus/compose-corpus.ts'
import { createFileReader, type FileReader, type FileReaderOptions } from './corpus/file-reader.ts'
import type { FileReading } from './corpus/file-reading.ts'
import { unmountedFolders, unreachable, withMount } from './corpus/last-good.ts'
import { nameEvents } from './corpus/name-events.ts'
import { nameSpeakers } from './corpus/name-speakers.ts'
import { type PlacedNote, placeNotes } from './corpus/place-notes.ts'
import { readFolderEvents } from './corpus/read-folder-events.ts'
import { readPeopleFile } from './corpus/read-people-file.ts'
import { readRecords } from './corpus/read-records.ts'
import { readSynonyms } from './corpus/read-synonyms.ts'
import { spellEvents } from './corpus/spell-events.ts'
import type { Corpus } from './corpus.ts'
import { recordsFile, synonymsFile } from './file-names.ts'
import { type Scan, scanNotes } from './folders/scan-notes.ts'
import type { NoteContext } from './note/note-context.ts'
import { openNoteReaders, threadsFor } from './note/read-in-threads.ts'
import type { Event, Talk } from './talk.ts'
import { talkWith } from './talk-with.ts'

/**
 * Reads the corpus folder: notes of any form at any depth, each event's `event.yml`, and what was imported from its
 * `talks.jsonl`; also the team's `<folder>/synonyms.yml`. Whatever cannot be served is among the problems, sorted by file
 * and line, and the rest is served. Never throws: a missing folder is a problem too.
 */
export async function readCorpus(folder: string, linksTo?: readonly string[]): Promise<Corpus> {
  return (await readNotes(folder, { linksTo })).corpus
}

export interface ReadCorpusOptions extends FileReaderOptions {
  /** What lies in the folder, if that is known already. */
  readonly scan?: Scan
  /** Folders outside of it that links may lead to. Default: none. */
  readonly linksTo?: readonly string[] | undefined
  /** Whether nothing but the form of our own notes will do. */
  readonly isStrict?: boolean
  /** Hears of talks that other threads have read, while these go on; a few may be made anew by what is read later. */
  readonly onTalks?: (talks: readonly Talk[]) => void
}

export interface CorpusReading {
  readonly corpus: Corpus
  /** The hash of each talk's text, in the order of `corpus.talks`. */
  readonly hashes: readonly string[]
  /** All files, to read on from. */
  readonly files: readonly FileReading[]
  /** `Scan.fingerprint` of what was read; empty if a later reading could give something else all the same. */
  readonly fingerprint: string
}

/** Files open at a time: enough to keep a disk busy, and far below every limit on open files. */
const filesAtATime = 32

/** As `readCorpus`, going on from an earlier reading. */
export async function readNotes(folder: string, options: ReadCorpusOptions = {}): Promise<CorpusReading> {
  const { earlier = [], keepLastGood = false, isStrict = false } = options
  const scan = options.scan ?? (await scanNotes(folder, options.linksTo))
  const reader = createFileReader(scan, options)
  const folders = await readFolderEvents(scan.folders, reader.read)
  const notes = placeNotes(folders, isStrict)
  const data = await inParallel(scan.peopleFiles, filesAtATime, (path) =>
    reader.read(path, () => readPeopleFile(path)),
  )
  const unmounted = keepLastGood ? unmountedFolders(earlier, scan) : new Set<string>()
  const kept = keepLastGood ? unreachable(earlier, scan, unmounted) : []
  const named = nameEvents(await readEachNote(notes, reader, options))
  const { events, readings } = spellEvents(folders, nameSpeakers(named, [...data, ...kept]))
  const records = await inParallel(
    events.filter(({ at }) => at.hasRecords),
    filesAtATime,
    async ({ served: { value: event }, at }) => {
      const path = join(at.path, recordsFile)
      return ofEvent(event, await reader.read(path, () => readRecords(path, event)))
    },
  )
  const synonymsPath = join(folder, synonymsFile)
  const synonyms = scan.hasSynonyms
    ? await reader.read(synonymsPath, () => readSynonyms(synonymsPath))
    : kept.find(({ path }) => path === synonymsPath)
  const files = [
    ...(scan.hasSynonyms && synonyms ? [synonyms] : []),
    ...events.flatMap(({ file, rule, site, index }) =>
      [file ?? [], rule ?? [], site ?? [], index ?? []].flat(),
    ),
    ...data,
    ...readings,
    ...records,
    ...kept,
  ].map((file) => withMount(file, scan))
  const ids = notes.map(({ place }) => place.id)
  return {
    ...composeCorpus({ folder, scan, events, readings, records, kept, files, ids, unmounted, synonyms }),
    files,
    fingerprint: files.some(({ stamp }) => stamp === '') ? '' : scan.fingerprint,
  }
}

/** Nobody waits for a note that is still the same: of thousands, that takes longer than reading one. */
async function readEachNote(
  notes: readonly PlacedNote[],
  reader: FileReader,
  { suspects = new Set(), onTalks = () => {} }: ReadCorpusOptions,
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = []
  const changed: number[] = []
  notes.forEach(({ note, place }, number) => {
    const same = reader.unchanged(note.path, keyOf(place))
    if (same) readings[number] = ofEvent(place.event, same)
    else changed.push(number)
  })
  const threads = threadsFor(changed.length)
  const readers = openNoteReaders(threads)
  const read = async (number: number) => {
    const { note, place } = notes[number]!
    const { path } = note
    const found = await reader.read(path, () => readers.read(path, place), keyOf(place))
    const reading = ofEvent(place.event, found)
    readings[number] = reading
    if (threads > 0) onTalks(reading.talks.map(({ value }) => value))
  }
  const isSuspect = (number: number) => suspects.has(notes[number]!.note.path)
  try {
    // If one of these is never done, nothing else has begun: so it tells that it is the one.
    for (const number of changed.filter(isSuspect)) await read(number)
    await inParallel(
      changed.filter((number) => !isSuspect(number)),
      filesAtATime,
      read,
    )
  } finally {
    await readers.close()
  }
  return readings
}

/** What of its surroundings decides how a note is read. */
const keyOf = ({ event, split, ...place }: NoteContext): string =>
  JSON.stringify([
    place.id,
    place.stem,
    place.hasSiblings,
    place.isRoot,
    place.isBeside,
    place.isBesideNotes,
    place.isPersonPage,
    place.isOfPeople,
    place.person,
    place.day,
    place.isOfSite,
    place.isAsideOfTalks,
    place.isNamedEvent,
    place.series,
    place.ofEvent?.event,
    place.listedAs,
    event.id,
    event.name,
    event.year,
    split,
    place.isStrict,
  ])

/** The file's talks with this event, which may have changed since they were read. */
function ofEvent(event: Event, file: FileReading): FileReading {
  if (file.event) return file
  if (file.talks.every(({ value }) => value.event === event)) return file
  const wanted = JSON.stringify(event)
  const own = new Set(file.talkEvents?.map(({ value }) => value.id))
  const talks = file.talks.map((served) =>
    own.has(served.value.event.id) || JSON.stringify(served.value.event) === wanted
      ? served
      : { ...served, value: talkWith(served.value, { event }) },
  )
  return { ...file, talks }
}
