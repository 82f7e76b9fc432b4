import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { foldFileName } from '../files/fold-file-name.ts'
import { inParallel } from '../files/in-parallel.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import type { Corpus } from './corpus.ts'
import type { EventFolder } from './event-folders.ts'
import type { Hashed } from './hashed.ts'
import { notMounted, unmountedFolders, unreachable, withKept, withLastGood, withMount } from './last-good.ts'
import { eventFile, eventFromFolder } from './parse-event.ts'
import { synonymsFile } from './parse-synonyms.ts'
import type { Problem } from './problem.ts'
import {
  eventPathOf,
  type FileContent,
  type FileReading,
  readFolderEvent,
  readRecords,
  readSynonyms,
} from './read-file.ts'
import { type NotePlace, readNote, splitOf } from './read-note.ts'
import { type Scan, scanNotes } from './scan-notes.ts'
import type { Event, Talk } from './talk.ts'
import { talkId } from './talk-id.ts'
import { recordsFile } from './talk-record.ts'

/**
 * Reads the corpus folder: notes of any form at any depth, each event's `event.yml`, and what was imported from its
 * `talks.jsonl`; also the team's `<folder>/synonyms.yml`. Whatever cannot be served is among the problems, sorted by file
 * and line, and the rest is served. Never throws: a missing folder is a problem too.
 */
export async function readCorpus(folder: string, linksTo?: readonly string[]): Promise<Corpus> {
  return (await readNotes(folder, { linksTo })).corpus
}

export interface ReadCorpusOptions {
  /** What lies in the folder, if that is known already. */
  readonly scan?: Scan
  /** Folders outside of it that links may lead to. Default: none. */
  readonly linksTo?: readonly string[] | undefined
  /** What the files gave in an earlier reading: one that is still the same is not read again. */
  readonly earlier?: readonly FileReading[]
  /** Whether a file that cannot be served any longer goes on giving what it gave before. */
  readonly keepLastGood?: boolean
  /** Whether nothing but the form of our own notes will do. */
  readonly isStrict?: boolean
  /** Hears how many files are read, of how many. */
  readonly onProgress?: (done: number, total: number) => void
  /** Hears which file is begun, and that it is done: whoever waits in vain knows where. */
  readonly onFile?: (path: string, state: 'begun' | 'done') => void
  /** Files that are not read, each with the reason. */
  readonly leftOut?: ReadonlyMap<string, string>
  /** Files that are read one at a time: one of them is never done. */
  readonly suspects?: ReadonlySet<string>
}

