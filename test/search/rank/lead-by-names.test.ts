import { expect, test } from 'vitest'
import { withoutLeadByNames } from '../../../src/search/rank/find-matches.ts'
import type { Candidate } from '../../../src/search/rank/match-features.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'

const { names } = defaultParameters

interface Given {
  readonly score: number
  readonly ofNames: number
  readonly coverage: number
}

/** The places of the candidates after all, each told from the others by what it covers. */
function orderOf(given: readonly Given[], length = 3) {
  const candidates = given.map(
    ({ score, ofNames, coverage }, document): Candidate => ({
      document,
      score,
      ofTerms: score - ofNames,
      ofEvent: 0,
      features: {
        certainty: [coverage],
        names: ofNames,
        isNamed: false,
        isTagged: false,
        isTogether: false,
        proximity: 0,
      },
    }),
  )
  const coverageOf = ({ certainty }: { readonly certainty: readonly number[] }) => certainty[0]!
  const ranked = withoutLeadByNames({ candidates, coverageOf, length }, defaultParameters)
  for (const { score, ofTerms, features } of ranked) expect(ofTerms + features!.names).toBeCloseTo(score)
  expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a))
  return ranked.map(({ document }) => document)
}

const called = { score: 12, ofNames: 5, coverage: 0.5 }
const told = { score: 10, ofNames: 1, coverage: 1 }

test('a talk that leads by its names alone comes after one that covers far more', () => {
  expect(orderOf([called, told])).toEqual([1, 0])
  expect(orderOf([called, { ...told, score: 11, coverage: 0.5 }, told])).toEqual([1, 2, 0])
  const others = [called, { ...called, score: 11, coverage: 0.3 }, { ...told, ofNames: 0 }]
  expect(orderOf(others)[0]).toBe(2)
})

test.each([
  ['that leads by its words', [{ ...called, ofNames: 1 }, told]],
  [
    'that covers nearly as much',
    [{ ...called, coverage: (1.05 * told.coverage) / names.coverageAgainst }, told],
  ],
  ['alone', [called]],
])('a talk %s stays first', (_, given) => {
  expect(orderOf(given)).toEqual([...given.keys()])
})

test('in many words, covering more of them says no more', () => {
  expect(orderOf([called, told], names.maxWordsToCover + 1)).toEqual([0, 1])
})
