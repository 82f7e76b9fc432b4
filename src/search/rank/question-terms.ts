import type { QueryTerm } from '../expand/query-terms.ts'

/** What it means that a text has a term. */
interface TermUse {
  readonly queryTerm: number
  readonly certainty: number
  /** The other terms that the variant needs. */
  readonly others: readonly number[]
  /** Whether the term is the query term's word itself, in any language, so that its position counts. */
  readonly isItself: boolean
}

/** The terms of one question. Those of variants are numbered from 0: their slots. */
export interface QuestionTerms {
  /** By term: 1 + its slot; 0 if it has none. */
  readonly slots: Uint16Array
  /** By slot. */
  readonly uses: readonly (readonly TermUse[])[]
  /** By term: 1 if the question has it, be it in a word that only asks. */
  readonly isInQuestion: Uint8Array
}

/** Terms of one question after another. Working memory is kept: what was made for a question is valid until the next one. */
export function createQuestionTerms(
  termCount: number,
): (queryTerms: readonly QueryTerm[], termsOfQuestion: readonly number[]) => QuestionTerms {
  const slots = new Uint16Array(termCount)
  const isInQuestion = new Uint8Array(termCount)
  let slotted: readonly number[] = []
  let marked: readonly number[] = []

  return (queryTerms, termsOfQuestion) => {
    for (const term of slotted) slots[term] = 0
    for (const term of marked) isInQuestion[term] = 0
    const uses = usesByTerm(queryTerms)
    slotted = [...uses.keys()].slice(0, maxSlots)
    slotted.forEach((term, slot) => {
      slots[term] = slot + 1
    })
    marked = termsOfQuestion
    for (const term of marked) isInQuestion[term] = 1
    return { slots, uses: [...uses.values()].slice(0, maxSlots), isInQuestion }
  }
}

/** More different terms than any question of a thousand characters and its synonyms have. */
const maxSlots = 65_535

function usesByTerm(queryTerms: readonly QueryTerm[]): ReadonlyMap<number, readonly TermUse[]> {
  const uses = new Map<number, TermUse[]>()
  queryTerms.forEach(({ variants }, queryTerm) => {
    variants.forEach(({ terms, certainty }) => {
      for (const term of new Set(terms)) {
        const others = terms.filter((other) => other !== term)
        const list = uses.get(term) ?? []
        list.push({ queryTerm, certainty, others, isItself: certainty === 1 })
        uses.set(term, list)
      }
    })
  })
  return uses
}
