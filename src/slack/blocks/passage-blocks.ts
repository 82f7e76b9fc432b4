import type { types } from '@slack/bolt'
import type { Quotation } from '../../search/snippet/quotation.ts'
import type { Range } from '../../text/range.ts'
import { excerpt } from './excerpt.ts'
import { fitText } from './fit.ts'
import { bullets, highlighted, preformatted, richText, section } from './rich-text.ts'

/** More lines of code are for the full notes. */
const maxCodeLines = 6

/**
 * What a note says, in the size of speech, with the question's words in bold: as many pieces as `max` UTF-16 units have
 * room for, and the first one cut if it alone is longer.
 */
export function passageBlocks(
  { text, pieces, highlights }: Quotation,
  max: number,
): readonly types.KnownBlock[] {
  const fitting = pieces.filter(({ range: [, end] }) => end <= max)
  const shown = fitting.length > 0 ? fitting : pieces.slice(0, 1)
  const parts: types.RichTextBlockElement[] = []
  for (const {
    range: [start, end],
    form,
  } of shown) {
    const piece = text.slice(start, end).trimEnd()
    if (form === 'code') {
      parts.push(preformatted(cutCode(piece, max)))
      continue
    }
    const inside = highlights
      .map(([from, to]): Range => [Math.max(from - start, 0), Math.min(to - start, piece.length)])
      .filter(([from, to]) => from < to)
    const cut = excerpt({ text: piece, highlights: inside }, max)
    const words = highlighted(cut.text, cut.highlights)
    const last = parts.at(-1)
    // One item alone is a sentence like any other.
    if (form !== 'bullet' || shown.length === 1) parts.push(section(...words))
    else if (last?.type === 'rich_text_list') last.elements.push(section(...words))
    else parts.push(bullets([words]))
  }
  return richText(...parts)
}

/** Whole lines, if there is more than one. */
function cutCode(code: string, max: number): string {
  const lines = code.split('\n')
  const few = lines.slice(0, maxCodeLines)
  while (few.length > 1 && few.join('\n').length > max) few.pop()
  const whole = fitText(few.join('\n'), max)
  return few.length < lines.length ? `${whole}\n…` : whole
}
