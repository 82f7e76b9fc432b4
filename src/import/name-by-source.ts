import { tmpdir } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { isYear, yearIn } from '../notes/foreign/dates/written-dates.ts'
import { isKindName, isSiteName } from '../notes/foreign/words/folder-names.ts'
import { eventFromFolder } from '../notes/ours/parse-event.ts'
import { withCapital } from '../text/with-capital.ts'
import { readNameOfSite } from './formats/site-data.ts'
import type { ImportSource } from './read/import-source.ts'

/** What an event is called that its source does not name: by the file, or else by the folder that it lies in. */
export async function nameBySource({ path, file }: Pick<ImportSource, 'path' | 'file'>): Promise<string> {
  const isOneOfMany = isKindName(basename(dirname(resolve(path))))
  return (isOneOfMany ? '' : nameOfFile(file)) || nameOfFolder(path)
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
  return isOfList || saysNothing.test(words) || isKindName(words) ? '' : withCapital(words)
}

/** `pastSessions2023` is of that year and no more. */
const wordOfLists =
  /(?<!\p{L})(?:(?:past|previous|upcoming|next|accepted|all)[-_ ]?)?(?:schedules?|timetables?|sessions?|talks?|notes?|charlas|vorträge|vortraege|export|all)(?!\p{L})/giu

const saysNothing = new RegExp(
  [
    String.raw`^\P{L}*$|^(?:\p{L}?|index|readme|data|list|programme?|agenda|videos?|speakers?|presentations?|proposals?|`,
    String.raw`submissions?|contributions?|events?|archives?|meetings?|meet-?ups?|table|sheet ?\d*|untitled|my|the)$`,
  ].join(''),
  'iu',
)

/**
 * That of the folder that a file lies in, or of the site whose data are in it, unless anything may lie there; of the year that the
 * file (`sessions-2023.yml`) or a folder on the way (`_data/2023`) is called by.
 */
async function nameOfFolder(path: string): Promise<string> {
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
  return ofYear(site ?? (isAnywhere ? 'Imported talks' : eventFromFolder(name).name), year)
}

const saysNoEvent = (folder: string): boolean => isSiteName(folder) || isKindName(folder) || isYear(folder)

/** `Oar Days 2024` was another year's before. */
function ofYear(name: string, year: number | undefined): string {
  const own = yearIn(name)
  if (year === undefined || own === year) return name
  return own === undefined ? `${name} ${year}` : name.replace(String(own), String(year))
}

const anywhere =
  /^(?:downloads?|desktop|documents?|dokumente|schreibtisch|home|te?mp|imports?|inputs?|files?)?$/i
