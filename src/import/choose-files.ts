import { readdir } from 'node:fs/promises'
import { basename, dirname, relative } from 'node:path'
import { isYear } from '../notes/foreign/dates/written-dates.ts'
import { isKindName } from '../notes/foreign/words/folder-names.ts'
import { isListOfTalks, isNoteName, isSiteFile, isSourceName } from '../notes/is-note.ts'
import { readInPlace } from '../notes/note/read-introduction.ts'
import { parseJson } from '../text/parse-json.ts'
import { readCalendarSlots } from './formats/calendars/calendar-slots.ts'
import { isTableOfTalks } from './formats/csv-table.ts'
import { jsonReaderOf } from './formats/json-formats.ts'
import { parseLooseYaml } from './formats/loose-yaml.ts'
import { recognise } from './formats/recognise.ts'
import { holdsTalks } from './formats/talk-lists.ts'
import type { ImportSource } from './read/import-source.ts'
import { readBytes, readHead, readInputText } from './read/input.ts'

export interface FoundFile extends Omit<ImportSource, 'bytes'> {
  /** In bytes. */
  readonly size: number
  /** Pipes and devices are none: reading them might never end. */
  readonly isRegular: boolean
}

export interface ChosenFiles {
  readonly files: readonly FoundFile[]
  /** What lies beside notes and is of no format that is known. */
  readonly others: readonly string[]
  /** Texts of the folder that are not read as notes: they lie beside structured sources. */
  readonly texts: readonly string[]
}

/** Whether web pages are those of a site, and no documents that somebody saved: there is a first one, or one leads to another. */
export async function areOfSite(pages: readonly FoundFile[], root: string): Promise<boolean> {
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
export async function chooseFiles(all: readonly FoundFile[], root: string): Promise<ChosenFiles> {
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
  return 'value' in read && holdsTalks(read.value, path)
}

/** Bytes. What is larger than this is no `package.json`; it is tried when it is read. */
const maxTriedSize = 64 * 1024 * 1024

async function isKnownJson(path: string): Promise<boolean> {
  const text = await readInputText(readBytes(path)).catch(() => '')
  const value = parseJson(text)
  return jsonReaderOf(value) !== undefined || holdsTalks(value, path)
}

const isStructured = (path: string): boolean => /\.(jsonl?|ndjson|xml|ics)(\.gz)?$/i.test(path)
