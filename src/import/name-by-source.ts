import { readdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { safeName } from '../files/safe-name.ts'
import { isYear, yearIn } from '../notes/foreign/dates/written-dates.ts'
import { withoutTagline } from '../notes/foreign/sites/site-name.ts'
import { haveSameLetters, isEventName } from '../notes/foreign/words/event-names.ts'
import { isDataName, isKindName, isSiteName, saysHowMade } from '../notes/foreign/words/folder-names.ts'
import { isLanguageCode } from '../notes/foreign/words/language-tag.ts'
import { withoutId } from '../notes/foreign/words/titles.ts'
import { eventFromFolder } from '../notes/ours/parse-event.ts'
import { withCapital } from '../text/with-capital.ts'
import type { ImportSource } from './read/import-source.ts'
import { readNameInData, readNameInDomain, readNameInReadme, readNameOfSite } from './said-of-site.ts'

/**
 * Says what an event is called that its source does not name: by the file, or else by the folder that it lies in. A corpus that already
 * holds it by another of the names that it could have keeps that, and so it does with those that versions before 0.26 gave: of a
 * folder such as `prod`, or with the number that Notion gave its table. What folders and the corpus hold is read once for all sources.
 */
export function createEventNamer(
  into?: string,
): (source: Pick<ImportSource, 'path' | 'file'>) => Promise<string> {
  const readers: NameReaders = {
    site: oncePerFolder(readNameOfSite),
    data: oncePerFolder(readNameInData),
    readme: oncePerFolder(readNameInReadme),
    domain: oncePerFolder(readNameInDomain),
  }
  const heldIn = oncePerFolder(heldEventsOf)
  return async (source) => {
    const [name, ...others] = await namesBySource(source, readers)
    const held = into === undefined ? new Set() : await heldIn(into)
    const isHeld = (one: string) => held.has(withoutYear(safeName(one, 'event')))
    return [name, ...others, nameBefore(source)].find(isHeld) ?? name
  }
}

/** What a folder says of the event that its data are of, each if it does. */
type NameReaders = Readonly<
  Record<'site' | 'data' | 'readme' | 'domain', (folder: string) => Promise<string | undefined>>
>

function oncePerFolder<T>(read: (folder: string) => Promise<T>): (folder: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (folder) => {
    const found = known.get(folder) ?? read(folder)
    known.set(folder, found)
    return found
  }
}

/** All that it could be called, best first. */
async function namesBySource(
  { path, file }: Pick<ImportSource, 'path' | 'file'>,
  readers: NameReaders,
): Promise<readonly [string, ...string[]]> {
  const own = isKindName(basename(dirname(resolve(path)))) ? '' : nameOfFile(file, withoutId)
  if (own !== '' && !isFileOfNone(own)) return [own]
  return await namesOfPlace(path, (saysHowMade(own) ? '' : own) || imported, readers)
}

function nameBefore({ path, file }: Pick<ImportSource, 'path' | 'file'>): string {
  const own = isKindName(basename(dirname(resolve(path)))) ? '' : nameOfFile(file, (stem) => stem)
  const { folder, year } = placeOf(path, saysNoEvent)
  return own !== '' ? own : ofYear(nameOfFolder(folder) ?? imported, year)
}

const imported = 'Imported talks'

/** Whether what is left of a file's name is of no event. */
const isFileOfNone = (name: string): boolean =>
  saysHowMade(name) ||
  isLanguageCode(name) ||
  isRecordName(name) ||
  ofProgramOrKind.test(name.replace(/\s(?:19|20)\d\d$/, ''))

/** What a file of one talk, in a folder of its own, is called by: `talks/tides/details.json`. */
const isRecordName = (name: string): boolean => /^(?:details?|info|meta(?:data)?)$/i.test(name)

const withoutEnding = (file: string): string => file.replace(/\.\w{1,8}$/, '')

/** The events that a corpus has, whatever their years. */
const heldEventsOf = async (corpus: string): Promise<ReadonlySet<string>> =>
  new Set((await readdir(corpus).catch(() => [])).map(withoutYear))

const withoutYear = (id: string): string => id.replace(/-(?:19|20)\d\d$/, '')

/** What a file is called by the program that has made it, or by a kind of talks: `sessionize.json`, `workshops.yml`. */
const ofProgramOrKind =
  /^(?:sessionize|pretalx|frab|papercall|indico|sched|easychair|openfeedback|google sheets?|responses?|program|accepted|abstracts?|papers|trainings?|workshops?|tutorials?|keynotes?|panels?|posters?|lightning)$/i

/**
 * `pycon-uk_2012.schedule.xml` → `Pycon uk 2012`; empty if it says only what is in it: `talks.txt`.
 * @param withoutNumber the name without what a program has numbered it by
 */
function nameOfFile(file: string, withoutNumber: (stem: string) => string): string {
  const stem = withoutEnding(basename(file).replace(/\.gz$/i, ''))
  const words = withoutNumber(stem)
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
  /(?<!\p{L})(?:(?:past|previous|upcoming|next|accepted|confirmed|all)[-_ ]?)?(?:schedules?|timetables?|sessions?|talks?|notes?|charlas|vorträge|vortraege|export|all)(?!\p{L})/giu

const saysNothing = new RegExp(
  [
    String.raw`^\P{L}*$|^(?:\p{L}?|index|readme|data|list|programme?|agenda|videos?|speakers?|presentations?|proposals?|`,
    String.raw`submissions?|contributions?|topics|events?|archives?|meetings?|meet-?ups?|table|sheet ?\d*|untitled|my|the)$`,
  ].join(''),
  'iu',
)

/** The folder that a file is of, those on the way to it that name none, nearest first, and the year that it or they say. */
function placeOf(path: string, isOfNone: (folder: string) => boolean) {
  let folder = dirname(resolve(path))
  if (isRecordName(withoutEnding(basename(path))) && isKindName(basename(dirname(folder))))
    folder = dirname(folder)
  const passed: string[] = []
  while (dirname(folder) !== folder && isOfNone(folder)) {
    passed.push(folder)
    folder = dirname(folder)
  }
  const years = passed.map((step) => basename(step).replace(/^y(?=\d)/i, '')).filter(isYear)
  return { folder, passed, year: yearIn(withoutEnding(basename(path))) ?? yearIn(years[0] ?? '') }
}

/**
 * What says of which event the data in a folder are, each if there is such: what the site is called that they are of, what lies beside
 * them, what introduces it, its domain, the folder's own name. With the year that the file (`sessions-2023.yml`) or a folder on the
 * way (`_data/2023`) is called by.
 * @param otherwise if anything may lie in the folder, and nothing else says it
 */
async function namesOfPlace(
  path: string,
  otherwise: string,
  readers: NameReaders,
): Promise<readonly [string, ...string[]]> {
  const { folder, passed, year } = placeOf(path, isFolderOfNone)
  const [own = folder, ...around] = [...passed, folder]
  const called = nameOfFolder(folder)
  const isData = /^_?data$/i.test(basename(dirname(resolve(path))))
  const title = (await firstSaid(around, readers.site)) ?? (await siteBeside(own, readers))
  const domain = await firstSaid(passed, readers.domain)
  const said = [
    title && withoutTagline(title, called ?? ''),
    title,
    isData ? await readers.data(dirname(resolve(path))) : undefined,
    await firstSaid([own, ...around], readers.readme),
    domain !== undefined && called !== undefined && haveSameLetters(domain, called) ? undefined : domain,
    called,
  ]
  const [name = otherwise, ...others] = said.filter((one) => one !== undefined)
  return [ofYear(name, year), ...others.map((one) => ofYear(one, year))]
}

async function firstSaid(
  folders: readonly string[],
  read: (folder: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  for (const folder of folders) {
    const said = await read(folder)
    if (said !== undefined) return said
  }
  return undefined
}

/** Beside a list of talks may lie a site that is on other things too. */
async function siteBeside(folder: string, readers: NameReaders): Promise<string | undefined> {
  const name = await readers.site(folder)
  const isEvent = name !== undefined && (isEventName(name) || haveSameLetters(name, basename(folder)))
  return isEvent ? name : undefined
}

/** As the folder is called, unless anything may lie there. */
function nameOfFolder(folder: string): string | undefined {
  const name = basename(folder)
  const isTemporary = dirname(folder) === resolve(tmpdir()) && /[-_.][A-Za-z0-9]{6}$/.test(name)
  return isTemporary || anywhere.test(name) ? undefined : eventFromFolder(name).name
}

/** The home folder is called like somebody. */
const isFolderOfNone = (path: string): boolean =>
  isDataName(basename(path)) ||
  ofProgramOrYear.test(basename(path)) ||
  saysNoEvent(path) ||
  path === homedir()

/** A part of a program, or a year that its data are of: `frontend/src/data/y2024`. */
const ofProgramOrYear = /^(?:front-?end|back-?end|client|server|web|web-?app|www|ui|y(?:19|20)\d\d)$/i

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
