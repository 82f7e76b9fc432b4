import { expect, test } from 'vitest'
import { stem } from '../../../src/search/analysis/stem.ts'
import type { TermVariant } from '../../../src/search/expand/term-variants.ts'
import { weighVariants } from '../../../src/search/expand/weigh-variants.ts'
import { compileIndex } from '../../../src/search/index/compile-index.ts'
import { createIndexReader } from '../../../src/search/index/index-reader.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const titles = ['Fast boats', 'Fast kites', 'Fast bees', 'Rapid rivers', 'Speedy snails', 'Speedy rivers']
const talks = titles.map((title) => makeTalk(title.toLowerCase().replace(' ', '-'), { title }))
const reader = createIndexReader(compileIndex(talks, defaultParameters.index))
const variantOf = (word: string): TermVariant => {
  return { terms: [reader.termNumber(stem(word))!], forms: [[]], weight: 0.7, certainty: 0.7 }
}
const related = ['fast', 'rapid', 'speedy'].map(variantOf)
const countOf = ({ terms: [term], weight }: TermVariant) => weight * reader.idf(term!)

const alone = () => weighVariants({ meant: [], related, nearWeight: 1 }, undefined, reader)

test('of words near to one that the notes lack, the common counts as much as the rare', () => {
  const [fast, rapid, speedy] = alone().map(countOf)
  expect(rapid).toBeCloseTo(fast!)
  expect(speedy).toBeCloseTo(fast!)
})

test('together they count what words as typed do', () => {
  const sum = (variants: readonly TermVariant[]) => variants.map(countOf).reduce((a, b) => a + b)
  expect(sum(alone())).toBeCloseTo(sum(related.map((variant) => ({ ...variant, weight: 1 }))))
})

test('a text says no more of the word by one that is common', () => {
  expect(alone().map(({ share }) => share)).toEqual([0.7, 0.7, 0.7])
})

test('words near to one that the notes have count at most what that does, and what it stands for counts once', () => {
  const idf = reader.idf(reader.termNumber('fast')!)
  const variants = weighVariants({ meant: [variantOf('fast')], related, nearWeight: 1 }, idf, reader)
  expect(variants).toHaveLength(3)
  for (const variant of variants) expect(countOf(variant)).toBeLessThanOrEqual(idf + 1e-9)
})

test('where a word is written otherwise in the notes, that counts most', () => {
  const [written, ...near] = weighVariants(
    { meant: [variantOf('fast')], related: [variantOf('rapid'), variantOf('speedy')], nearWeight: 1 },
    undefined,
    reader,
  )
  for (const variant of near) expect(countOf(variant)).toBeLessThanOrEqual(countOf(written!) + 1e-9)
})
