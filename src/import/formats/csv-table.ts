import { parse } from 'csv-parse/sync'
import { dayIn } from '../../notes/foreign/dates/written-dates.ts'
import { keyMeaningOf } from '../../notes/foreign/fields/known-keys.ts'
import { isKnownPerson } from '../../notes/foreign/people/person-names.ts'
import { enumerate } from '../../text/enumerate.ts'
import { UnreadableInput } from '../read/input.ts'
import type { Imported, ImportedEvent, ImportedTalk } from '../talk/imported-talk.ts'
import { keyOfTitles } from './keys-of-lists.ts'
import {
  isOfOtherThing,
  isReadOfRecord,
  isTitleOfTalk,
  type LooseRecord,
  readRecordTalk,
} from './record-talk.ts'

/** What a column is, by the name of what it is for a talk: `title`, `speakers`. */
export type Columns = Readonly<Record<string, string>>

/** Talks of a table, a row each: its first line names the columns. */
export function* readCsvTable(
  text: string,
  file: string,
  event: ImportedEvent,
  columns: Columns = {},
): Generator<Imported> {
  const parsed = parseTable(text)
  const [header = [], ...rows] = parsed
  const missing = Object.values(columns).filter((name) => !header.some((one) => isSameColumn(one, name)))
  if (missing.length > 0)
    throw new UnreadableInput(
      `it has no column ${enumerate(
        missing.map((name) => `“${name}”`),
        'or',
      )}, which --columns names; its columns are ${columnsNamed(header)}`,
    )
  const names = withTitlesFound(withPeopleFound(namesOf(header, columns), parsed), rows)
  if (!names.includes('title'))
    throw new UnreadableInput(
      `it is a table without a column of titles; its columns are ${columnsNamed(header)}: name it with --columns title="…"`,
    )
  if (isOfOtherThing(names))
    throw new UnreadableInput(
      `it is a table, but not of talks by its columns ${columnsNamed(header)}: if it is, name who speaks with --columns speakers="…"`,
    )
  const days = readSlashedDays(rows, names)
  if (days.isGuessed)
    yield {
      hint: `Days of ${file} such as ${days.example} are read with the day before the month; if that is wrong, write them as YYYY-MM-DD.`,
    }
  const found = withRowsJoined(talksOfRows(rows, names, days.read, { file, event }))
  yield* found
  if (found.some((one) => 'talk' in one) && !found.some(saysOnWhat)) yield* unreadTexts(parsed, names, file)
}

/** Whether a table has a column of titles, and one that says who speaks or on what. Only its first line is read. */
export function isTableOfTalks(text: string): boolean {
  const names = namesOf(headerOf(text), {})
  return (
    names.includes('title') &&
    !isOfOtherThing(names) &&
    names.some((name) => /^(?:speakers|text)$/.test(keyMeaningOf(name)?.of ?? ''))
  )
}

function* talksOfRows(
  rows: readonly (readonly string[])[],
  names: readonly string[],
  readDay: (cell: string) => string,
  { file, event }: { readonly file: string; readonly event: ImportedEvent },
): Generator<Imported> {
  for (const [index, row] of rows.entries()) {
    const fields: Record<string, unknown> = {}
    for (const [at, name] of names.entries()) {
      const cell = row[at]?.trim() ?? ''
      const value = keyMeaningOf(name)?.of === 'date' ? readDay(cell) : cell
      // Of two columns of one name the first that says something counts.
      if (value !== '' && fields[name] === undefined) fields[name] = value
    }
    if (Object.keys(fields).length > 0)
      yield readRecordTalk(fields as LooseRecord, { event, where: `${file}, row ${index + 2}` })
  }
}

/**
 * A talk that several people gave may have a row for each: of one title and time, and none that says of the talk what another
 * does not.
 */
function withRowsJoined(found: Iterable<Imported>): readonly Imported[] {
  const joined: Imported[] = []
  const places = new Map<string, number>()
  for (const one of found) {
    const { title, date, starts, room, event, key, speakers } = 'talk' in one ? one.talk : noTalk
    const same = JSON.stringify([title.toLowerCase(), date, starts, room, event.name, key])
    const isTold = date !== undefined || key !== `/${title}` || /\S \S+ \S/.test(title)
    const place = speakers.length > 0 && isTold ? places.get(same) : undefined
    const first = place === undefined ? undefined : joined[place]
    const both = first && 'talk' in first && 'talk' in one ? joinTalks(first.talk, one.talk) : undefined
    if (place !== undefined && first && both) joined[place] = { ...first, talk: both }
    else {
      if (speakers.length > 0) places.set(same, joined.length)
      joined.push(one)
    }
  }
  return joined
}

