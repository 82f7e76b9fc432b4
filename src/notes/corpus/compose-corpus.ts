import { createHash } from 'node:crypto'
import { foldFileName } from '../../files/fold-file-name.ts'
import { pathForPeople } from '../../files/path-for-people.ts'
import type { Corpus } from '../corpus.ts'
import { eventFile, synonymsFile } from '../file-names.ts'
import type { EventFolder } from '../folders/event-folders.ts'
import type { Scan } from '../folders/scan-notes.ts'
import { maxIdBytes } from '../folders/talk-id.ts'
import type { Hashed } from '../hashed.ts'
import type { Problem } from '../problem.ts'
import type { Event, Talk } from '../talk.ts'
import type { FileReading } from './file-reading.ts'
import { notMounted, withKept } from './last-good.ts'
import { callSomebody } from './name-speakers.ts'

/** A folder that is an event, with what its files say of that. */
export interface ReadEvent {
  readonly at: EventFolder
  /** The file that says it, if there is one. */
  readonly file: FileReading | undefined
  /** Its event.yml, if that says how notes are split and nothing of the event: then `at` is as if it had none. */
  readonly rule?: FileReading
  /** The file that says what the site is called that the corpus's own folder holds. */
  readonly site?: FileReading
  /** What introduces the folder, if another file says what the event is. */
  readonly index?: FileReading
  readonly served: Hashed<Event>
}

/** All that was read of a corpus. */
export interface ReadParts {
  readonly folder: string
  readonly scan: Scan
  readonly events: readonly ReadEvent[]
  /** Of notes, of records, and of what is served although it cannot be reached now. */
  readonly readings: readonly FileReading[]
  readonly records: readonly FileReading[]
  readonly kept: readonly FileReading[]
  /** All of these and every other file. */
  readonly files: readonly FileReading[]
  /** The ids of the notes. */
  readonly ids: readonly string[]
  /** Folders in which another disk was mounted. */
  readonly unmounted: ReadonlySet<string>
  readonly synonyms: FileReading | undefined
}

/** The corpus of what was read: its events and talks, each once, by id, and everything that is wrong, by place. */
export function composeCorpus(parts: ReadParts): {
  readonly corpus: Corpus
  /** The hash of each talk's text, in the order of `corpus.talks`. */
  readonly hashes: readonly string[]
} {
  const { folder, scan, events, readings, records, kept, files, unmounted, synonyms } = parts
  // A note takes the place of the record of the same id: that is how an imported talk is written up by hand.
  const written = new Set(parts.ids.map(foldFileName))
  const { talks, problems: unnameable } = dropUnnameable([
    ...[...events.flatMap(({ file }) => file ?? []), ...readings, ...kept].flatMap((file) => file.talks),
    ...records.flatMap((file) => file.talks).filter(({ value }) => !written.has(foldFileName(value.id))),
  ])
  const used = new Set(talks.map(({ value }) => value.event.id))
  const servedEvents = allEvents(
    [
      ...events.flatMap(({ at, served }) => (at.hasEventFile || used.has(served.value.id) ? [served] : [])),
      ...readings.flatMap(({ event }) => event ?? []),
      ...[...readings, ...events.flatMap(({ file }) => file ?? [])]
        .flatMap(({ talkEvents = [] }) => talkEvents)
        .filter(({ value }) => used.has(value.id)),
    ],
    kept,
  )
  // If nobody is called so, nobody misses who that is.
  const unasked = new Set(callSomebody(readings) ? [] : scan.peopleFiles)
  const filesWithKeys = files.filter(({ unknownKeys }) => unknownKeys !== undefined)
  const problems = [
    ...scan.problems.map((problem) => withKept(problem, { kept, scan, folder })),
    ...Array.from(unmounted, notMounted),
    ...events.flatMap((read) =>
      read.at.hasEventFile || !used.has(read.served.value.id) ? [] : [unnamed(read)],
    ),
    ...files.filter(({ path }) => !unasked.has(path)).flatMap((file) => file.problems),
    ...events.flatMap(({ at }) => unknownKeysOf(at, filesWithKeys)),
    ...unnameable,
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
  }
}

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

/** An event without event.yml is served by its folder's name, for the sake of its talks. */
function unnamed({ at: { path }, rule, served }: ReadEvent): Problem {
  const lacks = rule ? `${eventFile} names no event` : `has no ${eventFile}`
  return {
    severity: 'warning',
    isStyle: true,
    file: pathForPeople(path),
    message: `${lacks}, so the event is called "${served.value.name}"`,
    advice: rule ? `add a line \`name: …\` to ${eventFile}` : `add ${eventFile} with a line \`name: …\``,
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

/**
 * The talks that have an id of their own. `Kivy.md` and `kivy.md` are one file on some systems and two on others, so they may not
 * both be served.
 */
function dropUnnameable(talks: readonly Hashed<Talk>[]): {
  readonly talks: readonly Hashed<Talk>[]
  readonly problems: readonly Problem[]
} {
  const firsts = new Map<string, Hashed<Talk>>()
  const problems: Problem[] = []
  for (const talk of talks.toSorted((a, b) => compareIds(a, b) || compare(a.value.file, b.value.file))) {
    const key = foldFileName(talk.value.id)
    const first = firsts.get(key)
    const size = Buffer.byteLength(talk.value.id)
    if (size > maxIdBytes) {
      problems.push({
        severity: 'error',
        file: talk.value.file,
        message: `has an id of ${size} bytes, more than ${maxIdBytes}`,
        advice: 'give the file, and the folders that it is in, shorter names',
      })
    } else if (first) {
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
