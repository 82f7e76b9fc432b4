import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { foldFileName } from '../files/fold-file-name.ts'
import { inParallel } from '../files/in-parallel.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import type { Corpus } from './corpus.ts'
import type { EventFolder } from './list-notes.ts'
import { eventFile, eventFromFolder } from './parse-event.ts'
import { synonymsFile } from './parse-synonyms.ts'
import type { Problem } from './problem.ts'
import {
  type FileContent,
  type FileReading,
  readEventFile,
  readNote,
  readRecords,
  readSynonyms,
  type Served,
} from './read-file.ts'
import { type Scan, scanNotes } from './scan-notes.ts'
import type { Event, Talk } from './talk.ts'
import { recordsFile } from './talk-record.ts'

/**
 * Reads the corpus folder: `<folder>/<event>/event.yml` and `<folder>/<event>/<talk>.md`, and what was imported from
 * `<folder>/<event>/talks.jsonl`; also the team's `<folder>/synonyms.yml`. Whatever cannot be served is among the
 * problems, sorted by file and line, and the rest is served. Never throws: a missing folder is a problem too.
 */
export async function readCorpus(folder: string): Promise<Corpus> {
  return (await readNotes(folder)).corpus
}

export interface ReadOptions {
  /** What lies in the folder, if that is known already. */
  readonly scan?: Scan
  /** What the files gave in an earlier reading: one that is still the same is not read again. */
  readonly earlier?: readonly FileReading[]
  /** Whether a file that cannot be served any longer goes on giving what it gave before. */
  readonly keepLastGood?: boolean
  /** Hears how many files are read, of how many. */
  readonly onProgress?: (done: number, total: number) => void
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
  { scan: given, earlier = [], keepLastGood = false, onProgress = () => {} }: ReadOptions = {},
): Promise<Reading> {
  const scan = given ?? (await scanNotes(folder))
  const known = new Map(earlier.map((file) => [file.path, file]))
  let done = 0
  const read = async (path: string, readIt: () => Promise<FileContent>): Promise<FileReading> => {
    const stamp = scan.stamps.get(path) ?? ''
    const before = known.get(path)
    onProgress(++done, scan.stamps.size)
    if (before && before.stamp !== '' && before.stamp === stamp) return before
    const content = await readIt()
    return { path, stamp, ...(keepLastGood && before ? withLastGood(content, before) : content) }
  }

  const events = await inParallel(scan.folders, filesAtATime, async (at) => {
    const path = join(at.path, eventFile)
    const file = at.hasEventFile ? await read(path, () => readEventFile(path, at.id)) : undefined
    return { at, file, served: file?.event ?? { value: eventFromFolder(at.id), hash: '' } }
  })
  const notes = events.flatMap(({ served: { value: event }, at }) =>
    at.notes.map((name) => ({ event, id: talkId(event, name), path: join(at.path, name) })),
  )
  const readings = await inParallel(notes, filesAtATime, async ({ event, id, path }) =>
    ofEvent(event, await read(path, () => readNote(path, id, event))),
  )
  const records = await inParallel(
    events.filter(({ at }) => at.hasRecords),
    filesAtATime,
    async ({ served: { value: event }, at }) => {
      const path = join(at.path, recordsFile)
      return ofEvent(event, await read(path, () => readRecords(path, event)))
    },
  )
  const kept = keepLastGood ? unreachable(earlier, scan) : []
  const synonymsPath = join(folder, synonymsFile)
  const synonyms = scan.hasSynonyms
    ? await read(synonymsPath, () => readSynonyms(synonymsPath))
    : kept.find(({ path }) => path === synonymsPath)
  // A note takes the place of the record of the same id: that is how an imported talk is written up by hand.
  const written = new Set(notes.map(({ id }) => foldFileName(id)))
  const { talks, problems: duplicates } = dropDuplicates([
    ...[...readings, ...kept].flatMap((file) => file.talks),
    ...records.flatMap((file) => file.talks).filter(({ value }) => !written.has(foldFileName(value.id))),
  ])

  const files = [
    ...(scan.hasSynonyms && synonyms ? [synonyms] : []),
    ...events.flatMap(({ file }) => file ?? []),
    ...readings,
    ...records,
    ...kept,
  ]
  const servedEvents = eventsOf(
    events.map(({ served }) => served),
    kept,
  )
  const problems = [
    ...scan.problems.map((problem) => withKept(problem, { kept, scan, folder })),
    ...events.flatMap(({ at }) => (at.hasEventFile ? [] : [unnamed(at)])),
    ...files.flatMap((file) => file.problems),
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

const isStale = ({ stamp }: FileReading): boolean => stamp === ''

/** As long as a file has errors, what it gave before and gives no longer is served on. */
function withLastGood(content: FileContent, before: FileReading): FileContent & { readonly stamp?: string } {
  if (!content.problems.some(({ severity }) => severity === 'error')) return content
  const ids = new Set(content.talks.map(({ value }) => value.id))
  const talks = before.talks.filter(({ value }) => !ids.has(value.id))
  const event = content.event ?? before.event
  const synonyms = content.synonyms ?? before.synonyms
  const keepsMore = talks.length > 0 || event !== content.event || synonyms !== content.synonyms
  if (!keepsMore) return content
  const problems = content.problems.map((problem) =>
    problem.severity === 'error'
      ? { ...problem, message: `${problem.message}; what it said before is served` }
      : problem,
  )
  return {
    talks: [...content.talks, ...talks],
    ...(event && { event }),
    ...(synonyms && { synonyms }),
    problems,
    stamp: '',
  }
}

/**
 * Files read before that lie in a folder that cannot be read now, or that is gone with all notes. What was wrong with
 * them nobody can tell any longer; that of the folder is told instead.
 */
function unreachable(
  earlier: readonly FileReading[],
  { stamps, presence, problems }: Scan,
): readonly FileReading[] {
  const failing = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file))
  const isLost = (path: string) => presence !== 'there' || failing.has(pathForPeople(dirname(path)))
  return earlier
    .filter(({ path }) => !stamps.has(path) && isLost(path))
    .map((file) => ({ ...file, problems: [], stamp: '' }))
}

