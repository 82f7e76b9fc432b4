import { maxSummaryLength } from '../../notes/parse-talk.ts'

/**
 * The text, or its first sentences up to the limit; if not even one fits, its first words and `…`.
 *
 *     cutSummary('One. Two is long.', 8) // => 'One.'
 */
export function cutSummary(text: string, limit = maxSummaryLength): string {
  if (text.length <= limit) return text
  let end = 0
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(
    text.slice(0, limit + 200),
  )) {
    if (index + segment.trimEnd().length > limit) break
    end = index + segment.length
  }
  const sentences = text.slice(0, end).trim()
  if (sentences.length >= limit / 6) return closeSpan(sentences)
  const words = text.slice(0, limit - 1).toWellFormed()
  const space = words.lastIndexOf(' ')
  return closeSpan(
    `${words.slice(0, space > limit / 2 ? space : undefined).replace(/[\s,;:.\ufffd]+$/, '')}…`,
  )
}

/** A code span that the cut left open would swallow the rest of the note. */
const closeSpan = (text: string) =>
  text.split('`').length % 2 === 0 ? text.replace(/`(?=[^`]*$)/, '') : text
