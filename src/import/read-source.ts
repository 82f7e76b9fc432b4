import { basename, dirname, resolve } from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { firstLineOfError } from '../files/first-line-of-error.ts'
import { yearIn } from '../notes/foreign/dates/written-dates.ts'
import { isBesideName, isKindName } from '../notes/foreign/words/folder-names.ts'
import { stemOf } from '../notes/foreign/words/titles.ts'
import { parseJson } from '../text/parse-json.ts'
import { readICalendar } from './formats/calendars/icalendar.ts'
import { readXcal } from './formats/calendars/xcal.ts'
import { type Columns, readCsvTable } from './formats/csv-table.ts'
import { isFolderFacts, jsonReaderOf } from './formats/json-formats.ts'
import { parseLooseYaml } from './formats/loose-yaml.ts'
import { talksInPage } from './formats/pages/json-ld.ts'
import { talksOnProgramme } from './formats/pages/programme-page.ts'
import { talksInAttributes, withTold } from './formats/pages/told-in-attributes.ts'
import { readPyvideoLines } from './formats/pyvideo.ts'
import { inZone } from './formats/read-slot.ts'
import { recognise } from './formats/recognise.ts'
import { readScheduleXml } from './formats/schedule-xml.ts'
import { isBesideListOfTalks, isBesideTalks } from './formats/site-data.ts'
import { isNewsList, namesSpeakers, readTalkLists, talkRecordsIn } from './formats/talk-lists.ts'
import { titledTalksIn } from './formats/titled-talks.ts'
import { createEventNamer } from './name-by-source.ts'
import type { ImportSource } from './read/import-source.ts'
import { readHead, readInputText, readWrittenText, UnreadableInput } from './read/input.ts'
import { type LongNotesOptions, readLongNotes } from './split/long-notes.ts'
import type { Imported, ImportedEvent, ImportedTalk } from './talk/imported-talk.ts'

export interface SourceOptions extends LongNotesOptions {
  /** What the columns of a table are, if their names do not say it. */
  readonly columns?: Columns
  /** Says what an event is called that its source does not name. Default: as if the corpus held nothing. */
  readonly nameOf?: ReturnType<typeof createEventNamer>
}

/**
 * Reads one file of any format that is known, found out from its content. Throws UnreadableInput if the file is of
 * none, or cannot be read to its end; what was read until then stands. `eventName` is for formats that name no event.
 */
export async function* readSource(
  source: ImportSource,
  eventName?: string,
  options: SourceOptions = {},
): AsyncGenerator<Imported> {
  const { nameOf = createEventNamer() } = options
  const name = eventName ?? (await nameOf(source))
  const isGuessed = (event: ImportedEvent) => event.isGuess || (!event.id && event.name === name)
  let year: number | undefined
  // A source that names no event gives those of several years, each by itself.
  const withYear = (event: ImportedEvent): ImportedEvent =>
    year === undefined || eventName !== undefined || !isGuessed(event) || saysYear(event.name, year)
      ? event
      : { ...event, name: `${event.name} ${year}`, isGuess: true }
  for await (const found of readFormat(source, name, options)) {
    if ('passed' in found && found.cancelled) {
      const { event, key } = found.cancelled
      yield { ...found, cancelled: { event: withYear(event), key } }
    } else if ('talk' in found) {
      const talk = withSlot(found.talk, source)
      const { event, date, text } = talk
      if (text.form === 'abstract') year = date === undefined ? year : yearIn(date)
      const file = found.where === source.file ? undefined : basename(source.path)
      yield {
        ...found,
        talk: { ...talk, file, event: withYear({ ...event, isGuess: isGuessed(event) }) },
      }
    } else yield found
  }
}

/** `OarConf 2024`, and `OarConf24` of that year. */
const saysYear = (name: string, year: number): boolean =>
  yearIn(name) !== undefined || /(?<!\d)\d\d$/.exec(name)?.[0] === String(year).slice(2)

/** With the time of a calendar, if there is none of its own. */
function withSlot(talk: ImportedTalk, { findSlot }: ImportSource): ImportedTalk {
  const found = talk.date === undefined && talk.starts === undefined ? findSlot?.(talk.title) : undefined
  return found ? { ...talk, ...found.slot, again: found.again, event: inZone(talk.event, found.zone) } : talk
}

/** `name` is the event's if the source names none. */
async function* readFormat(
  source: ImportSource,
  name: string,
  options: SourceOptions,
): AsyncGenerator<Imported> {
  const format = recognise(await readHead(source.path), source.path)
  const event: ImportedEvent = source.event ?? { name }
  if (typeof format === 'object') throw new UnreadableInput(`it ${format.unknown}`)
  if (format === 'pyvideo-lines') yield* readPyvideoLines(source)
  else if (format === 'schedule-xml') yield* readScheduleXml(source, name)
  else if (format === 'icalendar') yield* readICalendar(source, event)
  else if (format === 'xcal') yield* readXcal(await readInputText(source.bytes()), source.file, event)
  else if (format === 'json')
    yield* readJson(parseDocument(await readInputText(source.bytes())), source, event)
  else {
    const { text, encoding } = await readWrittenText(source.bytes())
    if (format === 'csv') yield* readCsvTable(text, source.file, event, options.columns)
    else if (format === 'yaml') yield* readData(parseLooseYaml(text), source, event, 'YAML')
    else if (format === 'toml') yield* readData(parseTomlText(text), source, event, 'TOML')
    else if (format === 'html') yield* readWebPage(text, source, event, options)
    else yield* readLongNotes(text, source, event, options)
    // Of what holds nothing to read, that is all there is to say.
    if (encoding !== undefined && encoding !== 'UTF-16')
      yield { hint: `${source.file} is not UTF-8, so it is read as ${encoding}.` }
  }
}

