import { tmpdir } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { isEventName } from '../notes/foreign/event-names.ts'
import { isKindName, isSiteName } from '../notes/foreign/titles.ts'
import { isYear, yearIn } from '../notes/foreign/written-dates.ts'
import { eventFromFolder } from '../notes/parse-event.ts'
import { readNameOfSite } from './formats/site-data.ts'
import type { ImportSource } from './read/import-source.ts'

/**
 * What the event of a file is called that names none: by the name of the file, or by what it lies in. In the data of a
 * conference's site only the name of another event counts: `_data/accepted.yml` is of the conference.
 */
export async function eventNameOfFile({ path, file }: Pick<ImportSource, 'path' | 'file'>): Promise<string> {
  const own = isKindName(basename(dirname(resolve(path)))) ? '' : nameOfFile(file)
  const around = await nameAround(path)
  return own === '' || (around.isOfSite && !isOfEvent(own)) ? around.name : own
}

/** What the event of a file is called that holds one talk, and is named for that, unless it is named for an event. */
export async function eventNameOfTalkFile({
  path,
  file,
}: Pick<ImportSource, 'path' | 'file'>): Promise<string> {
  const own = nameOfFile(file)
  return isOfEvent(own) ? own : (await nameAround(path)).name
}

/** `pycon-uk_2012.schedule.xml` → `Pycon uk 2012`; empty if it says only what is in it: `talks.txt`. */
function nameOfFile(file: string): string {
  const words = basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.\w{1,8}$/, '')
    .replace(/[-_.\s]+/g, ' ')
    .replace(wordOfLists, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // `scheduleData`, `sessionList`
  const isOfList = !/\p{L}/u.test(
    words
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .replace(wordOfLists, ' ')
      .replace(/\b(?:data|list|main)\b/gi, ' '),
  )
  return isOfList || saysNothing.test(words) || isKindName(words)
    ? ''
    : words.charAt(0).toUpperCase() + words.slice(1)
}

/** `pastSessions2023` is of that year and no more. */
const wordOfLists =
  /(?<!\p{L})(?:(?:past|previous|upcoming|next|accepted|all)[-_ ]?)?(?:schedules?|timetables?|sessions?|talks?|notes?|charlas|vorträge|vortraege|export|all)(?!\p{L})/giu

const saysNothing = new RegExp(
  [
    String.raw`^\P{L}*$|^(?:\p{L}?|index|readme|data|list|programme?|(?:fahr|zeit)?plan|calendar|kalender|agenda|videos?|speakers?|presentations?|proposals?|`,
    String.raw`submissions?|contributions?|events?|archives?|meetings?|meet-?ups?|table|sheet ?\d*|untitled|my|the)$`,
  ].join(''),
  'iu',
)

interface NameAround {
  readonly name: string
  /** Whether that is the event of a site that is made of what lies there. */
  readonly isOfSite: boolean
}

/**
 * That of the folder that a file lies in, or of the site whose data are in it, unless anything may lie there; of the year that the
 * file (`sessions-2023.yml`) or a folder on the way (`_data/2023`) is called by.
 */
async function nameAround(path: string): Promise<NameAround> {
  let folder = dirname(resolve(path))
  let year = yearIn(basename(path).replace(/\.\w+$/, ''))
  let site: string | undefined
  while (dirname(folder) !== folder && saysNoEvent(basename(folder))) {
    if (isYear(basename(folder))) year ??= Number(basename(folder))
    folder = dirname(folder)
    site ??= await readNameOfSite(folder)
  }
  const name = basename(folder)
  const isTemporary = dirname(folder) === resolve(tmpdir()) && /[-_.][A-Za-z0-9]{6}$/.test(name)
  const isAnywhere = isTemporary || anywhere.test(name)
  const called = site ?? (isAnywhere ? 'Imported talks' : eventFromFolder(name).name)
  const isOfSite = site !== undefined && isOfEvent(called) && !isPublished.test(path)
  return { name: ofYear(called, year), isOfSite }
}

/** What a site publishes may be left of another year. */
const isPublished = /[\\/](?:static|public|assets|dist|_site)[\\/]/i

/** Whether a name is an event's: of a person's site, or of a group's, any list may be another event. */
const isOfEvent = (name: string): boolean => isEventName(name) || yearIn(name) !== undefined

const saysNoEvent = (folder: string): boolean =>
  isSiteName(folder) || isKindName(folder) || isYear(folder) || formatName.test(folder)

/** A folder that is called by how its files are written: `oarconf/json/tides.json`. */
const formatName = /^(?:json|ya?ml|toml|xml|ics|ical|csv)$/i

/** `Oar Days 2024` was another year's before. */
function ofYear(name: string, year: number | undefined): string {
  const own = yearIn(name)
  if (year === undefined || own === year) return name
  return own === undefined ? `${name} ${year}` : name.replace(String(own), String(year))
}

const anywhere =
  /^(?:downloads?|desktop|documents?|dokumente|schreibtisch|home|te?mp|imports?|inputs?|files?)?$/i
