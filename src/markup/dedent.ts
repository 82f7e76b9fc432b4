/** Lines without the indent that all of them have but the blank ones. */
export function dedent(lines: readonly string[]): readonly string[] {
  const margins = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length)
  // Not by spreading: a hostile text may have more lines than a call can have arguments.
  const margin = margins.reduce((smallest, one) => Math.min(smallest, one), maxMargin)
  return lines.map((line) => line.slice(margin))
}

const maxMargin = 80
