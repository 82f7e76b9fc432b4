/** A place in a Markdown text that would take too long to read. */
export interface Costly {
  /** 1-based. */
  readonly line: number
  readonly message: string
  readonly advice: string
}

/**
 * Micromark's time grows with the square of the marks of emphasis and of links in a paragraph, and faster if they mix;
 * so it does with declarations (`<!…`, `<?…`) that have no end, with links by reference (`][`), and with headings that are
 * underlined. These are the most that take about a tenth of a second.
 */
const maxMarks = 4_000
const maxSlow = 1_000
const maxUnderlines = 500

/**
 * The first paragraph that would take too long to read, or undefined. Blank lines part paragraphs, be they within a
 * block of code or not: what is measured is a bound. Its own time grows with the text's length.
 */
export function costlyMarkup(markdown: string): Costly | undefined {
  const total = { marks: 0, slow: 0 }
  let underlines = 0
  let paragraph = { line: 1, marks: 0, slow: 0 }
  let line = 0
  const lines = markdown.split(/\r\n?|\n/)
  // The last paragraph ends where the text does.
  for (const text of [...lines, '']) {
    line += 1
    if (/[^ \t]/.test(text)) {
      paragraph.marks += marksIn(text)
      paragraph.slow += text.match(slow)?.length ?? 0
      if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(text)) underlines += 1
      if (underlines > maxUnderlines) {
        return {
          line,
          message: `more than ${maxUnderlines} lines of = or - below others`,
          advice: 'begin headings with # instead',
        }
      }
      continue
    }
    total.marks += paragraph.marks ** 2
    total.slow += paragraph.slow ** 2
    if (total.marks > maxMarks ** 2)
      return tooMany(paragraph.line, paragraph.marks, 'marks such as *, _ and ]')
    if (total.slow > maxSlow ** 2) return tooMany(paragraph.line, paragraph.slow, 'signs such as <!-- and ][')
    paragraph = { line: line + 1, marks: 0, slow: 0 }
  }
  return undefined
}

function tooMany(line: number, count: number, what: string): Costly {
  return {
    line,
    message: `the paragraph has ${count.toLocaleString('en')} ${what}, which takes too long to read`,
    advice: 'divide it by empty lines, or take them out',
  }
}

/** Runs of one mark each: `**a*_b` has three. */
function marksIn(text: string): number {
  let count = 0
  let before = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === bracket || ((code === star || code === low) && code !== before)) count += 1
    before = code
  }
  return count
}

const star = 0x2a
const low = 0x5f
const bracket = 0x5d
const slow = /<[!?]|\]\[/g
