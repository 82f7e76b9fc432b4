import type { Range } from '../../text/range.ts'
import { analyze } from '../analysis/analyzer.ts'
import { bestSentences } from './best-sentences.ts'

/** What reads well in one message. */
const longest = 400

/**
 * The sentences of a long text that say most about a question.
 * @param value how much it counts that a term is quoted
 */
export function cutPassage(text: string, language: string, value: (term: string) => number): Range {
  if (text.length <= longest) return [0, text.length]
  const marks = analyze(text, language)
    .map(({ term, start }) => ({ start, key: term, value: value(term) }))
    .filter((mark) => mark.value > 0)
  return bestSentences(text, language, { marks, longest })
}
