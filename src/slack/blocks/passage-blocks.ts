import type { types } from '@slack/bolt'
import { isListItem } from '../../answers/answer-shape.ts'
import type { Quotation } from '../../search/snippet/quotation.ts'
import type { Range } from '../../text/range.ts'
import { characterBorder, fitText } from './fit.ts'
import { bullets, highlighted, type Inline, preformatted, richText, section } from './rich-text.ts'

/** More lines of code are for the full notes. */
const maxCodeLines = 6

/**
 * What a note says, in the size of speech, with the question's words in bold: as many pieces as `max` UTF-16 units have
 * room for, and the first one cut if it alone is longer.
 */
export function passageBlocks(quotation: Quotation, max: number): readonly types.KnownBlock[] {
  const fitting = quotation.pieces.filter(({ range: [, end] }) => end <= max)
  const shown = { ...quotation, pieces: fitting.length > 0 ? fitting : quotation.pieces.slice(0, 1) }
  const parts: types.RichTextBlockElement[] = []
  shown.pieces.forEach(({ range, form }, index) => {
    const [start, end] = range
    const last = parts.at(-1)
    if (form === 'code')
      parts.push(preformatted(cutCode(shown.text.slice(start, end), inside(shown, range), max)))
    else if (!isListItem(shown, index)) parts.push(section(...words(shown, range, max)))
    else if (last?.type === 'rich_text_list') last.elements.push(section(...words(shown, range, max)))
    else parts.push(bullets([words(shown, range, max)]))
  })
  return richText(...parts)
}

function words({ text, highlights }: Quotation, [start, end]: Range, max: number): readonly Inline[] {
  const piece = text.slice(start, end).trimEnd()
  const cut = excerpt({ text: piece, highlights: inside({ highlights }, [start, start + piece.length]) }, max)
  return highlighted(cut.text, cut.highlights)
}

/** The highlights of a piece, by their places in it. */
function inside({ highlights }: Pick<Quotation, 'highlights'>, [start, end]: Range): Range[] {
  return highlights
    .map(([from, to]): Range => [Math.max(from - start, 0), Math.min(to, end) - start])
    .filter(([from, to]) => from < to)
}

/** Whole lines, if there is more than one: from a little before the first that has words of the question. */
function cutCode(code: string, highlights: readonly Range[], max: number): string {
  const lines = code.trimEnd().split('\n')
  const [first] = highlights
  const wanted = first === undefined ? 0 : code.slice(0, first[0]).split('\n').length - 1
  const isInReach = lines.slice(0, wanted + 1).join('\n').length <= max && wanted < maxCodeLines
  const from = isInReach ? 0 : Math.max(0, wanted - 1)
  const few = lines.slice(from, from + maxCodeLines)
  while (few.length > 1 && few.join('\n').length > max) few.pop()
  const whole = fitText(few.join('\n'), max)
  return `${from > 0 ? '…\n' : ''}${whole}${from + few.length < lines.length ? '\n…' : ''}`
}

/** A passage to show, whose highlights stand on words of the question. */
export interface Excerpt {
  readonly text: string
  readonly highlights: readonly Range[]
}

/** More than these in one passage are no help to the eye. */
const maxHighlights = 12

/** How much is kept before the first highlight, so that it can be understood. */
const leadIn = 80

/**
 * At most `max` UTF-16 units of a quotation, which has whole sentences: if one sentence alone is too long, it is cut
 * between words, with `…`, from a little before the first highlight on. `highlights` must be sorted and apart.
 */
export function excerpt({ text, highlights }: Excerpt, max: number): Excerpt {
  const start = text.length <= max ? 0 : startFor(text, highlights[0]?.[0] ?? 0, max)
  const lead = start === 0 ? '' : '…'
  const rest = text.slice(start)
  const shown = lead + fitText(rest, max - lead.length)
  const end = shown.length - (shown.endsWith('…') && shown.length - lead.length < rest.length ? 1 : 0)
  const shift = lead.length - start
  return {
    text: shown,
    highlights: highlights
      .map(([from, to]): Range => [from + shift, Math.min(to + shift, end)])
      .filter(([from, to]) => from >= lead.length && from < to)
      .slice(0, maxHighlights),
  }
}

function startFor(text: string, highlight: number, max: number): number {
  if (highlight < max / 2) return 0
  const latest = Math.max(0, text.length - max + 1)
  const wanted = Math.min(highlight - leadIn, latest)
  const space = text.indexOf(' ', wanted)
  const start = space >= 0 && space < highlight ? space + 1 : wanted
  return characterBorder(text, start)
}
