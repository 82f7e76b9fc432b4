import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentHash, recordsFile } from '../talk-record.ts'
import { readBytes } from './input.ts'
import { readLines } from './lines.ts'
import { readNoteSource } from './note-file.ts'
import { foldName } from './safe-name.ts'

/** A talk that an earlier import wrote. */
export interface StoredTalk {
  readonly id: string
  /** As a line of talks.jsonl, or as a note of its own. */
  readonly form: 'record' | 'note'
  /** Of what was imported. */
  readonly hash: string
  /** Hash of the line, or of the note's whole text, as it stands there. */
  readonly seen: string
  readonly edited: boolean
  readonly title: string
  /** Of the file that it was imported from. */
  readonly file?: string
}

/** What lies in an event's folder, as far as an import has to know. */
export interface EventStore {
  readonly byKey: Map<string, StoredTalk>
  /** Folded names of all talks, imported or not. */
  readonly taken: Set<string>
  /** Folded names of the notes that people have written; a record of that name is not served. */
  readonly written: ReadonlySet<string>
  readonly eventFile: string | undefined
}

/** Reads an event's folder; one that does not exist is empty. */
export async function readEventStore(folder: string): Promise<EventStore> {
  const byKey = new Map<string, StoredTalk>()
  const taken = new Set<string>()
  const written = new Set<string>()
  const names = await namesIn(folder)
  if (names.includes(recordsFile)) {
    for await (const line of readLines(readBytes(join(folder, recordsFile)))) {
      const stored = 'text' in line ? readRecord(line.text) : undefined
      if (!stored) continue
      byKey.set(stored.key, stored)
      taken.add(foldName(stored.id))
    }
  }
  for (const name of names) {
    if (!/\.md$/i.test(name)) continue
    const id = name.slice(0, -3)
    const text = await readFile(join(folder, name), 'utf8')
    const source = readNoteSource(text)
    taken.add(foldName(id))
    if (source)
      byKey.set(source.key, { ...source, id, form: 'note', seen: contentHash(text), title: titleOf(text) })
    else written.add(foldName(id))
  }
  const eventFile = names.includes('event.yml')
    ? await readFile(join(folder, 'event.yml'), 'utf8')
    : undefined
  return { byKey, taken, written, eventFile }
}

/** The talk that a line of talks.jsonl holds, and its key; undefined where it holds none that an import wrote. */
export function readRecord(line: string): (StoredTalk & { readonly key: string }) | undefined {
  try {
    const { source, ...content } = JSON.parse(line)
    const { key, hash, file } = source
    if (typeof key !== 'string' || typeof hash !== 'string' || typeof content.id !== 'string')
      return undefined
    const edited = contentHash(content) !== hash
    return {
      key,
      hash,
      id: content.id,
      form: 'record',
      seen: contentHash(line),
      edited,
      title: String(content.title),
      file,
    }
  } catch {
    return undefined
  }
}

/** From a note's front matter, as far as it is on one line. */
const titleOf = (text: string): string =>
  (/^title:[ \t]*(.*?)\s*$/m.exec(text)?.[1] ?? '').replace(/^(["'])(.*)\1$/, '$2')

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
