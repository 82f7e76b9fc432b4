import { decodeEntities } from '../../markup/flatten-inline.ts'
import { isAuthorKey, keyMeaningOf } from '../../notes/foreign/known-keys.ts'
import { distinctLinks, webLink } from '../../notes/foreign/web-link.ts'
import { dayIn } from '../../notes/foreign/written-dates.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { columnsOfTalks } from './csv-table.ts'
import { withoutHidden } from './html-tags.ts'
import { eventOfPage } from './programme-page.ts'
import { isReadOfRecord, readRecordTalk } from './record-talk.ts'

interface Cell {
  /** Without those in which nothing is to be seen. */
  readonly lines: readonly string[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
  /** Whether it began in a row above. */
  readonly isFromAbove?: boolean
}

const emptyCell: Cell = { lines: [], links: [] }

interface Table {
  /** Where it begins and ends in the page. */
  readonly from: number
  readonly to: number
  /** Of the heading or the caption above it. */
  readonly day: string | undefined
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * The talks of tables in HTML whose first row names their columns, as tables of values do: `Time`, `Talk`, `Speaker`; none if nobody
 * speaks. With the page as it is without these tables, if it says more than a programme does around them.
 */
export function talksInTables(
  html: string,
  file: string,
  fallback: ImportedEvent,
): { readonly talks: readonly Imported[]; readonly rest?: string } {
  const shown = withoutHidden(html)
  const tables = tablesIn(shown).flatMap(withColumns)
  const event = eventOfPage(shown, fallback)
  const found = tables.flatMap(rowsOfTalks).flatMap(({ row, columns, day }, index): readonly Imported[] => {
    const where = `${file}, talk ${index + 1}`
    const record = recordOf(row, columns)
    if (record.title === undefined) return []
    const read = readRecordTalk(record, { event, where, ...(day !== undefined && { day }) })
    return ['talk' in read ? { ...read, talk: { ...read.talk, links: linksOfRow(row) } } : read]
  })
  if (!found.some((one) => 'talk' in one && one.talk.speakers.length > 0)) return { talks: [] }
  const rest = tables.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), shown)
  return { talks: found, ...(wordsIn(linesOf(rest.replace(around, ''))) > wordsAround && { rest }) }
}

/** What stands around all pages of a site, and names a page or its parts. */
const around = /<(title|nav|header|footer|h[1-4]|caption)\b[^<>]*>(?:(?!<\/\1)[\s\S])*/gi

/** What a programme says besides: that times are local, say. */
const wordsAround = 12

/** Those who wrote something speak if it is also said when. */
function tellsWhoSpeaks(columns: readonly string[]): boolean {
  const isOf = (wanted: RegExp) => columns.filter((name) => wanted.test(keyMeaningOf(name)?.of ?? ''))
  const speakers = isOf(/^speakers$/)
  return (
    speakers.some((name) => !isAuthorKey(name)) || (speakers.length > 0 && isOf(/^(?:time|date)$/).length > 0)
  )
}

interface Column {
  readonly called: string
  /** As `columnsOfTalks` names it. */
  readonly name: string
}

interface TableOfTalks extends Table {
  readonly columns: readonly Column[]
}

function withColumns(table: Table): readonly TableOfTalks[] {
  const called = table.rows[0]?.map(({ lines }) => lines.join(' ')) ?? []
  const names = columnsOfTalks(called)
  if (names === undefined || !tellsWhoSpeaks(names)) return []
  return [{ ...table, columns: names.map((name, at) => ({ name, called: called[at] ?? '' })) }]
}

/** A row that says nothing else says on which day the talks below are: `Sunday, 15 June 2025`. */
function rowsOfTalks({ rows, columns, day: dayAbove }: TableOfTalks) {
  let day = dayAbove
  return rows.slice(1).map((row) => {
    const [only, ...others] = row.filter(({ lines }) => lines.length > 0)
    if (only && others.length === 0) day = dayIn(only.lines.join(' ')) ?? day
    return { row, columns, day }
  })
}

