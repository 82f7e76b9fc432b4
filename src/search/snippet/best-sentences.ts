import type { Range } from '../../text/range.ts'
import { sentencesOf } from '../analysis/sentences.ts'

/** A word of the question in a text. */
export interface Mark {
  readonly start: number
  /** Words of the same key count once. */
  readonly key: string
  readonly value: number
}

/**
 * The run of sentences whose marks are worth most: at most `maxLength` UTF-16 units, or the one best sentence if that
 * alone is longer. A text that is short enough is taken whole.
 * @param marks in their order in the text
 */
export function bestSentences(
  text: string,
  language: string,
  { marks, maxLength }: { readonly marks: readonly Mark[]; readonly maxLength: number },
): Range {
  if (text.length <= maxLength) return [0, text.length]
  const sentences = sentencesOf(text, language)
  const marksOf = marksBySentence(sentences, marks)
  let best: Range = [0, text.length]
  let bestPoints = -1
  sentences.forEach(([start], first) => {
    const counted = new Set<string>()
    let points = 0
    for (let last = first; last < sentences.length; last++) {
      const end = sentences[last]![1]
      if (last > first && end - start > maxLength) break
      for (const { key, value } of marksOf[last]!) {
        if (!counted.has(key)) points += value
        counted.add(key)
      }
      // Of two runs of equal value the longer one is easier to understand, and the earlier one begins the thought.
      const isLonger = start === best[0] && points >= bestPoints
      if (points > bestPoints || isLonger) [best, bestPoints] = [[start, end], points]
    }
  })
  return best
}

function marksBySentence(sentences: readonly Range[], marks: readonly Mark[]): Mark[][] {
  let at = 0
  return sentences.map(([, end]) => {
    const from = at
    while (at < marks.length && marks[at]!.start < end) at++
    return marks.slice(from, at)
  })
}
