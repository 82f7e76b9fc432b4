import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { inTime } from '../files/in-time.ts'
import { noFile } from '../files/no-file.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { readWholeText } from '../files/read-regular-file.ts'
import { introductionContext } from '../notes/corpus/event-of-folder.ts'
import type { FileContent } from '../notes/corpus/file-reading.ts'
import { placeNotes } from '../notes/corpus/place-notes.ts'
import { readFolderEvents } from '../notes/corpus/read-folder-events.ts'
import { readPeopleFile } from '../notes/corpus/read-people-file.ts'
import { listNotes } from '../notes/folders/list-notes.ts'
import { type FolderEntries, readEntries } from '../notes/folders/walk-folders.ts'
import { isNoteName, isProgrammeName, isReadFolder, isSourceName } from '../notes/is-note.ts'
import { createPersonFinder, type PeopleFile, type PersonFinder } from '../notes/note/find-person.ts'
import type { NoteContext } from '../notes/note/note-context.ts'
import { readInPlace } from '../notes/note/read-introduction.ts'
import type { Problem } from '../notes/problem.ts'
import { foldName } from '../text/fold.ts'
import { areOfSite, type ChosenFiles, chooseFiles, type FoundFile } from './choose-files.ts'
import { readCategory } from './formats/pyvideo.ts'
import { isTranscriptName } from './formats/transcript.ts'
import type { ImportedEvent } from './talk/imported-talk.ts'

export interface FoundSources extends ChosenFiles {
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
  const facts = await inTime(stat(path))
  if (!facts.isDirectory()) {
    const event = await eventOf(dirname(path))
    return { files: [await describeFile(path, event)], others: [], texts: [], machinery: [], problems: [] }
  }
  const { places, told, peopleFiles } = await placesIn(path, linksTo)
  const { findPerson, problems } = await findPeopleIn(places, peopleFiles)
  const all: FoundFile[] = []
  const machinery: string[] = []
  for await (const file of filesIn(path, undefined, { places, machinery })) {
    const place = places.get(file.path)
    if (place?.isPersonPage) continue
    const own = told.get(file.path)
    if (own?.size === 0) {
      if (!isPaper(basename(file.path))) all.push(file)
    } else all.push(place ? { ...file, place, findPerson, ...(own && { own }) } : file)
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

const isWebPage = /\.x?html?$/i

interface Places {
  /** Where each note lies. */
  readonly places: ReadonlyMap<string, NoteContext>
  /** The titles of the talks that pages tell which introduce others, and that no note beside them has. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>
  readonly peopleFiles: readonly string[]
}

/** The notes of a folder, as when the folder is served. */
async function placesIn(folder: string, linksTo: readonly string[]): Promise<Places> {
  const { folders, peopleFiles } = await listNotes(folder, linksTo, entriesInTime)
  const read = async (path: string, readIt: () => Promise<FileContent>) => ({
    path,
    stamp: '',
    ...(await readIt()),
  })
  const events = await readFolderEvents(folders, read)
  // What is imported is known by where it lies within its event.
  const places = new Map<string, NoteContext>(
    placeNotes(events).map(({ note, place }) => [note.path, { ...place, id: note.id }]),
  )
  const told = new Map<string, ReadonlySet<string>>()
  for (const { file, served } of events)
    if (file && file.talks.length > 0) {
      places.set(file.path, introductionContext(file.path, served.value))
      told.set(file.path, titlesOf(file))
    }
  for (const [path, place] of places)
    if (place.isBesideNotes) told.set(path, titlesOf(await readInPlace(path, place)))
  return { places, told: await toldAlone(told, places), peopleFiles }
}

/** What introduces notes without the talks that one of them is on: that tells more of it. */
async function toldAlone(told: Places['told'], places: Places['places']): Promise<Places['told']> {
  const keyOf = (title: string, path: string) => `${places.get(path)?.event.id}\0${foldName(title)}`
  const telling = [...told].filter(([, titles]) => titles.size > 0)
  const events = new Set(telling.map(([path]) => places.get(path)?.event.id))
  const noted = new Set<string>()
  for (const [path, place] of places)
    if (!told.has(path) && events.has(place.event.id))
      for (const title of titlesOf(await readInPlace(path, place))) noted.add(keyOf(title, path))
  return new Map(
    [...told].map(([path, titles]) => [
      path,
      new Set([...titles].filter((title) => !noted.has(keyOf(title, path)))),
    ]),
  )
}

const titlesOf = ({ talks }: Pick<FileContent, 'talks'>): ReadonlySet<string> =>
  new Set(talks.map(({ value }) => value.title))

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

/** A folder whose disk does not answer is one that cannot be read. */
const entriesInTime = (path: string): Promise<FolderEntries> =>
  inTime(readEntries(path)).catch((error: unknown) => ({ entries: [], error }))

interface Finding {
  readonly places: ReadonlyMap<string, NoteContext>
  /** What is passed over is added to it. */
  readonly machinery: string[]
}

async function* filesIn(
  folder: string,
  eventAround: ImportedEvent | undefined,
  { places, machinery }: Finding,
): AsyncGenerator<FoundFile> {
  // First of all: of a folder that may not be read, it is what is told.
  const entries = await inTime(readdir(folder, { withFileTypes: true }))
  const event = (await eventOf(folder)) ?? eventAround
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
    if (entry.isDirectory()) yield* filesIn(path, event, { places, machinery })
    else if (entry.isFile() && entry.name !== 'category.json' && (places.has(path) || !isPaper(entry.name)))
      yield await describeFile(path, event)
  }
}

/** Whether a folder holds a file that could be read, however deep. */
async function holdsReadable(folder: string): Promise<boolean> {
  const entries = await inTime(readdir(folder, { withFileTypes: true }))
  if (entries.some((entry) => entry.isFile() && (isSourceName(entry.name) || isNoteName(entry.name))))
    return true
  for (const entry of entries)
    if (entry.isDirectory() && (await holdsReadable(join(folder, entry.name)))) return true
  return false
}

/** What programs are made of: hardly any of it tells of talks, and all of it has titles and authors. */
const isMachinery = new RegExp(
  [
    '^(?:node_modules|bower_components|vendor|venv|site-packages|layouts|partials|archetypes|',
    String.raw`(?:package(?:-lock)?|composer|bower|[jt]sconfig|tslint|firebase|vercel|renovate|angular|lerna)\.json|`,
    String.raw`(?:docker-)?compose\.ya?ml|(?:browserconfig|crossdomain)\.xml)$`,
  ].join(''),
  'i',
)

async function describeFile(path: string, event: ImportedEvent | undefined): Promise<FoundFile> {
  const facts = await inTime(stat(path))
  return { path, file: pathForPeople(path), size: facts.size, isRegular: facts.isFile(), event }
}

/** The event of a folder by its category.json, or if it is an event's `videos`, by that of the event. */
async function eventOf(folder: string): Promise<ImportedEvent | undefined> {
  const home = basename(folder) === 'videos' ? dirname(folder) : folder
  const text = await readWholeText(join(home, 'category.json')).catch(noFile)
  return text === undefined ? undefined : readCategory(text, basename(home))
}

const isPaper = (name: string): boolean =>
  /^(readme|contributing|licen[cs]e|changelog|changes|code[-_]of[-_]conduct)(\.\w+)?$/i.test(name)
