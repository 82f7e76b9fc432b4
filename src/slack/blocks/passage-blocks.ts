import type { types } from '@slack/bolt'
import type { Quotation } from '../../search/snippet/quotation.ts'
import type { Range } from '../../text/range.ts'
import { excerpt } from './excerpt.ts'
import { bullets, highlighted, preformatted, richText, section } from './rich-text.ts'

/**
 * What a note says, in the size of speech, with the question's words in bold; a sentence that alone is longer than `max`
 * UTF-16 units is cut.
 */
export function passageBlocks(quotation: Quotation, max: number): readonly types.KnownBlock[] {
  const { text, highlights } = quotation
  if (text.length > max) {
    const shown = excerpt({ text, highlights }, max)
    return richText(section(...highlighted(shown.text, shown.highlights)))
  }
  // One item alone is a sentence like any other.
  const isList = quotation.pieces.length > 1
  return richText(
    ...quotation.pieces.map(({ range: [start, end], form }) => {
      const piece = text.slice(start, end).trimEnd()
      if (form === 'code') return preformatted(piece)
      const inside = highlights
        .map(([from, to]): Range => [Math.max(from - start, 0), Math.min(to - start, piece.length)])
        .filter(([from, to]) => from < to)
      const words = highlighted(piece, inside)
      return isList && form === 'bullet' ? bullets([words]) : section(...words)
    }),
  )
}
