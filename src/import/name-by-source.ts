import { readdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { safeName } from '../files/safe-name.ts'
import { isYear, yearIn } from '../notes/foreign/dates/written-dates.ts'
import { isDataName, isKindName, isSiteName, saysHowMade } from '../notes/foreign/words/folder-names.ts'
import { isLanguageCode } from '../notes/foreign/words/language-tag.ts'
import { withoutId } from '../notes/foreign/words/titles.ts'
import { eventFromFolder } from '../notes/ours/parse-event.ts'
import { withCapital } from '../text/with-capital.ts'
import { readNameInData, readNameInReadme, readNameOfSite } from './formats/site-data.ts'
import type { ImportSource } from './read/import-source.ts'

/**
 * What an event is called that its source does not name: by the file, or else by the folder that it lies in. A corpus that holds it by
 * the name of a folder such as `prod`, or with the number that Notion gave its table, as versions before 0.26 called it, keeps that.
 */
export async function nameBySource(
  source: Pick<ImportSource, 'path' | 'file'>,
  into?: string,
): Promise<string> {
  const name = await nameBy(source, naming)
  const before = await nameBy(source, namingBefore)
  return before !== name && into !== undefined && (await holds(into, before)) ? before : name
}

/** How it is found out what an event is called. */
interface Naming {
  /** The name of a file without what a program has numbered it by. */
  readonly stemOf: (stem: string) => string
  /** Whether what is left of a file's name is of no event. */
  readonly isFileOfNone: (name: string) => boolean
  readonly isFolderOfNone: (path: string) => boolean
  readonly inData: (folder: string) => Promise<string | undefined>
  /** What stands above a site whose folder is called by its year alone: `website-2024`. */
  readonly inReadme: (folder: string) => Promise<string | undefined>
}

const naming: Naming = {
  stemOf: withoutId,
  isFileOfNone: (name) =>
    saysHowMade(name) ||
    isLanguageCode(name) ||
    isRecordName(name) ||
    ofProgramOrKind.test(name.replace(/\s(?:19|20)\d\d$/, '')),
  // The home folder is called like somebody.
  isFolderOfNone: (path) => isDataName(basename(path)) || saysNoEvent(path) || path === homedir(),
  inData: async (folder) => (/^_?data$/i.test(basename(folder)) ? readNameInData(folder) : undefined),
  inReadme: async (folder) => {
    const year = yearIn(basename(folder))
    const isOfYear = isSiteName(basename(folder).replace(/[-_. ]?(?:19|20)\d\d$/, ''))
    return year === undefined || !isOfYear ? undefined : readNameInReadme(folder, year)
  },
}
const namingBefore: Naming = {
  stemOf: (stem) => stem,
  isFileOfNone: () => false,
  isFolderOfNone: saysNoEvent,
  inData: async () => undefined,
  inReadme: async () => undefined,
}

async function nameBy({ path, file }: Pick<ImportSource, 'path' | 'file'>, naming: Naming): Promise<string> {
  const own = isKindName(basename(dirname(resolve(path)))) ? '' : nameOfFile(file, naming)
  if (own !== '' && !naming.isFileOfNone(own)) return own
  return nameOfFolder(path, naming, (saysHowMade(own) ? '' : own) || 'Imported talks')
}

/** What a file of one talk, in a folder of its own, is called by: `talks/tides/details.json`. */
const isRecordName = (name: string): boolean => /^(?:details?|info|meta(?:data)?)$/i.test(name)

const withoutEnding = (file: string): string => file.replace(/\.\w{1,8}$/, '')

/** Whether a corpus has an event of that name, be it of a year. */
async function holds(corpus: string, name: string): Promise<boolean> {
  const id = withoutYear(safeName(name, 'event'))
  const folders = await readdir(corpus).catch(() => [])
  return folders.some((folder) => withoutYear(folder) === id)
}

const withoutYear = (id: string): string => id.replace(/-(?:19|20)\d\d$/, '')

/** What a file is called by the program that has made it, or by a kind of talks: `sessionize.json`, `workshops.yml`. */
const ofProgramOrKind =
  /^(?:sessionize|pretalx|frab|papercall|indico|sched|easychair|openfeedback|google sheets?|responses?|program|accepted|abstracts?|papers|trainings?|workshops?|tutorials?|keynotes?|panels?|posters?|lightning)$/i

/** `pycon-uk_2012.schedule.xml` → `Pycon uk 2012`; empty if it says only what is in it: `talks.txt`. */
function nameOfFile(file: string, { stemOf }: Pick<Naming, 'stemOf'>): string {
  const stem = withoutEnding(basename(file).replace(/\.gz$/i, ''))
  const words = stemOf(stem)
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
async function nameOfFolder(
  path: string,
  { isFolderOfNone, inData, inReadme }: Naming,
  otherwise: string,
): Promise<string> {
  let folder = dirname(resolve(path))
  if (isRecordName(withoutEnding(basename(path))) && isKindName(basename(dirname(folder))))
    folder = dirname(folder)
  let year = yearIn(withoutEnding(basename(path)))
  let site: string | undefined
  while (dirname(folder) !== folder && isFolderOfNone(folder)) {
    if (isYear(basename(folder))) year ??= Number(basename(folder))
    folder = dirname(folder)
    site ??= await readNameOfSite(folder)
  }
  const name = basename(folder)
  const isTemporary = dirname(folder) === resolve(tmpdir()) && /[-_.][A-Za-z0-9]{6}$/.test(name)
  const isAnywhere = isTemporary || anywhere.test(name)
  site ??= (await inData(dirname(resolve(path)))) ?? (await inReadme(folder))
  return ofYear(site ?? (isAnywhere ? otherwise : eventFromFolder(name).name), year)
}

function saysNoEvent(path: string): boolean {
  const name = basename(path)
  return isSiteName(name) || isKindName(name) || isYear(name)
}

/** `Oar Days 2024` was another year's before. */
function ofYear(name: string, year: number | undefined): string {
  const own = yearIn(name)
  if (year === undefined || own === year) return name
  return own === undefined ? `${name} ${year}` : name.replace(String(own), String(year))
}

const anywhere =
  /^(?:downloads?|desktop|documents?|dokumente|schreibtisch|home|users|te?mp|imports?|inputs?|files?)?$/i
