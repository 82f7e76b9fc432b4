import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'

/** By word of the index: the query terms that it stands for, and how much of each it is. Forms of one term share their use. */
export type TermUses = ReadonlyMap<number, readonly TermUse[]>

export interface TermUse {
  readonly queryTerm: number
  readonly share: number
}

export function usesOf(queryTerms: readonly QueryTerm[]): TermUses {
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
  return uses
}