export interface Reading {
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
export async function readNotes(
  folder: string,
  {
    scan: given,
    linksTo,
    earlier = [],
    keepLastGood = false,
    isStrict = false,
    onProgress = () => {},
    onFile = () => {},
    leftOut = new Map(),
    suspects = new Set(),
  }: ReadCorpusOptions = {},
): Promise<Reading> {
  const scan = given ?? (await scanNotes(folder, linksTo))
  const known = new Map(earlier.map((file) => [file.path, file]))
  let done = 0
  let turn: Promise<unknown> = Promise.resolve()
  const readWatched = async (path: string, readIt: () => Promise<FileContent>): Promise<FileContent> => {
    onFile(path, 'begun')
    const content = await readIt()
    onFile(path, 'done')
    return content
  }
  const readInTurn = (path: string, readIt: () => Promise<FileContent>): Promise<FileContent> => {
    const reason = leftOut.get(path)
    if (reason !== undefined) return Promise.resolve(unread(path, reason))
    if (!suspects.has(path)) return readWatched(path, readIt)
    const mine = turn.then(() => readWatched(path, readIt))
    turn = mine
    return mine
  }
  const stampAt = (path: string, place: string) => {
    const stamp = scan.stamps.get(path)
    return stamp ? `${stamp}${place}` : ''
  }
  /** What the file gave before, if it is still the same. */
  const unchanged = (path: string, place = ''): FileReading | undefined => {
    const before = known.get(path)
    const stamp = stampAt(path, place)
    if (before === undefined || stamp === '' || before.stamp !== stamp) return undefined
    onProgress(++done, scan.stamps.size)
    return before
  }
  const read = async (path: string, readIt: () => Promise<FileContent>, place = ''): Promise<FileReading> => {
    const same = unchanged(path, place)
    if (same) return same
    const before = known.get(path)
    onProgress(++done, scan.stamps.size)
    const content = await readInTurn(path, readIt)
    return { path, stamp: stampAt(path, place), ...withLastGood(content, keepLastGood ? before : undefined) }
  }

  const events = await inParallel(scan.folders, filesAtATime, async (at) => {
    const byName = eventFromFolder(at.id, at.folderName)
    const path = eventPathOf(at)
    const file =
      path === undefined
        ? undefined
        : await read(path, () => readFolderEvent(path, at, byName), at.hasEventFile ? '' : byName.name)
    return { at, file, served: file?.event ?? { value: byName, hash: '' } }
  })
  const notes = events.flatMap(({ served: { value: event }, at, file }) =>
    at.notes.map((note) => {
      const split = splitOf(file?.split, note.path)
      const place: NotePlace = {
        ...note,
        id: talkId(event.id, note.id),
        event,
        isNamedEvent: at.hasEventFile && file?.event !== undefined,
        ...(split !== undefined && { split }),
        isStrict,
      }
      return { path: note.path, place }
    }),
  )
  // Nobody waits for a note that is still the same: of thousands, that takes longer than reading one.
  const readings: FileReading[] = []
  const changed: number[] = []
  notes.forEach(({ path, place }, number) => {
    const same = unchanged(path, keyOf(place))
    if (same) readings[number] = ofEvent(place.event, same)
    else changed.push(number)
  })
  await inParallel(changed, filesAtATime, async (number) => {
    const { path, place } = notes[number]!
    readings[number] = ofEvent(place.event, await read(path, () => readNote(path, place), keyOf(place)))
  })
  const records = await inParallel(
    events.filter(({ at }) => at.hasRecords),
    filesAtATime,
    async ({ served: { value: event }, at }) => {
      const path = join(at.path, recordsFile)
      return ofEvent(event, await read(path, () => readRecords(path, event)))
    },
  )
  const unmounted = keepLastGood ? unmountedFolders(earlier, scan) : new Set<string>()
  const kept = keepLastGood ? unreachable(earlier, scan, unmounted) : []
  const synonymsPath = join(folder, synonymsFile)
  const synonyms = scan.hasSynonyms
    ? await read(synonymsPath, () => readSynonyms(synonymsPath))
    : kept.find(({ path }) => path === synonymsPath)
  // A note takes the place of the record of the same id: that is how an imported talk is written up by hand.
  const written = new Set(notes.map(({ place }) => foldFileName(place.id)))
  const { talks, problems: duplicates } = dropDuplicates([
    ...[...events.flatMap(({ file }) => file ?? []), ...readings, ...kept].flatMap((file) => file.talks),
    ...records.flatMap((file) => file.talks).filter(({ value }) => !written.has(foldFileName(value.id))),
  ])

  const files = [
    ...(scan.hasSynonyms && synonyms ? [synonyms] : []),
    ...events.flatMap(({ file }) => file ?? []),
    ...readings,
    ...records,
    ...kept,
  ].map((file) => withMount(file, scan))
  const used = new Set(talks.map(({ value }) => value.event.id))
  const servedEvents = allEvents(
    [
      ...events.flatMap(({ at, served }) => (at.hasEventFile || used.has(served.value.id) ? [served] : [])),
      ...readings.flatMap(({ event }) => event ?? []),
    ],
    kept,
  )
  const filesWithKeys = files.filter(({ unknownKeys }) => unknownKeys !== undefined)
  const problems = [
    ...scan.problems.map((problem) => withKept(problem, { kept, scan, folder })),
    ...Array.from(unmounted, notMounted),
    ...events.flatMap(({ at, served }) =>
      at.hasEventFile || !used.has(served.value.id) ? [] : [unnamed(at, served.value)],
    ),
    ...files.flatMap((file) => file.problems),
    ...events.flatMap(({ at }) => unknownKeysOf(at, filesWithKeys)),
    ...duplicates,
  ]
  return {
    corpus: {
      folder,
      events: servedEvents.map(({ value }) => value),
      talks: talks.map(({ value }) => value),
      problems: problems.sort(byPlace),
      synonyms: synonyms?.synonyms?.groups ?? [],
      version: versionOf([...servedEvents, ...talks], synonyms?.synonyms?.hash),
    },
    hashes: talks.map(({ hash }) => hash),
    files,
    fingerprint: files.some((file) => isStale(file)) ? '' : scan.fingerprint,
  }
}

const unread = (path: string, reason: string): FileContent => ({
  talks: [],
  problems: [
    {
      severity: 'error',
      file: pathForPeople(path),
      message: reason,
      advice: 'make it shorter or simpler, check the disk that it is on, or move it out of the notes',
    },
  ],
})

const isStale = ({ stamp }: FileReading): boolean => stamp === ''

/** What of its surroundings decides how a note is read. */
const keyOf = ({ event, split, ...place }: NotePlace): string =>
  JSON.stringify([
    place.id,
    place.hasSiblings,
    place.isNamedEvent,
    place.series,
    event.id,
    event.name,
    event.year,
    split,
    place.isStrict,
  ])

/** The events of the folders, and those of files whose folder cannot be reached. */
function allEvents(events: readonly Hashed<Event>[], kept: readonly FileReading[]): readonly Hashed<Event>[] {
  const all = new Map(events.map((event) => [event.value.id, event]))
  const others = kept.flatMap(({ event, talks }) => [
    ...(event ? [event] : []),
    ...talks.map(({ value }) => ({ value: value.event, hash: '' })),
  ])
  for (const event of others) if (!all.has(event.value.id)) all.set(event.value.id, event)
  return [...all.values()].sort(compareIds)
}

/** The file's talks with this event, which may have changed since they were read. */
function ofEvent(event: Event, file: FileReading): FileReading {
  if (file.event) return file
  if (file.talks.every(({ value }) => value.event === event)) return file
  const wanted = JSON.stringify(event)
  const talks = file.talks.map((served) =>
    JSON.stringify(served.value.event) === wanted
      ? served
      : { ...served, value: withEvent(served.value, event) },
  )
  return { ...file, talks }
}

/** The talk at another event. What it reads only when asked stays unread. */
function withEvent(talk: Talk, event: Event): Talk {
  return Object.create(talk, { event: { value: event, enumerable: true } })
}

/** An event without event.yml is served by its folder's name, for the sake of its talks. */
function unnamed({ path }: EventFolder, { name }: Event): Problem {
  return {
    severity: 'warning',
    isStyle: true,
    file: pathForPeople(path),
    message: `has no ${eventFile}, so the event is called "${name}"`,
    advice: `add ${eventFile} with a line \`name: …\``,
  }
}

const maxKeysShown = 8

/** One line for all keys in front matter that nobody knows. */
function unknownKeysOf({ path, notes }: EventFolder, files: readonly FileReading[]): readonly Problem[] {
  const own = new Set(notes.map((note) => note.path))
  const keys = new Set(files.flatMap((file) => (own.has(file.path) ? (file.unknownKeys ?? []) : [])))
  if (keys.size === 0) return []
  const shown = [...keys].slice(0, maxKeysShown).map((key) => `\`${key}\``)
  const more = keys.size > shown.length ? ` and ${keys.size - shown.length} more` : ''
  return [
    {
      severity: 'warning',
      isStyle: true,
      file: pathForPeople(path),
      message: `front matter has keys that say nothing to Hallway: ${shown.join(', ')}${more}`,
      advice: 'what they hold is not found; move into the text what should be',
    },
  ]
}

/** `Kivy.md` and `kivy.md` are one file on some systems and two on others, so they may not both be served. */
function dropDuplicates(talks: readonly Hashed<Talk>[]): {
  readonly talks: readonly Hashed<Talk>[]
  readonly problems: readonly Problem[]
} {
  const firsts = new Map<string, Hashed<Talk>>()
  const problems: Problem[] = []
  for (const talk of talks.toSorted((a, b) => compareIds(a, b) || compare(a.value.file, b.value.file))) {
    const key = foldFileName(talk.value.id)
    const first = firsts.get(key)
    if (first) {
      problems.push({
        severity: 'error',
        file: talk.value.file,
        message: `has the same id as ${first.value.file}, but for upper and lower case or accents`,
        advice: 'rename or remove one of the two',
      })
    } else {
      firsts.set(key, talk)
    }
  }
  return { talks: [...firsts.values()], problems }
}

/** By code units, so that the order is the same in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const compareIds = (a: Hashed<Talk | Event>, b: Hashed<Talk | Event>): number =>
  compare(a.value.id, b.value.id)

const byPlace = (a: Problem, b: Problem): number =>
  compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)

function versionOf(served: readonly Hashed<Talk | Event>[], synonyms: string | undefined): string {
  // A folder without synonyms keeps the version that its notes alone give it.
  const lines = synonyms ? [`${synonymsFile}\0${synonyms}\n`] : []
  for (const { value, hash } of served) lines.push(`${value.id}\0${hash}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 12)
}
