/** A line with its code spans as they are, and all else as `change` has it: within code, no sign is markup. */
export function changedAroundCode(line: string, change: (rest: string) => string): string {
  if (!line.includes('`')) return change(line)
  const spans: string[] = []
  const rest = line.replace(codeSpan, (span) => `\ue000${spans.push(span) - 1}\ue001`)
  return change(rest).replace(/\ue000(\d+)\ue001/g, (_, index) => spans[Number(index)] ?? '')
}

const codeSpan = /(?<!`)(`{1,3})(?!`)[^`]{1,500}\1(?!`)/g
