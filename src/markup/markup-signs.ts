/** What single lines of Markdown and reStructuredText begin with or consist of. */

export const fence = /^\s*(`{3,}|~{3,})\s*([^`]*)$/
export const bullet = /^(\s*)([-*+•‣◦–]|\d{1,3}[.)]|#\.)(\s+)(\S.*)$/
export const ruler = /^([=\-~^"'*+#`:._!&$%,])\1{2,}\s*$/
export const thematicBreak = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
export const quote = /^ {0,3}>/

/** How far a line is indented, in columns. */
export function indentOf(line: string): number {
  let width = 0
  for (const sign of line) {
    if (sign === ' ') width++
    else if (sign === '\t') width += 4 - (width % 4)
    else break
  }
  return width
}

/** `## Title`, with or without signs at its end. */
export function hashHeading(line: string): { readonly depth: number; readonly text: string } | undefined {
  const marks = /^ {0,3}(#{1,6})(?=\s|$)/.exec(line)?.[1]
  if (!marks) return undefined
  const text = line.trim().slice(marks.length).trim()
  return { depth: marks.length, text: /^#+$/.test(text) ? '' : text.replace(/\s#+$/, '') }
}

/** Whether a title stands between this line and one that is the same. Three signs of a fence are one. */
export function isOverline(lines: readonly string[], at: number): boolean {
  const [over = '', title = '', under = ''] = lines.slice(at, at + 3).map((line) => line.trim())
  if (over !== under || title === '' || title.length > over.length) return false
  return ruler.test(over) && !ruler.test(title) && !/^(```|~~~)$/.test(over)
}

/** The line that closes a fence, or the end of the text. */
export function endOfFence(lines: readonly string[], from: number, marks: string): number {
  for (let i = from; i < lines.length; i++) {
    const line = (lines[i] ?? '').trim()
    if (line.startsWith(marks) && /^(`+|~+)$/.test(line)) return i
  }
  return lines.length
}

/** The first line after `from` that is neither blank nor indented less than `indent`; blank lines before it stay out. */
export function endOfIndented(lines: readonly string[], from: number, indent: number): number {
  let end = from
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.trim() === '') continue
    if (indentOf(line) < indent) break
    end = i + 1
  }
  return end
}

const tableRow = /^\s*(\+[-=+]{2,}\+|\|.*\|)\s*$/
const delimiterRow = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)+(?:\|\s*)?$/
const simpleBorder = /^\s*={2,}(\s+={2,})+\s*$/
const maxSimpleTableLines = 500

/** Where a table ends that begins at the line: with rows in `|` or `+`, or between borders of `===  ===`. */
export function endOfTable(lines: readonly string[], from: number): number | undefined {
  const line = lines[from] ?? ''
  let end = from
  if (tableRow.test(line)) {
    while (tableRow.test(lines[end] ?? '')) end++
    return end
  }
  if (line.includes('|') && delimiterRow.test(lines[from + 1] ?? '')) {
    while (lines[end]?.includes('|')) end++
    return end
  }
  if (!simpleBorder.test(line)) return undefined
  for (end = from + 1; end < Math.min(lines.length, from + maxSimpleTableLines); end++)
    if (simpleBorder.test(lines[end] ?? '') && !lines[end + 1]?.trim()) return end + 1
  return undefined
}

/** Where a table in HTML ends that begins at the line and has lines of its own; another one within it has none. */
export function endOfHtmlTable(lines: readonly string[], from: number): number | undefined {
  if (!/^\s*<table\b/i.test(lines[from] ?? '')) return undefined
  let at = from
  while (at < lines.length && !/<\/table>/i.test(lines[at]!) && !(at > from && /<table\b/i.test(lines[at]!)))
    at++
  return /<\/table>\s*$/i.test(lines[at] ?? '') ? at + 1 : undefined
}
