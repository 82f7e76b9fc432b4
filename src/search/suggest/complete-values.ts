import { countTalks, type DocValueColumn } from '../filter/doc-values.ts'
import { type Completion, depthIn, isBegun } from './completion.ts'

/** The values of a field that complete the words typed; all of them if there are no words. */
export function completeValues(words: readonly string[], column: DocValueColumn): Completion[] {
  const { values, keys } = column
  const matching = Array.from(values.keys()).filter((value) => isBegun(keys[value]!, words))
  const counts = matching.length > 0 ? countTalks(column) : []
  return matching.map((value) => ({
    text: values[value]!,
    value,
    talks: counts[value]!,
    depth: depthIn(keys[value]!, words),
    isFirst: keys[value]!.includes(`| ${words.join(' ')}`),
  }))
}