/** The talk with the people of both and all that either row says of it; undefined if they differ in what it is, or in nobody. */
function joinTalks(one: ImportedTalk, other: ImportedTalk): ImportedTalk | undefined {
  const known = new Set(one.speakers.map(({ name }) => name.toLowerCase()))
  const others = other.speakers.filter(({ name }) => !known.has(name.toLowerCase()))
  const told = toldBy(one)
  const further = Object.entries(toldBy(other)).filter(([, value]) => !tellsNothing(value))
  const isOne = further.every(([field, value]) => {
    const first = told[field as keyof typeof told]
    return tellsNothing(first) || JSON.stringify(first) === JSON.stringify(value)
  })
  if (!isOne) return undefined
  const details = [...new Set([...(one.details ?? []), ...(other.details ?? [])])]
  return {
    ...one,
    ...Object.fromEntries(further),
    speakers: [...one.speakers, ...others],
    ...(details.length > 0 && { details }),
  }
}

/** What a row says of its talk, besides who gave it and when. */
const toldBy = ({ kind, tags, links, language, ends, again, text }: ImportedTalk) => ({
  kind,
  tags,
  links,
  language,
  ends,
  again,
  text,
})

/** Whether it is what a row has that says nothing of it. */
const tellsNothing = (value: ReturnType<typeof toldBy>[keyof ReturnType<typeof toldBy>]): boolean =>
  value === undefined ||
  value === 'talk' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && 'value' in value && value.value === '')

const noTalk: Pick<ImportedTalk, 'title' | 'event' | 'key' | 'speakers' | 'date' | 'starts' | 'room'> = {
  title: '',
  event: { name: '' },
  key: '',
  speakers: [],
}

/** More than any list of talks has: they are read before anything else is done, a signal to stop included. */
const maxRows = 100_000

/** @throws {UnreadableInput} if it is no table, or has more rows than `maxRows` */
function parseTable(text: string): string[][] {
  const rows = parseRows(text, maxRows + 1)
  if (rows.length > maxRows)
    throw new UnreadableInput(
      `it has more than ${maxRows.toLocaleString('en')} rows, which no list of talks has; if it is one, cut it into several`,
    )
  return rows
}

/** Empty if that is broken: whoever reads all of the table says so. */
function headerOf(text: string): readonly string[] {
  try {
    return parseRows(text, 1)[0] ?? []
  } catch (error) {
    if (error instanceof UnreadableInput) return []
    throw error
  }
}

/** The first rows, as many as are wanted. */
function parseRows(text: string, wanted: number): string[][] {
  const [line = ''] = text.replace(/^\ufeff/, '').split(/\r\n?|\n/, 1)
  const count = (sign: string) => line.split(sign).length
  const delimiter = [',', ';', '\t', '|'].sort((one, other) => count(other) - count(one))[0] ?? ','
  try {
    return parse(text, {
      bom: true,
      delimiter,
      // A table that two programs have written has lines of both.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: wanted,
    })
  } catch (error) {
    const { message } = error as Error
    throw new UnreadableInput(`it is no table of values set apart by signs (${message.slice(0, 150)})`)
  }
}

const saysOnWhat = (one: Imported): boolean => 'talk' in one && !tellsNothing(one.talk.text)

/** Of talks without a text, the columns that may hold it and are not read: what is not said would be missed later, or never. */
function unreadTexts(
  [header = [], ...rows]: readonly (readonly string[])[],
  names: readonly string[],
  file: string,
): readonly Imported[] {
  const unread = header.filter((name, at) => {
    const cells = rows.map((row) => row[at] ?? '')
    return !isReadOfRecord(names[at]!) && !notOnTalk.test(name) && cells.some(isProse) && !cells.some(hasMail)
  })
  if (unread.length === 0) return []
  const those = `${unread.length === 1 ? 'the column' : 'one of the columns'} ${columnsNamed(unread)}`
  return [
    {
      hint: `The talks of ${file} come without a text. If ${those} holds it, name it with --columns description="…".`,
    },
  ]
}

/** Columns of those who speak, of those who run the programme, and of what nobody is to be shown. */
const notOnTalk =
  /mail|status|level|owner|\bid\b|date|link|url|phone|company|\bbio|speaker|tag ?line|address|private|internal/i

/** `recall@10` is none. */
const hasMail = (cell: string): boolean => /\S@[^\s@]*\.\p{L}/u.test(cell)

