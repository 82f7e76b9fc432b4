import { expect, test } from 'vitest'
import type { QueryTerm } from '../../../src/search/expand/query-terms.ts'
import { createBestSection } from '../../../src/search/rank/best-section.ts'

const queryTerm = (word: string, idf: number): QueryTerm => ({
  word,
  role: 'topic',
  sentence: 0,
  count: 1,
  idf,
  variants: [],
})
const queryTerms = [queryTerm('bees', 1), queryTerm('honey', 1), queryTerm('winter', 3)]
const sure = Float32Array.of(1, 1, 1)

test('terms of different sections are not together', () => {
  const section = createBestSection(queryTerms)
  section.begin()
  section.add(0, 'section')
  section.add(1, 'section')
  section.begin()
  section.add(1, 'section')
  expect([...section.find(sure)]).toEqual([1, 1, 0])
})

test('the section with the weightier terms is the best, not the one with more of them', () => {
  const section = createBestSection(queryTerms)
  section.begin()
  section.add(0, 'section')
  section.add(1, 'section')
  section.begin()
  section.add(2, 'section')
  expect([...section.find(sure)]).toEqual([0, 0, 1])
  expect([...section.find(Float32Array.of(1, 1, 0.5))]).toEqual([1, 1, 0])
})

test('what the title or the summary has is in every section', () => {
  const section = createBestSection(queryTerms)
  section.add(0, 'title')
  section.begin()
  section.add(1, 'section')
  section.begin()
  section.add(2, 'links')
  expect([...section.find(sure)]).toEqual([1, 0, 1])
})

test('a talk without sections has what its title has', () => {
  const section = createBestSection(queryTerms)
  section.add(2, 'title')
  expect([...section.find(sure)]).toEqual([0, 0, 1])
})
