import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { describeFailure } from '../files/describe-failure.ts'
import { errorCode } from '../files/error-code.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { eventFile } from './parse-event.ts'
import { synonymsFile } from './parse-synonyms.ts'
import type { Problem } from './problem.ts'
import { recordsFile } from './talk-record.ts'

/** A folder of the corpus that stands for an event. */
export interface EventFolder {
  /** The folder's name, in NFC: file systems differ in how they store accents. */
  readonly id: string
  readonly path: string
  readonly hasEventFile: boolean
  /** Whether it holds talks as records, in talks.jsonl. */
  readonly hasRecords: boolean
  /** File names of the notes. */
  readonly notes: readonly string[]
}

export interface Listing {
  readonly folders: readonly EventFolder[]
  /** Whether there is a synonyms.yml. */
  readonly hasSynonyms: boolean
  readonly presence: Presence
  readonly problems: readonly Problem[]
}

/**
 * Whether the notes are there at all: `empty` if the folder can be read and no event's folder holds a note, `gone`
 * if there is no such folder, `unreadable` if nobody can tell.
 */
export type Presence = 'there' | 'empty' | 'gone' | 'unreadable'

/**
 * Looks where the notes are: `<folder>/<event>/<talk>.md`, and `<folder>/<event>/talks.jsonl` for imported ones. Names
 * that begin with `.` or `_` and README.md are passed over; Markdown files that lie elsewhere are warned of. Never throws.
 */
export async function listNotes(folder: string): Promise<Listing> {
  const problems: Problem[] = []
  const report: Report = (severity, path, message, advice) =>
    problems.push({ severity, file: pathForPeople(path), message, advice })

  const folders: EventFolder[] = []
  let hasSynonyms = false
  const top = await entriesOf(folder, report)
  for (const { name, kind, linked } of top.entries) {
    const path = join(folder, name)
    if (kind === 'file') {
      if (name === synonymsFile) hasSynonyms = true
      if (!isNote(name)) continue
      const place = pathForPeople(join(folder, 'my-event', name))
      report(
        'warning',
        path,
        'is not in the folder of an event, so it is not read',
        `move it to e.g. ${place}`,
      )
    } else if (linked && (await leadsTo(path, folder))) {
      report('warning', path, 'is a symbolic link that leads back to a folder above it', 'remove the link')
    } else {
      const { entries } = await entriesOf(path, report)
      const notes = entries.filter((entry) => entry.kind === 'file' && isNote(entry.name))
      const hasEventFile = entries.some((entry) => entry.kind === 'file' && entry.name === eventFile)
      const hasRecords = entries.some((entry) => entry.kind === 'file' && entry.name === recordsFile)
      await warnOfOthers(path, entries, report)
      if (notes.length === 0 && !hasEventFile && !hasRecords) continue
      const id = name.normalize('NFC')
      folders.push({ id, path, hasEventFile, hasRecords, notes: notes.map((note) => note.name) })
    }
  }
  const presence = presenceOf(top, folders, problems)
  if (presence === 'empty') {
    const place = pathForPeople(join(folder, 'my-event', 'my-talk.md'))
    report('error', folder, 'holds no notes', `put a note into it, e.g. ${place}`)
  }
  return { folders, hasSynonyms, presence, problems }
}

function presenceOf(top: Entries, folders: readonly EventFolder[], problems: readonly Problem[]): Presence {
  if (top.failure) return top.failure === 'ENOENT' ? 'gone' : 'unreadable'
  const hasNotes = folders.some(({ notes, hasRecords }) => notes.length > 0 || hasRecords)
  // An event's folder that cannot be read may hold some.
  return hasNotes || problems.some(({ severity }) => severity === 'error') ? 'there' : 'empty'
}

type Report = (severity: Problem['severity'], path: string, message: string, advice: string) => void

interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder'
  /** Whether it is a symbolic link. */
  readonly linked: boolean
}

interface Entries {
  readonly entries: readonly Entry[]
  /** The code of the error if the folder cannot be read. */
  readonly failure?: string
}

/** Warns of what somebody may have meant as part of an event and is not. */
async function warnOfOthers(path: string, entries: readonly Entry[], report: Report): Promise<void> {
  for (const { name, kind, linked } of entries) {
    const at = join(path, name)
    if (kind === 'folder') {
      if (linked)
        report('warning', at, 'is a link to a folder, so it is not read', 'link its notes one by one')
      else await warnOfNotesBelow(at, path, report)
    } else if (/\.(?:markdown|mdown|mkd)$/i.test(name)) {
      report('warning', at, 'is not read', 'rename it so that it ends in .md')
    } else if (/^event\.ya?ml$/i.test(name) && name !== eventFile) {
      report('warning', at, 'is not read', `rename it to ${eventFile}`)
    }
  }
}

async function warnOfNotesBelow(path: string, eventFolder: string, report: Report): Promise<void> {
  for (const { name, kind, linked } of (await entriesOf(path, report)).entries) {
    const at = join(path, name)
    if (kind === 'folder') {
      // Links are not followed, so there is an end to it.
      if (!linked) await warnOfNotesBelow(at, eventFolder, report)
    } else if (isNote(name)) {
      const place = pathForPeople(join(eventFolder, name))
      report('warning', at, 'lies too deep, so it is not read', `move it to ${place}`)
    }
  }
}

const isNote = (name: string): boolean => /\.md$/i.test(name) && !/^readme\.md$/i.test(name)

async function entriesOf(path: string, report: Report): Promise<Entries> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    const visible = entries.filter(({ name }) => !/^[._]/.test(name))
    return { entries: await Promise.all(visible.map((entry) => entryFrom(entry, path))) }
  } catch (error) {
    report('error', path, ...describeFailure(error))
    return {
      entries: [],
      failure: errorCode(error) ?? 'unknown',
    }
  }
}

async function entryFrom(entry: Dirent, parent: string): Promise<Entry> {
  const { name } = entry
  if (!entry.isSymbolicLink()) return { name, kind: entry.isDirectory() ? 'folder' : 'file', linked: false }
  // A broken link counts as a file: if it is named as a note, reading it says what is wrong.
  const target = await stat(join(parent, name)).catch(() => undefined)
  return { name, kind: target?.isDirectory() ? 'folder' : 'file', linked: true }
}

/** Whether the folder that a link leads to is, or holds, the other. */
async function leadsTo(link: string, folder: string): Promise<boolean> {
  const outer = await realpath(link).catch(() => link)
  const inner = await realpath(folder).catch(() => folder)
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
}
