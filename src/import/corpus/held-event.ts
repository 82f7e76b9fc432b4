import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { foldFileName } from '../../files/fold-file-name.ts'
import { inTime } from '../../files/in-time.ts'
import { noFile } from '../../files/no-file.ts'
import { readWholeText } from '../../files/read-regular-file.ts'
import { eventFile as eventFileName, recordsFile } from '../../notes/file-names.ts'
import { contentHash } from '../../notes/talk-record.ts'
import { withLettersNamed } from '../../text/named-letters.ts'
import { parseJson } from '../../text/parse-json.ts'
import { readBytes } from '../read/input.ts'
import { readLines } from '../read/lines.ts'
import { whenReading } from './file-failure.ts'
import { readNoteSource } from './note-file.ts'

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
  /** Whether it says more than who speaks, when and where. */
  readonly hasText: boolean
  /** Of the file that it was imported from. */
  readonly file?: string
}

/** Where a talk stands in its event's folder: `tides.md`, or the line of `talks.jsonl` with its title. */
export const placeOfTalk = ({ form, id, title }: Pick<StoredTalk, 'form' | 'id' | 'title'>): string =>
  form === 'note' ? `${id}.md` : `${recordsFile}, “${title}”`

/** What lies in an event's folder, as far as an import has to know. */
export interface HeldEvent {
  readonly byKey: Map<string, StoredTalk>
  /** Folded names of all talks, imported or not. */
  readonly taken: Set<string>
  /** Folded names of the notes that people have written; a record of that name is not served. */
  readonly written: ReadonlySet<string>
  readonly eventFile: string | undefined
  /** Numbers of the lines of talks.jsonl that are no records; they stay as they are. */
  readonly damaged: readonly number[]
}

/** What tells a talk in its source from the others, and its title. */
interface Keyed {
  readonly key: string
  readonly title: string
}

/** Whether a key is made of a title, for want of an id. */
export const isByTitle = ({ key, title }: Keyed): boolean => key.endsWith(`/${title}`)

/**
 * The key by which a talk is held: versions before 0.22 left letters that HTML names as they were typed, and versions before 0.27 read
 * fewer of the days by which talks without an id are called.
 */
export function keyAsHeld({ byKey }: HeldEvent, { key, title }: Keyed): string {
  if (byKey.size === 0 || byKey.has(key)) return key
  const undated = isByTitle({ key, title }) ? `/${title}` : key
  return [withLettersNamed(key), undated].find((one) => byKey.has(one)) ?? key
}

/** Reads an event's folder; one that does not exist is empty. */
export async function readHeldEvent(folder: string): Promise<HeldEvent> {
  const byKey = new Map<string, StoredTalk>()
  const taken = new Set<string>()
  const written = new Set<string>()
  const entries = await whenReading(folder, entriesOf(folder))
  const damaged = entries.has(recordsFile)
    ? await whenReading(
        join(folder, recordsFile),
        readStoredRecords(join(folder, recordsFile), { byKey, taken }),
      )
    : []
  for (const [name, isFolder] of entries) {
    if (!/\.md$/i.test(name)) continue
    const id = name.slice(0, -3)
    taken.add(foldFileName(id))
    if (isFolder) continue
    const path = join(folder, name)
    const text = await whenReading(path, readWholeText(path))
    const source = readNoteSource(text)
    if (source)
      byKey.set(source.key, {
        ...source,
        id,
        form: 'note',
        seen: contentHash(text),
        title: titleOf(text),
        hasText: hasTextBelow(text),
      })
    else written.add(foldFileName(id))
  }
  const eventPath = join(folder, eventFileName)
  const eventFile = entries.has(eventFileName)
    ? await whenReading(eventPath, readWholeText(eventPath))
    : undefined
  return { byKey, taken, written, eventFile, damaged }
}

/** @returns the numbers of the lines that are no records */
async function readStoredRecords(
  path: string,
  { byKey, taken }: Pick<HeldEvent, 'byKey' | 'taken'>,
): Promise<readonly number[]> {
  const damaged: number[] = []
  for await (const line of readLines(readBytes(path), Number.POSITIVE_INFINITY)) {
    const text = 'text' in line ? line.text : undefined
    const stored = text === undefined ? undefined : readRecord(text)
    if (stored) {
      byKey.set(stored.key, stored)
      taken.add(foldFileName(stored.id))
    } else if (text === undefined || (text.trim() !== '' && !isObject(text))) damaged.push(line.line)
  }
  return damaged
}

/** A record that a person has written has no source. */
function isObject(line: string): boolean {
  const value = parseJson(line)
  return typeof value === 'object' && value !== null
}

/** The talk that a line of talks.jsonl holds, and its key; undefined if it holds none that an import wrote. */
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
      hasText: typeof content.body === 'string' && content.body.trim() !== '',
      file,
    }
  } catch {
    return undefined
  }
}

/** From a note's front matter, as far as it is on one line. */
const titleOf = (text: string): string =>
  (/^title:[ \t]*(.*?)\s*$/m.exec(text)?.[1] ?? '').replace(/^(["'])(.*)\1$/, '$2')

/** Whether a note that an import wrote has anything below its front matter but where it is from. */
const hasTextBelow = (text: string): boolean =>
  /^---\r?\n\s*(?!<!-- Imported )\S/m.test(text.replace(/^---/, ''))

/** What lies in the folder, and whether each is a folder itself. */
async function entriesOf(folder: string): Promise<ReadonlyMap<string, boolean>> {
  const entries = await inTime(readdir(folder, { withFileTypes: true })).catch(noFile)
  return new Map(
    (entries ?? [])
      .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
      .map((entry) => [entry.name, entry.isDirectory()]),
  )
}
