import type { Notice } from '../../search/query/query.ts'
import { columnsOf, firstColumns, lastColumns } from './terminal-text.ts'

/** The place in the question, underlined, and what is the matter with it; of a long question, what stands around it. */
export function pointAt(question: string, { start, end, message }: Notice, columns: number): string {
  const text = question.trim().replace(/\s/g, ' ')
  const before = textBefore(text, start, columns)
  const after = firstColumns(text.slice(start), columns - columnsOf(before))
  const line = `${before}${after}${start + after.length < text.length ? '…' : ''}`
  const carets = '^'.repeat(Math.max(1, columnsOf(after.slice(0, end - start))))
  return `  ${line}\n  ${' '.repeat(columnsOf(before))}${carets} ${message}`
}

/** At least a third of the line is for what leads to the place, and more if less follows it. */
function textBefore(text: string, start: number, columns: number): string {
  const before = text.slice(0, start)
  const needed = columnsOf(firstColumns(text.slice(start), columns))
  const room = Math.max(Math.floor(columns / 3), columns - needed)
  return columnsOf(before) <= room ? before : `…${lastColumns(before, room - 1)}`
}
