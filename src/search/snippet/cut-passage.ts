import type { Range } from '../../text/range.ts'
import { analyze } from '../analysis/analyzer.ts'
import { bestSentences } from './best-sentences.ts'

/**
 * The sentences of a long text that say most about a question.
 * @param value how much it counts that a term is quoted
 */
export function cutPassage(
  text: string,
  language: string,
  { value, maxLength }: { readonly value: (term: string) => number; readonly maxLength: number },
): Range {
  if (text.length <= maxLength) return [0, text.length]
  const marks = analyze(text, language)
    .map(({ term, start }) => ({ start, key: term, value: value(term) }))
    .filter((mark) => mark.value > 0)
  return bestSentences(text, language, { marks, maxLength })
}
