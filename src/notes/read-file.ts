import { createHash } from 'node:crypto'
import { pathForPeople } from '../files/path-for-people.ts'
import type { SynonymGroup } from './corpus.ts'
import { parseEvent } from './parse-event.ts'
import { parseSynonyms } from './parse-synonyms.ts'
import { parseTalk } from './parse-talk.ts'
import type { Problem } from './problem.ts'
import { readTalksJsonl } from './read-talks-jsonl.ts'
import { readTextFile } from './read-text-file.ts'
import type { Event, Talk } from './talk.ts'

/** A talk or event, and a hash of the text it came from. */
export interface Served<Value extends { readonly id: string }> {
  readonly value: Value
  readonly hash: string
}

/** What one file of the corpus gave when it was read. */
export interface FileReading {
  readonly path: string
  /** Which state of the file was read, as in `Scan.stamps`. */
  readonly stamp: string
  /** Of an event.yml that is good. */
  readonly event?: Served<Event>
  /** Of a synonyms.yml that is good; `hash` is that of its text. */
  readonly synonyms?: { readonly groups: readonly SynonymGroup[]; readonly hash: string }
  /** Of a note or of records. */
  readonly talks: readonly Served<Talk>[]
  readonly problems: readonly Problem[]
}

export type FileContent = Pick<FileReading, 'event' | 'synonyms' | 'talks' | 'problems'>

export async function readEventFile(path: string, id: string): Promise<FileContent> {
  const read = await readTextFile(path)
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  const { event, problems } = parseEvent(read.text, { id, file: pathForPeople(path) })
  return { ...(event && { event: { value: event, hash: hashOf(read.text) } }), talks: [], problems }
}

/** What a team means by other words; one without any counts as missing. */
export async function readSynonyms(path: string): Promise<FileContent> {
  const read = await readTextFile(path)
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  const { groups, problems } = parseSynonyms(read.text, pathForPeople(path))
  return { ...(groups.length > 0 && { synonyms: { groups, hash: hashOf(read.text) } }), talks: [], problems }
}

export async function readNote(path: string, id: string, event: Event): Promise<FileContent> {
  const read = await readTextFile(path)
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  const { talk, problems } = parseTalk(read.text, { id, file: pathForPeople(path), event })
  return { talks: talk ? [{ value: talk, hash: hashOf(read.text) }] : [], problems }
}

/** The talks that imports keep as records. */
export async function readRecords(path: string, event: Event): Promise<FileContent> {
  const { talks, problems } = await readTalksJsonl(path, { event, file: pathForPeople(path) })
  return { talks: talks.map(({ talk, hash }) => ({ value: talk, hash })), problems }
}

/** The same on every machine: a checkout may end lines in its own way. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('hex')
