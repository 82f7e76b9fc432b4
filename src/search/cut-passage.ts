import { analyze } from './analyzer.ts'
import type { Range } from './search-engine.ts'

/** What reads well in one message. */
const longest = 400

/**
 * The sentences of a long text that say most about a question: a run of them that is short enough to be quoted, or the
 * one best sentence where even that is too long. A text that is short enough is taken whole.
 * @param value how much it counts that a term is quoted
 */
export function cutPassage(text: string, language: string, value: (term: string) => number): Range {
  if (text.length <= longest) return [0, text.length]
  const sentences = sentencesOf(text, language)
  let best: Range = [0, text.length]
  let most = -1
  sentences.forEach(({ start }, first) => {
    const said = new Set<string>()
    let points = 0
    for (let last = first; last < sentences.length; last++) {
      const { end, terms } = sentences[last]!
      if (last > first && end - start > longest) break
      for (const term of terms) {
        if (!said.has(term)) points += value(term)
        said.add(term)
      }
      // Of two runs that say as much the longer one is easier to understand, and the earlier one begins the thought.
      const isLonger = start === best[0] && points >= most
      if (points > most || isLonger) [best, most] = [[start, end], points]
    }
  })
  return best
}

interface Sentence {
  readonly start: number
  readonly end: number
  readonly terms: readonly string[]
}

function sentencesOf(text: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({
    start: index,
    end: index + segment.trimEnd().length,
    terms: analyze(segment, language).map(({ term }) => term),
  })).filter(({ start, end }) => end > start)
}
