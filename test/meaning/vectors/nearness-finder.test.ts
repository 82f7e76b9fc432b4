import { expect, test } from 'vitest'
import { createNearnessFinder } from '../../../src/meaning/vectors/nearness-finder.ts'
import {
  allocateVectors,
  noPassage,
  type PassageVectors,
  quantize,
  viewsOf,
} from '../../../src/meaning/vectors/passage-vectors.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'

/** A unit vector of 16 numbers. */
function unit(...numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers)
  return Float32Array.from({ length: 16 }, (_, at) => (numbers[at] ?? 0) / length)
}

/** Talks as lists of vectors, the first of the talk as a whole; undefined for what is not encoded. */
function passagesOf(talks: readonly (readonly (Float32Array | undefined)[])[]): PassageVectors {
  const starts = new Uint32Array(talks.length + 1)
  talks.forEach((vectors, document) => {
    starts[document + 1] = starts[document]! + vectors.length
  })
  const numbers = talks.flatMap((vectors) => vectors.map((_, place) => (place === 0 ? noPassage : place - 1)))
  const passages = allocateVectors(16, { starts, passageNumbers: Uint32Array.from(numbers) })
  const views = viewsOf(passages)
  talks.flat().forEach((vector, row) => {
    if (vector) views.scales[row] = quantize(vector, views.vectors.subarray(row * 16, (row + 1) * 16))
  })
  return passages
}

const finderOf = (passages: PassageVectors) => createNearnessFinder(passages, defaultParameters.meaning)

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