/** A sentence, rather than a name, a place or a day. */
const isProse = (cell: string): boolean => wordsIn(cell) >= minWordsOfProse

/** Addresses have no words. Where these are written without blanks, some three signs make one. */
function wordsIn(cell: string): number {
  const text = cell
    .split(/\s+/)
    .filter((word) => !word.includes('://'))
    .join(' ')
  return text.match(/\p{Lo}{1,3}|[\p{Lu}\p{Ll}]+/gu)?.length ?? 0
}

const minWordsOfProse = 5

const columnsNamed = (header: readonly string[]): string =>
  header
    .slice(0, 12)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .join(', ')

const isSameColumn = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** The columns by what they mean. If there are titles too, names are those of speakers. */
function namesOf(header: readonly string[], columns: Columns): readonly string[] {
  const given = new Map(
    Object.entries(columns).map(([meaning, name]) => [name.trim().toLowerCase(), meaning]),
  )
  const namesTalks = header.some(isTitleOfTalk)
  const own = header.map((name) => {
    const called = given.get(name.trim().toLowerCase())
    return called ?? (namesTalks && /^title$/i.test(name.trim()) ? titleOfPerson : columnName(name))
  })
  const hasTitle = own.some((name) => keyMeaningOf(name)?.of === 'title')
  return own.map((name) => {
    if (keyMeaningOf(name)?.of === 'title') return 'title'
    if (/^(?:your|full) (?:full )?name$/i.test(name)) return 'speaker'
    if (!/^name$/i.test(name)) return name
    return hasTitle ? 'speaker' : 'title'
  })
}

/** The columns, with `Name` for who speaks where it would be titles, if two of three names in it are people's: they put themselves down. */
function withPeopleFound(
  names: readonly string[],
  [header = [], ...rows]: readonly (readonly string[])[],
): readonly string[] {
  const at = header.findIndex((name) => /^name$/i.test(name.trim()))
  if (names[at] !== 'title') return names
  const cells = rows.flatMap((row) => row[at]?.trim() || [])
  const people = cells.filter(isKnownPerson)
  return people.length >= 2 && people.length * 3 >= cells.length * 2 ? names.with(at, 'speaker') : names
}

/** The columns, with that for titles if none is called so. */
function withTitlesFound(names: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const key = keyOfTitles(rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]]))))
  return key === undefined ? names : names.with(names.indexOf(key), 'title')
}

const titleOfPerson = 'job title'

const columnName = (name: string): string => {
  const bare = name
    .replace(/\(.*?\)|\n[\s\S]*$/g, '')
    .replace(/^(?:session|talk|proposal|presentation|paper|lecture)[\s_]+(?=\S)/i, '')
    .trim()
  if (/^speaker'?s?\s+(?:full\s+)?names?$|^first\s*(?:and\s*)?last\s*name$/i.test(bare)) return 'speakers'
  // `Speaker / Company`
  if (/^(?:speakers?|presenters?)\s*(?:[/&,+]|and\b)/i.test(bare)) return 'speakers'
  return keyMeaningOf(name.trim()) ? name.trim() : bare
}

/** Days such as 07/10/2026, whose order only other rows of the table can tell. */
function readSlashedDays(rows: readonly (readonly string[])[], names: readonly string[]) {
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?=\D|$)/
  const cells = rows.flatMap((row) => row.filter((_, at) => keyMeaningOf(names[at] ?? '')?.of === 'date'))
  const found = cells.flatMap((cell) => {
    const match = slashed.exec(cell.trim())
    return match ? [{ cell: cell.trim(), first: Number(match[1]), second: Number(match[2]) }] : []
  })
  const isMonthFirst = found.some(({ second }) => second > 12) && !found.some(({ first }) => first > 12)
  const isSure = found.some(({ first, second }) => first > 12 || second > 12)
  const pad = (text: string) => text.padStart(2, '0')
  return {
    isGuessed: found.length > 0 && !isSure,
    example: found[0]?.cell ?? '',
    read(cell: string): string {
      // What comes after the day is the time.
      const turned = cell.trim().replace(slashed, (_, one: string, two: string, year: string) => {
        const [day, month] = isMonthFirst ? [two, one] : [one, two]
        return `${year.length === 2 ? `20${year}` : year}-${pad(month)}-${pad(day)}`
      })
      // What is no day either way is told as it stands.
      return dayIn(turned) === undefined && dayIn(cell) === undefined ? cell : turned
    },
  }
}
