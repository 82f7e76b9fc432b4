import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'

/** What it means that a text has a word. */
interface WordUseInQuestion {
  readonly queryTerm: number
  readonly certainty: number
  /** The other terms that the variant needs. */
  readonly others: readonly number[]
  /** Whether the word is a form of the query term's word itself, in any language, so that its position counts. */
  readonly isItself: boolean
}

/** The words of the notes that stand for one question's. Those of variants are numbered from 0: their slots. */
export interface QuestionTerms {
  /** By word: 1 + its slot; 0 if it has none. */
  readonly slots: Uint16Array
  /** By slot. */
  readonly uses: readonly (readonly WordUseInQuestion[])[]
  /** By slot: the term that the word is of. */
  readonly terms: readonly number[]
  /** By word: 1 if the question has it in some form, be it a word that only asks. */
  readonly isInQuestion: Uint8Array
}

/** Terms of one question after another. Working memory is kept: what was made for a question is valid until the next one. */
export function createQuestionTerms(
  wordTerms: Uint32Array,
): (queryTerms: readonly QueryTerm[], wordsOfQuestion: readonly number[]) => QuestionTerms {
  const slots = new Uint16Array(wordTerms.length)
  const isInQuestion = new Uint8Array(wordTerms.length)
  let slotted: readonly number[] = []
  let marked: readonly number[] = []

  return (queryTerms, wordsOfQuestion) => {
    for (const word of slotted) slots[word] = 0
    for (const word of marked) isInQuestion[word] = 0
    const uses = usesByWord(queryTerms)
    slotted = [...uses.keys()].slice(0, maxSlots)
    slotted.forEach((word, slot) => {
      slots[word] = slot + 1
    })
    marked = wordsOfQuestion
    for (const word of marked) isInQuestion[word] = 1
    const terms = slotted.map((word) => wordTerms[word]!)
    return { slots, uses: [...uses.values()].slice(0, maxSlots), terms, isInQuestion }
  }
}

/** More different words than any question of a thousand characters and its synonyms have forms of. */
const maxSlots = 65_535

function usesByWord(queryTerms: readonly QueryTerm[]): ReadonlyMap<number, readonly WordUseInQuestion[]> {
  const uses = new Map<number, WordUseInQuestion[]>()
  queryTerms.forEach(({ variants }, queryTerm) => {
    variants.forEach(({ terms, forms, certainty }) => {
      terms.forEach((term, place) => {
        const others = terms.filter((other) => other !== term)
        for (const form of forms[place]!.filter(isMeant)) {
          const list = uses.get(form.word) ?? []
          list.push({
            queryTerm,
            certainty: certainty * form.certainty,
            others,
            isItself: certainty === 1,
          })
          uses.set(form.word, list)
        }
      })
    })
  })
  return uses
}