/** A page of a programme by what it tells search engines, or else a document as somebody has written it. */
function* readWebPage(
  text: string,
  source: ImportSource,
  event: ImportedEvent,
  options: SourceOptions,
): Generator<Imported> {
  const described = talksInPage(text, source.file, event)
  const talks = described.length > 0 ? described : talksOnProgramme(text, source.file, event)
  if (talks.length > 0) return yield* talks
  const told = talksInAttributes(text, source.file, event)
  const found = withTold([...readLongNotes(withoutSpaceOfWiki(text), source, event, options)], told)
  yield* source.isPageOfSite && found !== told.told ? talksOnPage(found, source) : found
}

/** Confluence writes before the title of a page which part of the wiki it is from: `Engineering : OarConf 2024`. */
const withoutSpaceOfWiki = (html: string): string =>
  html.replace(/(<span id="title-text">\s{0,200})[^<>:]{1,100} : /, '$1')

/** What a page of a site holds, if it tells of talks: most pages have headings, and only some say who speaks or when. */
function talksOnPage(found: readonly Imported[], { path }: ImportSource): readonly Imported[] {
  const stem = stemOf(basename(path).replace(/\.x?html?$/i, ''))
  const called = stem === 'index' ? basename(dirname(resolve(path))) : stem
  const told = found.filter((one) => !('talk' in one) || !isOnSpeaker(one.talk))
  const isProgramme = told.some(
    (one) => 'talk' in one && (one.talk.speakers.length > 0 || one.talk.starts !== undefined),
  )
  const folder = basename(dirname(resolve(path)))
  const isOfTalks = isKindName(folder)
  if ([called, folder].some(isBesideName) || !(isProgramme || isOfTalks))
    throw new UnreadableInput(
      'it is a page of a site, and says neither who speaks nor when; name it to import it',
    )
  return told
}

/** `Ada Example`, of Ada Example, is on a person and no talk. */
const isOnSpeaker = ({ title, speakers }: ImportedTalk): boolean =>
  speakers.some(({ name }) => title === name)

function parseTomlText(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: withDatesAsText(parseToml(text)) }
  } catch (error) {
    return { problem: firstLineOfError(error).slice(0, 150) }
  }
}

/** TOML has dates of its own. */
function withDatesAsText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(withDatesAsText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withDatesAsText(one)]))
}

/** What `isTalkRecord` asks for. */
const needsOfTalk =
  'each needs a title, and a speaker, or a text and with it a link or a day, or an event and its day if the list is called talks'

const isNews =
  'it tells what is new on a site: nobody speaks, and each entry says only its day; if these are talks, call it talks'

/** Other files may tell more of the same talks. */
const saysTitles = 'it says no more of talks than titles, and where to look or when; name it to import it'

/**
 * The talks of the lists in a document of YAML, TOML or JSON; undefined if there are none.
 * @throws {UnreadableInput} if they are of another thing
 */
async function talksOfLists(
  value: unknown,
  source: ImportSource,
  event: ImportedEvent,
): Promise<AsyncIterable<Imported> | undefined> {
  const listed = talkRecordsIn(value, source.path)
  const found = listed.length > 0 ? listed : titledTalksIn(value, source.path)
  if (found.length === 0) return undefined
  if (listed.length === 0 && source.isOneOfSeveral) throw new UnreadableInput(saysTitles)
  if (!namesSpeakers(found) && (await isBesideListOfTalks(source.path)))
    throw new UnreadableInput('it names no speaker, and beside it lies a list of talks')
  if (isNewsList(found, source.path)) throw new UnreadableInput(isNews)
  return readTalkLists(value, found, source, event)
}

async function* readData(
  read: { readonly value: unknown } | { readonly problem: string },
  source: ImportSource,
  event: ImportedEvent,
  form: 'YAML' | 'TOML',
): AsyncGenerator<Imported> {
  const lists = 'value' in read ? await talksOfLists(read.value, source, event) : undefined
  if (lists) return yield* lists
  if (await isBesideTalks(source.path)) return
  // A document alone is one of several too.
  if ('value' in read && Array.isArray(read.value) && read.value.flat(2).length === 0)
    throw new UnreadableInput('it is a list with nothing in it yet')
  if ('problem' in read) throw new UnreadableInput(`it is no ${form} (${read.problem})`)
  throw new UnreadableInput(`it is ${form}, but no list of talks: ${needsOfTalk}`)
}

async function* readJson(
  value: unknown,
  source: ImportSource,
  event: ImportedEvent,
): AsyncGenerator<Imported> {
  const read = jsonReaderOf(value)
  const talks = read?.(source, event) ?? (await talksOfLists(value, source, event))
  if (talks) yield* talks
  else if (!isFolderFacts(value, source.path) && !(await isBesideTalks(source.path)))
    throw new UnreadableInput(
      `it is JSON, but neither a pyvideo talk nor a schedule of frab, pretalx or Sessionize, nor a list of talks: ${needsOfTalk}`,
    )
}

const parseDocument = (text: string): unknown =>
  parseJson(text, (line) => {
    const where = line === undefined ? '' : ` (line ${line})`
    throw new UnreadableInput(`it is not valid JSON${where}; is it cut off?`)
  })
