import { decodeEntities } from '../../markup/flatten-inline.ts'
import { isAuthorKey, keyMeaningOf } from '../../notes/foreign/known-keys.ts'
import { distinctLinks, webLink } from '../../notes/foreign/web-link.ts'
import { dayIn } from '../../notes/foreign/written-dates.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { columnsOfTalks } from './csv-table.ts'
import { withoutHidden } from './html-tags.ts'
import { eventOfPage } from './programme-page.ts'
import { readRecordTalk } from './record-talk.ts'

interface Cell {
  /** Without those in which nothing is to be seen. */
  readonly lines: readonly string[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
  /** Whether it began in a row above. */
  readonly isFromAbove?: boolean
}

const emptyCell: Cell = { lines: [], links: [] }

interface Table {
  /** Of the heading or the caption above it. */
  readonly day: string | undefined
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * The talks of tables in HTML whose first row names their columns, as tables of values do: `Time`, `Talk`, `Speaker`. None if nobody
 * speaks, or if most words of the page stand elsewhere: then they are notes.
 */
export function talksInTables(html: string, file: string, fallback: ImportedEvent): readonly Imported[] {
  const shown = withoutHidden(html)
  const ofTalks = tablesIn(shown).flatMap(({ rows: [header = [], ...rows], day: dayAbove }) => {
    const columns = columnsOfTalks(header.map(({ lines }) => lines.join(' ')))
    if (columns === undefined || !tellsWhoSpeaks(columns)) return []
    let day = dayAbove
    return rows.map((row) => {
      day = dayOfRow(row) ?? day
      return { row, columns, day }
    })
  })
  const wordsInRows = wordsIn(ofTalks.flatMap(({ row }) => [...new Set(row)].flatMap(({ lines }) => lines)))
  const wordsOfPage = wordsIn(linesOf(shown.replace(/<title\b[^<>]*>[^<]*/i, '')))
  if (wordsOfPage - wordsInRows > Math.max(wordsInRows, wordsAround)) return []
  const event = eventOfPage(shown, fallback)
  const found = ofTalks.flatMap(({ row, columns, day }, index): readonly Imported[] => {
    const where = `${file}, talk ${index + 1}`
    const record = recordOf(row, columns)
    if (record.title === undefined) return []
    const read = readRecordTalk(record, { event, where, ...(day !== undefined && { day }) })
    return ['talk' in read ? { ...read, talk: { ...read.talk, links: linksOfRow(row) } } : read]
  })
  return found.some((one) => 'talk' in one && one.talk.speakers.length > 0) ? found : []
}

/** Menus, headings and footers have so many. */
const wordsAround = 60

/** Those who wrote something speak if it is also said when. */
function tellsWhoSpeaks(columns: readonly string[]): boolean {
  const isOf = (wanted: RegExp) => columns.filter((name) => wanted.test(keyMeaningOf(name)?.of ?? ''))
  const speakers = isOf(/^speakers$/)
  return (
    speakers.some((name) => !isAuthorKey(name)) || (speakers.length > 0 && isOf(/^(?:time|date)$/).length > 0)
  )
}

/** A row by the names of its columns. What stands below the title in its cell tells what the talk is on. */
function recordOf(row: readonly Cell[], columns: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {}
  for (const [at, { lines, isFromAbove }] of row.entries()) {
    const name = columns[at]
    if (name === undefined || lines.length === 0 || record[name] !== undefined) continue
    // It takes longer than the row above, and is no second talk.
    if (name === 'title' && isFromAbove) continue
    const [first = '', ...others] = lines
    if (name !== 'title') record[name] = lines.join(', ')
    else {
      record.title = first
      if (others.length > 0) record.description = others.join('\n\n')
    }
  }
  return record
}

/** Of a row that says nothing else: `Sunday, 15 June 2025` above the talks of that day. */
function dayOfRow(row: readonly Cell[]): string | undefined {
  const [only, ...others] = row.filter(({ lines }) => lines.length > 0)
  return only !== undefined && others.length === 0 ? dayIn(only.lines.join(' ')) : undefined
}

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
      if (slash === '/' && from !== undefined) tables.push({ day, rows: rowsIn(html.slice(from, index)) })
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
