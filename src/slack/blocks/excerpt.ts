import { stem } from '../../search/analysis/stem.ts'
import { bestSentences } from '../../search/snippet/best-sentences.ts'
import { fold } from '../../text/fold.ts'
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
 * At most `max` UTF-16 units of a passage: all of it if it fits, else the whole sentences that have most of the
 * question's words. If one sentence alone is too long, it is cut between words, with `…`. `highlights` must be
 * sorted and apart, as in a Quotation.
 */
export function excerpt({ text, highlights }: Excerpt, max: number, language: string): Excerpt {
  const marks = highlights.map(([start, end]) => {
    return { start, key: stem(fold(text.slice(start, end)), language), value: 1 }
  })
  const [start, end] = bestSentences(text, language, { marks, longest: max })
  const within = highlights
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): Range => [from - start, to - start])
  return cutWords({ text: text.slice(start, end), highlights: within }, max)
}

/** All that fits, or else from a little before the first highlight on. */
function cutWords({ text, highlights }: Excerpt, max: number): Excerpt {
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
