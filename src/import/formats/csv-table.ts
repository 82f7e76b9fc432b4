import { parse } from 'csv-parse/sync'
import { keyMeaningOf } from '../../notes/foreign/known-keys.ts'
import { UnreadableInput } from '../read/input.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { type LooseRecord, readRecordTalk } from './record-talk.ts'

/** What a column is, by the name of what it is for a talk: `title`, `speakers`. */
export type Columns = Readonly<Record<string, string>>

/** Talks of a table, a row each: its first line names the columns. */
export function* readCsvTable(
  text: string,
  file: string,
  event: ImportedEvent,
  columns: Columns = {},
): Generator<Imported> {
  const [header = [], ...rows] = parseTable(text)
  const names = namesOf(header, columns)
  if (!names.includes('title'))
    throw new UnreadableInput(
      `it is a table without a column of titles; its columns are ${header.slice(0, 12).join(', ')}: name it with --columns title="…"`,
    )
  const days = readSlashedDays(rows, names)
  if (days.isGuessed)
    yield { hint: `Days of ${file} such as ${days.example} are read with the day before the month.` }
  for (const [index, row] of rows.entries()) {
    const fields: Record<string, unknown> = {}
    for (const [at, name] of names.entries()) {
      const cell = row[at]?.trim() ?? ''
      const value = keyMeaningOf(name)?.of === 'date' ? days.read(cell) : cell
      // Of two columns of one name the first that says something counts.
      if (value !== '' && fields[name] === undefined) fields[name] = value
    }
    if (Object.keys(fields).length > 0)
      yield readRecordTalk(fields as LooseRecord, { event, where: `${file}, row ${index + 2}` })
  }
}

function parseTable(text: string): string[][] {
  const [line = ''] = text.replace(/^\ufeff/, '').split(/\r\n?|\n/, 1)
  const count = (sign: string) => line.split(sign).length
  const delimiter = [',', ';', '\t', '|'].sort((one, other) => count(other) - count(one))[0] ?? ','
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch (error) {
    const { message } = error as Error
    throw new UnreadableInput(`it is no table of values set apart by signs (${message.slice(0, 150)})`)
  }
}

/** The columns by what they mean. If there are titles too, names are those of speakers. */
function namesOf(header: readonly string[], columns: Columns): readonly string[] {
  const given = new Map(
    Object.entries(columns).map(([meaning, name]) => [name.trim().toLowerCase(), meaning]),
  )
  const own = header.map((name) => given.get(name.trim().toLowerCase()) ?? columnName(name))
  const hasTitle = own.some((name) => keyMeaningOf(name)?.of === 'title')
  return own.map((name) => {
    if (keyMeaningOf(name)?.of === 'title') return 'title'
    if (!/^(?:full )?name$/i.test(name)) return name
    return hasTitle ? 'speaker' : 'title'
  })
}

const columnName = (name: string): string => {
  const bare = name
    .replace(/\(.*?\)/g, '')
    .replace(/^(?:session|talk|proposal|presentation)[\s_]+(?=\S)/i, '')
    .trim()
  if (/^speaker'?s?\s+(?:full\s+)?names?$|^first\s*(?:and\s*)?last\s*name$/i.test(bare)) return 'speakers'
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
      return cell.trim().replace(slashed, (_, one: string, two: string, year: string) => {
        const [day, month] = isMonthFirst ? [two, one] : [one, two]
        return `${year.length === 2 ? `20${year}` : year}-${pad(month)}-${pad(day)}`
      })
    },
  }
}