/** A row by what its columns mean. What stands below the title, or in a column of another meaning, is text of the talk. */
function recordOf(row: readonly Cell[], columns: readonly Column[]): Record<string, string> {
  const record: Record<string, string> = {}
  const texts: string[] = []
  for (const [at, { lines, isFromAbove }] of row.entries()) {
    const { name, called } = columns[at] ?? unnamed
    const [first = '', ...others] = lines
    if (first === '' || (name === 'title' && isFromAbove)) continue
    if (keyMeaningOf(name)?.of === 'text') texts.push(...lines)
    else if (record[name] !== undefined || !isReadOfRecord(name))
      texts.push(
        ...(/\p{L}/u.test(first) ? [`${called === '' ? '' : `${called}: `}${lines.join(', ')}`] : []),
      )
    else if (name === 'title') {
      record.title = first
      texts.push(...others)
    } else record[name] = lines.join(', ')
  }
  return texts.length === 0 ? record : { ...record, description: texts.join('\n\n') }
}

const unnamed: Column = { called: '', name: '' }

const linksOfRow = (row: readonly Cell[]) =>
  distinctLinks(row.flatMap(({ links }) => links.map(({ href, text }) => webLink(href, text))))

const wordsIn = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + (line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)

/** The tables of a page that hold no other. */
function tablesIn(html: string): readonly Table[] {
  const tables: Table[] = []
  let day: string | undefined
  let from: number | undefined
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(tableOrHeading)) {
    if (/^table$/i.test(name)) {
      if (slash === '/' && from !== undefined)
        tables.push({ day, rows: rowsIn(html.slice(from, index)), from, to: index + tag.length })
      from = slash === '' ? index : undefined
    } else if (slash === '') {
      const said = html.slice(index + tag.length, index + tag.length + maxHeading)
      day = dayIn(linesOf(said.split(`</${name}`, 1).join()).join(' ')) ?? day
    }
  }
  return tables
}

const tableOrHeading = /<(\/?)(table|h[1-4]|caption)\b[^<>]*>/gi
/** In characters, its tags included. */
const maxHeading = 500

/** What spans several columns stands in the first of them, and what spans several rows in each. */
function rowsIn(html: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = []
  const below: { readonly cell: Cell; left: number }[] = []
  for (const row of html.split(/<tr\b[^<>]*>/i).slice(1)) {
    const cells: Cell[] = []
    const fill = () => {
      for (let above = below[cells.length]; above && above.left > 0; above = below[cells.length]) {
        above.left--
        cells.push(above.cell)
      }
    }
    for (const [, attributes = '', said = ''] of row.matchAll(cellOfRow)) {
      fill()
      const cell = { lines: linesOf(said), links: linksOfCell(said) }
      const [columns, rowsBelow] = [spanOf(attributes, columnsSpanned), spanOf(attributes, rowsSpanned) - 1]
      for (let count = 0; count < columns; count++) {
        const one = count === 0 ? cell : emptyCell
        below[cells.length] = { cell: { ...one, isFromAbove: true }, left: rowsBelow }
        cells.push(one)
      }
    }
    fill()
    rows.push(cells)
  }
  return rows
}

const cellOfRow = /<t[dh]\b([^<>]*)>((?:[^<]|<(?!\/?t[dhr]\b))*)/gi

const columnsSpanned = /\bcolspan\s*=\s*["']?(\d{1,3})/i
const rowsSpanned = /\browspan\s*=\s*["']?(\d{1,3})/i

function spanOf(attributes: string, span: RegExp): number {
  const [, count = '1'] = span.exec(attributes) ?? []
  return Math.min(Math.max(Number(count), 1), maxSpan)
}

/** In columns or rows: what says more is made to take long. */
const maxSpan = 50

/** Without those in which nothing is to be seen. */
const linesOf = (html: string): readonly string[] =>
  decodeEntities(
    html
      .replace(/\s+/g, ' ')
      .replace(/<(?:br|\/(?:p|div|li|h\d))\b[^<>]*>/gi, '\n')
      .replace(/<[^<>]*>/g, ''),
  )
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

const linksOfCell = (html: string): Cell['links'] =>
  Array.from(
    html.matchAll(/<a\b[^<>]*\bhref\s*=\s*(["'])([^"'<>]{1,2000})\1[^<>]*>([^<]{0,200})/gi),
    ([, , href = '', text = '']) => ({
      href: decodeEntities(href),
      text: decodeEntities(text).trim(),
    }),
  )
