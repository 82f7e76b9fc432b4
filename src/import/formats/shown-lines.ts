import { inlineTag, type ShownElement } from './shown-html.ts'

/** What one line of a page shows. */
export interface ShownLine {
  readonly text: string
  /** The parts of it that elements set apart, in order. */
  readonly runs: readonly ShownRun[]
}

export interface ShownRun {
  readonly text: string
  /** The elements that it stands in, from that of its line on. */
  readonly sign: string
}

/** Without what only a click shows, or leads elsewhere. */
const asideTag = /^(?:button|nav|select|head|title|footer|form|noscript|template)$/

/** What elements show, line by line. */
export function shownLines(elements: readonly ShownElement[]): readonly ShownLine[] {
  const lines: ShownLine[] = []
  let runs: ShownRun[] = []
  const end = () => {
    const text = runs
      .map((run) => run.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    if (text !== '') lines.push({ text, runs: joinedRuns(runs) })
    runs = []
  }
  const add = (one: ShownElement | string, sign: string) => {
    if (typeof one === 'string') runs.push({ text: one, sign })
    else if (inlineTag.test(one.tag)) for (const child of one.children) add(child, `${sign} ${one.tag}`)
    else if (!asideTag.test(one.tag)) {
      end()
      for (const child of one.children) add(child, one.tag === 'br' ? sign : one.tag)
      end()
    }
  }
  for (const one of elements) add(one, '')
  end()
  return lines
}

/** Those that stand in the same elements are one. */
function joinedRuns(runs: readonly ShownRun[]): readonly ShownRun[] {
  const joined: ShownRun[] = []
  for (const { text, sign } of runs) {
    const last = joined.at(-1)
    if (last?.sign === sign) joined[joined.length - 1] = { text: `${last.text}${text}`, sign }
    else joined.push({ text, sign })
  }
  return joined
    .map(({ text, sign }) => ({ text: text.replace(/\s+/g, ' ').trim(), sign }))
    .filter(({ text }) => text !== '')
}
