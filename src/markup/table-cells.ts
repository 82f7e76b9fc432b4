import { flattenTags } from './flatten-html.ts'
import { flattenInline } from './flatten-inline.ts'

/** The cells of a row of a Markdown table, with or without bars at its ends. */
export const cellsOfRow = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

/**
 * A table as it reads among plain text: its cells below each other, with a bar between them, and without the line below its
 * header; undefined if the lines may be drawn rather than be a table.
 *
 *     alignedTable(['| Year | Rain |', '|---|---|', '| 2021 | 212 mm |'])
 *     // => 'Year | Rain\n2021 | 212 mm'
 */
export function alignedTable(lines: readonly string[]): string | undefined {
  const rows = lines.filter((line, index) => !isRule(line, index)).map(cellsOfRow)
  const columns = rows[0]?.length ?? 0
  const isRuled = rows.length < lines.length
  const isEven = rows.every((cells) => cells.length === columns && !cells.some((cell) => drawn.test(cell)))
  const isTable = lines[0]?.includes('|') && !lines.some((line) => /^\s*\+/.test(line))
  return isTable && columns > 1 && rows.length > 1 && (isRuled || isEven)
    ? aligned(rows.map((cells) => cells.map(plainCell)))
    : undefined
}

/** `|---|:--:|` below a header, and anywhere in Org `|----+----|`; a dash alone further down is an empty cell. */
const isRule = (line: string, index: number): boolean =>
  ruleOfTable.test(line.replace(/\s/g, '')) && (index === 1 || line.includes('--'))
const ruleOfTable = /^\|?:?-+:?(?:[|+]:?-+:?)*\|?$/

/** What drawings in letters have between their bars. */
const drawn = /^<?[_=~^-]{2,}>?$/

/**
 * A table in HTML as `alignedTable` has it; undefined if it sets out something else, such as pictures, lists or another table,
 * or has words beside its cells.
 */
export function alignedHtmlTable(html: string): string | undefined {
  if (
    notInCells.test(html) ||
    html
      .replace(rowInHtml, '')
      .replace(/<[^<>]*>/g, '')
      .trim() !== ''
  )
    return undefined
  const rows = Array.from(html.matchAll(rowInHtml), ([, row = '']) =>
    Array.from(row.matchAll(cellInHtml), ([, cell = '']) => plainCell(cell)),
  )
  const columns = rows[0]?.length ?? 0
  return rows.length > 1 && columns > 1 && rows.every(({ length }) => length <= columns)
    ? aligned(rows)
    : undefined
}

const notInCells = /<(?:img|ul|ol|pre|iframe|video|h[1-6])\b|\b(?:row|col)span\b|<table\b[\s\S]*<table\b/i
const rowInHtml = /<tr\b[^<>]*>([\s\S]*?)(?:<\/tr>|(?=<tr\b|<\/(?:table|tbody|thead|tfoot)>)|$)/gi
const cellInHtml = /<t[dh]\b[^<>]*>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]>|$)/gi

/** A bar within a cell is another sign than those between cells. */
const plainCell = (cell: string): string =>
  flattenInline(flattenTags(cell))
    .replace(/`([^`]+)`/g, '$1')
    .replace(/(?<=^|\s)\|(?=\s|$)/g, '¦')

/** In letters: wider ones would be wrapped where they are shown, so that nothing would stand below each other. */
const maxAlignedWidth = 80

function aligned(rows: readonly (readonly string[])[]): string {
  const filled = rows.filter((cells) => cells.some((cell) => cell !== ''))
  const widths: number[] = []
  for (const cells of filled)
    cells.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
    })
  const isWide = widths.reduce((sum, width) => sum + width + between.length, 0) > maxAlignedWidth
  return filled
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(isWide ? 0 : (widths[column] ?? 0)))
        .join(between)
        .trimEnd(),
    )
    .join('\n')
}

const between = ' | '
