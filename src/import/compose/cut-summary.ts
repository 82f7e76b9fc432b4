import { maxSummaryLength } from '../../notes/ours/parse-talk.ts'

/** The text, or as many of its first sentences as a summary may have; if not even one fits, its first words and `…`. */
export function cutSummary(text: string): string {
  if (text.length <= maxSummaryLength) return text
  let end = 0
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(
    text.slice(0, maxSummaryLength + 200),
  )) {
    if (index + segment.trimEnd().length > maxSummaryLength) break
    end = index + segment.length
  }
  const sentences = text.slice(0, end).trim()
  if (sentences.length >= maxSummaryLength / 6) return closeSpan(sentences)
  const words = text.slice(0, maxSummaryLength - 1).toWellFormed()
  const space = words.lastIndexOf(' ')
  return closeSpan(
    `${words.slice(0, space > maxSummaryLength / 2 ? space : undefined).replace(/[\s,;:.\ufffd]+$/, '')}…`,
  )
}

/** A code span that the cut left open would swallow the rest of the note. */
const closeSpan = (text: string) =>
  text.split('`').length % 2 === 0 ? text.replace(/`(?=[^`]*$)/, '') : text
