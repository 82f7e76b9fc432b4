import { expect, test } from 'vitest'
import { type Choice, chooseAnswer, minCoverageOfAnswer } from '../../src/answers/choose-answer.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'
import type { SearchResult, SearchResults } from '../../src/search/search-engine.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { fullSupport, quotationOf } from '../helpers/make-answer.ts'

const { decision } = defaultParameters
const foundFromOf = (talks: number) => minCoverageOfAnswer(talks, decision)
const foundFrom = foundFromOf(gardenTalks.length)
const unsureFrom = decision.minCoverage

const resultsOf = (...coverages: readonly number[]): SearchResult[] =>
  coverages.map((coverage, place) => {
    const talk = gardenTalks[place % gardenTalks.length]!
    const quotation = quotationOf(talk.title, { highlights: [], file: talk.file, line: 1, section: 'title' })
    return { talk, score: 10 - place, coverage, quote: () => quotation, support: () => fullSupport }
  })

const foundOf = (coverages: readonly number[]): SearchResults => ({
  results: resultsOf(...coverages),
  total: coverages.length,
  bestCoverage: Math.max(0, ...coverages),
  isNear: false,
  offset: 0,
  unknownWords: [],
  notices: [],
  isCorrected: false,
  facets: [],
  isPartial: false,
  corpusVersion: 'garden',
})

const choose = (coverages: readonly number[], choice: Partial<Choice> = {}) =>
  chooseAnswer({
    question: 'helm and compost?',
    query: parseQuery('helm and compost?'),
    found: foundOf(coverages),
    talkCount: gardenTalks.length,
    decision,
    topics: ['compost', 'bees', 'cold climate'].map((tag, place) => ({ tag, talks: 9 - place })),
    examples: ['What did Rosa Müller say about compost?'],
    ...choice,
  })

test.each([
  ['no result', [], 'none'],
  ['nothing of substance', [unsureFrom - 0.01], 'none'],
  ['a weak match', [unsureFrom], 'unsure'],
  ['not quite enough', [foundFrom - 0.01], 'unsure'],
  ['enough', [foundFrom], 'found'],
  ['a second talk that covers enough', [0.1, foundFrom], 'found'],
])('%s', (_, coverages, kind) => {
  expect(choose(coverages).kind).toBe(kind)
})

test('more is asked of an answer among many talks than among few', () => {
  expect(foundFromOf(5)).toBe(foundFromOf(56))
  expect(foundFromOf(21_715)).toBeGreaterThan(foundFromOf(1000))
  expect(foundFromOf(10_000_000)).toBe(foundFromOf(21_715))
})

test('an unsure answer names what the closest talk does not mention, and something to try', () => {
  expect(choose([0.4])).toMatchObject({
    explanation: 'No talk fits this well: the closest ones do not mention “helm”.',
    suggestions: ['Try compost, bees or cold climate.'],
  })
})

test('if the notes have nothing, it says so, and suggests topics of the notes and a question', () => {
  expect(choose([])).toMatchObject({
    reason: 'no-match',
    explanation: 'The notes say nothing about this.',
    suggestions: [expect.stringMatching(/^Try compost, /), 'What did Rosa Müller say about compost?'],
  })
})
