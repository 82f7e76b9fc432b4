import { harmless } from '../../text/fold.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How far past the limit to look, so that the character that stands across it is seen whole. */
const lookahead = 64

/**
 * The text in at most `max` UTF-16 units: cut between words if there is a border in the last third, else between
 * characters as people see them, with `…` if something was cut.
 *
 * @example fitText('Making DISQUS Realtime', 15) // => 'Making DISQUS…'
 */
export function fitText(text: string, max: number): string {
  const clean = printable(text)
  if (clean.length <= max) return clean
  return `${clean.slice(0, border(clean, max - 1)).trimEnd()}…`
}

const isOneLine = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** As `fitText`, with line breaks and runs of white space made into single spaces. */
export function fitLine(text: string, max: number): string {
  // As most are: words of ASCII with single spaces.
  if (text.length <= max && isOneLine.test(text)) return text
  return fitText(printable(text).replace(/\s+/gu, ' ').trim(), max)
}

/** The whole text in pieces of at most `max` units, cut as `fitText` does. */
export function split(text: string, max: number): readonly string[] {
  const pieces: string[] = []
  let rest = printable(text)
  while (rest.length > max) {
    // A character that is longer than a piece is broken, or there would be no end.
    const at = border(rest, max) || codePointBorder(rest, max)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest === '' ? pieces : [...pieces, rest]
}

/** The nearest index at or before `index` that does not stand inside a character as people see it. */
export function characterBorder(text: string, index: number): number {
  if (index <= 0) return 0
  if (index >= text.length) return text.length
  // Between two signs of ASCII there is always one.
  if (/^[ -~]{2}$/.test(text.slice(index - 1, index + 1))) return index
  const from = Math.max(0, index - 512)
  let last = from
  for (const { index: at } of graphemes.segment(text.slice(from, index + lookahead))) {
    if (from + at > index) break
    last = from + at
  }
  return last > from ? last : codePointBorder(text, index)
}

/** Without lone surrogates, which no client shows, and what a client or reader might obey. */
function printable(text: string): string {
  return harmless(text.toWellFormed())
}

/** Where to cut, at `max` or before; 0 if not even the first character fits. */
function border(text: string, max: number): number {
  const character = characterBorder(text, max)
  if (/\s/.test(text.charAt(character))) return character
  const space = text.slice(0, character).search(/\s\S*$/u)
  return space > (character * 2) / 3 ? space + 1 : character
}

function codePointBorder(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index
}