interface Lost {
  readonly kept: readonly FileReading[]
  readonly scan: Scan
  readonly folder: string
}

/** A folder's problem, saying for how long its talks are served all the same. */
function withKept(problem: Problem, { kept, scan: { presence }, folder }: Lost): Problem {
  if (problem.severity !== 'error') return problem
  const isWhole = problem.file === pathForPeople(folder)
  const isServed = kept.some(
    ({ path, talks }) => talks.length > 0 && (isWhole || problem.file === pathForPeople(dirname(path))),
  )
  if (!isServed) return problem
  const isGone = isWhole && (presence === 'gone' || presence === 'empty')
  const until = isGone ? 'it holds notes again or Hallway is restarted' : 'it can be read again'
  return { ...problem, message: `${problem.message}; the talks that it held are served until ${until}` }
}

/** The events of the folders, and those of files whose folder cannot be reached. */
function eventsOf(events: readonly Served<Event>[], kept: readonly FileReading[]): readonly Served<Event>[] {
  const all = new Map(events.map((event) => [event.value.id, event]))
  const others = kept.flatMap(({ event, talks }) => [
    ...(event ? [event] : []),
    ...talks.map(({ value }) => ({ value: value.event, hash: '' })),
  ])
  for (const event of others) if (!all.has(event.value.id)) all.set(event.value.id, event)
  return [...all.values()].sort(byId)
}

/** The file's talks with this event, which may have changed since they were read. */
function ofEvent(event: Event, file: FileReading): FileReading {
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
function unnamed({ id, path }: EventFolder): Problem {
  return {
    severity: 'warning',
    file: pathForPeople(path),
    message: `has no ${eventFile}, so the event is called "${eventFromFolder(id).name}"`,
    advice: `add ${eventFile} with a line \`name: …\``,
  }
}

const talkId = (event: Event, name: string): string =>
  `${event.id}/${name.replace(/\.md$/i, '').normalize('NFC')}`

/** `Kivy.md` and `kivy.md` are one file on some systems and two on others, so they may not both be served. */
function dropDuplicates(talks: readonly Served<Talk>[]): {
  readonly talks: readonly Served<Talk>[]
  readonly problems: readonly Problem[]
} {
  const firsts = new Map<string, Served<Talk>>()
  const problems: Problem[] = []
  for (const talk of talks.toSorted((a, b) => byId(a, b) || compare(a.value.file, b.value.file))) {
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

const byId = (a: Served<Talk | Event>, b: Served<Talk | Event>): number => compare(a.value.id, b.value.id)

const byPlace = (a: Problem, b: Problem): number =>
  compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)

function versionOf(served: readonly Served<Talk | Event>[], synonyms: string | undefined): string {
  const hash = createHash('sha256')
  // A folder without synonyms keeps the version that its notes alone give it.
  if (synonyms) hash.update(`${synonymsFile}\0${synonyms}\n`)
  for (const { value, hash: content } of served) hash.update(`${value.id}\0${content}\n`)
  return hash.digest('hex').slice(0, 12)
}
