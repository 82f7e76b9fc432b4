import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Corpus, Problem } from './corpus.ts'
import { inParallel } from './in-parallel.ts'
import { type EventFolder, eventFile, listNotes } from './list-notes.ts'
import { eventFromFolder, parseEvent } from './parse-event.ts'
import { parseTalk } from './parse-talk.ts'
import { pathForPeople } from './path-for-people.ts'
import { readText } from './read-text.ts'
import type { Event, Talk } from './talk.ts'

/** Files open at a time: enough to keep a disk busy, and far below every limit on open files. */
const filesAtATime = 32

/**
 * Reads the corpus folder: `<folder>/<event>/event.yml` and `<folder>/<event>/<talk>.md`. Whatever cannot be served is
 * among the problems, sorted by file and line, and the rest is served. Never throws: a missing folder is a problem too.
 */
export async function readCorpus(folder: string): Promise<Corpus> {
  const listing = await listNotes(folder)
  const events = await inParallel(listing.folders, filesAtATime, readEvent)
  const notes = events.flatMap(({ served: { value: event }, folder: { path, notes } }) =>
    notes.map((name) => ({ event, name, path: join(path, name) })),
  )
  const readings = await inParallel(notes, filesAtATime, readTalk)
  const { talks, problems: duplicates } = dropDuplicates(readings.flatMap(({ served }) => served ?? []))

  const servedEvents = events.map(({ served }) => served).sort(byId)
  const problems = [listing, ...events, ...readings].flatMap((part) => part.problems).concat(duplicates)
  return {
    folder,
    events: servedEvents.map(({ value }) => value),
    talks: talks.map(({ value }) => value),
    problems: problems.sort(byPlace),
    version: versionOf([...servedEvents, ...talks]),
  }
}

/** A talk or event, and a hash of the text it came from. */
interface Served<Value extends { readonly id: string }> {
  readonly value: Value
  readonly hash: string
}

interface EventReading {
  readonly folder: EventFolder
  readonly served: Served<Event>
  readonly problems: readonly Problem[]
}

/** An event whose event.yml is missing or bad is served by its folder's name, for the sake of its talks. */
async function readEvent(folder: EventFolder): Promise<EventReading> {
  const unnamed = { value: eventFromFolder(folder.id), hash: '' }
  if (!folder.hasEventFile) {
    const problem: Problem = {
      severity: 'warning',
      file: pathForPeople(folder.path),
      message: `has no ${eventFile}, so the event is called "${unnamed.value.name}"`,
      advice: `add ${eventFile} with a line \`name: …\``,
    }
    return { folder, served: unnamed, problems: [problem] }
  }
  const path = join(folder.path, eventFile)
  const read = await readText(path)
  if ('problem' in read) return { folder, served: unnamed, problems: [read.problem] }
  const { event, problems } = parseEvent(read.text, { id: folder.id, file: pathForPeople(path) })
  return { folder, served: event ? { value: event, hash: hashOf(read.text) } : unnamed, problems }
}

interface TalkReading {
  readonly served?: Served<Talk>
  readonly problems: readonly Problem[]
}

async function readTalk({
  event,
  name,
  path,
}: {
  readonly event: Event
  readonly name: string
  readonly path: string
}): Promise<TalkReading> {
  const read = await readText(path)
  if ('problem' in read) return { problems: [read.problem] }
  const id = `${event.id}/${name.replace(/\.md$/i, '').normalize('NFC')}`
  const { talk, problems } = parseTalk(read.text, { id, file: pathForPeople(path), event })
  return { ...(talk && { served: { value: talk, hash: hashOf(read.text) } }), problems }
}

/** `Kivy.md` and `kivy.md` are one file on some systems and two on others, so they may not both be served. */
function dropDuplicates(talks: readonly Served<Talk>[]): {
  readonly talks: readonly Served<Talk>[]
  readonly problems: readonly Problem[]
} {
  const firsts = new Map<string, Served<Talk>>()
  const problems: Problem[] = []
  for (const talk of talks.toSorted((a, b) => byId(a, b) || compare(a.value.file, b.value.file))) {
    const key = talk.value.id.toLowerCase().normalize('NFC')
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

/** The same on every machine: a checkout may end lines in its own way. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('hex')

function versionOf(served: readonly Served<Talk | Event>[]): string {
  const hash = createHash('sha256')
  for (const { value, hash: content } of served) hash.update(`${value.id}\0${content}\n`)
  return hash.digest('hex').slice(0, 12)
}
