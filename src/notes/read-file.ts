import { join } from 'node:path'
import { pathForPeople } from '../files/path-for-people.ts'
import type { SynonymGroup } from './corpus.ts'
import { yearIn } from './foreign/dates.ts'
import { isEventName } from './foreign/event-names.ts'
import type { EventFolder } from './list-notes.ts'
import { eventFile, type ParsedEvent, parseEvent } from './parse-event.ts'
import { parseSynonyms } from './parse-synonyms.ts'
import type { Problem } from './problem.ts'
import type { NoteContent } from './read-note.ts'
import { readTalksJsonl } from './read-talks-jsonl.ts'
import { readTextFile } from './read-text-file.ts'
import { hashOfText, type Served } from './served.ts'
import type { Event, Talk } from './talk.ts'

/** What one file of the corpus gave when it was read. */
export interface FileReading extends Pick<NoteContent, 'why' | 'unknownKeys' | 'makeshift'> {
  readonly path: string
  /** Which state of the file was read, as in `Scan.stamps`, and what of its surroundings matters to it. */
  readonly stamp: string
  /** The folder of the notes in which the disk is mounted that holds it, if that is another one. */
  readonly mount?: string
  /** Of an event.yml that is good, of what introduces a folder, or of a note that is of an event of its own. */
  readonly event?: Served<Event>
  /** Of an event.yml. */
  readonly split?: ParsedEvent['split']
  /** Of a synonyms.yml that is good; `hash` is that of its text. */
  readonly synonyms?: { readonly groups: readonly SynonymGroup[]; readonly hash: string }
  /** Of a note or of records. */
  readonly talks: readonly Served<Talk>[]
  readonly problems: readonly Problem[]
}

export type FileContent = Omit<FileReading, 'path' | 'stamp' | 'mount'>

async function readEventFile(path: string, id: string): Promise<FileContent> {
  const read = await readTextFile(path)
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  const { event, split, problems } = parseEvent(read.text, { id, file: pathForPeople(path) })
  return {
    ...(event && { event: { value: event, hash: hashOfText(read.text) } }),
    ...(split !== undefined && { split }),
    talks: [],
    problems,
  }
}

/** The file in a folder that says what its event is, if there is one. */
export function eventPathOf({ path, hasEventFile, index, notes }: EventFolder): string | undefined {
  if (hasEventFile) return join(path, eventFile)
  const introduction = index === undefined ? undefined : join(path, index)
  return notes.some((note) => note.path === introduction) ? undefined : introduction
}

/** Reads the file of `eventPathOf`. */
export const readFolderEvent = (path: string, at: EventFolder, byName: Event): Promise<FileContent> =>
  at.hasEventFile ? readEventFile(path, at.id) : readIndexFile(path, byName)

/** The event of a folder by the title of what introduces it, if that is an event's: sites call theirs in `_index.md`. */
async function readIndexFile(path: string, folderEvent: Event): Promise<FileContent> {
  const read = await readTextFile(path, { anyEncoding: true })
  if ('problem' in read) return { talks: [], problems: [] }
  const { eventNameOf, readForeignNote } = await import('./foreign/read-foreign-note.ts')
  const { talks, event: named } = readForeignNote(read.text, { stem: folderEvent.name, split: 'none' })
  const title = named ?? talks[0]?.title
  if (title === undefined) return { talks: [], problems: [] }
  const name = eventNameOf(title)
  const isOfFolder = /[\p{L}]{3,}/gu
  const words = new Set(folderEvent.name.toLowerCase().match(isOfFolder))
  const isMeant =
    /_index\.\w+$/.test(path) ||
    isEventName(name) ||
    (name.toLowerCase().match(isOfFolder) ?? []).some((word) => words.has(word))
  // A name that was not written to be read says no more than the folder's.
  const isCode = !/\s/.test(name) && /[-_]/.test(name)
  if (!isMeant || isCode || name.length > 80 || /[`/—]/.test(name)) return { talks: [], problems: [] }
  const year = yearIn(name) ?? folderEvent.year
  const value: Event = { id: folderEvent.id, name, ...(year !== undefined && { year }) }
  return { event: { value, hash: hashOfText(JSON.stringify(value)) }, talks: [], problems: [] }
}

/** What a team means by other words; one without any counts as missing. */
export async function readSynonyms(path: string): Promise<FileContent> {
  const read = await readTextFile(path)
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  const { groups, problems } = parseSynonyms(read.text, pathForPeople(path))
  return {
    ...(groups.length > 0 && { synonyms: { groups, hash: hashOfText(read.text) } }),
    talks: [],
    problems,
  }
}

/** The talks that imports keep as records. */
export async function readRecords(path: string, event: Event): Promise<FileContent> {
  const { talks, problems } = await readTalksJsonl(path, { event, file: pathForPeople(path) })
  return { talks: talks.map(({ talk, hash }) => ({ value: talk, hash })), problems }
}
