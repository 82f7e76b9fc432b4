import { expect, test } from 'vitest'
import { type PassageVectors, quantize, viewsOf } from '../../../src/meaning/vectors/passage-vectors.ts'
import { createSimilarityFinder } from '../../../src/meaning/vectors/similarity-finder.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { passagesOf, unit } from './make-vectors.ts'

const finderOf = (passages: PassageVectors) => createSimilarityFinder(passages, defaultParameters.meaning)

test('a talk is as near as the talk as a whole and its nearest passage, and a little as the next one', () => {
  const { toQuestion: find } = finderOf(
    passagesOf([
      [unit(1, 1), unit(0, 1), unit(1)],
      [unit(0, 0, 1), unit(0, 0, 1)],
    ]),
  )
  const { cosines, nearestPassage, mean, deviation } = find(unit(1))
  expect(cosines[0]).toBeCloseTo(0.3 * Math.SQRT1_2 + 0.5 * 1 + 0.2 * 0, 2)
  expect(cosines[1]).toBeCloseTo(0, 2)
  expect(nearestPassage(0)).toEqual({ passage: 1, cosine: expect.closeTo(1, 2) })
  expect([mean, deviation]).toEqual([expect.closeTo(0.356, 2), expect.closeTo(0.356, 2)])
})

test('a talk of one passage, or of none, is as near as that', () => {
  const { toQuestion: find } = finderOf(passagesOf([[unit(1, 1)], [unit(1, 1), unit(1)]]))
  const { cosines } = find(unit(1))
  expect(cosines[0]).toBeCloseTo(Math.SQRT1_2, 2)
  expect(cosines[1]).toBeCloseTo(0.3 * Math.SQRT1_2 + 0.7, 2)
})

test('what is not encoded yet counts for nothing, and what is filled in later does', () => {
  const passages = passagesOf([[unit(1), undefined], [undefined, undefined], []])
  const { toQuestion: find } = finderOf(passages)
  const { cosines, nearestPassage } = find(unit(1))
  expect([...cosines]).toEqual([expect.closeTo(1, 2), Number.NaN, Number.NaN])
  expect([0, 1, 2].map(nearestPassage)).toEqual([undefined, undefined, undefined])
  const { vectors, scales } = viewsOf(passages)
  scales[2] = quantize(unit(1), vectors.subarray(2 * 16, 3 * 16))
  expect(find(unit(1)).cosines[1]).toBeCloseTo(1, 2)
})

test('single talks are as near as among all, whatever is looked for in between', () => {
  const talks = Array.from({ length: 40 }, (_, talk) =>
    Array.from({ length: 1 + (talk % 4) }, (_, at) => unit(Math.sin(talk), Math.cos(talk + at), at - 1)),
  )
  const { toQuestion, toSome } = finderOf(passagesOf(talks))
  const all = toQuestion(unit(1, 2, 3))
  const some = toSome(unit(1, 2, 3))
  toQuestion(unit(3, 1))
  const documents = [7, 39, 0, -1, 40]
  const { cosines, mean, deviation, nearestPassage } = some(documents)
  expect([mean, deviation]).toEqual([all.mean, all.deviation])
  documents.forEach((document, place) => {
    expect(cosines[place]).toEqual(all.cosines[document] ?? Number.NaN)
    expect(nearestPassage(place)).toEqual(talks[document] && all.nearestPassage(document))
  })
})

test('the vectors of a talk are given as they were, but for rounding; none of one that is not encoded', () => {
  const { vectorsOf } = finderOf(passagesOf([[unit(1, 1), undefined, unit(0, 1)], [undefined, unit(1)], []]))
  expect(vectorsOf(0).map((vector) => [...vector.slice(0, 2)])).toEqual([
    [expect.closeTo(Math.SQRT1_2, 2), expect.closeTo(Math.SQRT1_2, 2)],
    [0, expect.closeTo(1, 2)],
  ])
  expect([vectorsOf(1), vectorsOf(2)]).toEqual([[], []])
})

test('rounding to eight bits moves a cosine by less than a hundredth', () => {
  const random = (seed: number) => Float32Array.from({ length: 16 }, (_, at) => Math.sin(seed * 99 + at * 7))
  for (let seed = 0; seed < 50; seed++) {
    const [one, other] = [unit(...random(seed)), unit(...random(seed + 0.5))]
    const exact = one.reduce((sum, number, at) => sum + number * other[at]!, 0)
    const [cosine] = finderOf(passagesOf([[other]])).toQuestion(one).cosines
    expect(Math.abs(cosine! - exact)).toBeLessThan(0.01)
  }
})

test('talks are compared with a talk as wholes; one that is not encoded with none', () => {
  const { toTalk } = finderOf(passagesOf([[unit(1), unit(0, 1)], [unit(1, 1), unit(0, 0, 1)], [undefined]]))
  expect([...toTalk(0)!.cosines]).toEqual([expect.closeTo(1, 2), expect.closeTo(Math.SQRT1_2, 2), Number.NaN])
  expect(toTalk(2)).toBeUndefined()
})
