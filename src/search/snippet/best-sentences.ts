import type { Range } from '../../text/range.ts'
import { sentencesOf } from '../analysis/sentences.ts'

/** A word that makes it worth to quote its sentence. */
export interface Mark {
  readonly start: number
  /** Words of the same key count once. */
  readonly key: string
  readonly value: number
}

/**
 * The sentences of a text that say most: a run of them of at most `maxLength` UTF-16 units, or the one best sentence
 * if even that is longer. A text that is short enough is taken whole.
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
  let most = -1
  sentences.forEach(([start], first) => {
    const said = new Set<string>()
    let points = 0
    for (let last = first; last < sentences.length; last++) {
      const end = sentences[last]![1]
      if (last > first && end - start > maxLength) break
      for (const { key, value } of marksOf[last]!) {
        if (!said.has(key)) points += value
        said.add(key)
      }
      // Of two runs that say as much the longer one is easier to understand, and the earlier one begins the thought.
      const isLonger = start === best[0] && points >= most
      if (points > most || isLonger) [best, most] = [[start, end], points]
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
