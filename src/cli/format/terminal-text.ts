import type { Range } from '../../text/range.ts'
import { madeOnce } from '../../text/remembering.ts'

const graphemes = madeOnce(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/** How many columns a terminal gives a text: two to what is written wide (Chinese, emoji), none to marks on letters. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let columns = 0
  for (const { segment } of graphemes().segment(text)) {
    if (!unseen.test(segment)) columns += wide().test(segment) ? 2 : 1
  }
  return columns
}

const unseen = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u
/** The half-width forms of Katakana and Hangul (U+FF61 to U+FFDC) are what their name says. */
const wide = madeOnce(
  () =>
    new RegExp(
      [
        String.raw`^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|`,
        String.raw`[[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]--[\uff61-\uffdc]])`,
      ].join(''),
      'v',
    ),
)

/** As much of the end of a text as has room in `maxColumns`, from a whole character on. */
export function lastColumns(text: string, maxColumns: number): string {
  let left = maxColumns
  let start = text.length
  for (const { segment, index } of [...graphemes().segment(text)].reverse()) {
    left -= columnsOf(segment)
    if (left < 0) break
    start = index
  }
  return text.slice(start)
}

/** As much of the beginning of a text as has room in `maxColumns`. */
export function firstColumns(text: string, maxColumns: number): string {
  let left = maxColumns
  for (const { segment, index } of graphemes().segment(text)) {
    left -= columnsOf(segment)
    if (left < 0) return text.slice(0, index)
  }
  return text
}

/** The lines of a text wrapped between words, as ranges of it. */
export function wrapped(text: string, columns: number): Range[] {
  const lines: Range[] = []
  let at = 0
  for (const line of text.split('\n')) {
    let start = at
    let end = at
    for (const word of line.split(' ')) {
      const to = Math.min(at + word.length, text.length)
      if (end > start && columnsOf(text.slice(start, to)) > columns) {
        lines.push([start, end])
        start = at
      }
      end = to
      at = to + 1
    }
    lines.push([start, end])
  }
  return lines
}

/** A range of a text with some other ranges (sorted, apart) in bold. */
export function withBold(text: string, [start, end]: Range, bold: readonly Range[]): string {
  let written = ''
  let from = start
  for (const [boldStart, boldEnd] of bold) {
    const [first, last] = [Math.max(boldStart, start), Math.min(boldEnd, end)]
    if (first >= last) continue
    written += `${text.slice(from, first)}\u001b[1m${text.slice(first, last)}\u001b[22m`
    from = last
  }
  return written + text.slice(from, end)
}
