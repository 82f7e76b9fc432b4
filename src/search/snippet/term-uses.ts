import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'

/** By word of the index: the query terms that it stands for, and how much of each it is. Forms of one term share their use. */
export type TermUses = Pick<ReadonlyMap<number, readonly TermUse[]>, 'get' | 'has'>

export interface TermUse {
  readonly queryTerm: number
  readonly share: number
}

export function termUsesOf(queryTerms: readonly QueryTerm[]): TermUses {
  const uses = new Map<number, TermUse[]>()
  queryTerms.forEach(({ variants }, queryTerm) => {
    for (const { terms, forms, weight } of variants) {
      for (const ofTerm of forms) {
        const use = { queryTerm, share: weight / terms.length }
        for (const form of ofTerm) {
          if (!isMeant(form)) continue
          const ofWord = uses.get(form.word)
          if (ofWord) ofWord.push(use)
          else uses.set(form.word, [use])
        }
      }
    }
  })
  return seldomFound(uses)
}

/** As the map, but faster for words that it does not have, as most words of talks are. */
function seldomFound<Value>(
  map: ReadonlyMap<number, Value>,
): Pick<ReadonlyMap<number, Value>, 'get' | 'has'> {
  const bits = new Uint32Array(bitCount / 32)
  const wordOf = (key: number) => (key & (bitCount - 1)) >>> 5
  for (const key of map.keys()) bits[wordOf(key)]! |= 1 << key
  const mayHave = (key: number) => ((bits[wordOf(key)]! >>> key) & 1) === 1
  return {
    get: (key) => (mayHave(key) ? map.get(key) : undefined),
    has: (key) => mayHave(key) && map.has(key),
  }
}

/** A question has some dozens of words, with all their forms. */
const bitCount = 1024
