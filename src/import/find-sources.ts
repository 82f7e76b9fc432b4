import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { noFile } from '../files/no-file.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { readWholeText } from '../files/read-regular-file.ts'
import { createPersonFinder, type PeopleFile, type PersonFinder } from '../notes/find-person.ts'
import { isKindName } from '../notes/foreign/titles.ts'
import { isYear } from '../notes/foreign/written-dates.ts'
import {
  isListOfTalks,
  isNoteName,
  isProgrammeName,
  isReadFolder,
  isSiteFile,
  isSourceName,
} from '../notes/is-note.ts'
import { listNotes } from '../notes/list-notes.ts'
import { readPeopleFile } from '../notes/people-files.ts'
import type { Problem } from '../notes/problem.ts'
import type { FileContent } from '../notes/read-file.ts'
import { isNamedEvent, readFolderEvents } from '../notes/read-folder-events.ts'
import { readInPlace } from '../notes/read-introduction.ts'
import { type NoteContext, splitOf } from '../notes/read-note.ts'
import { parseJson } from '../text/parse-json.ts'
import { readCalendarSlots } from './formats/calendar-slots.ts'
import { isTableOfTalks } from './formats/csv-table.ts'
import { jsonReaderOf } from './formats/json-formats.ts'
import { parseLooseYaml } from './formats/loose-yaml.ts'
import { readCategory } from './formats/pyvideo.ts'
import { recognise } from './formats/recognise.ts'
import { holdsTalks } from './formats/talk-lists.ts'
import { isTranscriptName } from './formats/transcript.ts'
import type { ImportSource } from './read/import-source.ts'
import { readBytes, readHead, readInputText } from './read/input.ts'
import type { ImportedEvent } from './talk/imported-talk.ts'

export interface FoundFile extends Omit<ImportSource, 'bytes'> {
  /** In bytes. */
  readonly size: number
  /** Pipes and devices are none: reading them might never end. */
  readonly isRegular: boolean
}

export interface FoundSources {
  readonly files: readonly FoundFile[]
  /** What lies beside notes and is of no format that is known. */
  readonly others: readonly string[]
  /** Texts of the folder that are not read as notes: they lie beside structured sources. */
  readonly texts: readonly string[]
  /** What programs and sites are made of, if it holds what could be read. */
  readonly machinery: readonly string[]
  /** What is wrong with the pages and data that say who speaks. */
  readonly problems: readonly Problem[]
}

/**
 * The files to import: the one given, or all of a folder in order of name, with what pyvideo's `category.json` says of
 * the event. Links, names that begin with a dot or `_`, a repository's own papers and what programs are made of are passed
 * over; if a folder holds a schedule, so are texts, and if it holds none, whatever is no note. Throws what the file system throws.
 */
export async function findSources(named: string, linksTo: readonly string[] = []): Promise<FoundSources> {
  const path = resolve(named)
  const facts = await stat(path)
  if (!facts.isDirectory()) {
    const event = await eventOf(dirname(path))
    return { files: [await describeFile(path, event)], others: [], texts: [], machinery: [], problems: [] }
  }
  const { places, peopleFiles } = await placesIn(path, linksTo)
  const { findPerson, problems } = await findPeopleIn(places, peopleFiles)
  const all: FoundFile[] = []
  const machinery: string[] = []
  for await (const file of filesIn(path, await eventOf(path), { places, machinery })) {
    const place = places.get(file.path)
    if (place?.isPersonPage) continue
    all.push(place ? { ...file, place, findPerson } : file)
  }
  const pages = all.filter(({ path }) => isWebPage.test(path))
  if (await areOfSite(pages, path))
    for (const [at, file] of all.entries())
      if (pages.includes(file)) all[at] = { ...file, isPageOfSite: true }
  // Captions are read with the videos that they lie beside.
  const beside = new Set(all.filter((file) => /\.json$/i.test(file.path)).map((file) => dirname(file.path)))
  const given = all.filter((file) => !isTranscriptName(file.path) || !beside.has(dirname(file.path)))
  const chosen = await chooseFiles(given, path)
  // What says who speaks was read for that.
  const read = new Set(peopleFiles.map(pathForPeople))
  return { ...chosen, others: chosen.others.filter((file) => !read.has(file)), machinery, problems }
}

