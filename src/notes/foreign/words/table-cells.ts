/** The cells of a row of a Markdown table, with or without bars at its ends. */
export const cellsOfRow = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
