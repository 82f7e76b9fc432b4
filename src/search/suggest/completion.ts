import type { DocValueDictionary } from '../filter/doc-values.ts'

/** A name from the notes that completes the words that somebody types. */
export interface Completion {
  readonly text: string
  /** Its number among the values of its field, or its document's. */
  readonly value: number
  readonly talks: number
  /** How many of the words before the last it has too, counted back from it. */
  readonly depth: number
  /** Whether it begins with all that was typed. */
  readonly isFirst: boolean
}

/** Whether a word of the name begins as the last word typed; true if none is typed. @param key see `nameKeyOf` */
export function isBegun(key: string, words: readonly string[]): boolean {
  return key.includes(` ${words.at(-1) ?? ''}`)
}

/** `Completion.depth` of a name. @param key see `nameKeyOf` */
export function depthIn(key: string, words: readonly string[]): number {
  let depth = 0
  while (depth < words.length - 1 && key.includes(` ${words.at(-2 - depth)} `)) depth++
  return depth
}

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