/** Whether web pages are those of a site, and no documents that somebody saved: there is a first one, or one leads to another. */
async function areOfSite(pages: readonly FoundFile[], root: string): Promise<boolean> {
  if (pages.length < manyPages) return false
  const names = new Set(pages.map(({ path }) => basename(path)))
  if ([...names].some((name) => /^index\./i.test(name)) || (await readdir(root)).some(isSiteFile)) return true
  for (const { path } of pages)
    for (const [, to = ''] of (await readHead(path))
      .toString()
      .matchAll(/\bhref\s*=\s*["']([^"'#?]{1,300})/gi))
      if (basename(to) !== basename(path) && names.has(basename(to))) return true
  return false
}

/** Of notes and schedules that lie in one folder, those that were meant. */
async function chooseFiles(
  all: readonly FoundFile[],
  root: string,
): Promise<Omit<FoundSources, 'machinery' | 'problems'>> {
  const isNote = (file: FoundFile) => file.place !== undefined
  const mayHold = ({ path, place }: FoundFile) => place !== undefined || mayHoldTalks(basename(path))
  const kept = all.filter(mayHold)
  const others = namesOf(all.filter((file) => !mayHold(file)))
  const pages = await pagesOfTalks(kept, root)
  if (!(await holdsSchedule(kept, root, pages.length > 0))) {
    const ofOtherYears = pages.length > 0 ? await dataOfOtherYears(kept, pages, root) : []
    const chosen = all.filter((file) => isNote(file) || ofOtherYears.includes(file))
    const findSlot = await readCalendarSlots(pages.length > 0 ? calendarsOfSite(all) : [])
    // A package.json or a feed beside notes changes nothing for them.
    if (chosen.length > 0)
      return {
        files: chosen.map((file) => (pages.includes(file) ? { ...file, findSlot } : file)),
        others: namesOf(all.filter((file) => !chosen.includes(file))),
        texts: [],
      }
    return { files: kept, others, texts: [] }
  }
  const files: FoundFile[] = []
  const texts: string[] = []
  for (const file of kept) {
    const format = isStructured(file.path) ? undefined : recognise(await readHead(file.path), file.path)
    // What a site shows of them is there once more.
    const isText = format === 'notes' || (format === 'html' && file.isPageOfSite === true)
    if (isText) texts.push(file.file)
    else files.push(file)
  }
  return { files, others, texts }
}

/** Whether a name may be of a schedule or notes: programs and pictures are neither. */
const mayHoldTalks = (name: string): boolean =>
  isSourceName(name) || isNoteName(name) || (!/.\.\w+$/.test(name) && !isOfTools.test(name))

/** What tools read has no ending either. */
const isOfTools =
  /^(?:(?:gnu)?make|docker|container|gem|rake|proc|cap|vagrant|jenkins|pip|brew|just|guard|berks|pod|fast|justfile)file$|^(?:mit-)?licen[cs]e|^(?:copying|notice|cname|codeowners|authors|version|_headers|_redirects|readme_for_app)$/i

const namesOf = (files: readonly FoundFile[]): readonly string[] => files.map(({ file }) => file)

/** Where each note of a folder lies, as when the folder is served. */
async function placesIn(
  folder: string,
  linksTo: readonly string[],
): Promise<{ readonly places: ReadonlyMap<string, NoteContext>; readonly peopleFiles: readonly string[] }> {
  const { folders, peopleFiles } = await listNotes(folder, linksTo)
  const places = new Map<string, NoteContext>()
  const read = async (path: string, readIt: () => Promise<FileContent>) => ({
    path,
    stamp: '',
    ...(await readIt()),
  })
  for (const found of await readFolderEvents(folders, read)) {
    const { at, file, site, served } = found
    for (const note of at.notes) {
      const split = splitOf(file?.split, note.path)
      places.set(note.path, {
        ...note,
        event: served.value,
        isNamedEvent: isNamedEvent(found),
        ...(site?.event && { isRoot: false }),
        ...(split !== undefined && { split }),
        isStrict: false,
      })
    }
  }
  return { places, peopleFiles }
}

/** Of the pages and data that say who somebody is. */
async function findPeopleIn(
  places: ReadonlyMap<string, NoteContext>,
  peopleFiles: readonly string[],
): Promise<{ readonly findPerson: PersonFinder; readonly problems: readonly Problem[] }> {
  const pages = [...places].filter(([, { isOfPeople, isPersonPage }]) => isOfPeople || isPersonPage)
  const files: PeopleFile[] = []
  const problems: Problem[] = []
  for (const path of peopleFiles) {
    const read = await readPeopleFile(path)
    problems.push(...read.problems)
    files.push({ path, ...read })
  }
  for (const [path, place] of pages) files.push({ path, ...(await readInPlace(path, place)) })
  return { findPerson: createPersonFinder(files), problems }
}

/**
 * The pages in folders of talks (`sessions`, `sessions/2024`), if there are many; none if most leave their titles to the site's
 * data.
 */
async function pagesOfTalks(files: readonly FoundFile[], root: string): Promise<readonly FoundFile[]> {
  const pages = files.filter(
    ({ place, path }) =>
      place &&
      !/\.txt$/i.test(path) &&
      isKindName(foldersOf(path, root).findLast((name) => !isYear(name)) ?? ''),
  )
  if (pages.length < manyPages) return []
  const titled: FoundFile[] = []
  for (const page of pages) if (saysTitle((await readHead(page.path)).toString())) titled.push(page)
  if (titled.length * 2 < pages.length) return []
  // A page that lists others, or what a site fills, holds none.
  let holding = 0
  for (const { path, place } of titled) {
    if (place && (await readInPlace(path, place)).talks.length > 0) holding++
    if (holding >= manyPages) return pages
  }
  return []
}

/** Whether a page does not leave its title to something else; without front matter, its name is one. */
const saysTitle = (head: string): boolean => !/^\uFEFF?---\s/.test(head) || titleOfPage.test(head)

const titleOfPage = /^["']?(?:title|name|titel|titre|t[ií]tulo|titolo)["']?\s*:|^#{1,3}\s+\S/im

/**
 * Talks of years that no page is of: `data/2022/sessions.json`, where `content/2024/talks` and `content/2025/talks` have pages. If all
 * pages are of one year, or of none, they and the data may be the same talks.
 */
async function dataOfOtherYears(
  files: readonly FoundFile[],
  pages: readonly FoundFile[],
  root: string,
): Promise<readonly FoundFile[]> {
  const yearOf = (path: string) => foldersOf(path, root).findLast(isYear)
  const years = new Set(pages.map(({ path }) => yearOf(path)))
  const found: FoundFile[] = []
  for (const file of files) {
    const year = yearOf(file.path)
    const isOther = year !== undefined && !years.has(year) && !isPublished.test(file.path)
    if (isOther && years.size > 1 && (await isDataOfTalks(file))) found.push(file)
  }
  return found
}

/** Names of the folders below one that lead to a file. */
const foldersOf = (path: string, root: string): readonly string[] =>
  relative(root, dirname(path)).split(/[\\/]/)

async function isDataOfTalks({ path, size, place }: FoundFile): Promise<boolean> {
  if (place || size > maxTriedSize || !(isStructured(path) || isListOfTalks(basename(path)))) return false
  const format = recognise(await readHead(path), path)
  return (format === 'json' || format === 'yaml' || format === 'csv') && (await holdsTalksAt(path, format))
}

/** Whether some file is of a format that is known by what it holds; the first that is tells. */
async function holdsSchedule(files: readonly FoundFile[], root: string, hasPages: boolean): Promise<boolean> {
  const hasNotes = files.some(({ place, path }) => place && isNoteName(basename(path)))
  for (const { path, size } of files) {
    const isList = isListOfTalks(basename(path)) && (!hasNotes || (await isDataOfSite(path, root)))
    if ((!isStructured(path) && !isList) || size > maxTriedSize) continue
    const format = recognise(await readHead(path), path)
    if (typeof format === 'object' || format === 'notes') continue
    // Where a site has a page a talk, its data are for the rest of it, and what it publishes is made of both.
    if (hasPages && isPublished.test(path)) continue
    const isData = format === 'json' || format === 'yaml' || format === 'csv'
    if (isData ? !hasPages && (await holdsTalksAt(path, format)) : format !== 'html') return true
  }
  return false
}

/** Whether a list is what a site is made of: beside a person's notes it is one file more. */
const isDataOfSite = async (path: string, root: string): Promise<boolean> =>
  /(?:^|[\\/])_?data[\\/]/.test(relative(root, path)) || (await readdir(dirname(path))).some(isSiteFile)

const isWebPage = /\.x?html?$/i

/** So many pages in a folder of talks are the talks, and so many web pages a site. */
const manyPages = 3

const calendarsOfSite = (files: readonly FoundFile[]): readonly ImportSource[] =>
  files
    .filter(({ path, size }) => /\.ics$/i.test(path) && isPublished.test(path) && size <= maxTriedSize)
    .map((file) => ({ ...file, bytes: () => readBytes(file.path) }))

const isPublished = /[\\/](?:static|public|assets|dist|_site)[\\/]/i

async function holdsTalksAt(path: string, format: 'json' | 'yaml' | 'csv'): Promise<boolean> {
  if (format === 'json') return isKnownJson(path)
  const text = await readInputText(readBytes(path)).catch(() => '')
  if (format === 'csv') return isTableOfTalks(text)
  const read = parseLooseYaml(text)
  return 'value' in read && holdsTalks(read.value)
}

/** Bytes. What is larger than this is no `package.json`; it is tried when it is read. */
const maxTriedSize = 64 * 1024 * 1024

async function isKnownJson(path: string): Promise<boolean> {
  const text = await readInputText(readBytes(path)).catch(() => '')
  return jsonReaderOf(parseJson(text)) !== undefined
}

interface Finding {
  readonly places: ReadonlyMap<string, NoteContext>
  /** What is passed over is added to it. */
  readonly machinery: string[]
}

async function* filesIn(
  folder: string,
  event: ImportedEvent | undefined,
  { places, machinery }: Finding,
): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    // Of names that begin with a sign, only what holds notes is anybody's to read.
    const isOpen =
      !/^[._]/.test(entry.name) ||
      (entry.isDirectory() ? isReadFolder(entry.name) || entry.name === '_data' : isProgrammeName(entry.name))
    if (!isOpen) continue
    if (isMachinery.test(entry.name)) {
      if (entry.isFile() || (entry.isDirectory() && (await holdsReadable(path))))
        machinery.push(pathForPeople(path))
      continue
    }
    if (entry.isDirectory()) yield* filesIn(path, (await eventOf(path)) ?? event, { places, machinery })
    else if (entry.isFile() && entry.name !== 'category.json' && (places.has(path) || !isPaper(entry.name)))
      yield await describeFile(path, event)
  }
}

/** Whether a folder holds a file that could be read, however deep. */
async function holdsReadable(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true })
  if (entries.some((entry) => entry.isFile() && (isSourceName(entry.name) || isNoteName(entry.name))))
    return true
  for (const entry of entries)
    if (entry.isDirectory() && (await holdsReadable(join(folder, entry.name)))) return true
  return false
}

/** What programs are made of: hardly any of it tells of talks, and all of it has titles and authors. */
const isMachinery =
  /^(?:node_modules|bower_components|vendor|venv|site-packages|layouts|partials|archetypes|(?:package(?:-lock)?|composer|bower|tsconfig)\.json)$/i

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
