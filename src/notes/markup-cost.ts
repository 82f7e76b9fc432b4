/** Bytes of a note, or of a record of one. A note is a few pages; anything of this size is something else. */
export const maxNoteSize = 1024 * 1024

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

/** Quotations and lists that a line begins within each other, and all lists that begin so within a list; and levels of an indent. */
const maxNesting = 100
const maxListsWithin = 8_000
const maxIndents = 1_500
/** Levels of an indent, of two blanks each, up to which time grows with the text. */
const usualIndent = 50

/**
 * The first paragraph that would take too long to read, or undefined. Blank lines part paragraphs, be they within a
 * block of code or not: what is measured is a bound. Its own time grows with the text's length.
 */
export function costlyMarkup(markdown: string): Costly | undefined {
  const total = { marks: 0, slow: 0, listsWithin: 0, indents: 0 }
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
      const { depth, lists, indent } = nestingOf(text)
      total.listsWithin += Math.max(0, lists - 1)
      if (indent > usualIndent) total.indents += indent ** 2
      if (depth > maxNesting) {
        const message = `more than ${maxNesting} quotations or list items inside each other`
        return { line, message, advice: 'nest less deeply' }
      }
      if (total.listsWithin > maxListsWithin || total.indents > maxIndents ** 2) {
        const message = 'there are too many lists within lists up to here, which takes too long to read'
        return { line, message, advice: 'nest less deeply' }
      }
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

/** By the marks that a line begins with, and by its indent if these are any. */
function nestingOf(text: string): Readonly<Record<'depth' | 'lists' | 'indent', number>> {
  let depth = 0
  let lists = 0
  container.lastIndex = 0
  for (let mark = container.exec(text); mark !== null; mark = container.exec(text)) {
    depth += 1
    if (!mark[0].endsWith('>')) lists += 1
  }
  // `- - -` is a line across the page.
  if (depth === 0 || /^[- \t]*$|^[* \t]*$/.test(text)) return { depth: 0, lists: 0, indent: 0 }
  const blanks = /^[ \t]*/.exec(text)?.[0].replaceAll('\t', '    ').length ?? 0
  return { depth, lists, indent: blanks / 2 }
}

const container = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y

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
