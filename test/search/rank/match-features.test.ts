import { expect, test } from 'vitest'
import type { QueryTerm } from '../../../src/search/expand/query-terms.ts'
import type { TermVariant } from '../../../src/search/expand/term-variants.ts'
import { createQuestionTerms, createTextMatch } from '../../../src/search/rank/match-features.ts'

const queryTerm = (word: string, ...variants: TermVariant[]): QueryTerm => ({
  word,
  role: 'topic',
  sentence: 0,
  isContext: false,
  count: 1,
  idf: 1,
  variants,
})
/** Each term has one word, of the same number. */
const variant = (certainty: number, ...terms: number[]): TermVariant => ({
  terms,
  forms: terms.map((word) => [{ word, weight: 1, certainty: 1 }]),
  weight: 1,
  certainty,
})
const wordTerms = Uint32Array.from({ length: 10 }, (_, word) => word)

/** `codebase` is term 3, `code` 5, `base` 7; `bees` is 2. */
const queryTerms = [
  queryTerm('codebase', variant(1, 3), variant(0.5, 5, 7)),
  queryTerm('bees', variant(1, 2)),
]

test('a variant of several terms counts if the text has all of them, and the surest variant counts', () => {
  const questionTermsOf = createQuestionTerms(wordTerms)
  const question = questionTermsOf(queryTerms, [])
  const text = createTextMatch(question)
  const match = (...terms: number[]) => {
    text.clear()
    for (const term of terms) text.add(question.ordinals[term]! - 1)
    const certainty = [0, 0]
    text.raise(certainty, 0.5)
    return certainty
  }
  expect(match(5)).toEqual([0, 0])
  expect(match(7, 5)).toEqual([0.25, 0])
  expect(match(5, 7, 3, 3, 2)).toEqual([0.5, 0.5])
  expect(match()).toEqual([0, 0])
})

test('a question leaves nothing behind for the next one', () => {
  const questionTermsOf = createQuestionTerms(wordTerms)
  questionTermsOf(queryTerms, [2, 9])
  const { ordinals, isInQuestion } = questionTermsOf([queryTerm('honey', variant(1, 4))], [4])
  expect(ordinals.findIndex((ordinal) => ordinal > 0)).toBe(4)
  expect(ordinals.filter((ordinal) => ordinal > 0)).toHaveLength(1)
  expect([...isInQuestion.keys()].filter((term) => isInQuestion[term] === 1)).toEqual([4])
})
