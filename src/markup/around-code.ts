/** A line with its code spans as they are, and all else as `change` has it: within code, no sign is markup. */
export const changedAroundCode = (line: string, change: (rest: string) => string): string =>
  line.includes('`')
    ? changedAround((setAside) => change(line.replace(codeSpan, (span) => setAside(span))))
    : change(line)

const codeSpan = /(?<!`)(`{1,3})(?!`)[^`]{1,500}\1(?!`)/g

/** What `change` makes of a text, where each span that it sets aside stands as it was. */
export function changedAround(change: (setAside: (span: string) => string) => string): string {
  const spans: string[] = []
  const changed = change((span) => `\ue000${spans.push(span) - 1}\ue001`)
  return changed.replace(/\ue000(\d{1,7})\ue001/g, (_, index) => {
    // Once: a text that has these signs of its own would else grow without end.
    const [span = ''] = spans.splice(Number(index), 1, '')
    return span
  })
}
