import type { DocValueDictionary } from '../filter/doc-values.ts'
import { type Completion, depthIn, isBegun } from './completion.ts'

/** The values of a field that complete the words typed; all of them if there are no words. */
export function completeValues(words: readonly string[], column: DocValueDictionary): Completion[] {
  const { values, keys, talks } = column
  const matching = Array.from(values.keys()).filter((value) => isBegun(keys[value]!, words))
  return matching.map((value) => ({
    text: values[value]!,
    value,
    talks: talks[value]!,
    depth: depthIn(keys[value]!, words),
    isFirst: keys[value]!.includes(`| ${words.join(' ')}`),
  }))
}
