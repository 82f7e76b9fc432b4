import type { QuestionTerms } from './question-terms.ts'

/** What one text of a talk has of the question. The same object serves one text after another. */
export interface TextMatch {
  /** By query term: the certainty of its surest variant that the text has in full, 0 if it has none; see `weigh`. */
  readonly certainty: Float64Array
  add(slot: number): void
  isEmpty(): boolean
  /** Sets `certainty` from the terms that were added. Returns the query terms that the text has, each once. */
  weigh(): readonly number[]
  clear(): void
}

export function createTextMatch({ uses, terms }: QuestionTerms, queryTermCount: number): TextMatch {
  const certainty = new Float64Array(queryTermCount)
  const hasSlot = new Uint8Array(uses.length)
  const added = new Uint16Array(uses.length)
  let size = 0
  let found: number[] = []

  return {
    certainty,
    add(slot) {
      if (hasSlot[slot] === 1) return
      hasSlot[slot] = 1
      added[size++] = slot
    },
    isEmpty: () => size === 0,
    weigh() {
      for (let at = 0; at < size; at++) {
        for (const use of uses[added[at]!]!) {
          if (use.certainty <= certainty[use.queryTerm]! || !use.others.every(has)) continue
          if (certainty[use.queryTerm] === 0) found.push(use.queryTerm)
          certainty[use.queryTerm] = use.certainty
        }
      }
      return found
    },
    clear() {
      for (let at = 0; at < size; at++) hasSlot[added[at]!] = 0
      size = 0
      for (const queryTerm of found) certainty[queryTerm] = 0
      found = []
    },
  }

  /** Whether the text has some form of the term. */
  function has(term: number): boolean {
    for (let at = 0; at < size; at++) if (terms[added[at]!] === term) return true
    return false
  }
}
