import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { cellsOfRow } from '../../../markup/table-cells.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import type { ReadField } from '../fields/read-field-by-field.ts'

/** A table of two columns, whose first one says what the second one is: `| Speaker | Ada Example |`. */
export function fieldsOfTable({ form, raw, line }: ReadBlock): readonly ReadField[] {
  const isTable = raw[0]?.trim().startsWith('|') || (raw[0]?.includes('|') && ruleBelow.test(raw[1] ?? ''))
  if (form !== 'code' || !isTable) return []
  const rows = raw.map((row, index) => ({
    cells: cellsOfRow(row),
    line: line + index,
  }))
  const filled = rows.filter(({ cells }) => cells.some((cell) => /[^\s:-]/.test(cell)))
  const fields = filled.map(({ cells: [key = '', value = ''], line: at }) => ({
    key: key.replace(/^[*_]+|[*_:]+$/g, ''),
    value: flattenLine(value),
    line: at,
  }))
  const known = fields.filter(({ key }) => keyMeaningOf(key) !== undefined)
  const isOfFields = filled.every(({ cells }) => cells.length === 2) && known.length * 2 > fields.length
  return isOfFields && known.length >= 2 ? fields : []
}

/** Below the first row of a table whose rows do not begin with a bar. */
const ruleBelow = /^\s*:?-{3,}:?\s*\|\s*:?-{3,}:?\s*$/
