/** Markdown goes to standard output, each part as soon as it is known. */

export function printParagraphs(...paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) console.log(`${paragraph}\n`)
}

/** A table that shows each row the moment it is there. */
export interface TablePrinter {
  row(...cells: readonly string[]): void
  end(): void
}

export function printTable(header: readonly string[], align: '---' | '---:' = '---:'): TablePrinter {
  printRow(header)
  printRow(header.map((_, column) => (column === 0 ? '---' : align)))
  return { row: (...cells) => printRow(cells), end: () => console.log() }
}

/** A whole table at once. */
export function printRows(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align?: '---' | '---:',
): void {
  const table = printTable(header, align)
  for (const row of rows) table.row(...row)
  table.end()
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
}

/** What is going on, to standard error. */
export function report(progress: string): void {
  console.error(progress)
}
