import type { Range } from '../../text/range.ts'
import { characterBorder, fitText } from './fit.ts'

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
