import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { noFile } from '../files/no-file.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { readWholeText } from '../files/read-regular-file.ts'
import { readCategory } from './formats/pyvideo.ts'
import { recognise } from './formats/recognise.ts'
import { readHead } from './read/input.ts'
import type { Source } from './read/source.ts'
import type { ImportedEvent } from './talk/imported-talk.ts'

export interface FoundFile extends Omit<Source, 'bytes'> {
  /** In bytes. */
  readonly size: number
  /** Pipes and devices are none: reading them might never end. */
  readonly isRegular: boolean
}

export interface FoundSources {
  readonly files: readonly FoundFile[]
  /** Texts of the folder that are not read as notes: they lie beside structured sources. */
  readonly texts: readonly string[]
}

/**
 * The files to import: the one given, or all of a folder in order of name, with what pyvideo's `category.json` says of
 * the event. Links, names that begin with a dot or `_`, and a repository's own papers are passed over; if a folder
 * holds structured sources, so are texts. Throws what the file system throws.
 */
export async function findSources(given: string): Promise<FoundSources> {
  const path = resolve(given)
  const facts = await stat(path)
  if (!facts.isDirectory()) {
    const event = await eventOf(dirname(path))
    return { files: [await describeFile(path, event)], texts: [] }
  }
  const all: FoundFile[] = []
  for await (const file of filesIn(path, await eventOf(path))) all.push(file)
  if (!all.some(({ path }) => isStructured(path))) return { files: all, texts: [] }
  const files: FoundFile[] = []
  const texts: string[] = []
  for (const file of all) {
    const isText = !isStructured(file.path) && recognise(await readHead(file.path), file.path) === 'notes'
    if (isText) texts.push(file.file)
    else files.push(file)
  }
  return { files, texts }
}

async function* filesIn(folder: string, event: ImportedEvent | undefined): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (/^[._]/.test(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path, (await eventOf(path)) ?? event)
    else if (entry.isFile() && entry.name !== 'category.json' && !isPaper(entry.name))
      yield await describeFile(path, event)
  }
}

async function describeFile(path: string, event: ImportedEvent | undefined): Promise<FoundFile> {
  const facts = await stat(path)
  return { path, file: pathForPeople(path), size: facts.size, isRegular: facts.isFile(), event }
}

/** The event of a folder by its category.json, or if it is an event's `videos`, by that of the event. */
async function eventOf(folder: string): Promise<ImportedEvent | undefined> {
  const home = basename(folder) === 'videos' ? dirname(folder) : folder
  const text = await readWholeText(join(home, 'category.json')).catch(noFile)
  return text === undefined ? undefined : readCategory(text, basename(home))
}

const isStructured = (path: string): boolean => /\.(jsonl?|ndjson|xml|ics)(\.gz)?$/i.test(path)

const isPaper = (name: string): boolean =>
  /^(readme|contributing|licen[cs]e|changelog|changes|code[-_]of[-_]conduct)(\.\w+)?$/i.test(name)
