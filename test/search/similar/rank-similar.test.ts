import { expect, test } from 'vitest'
import { createAnswers } from '../../../src/answers/answers.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import type { FindSimilarityToTalk } from '../../../src/search/rank/semantic-similarity.ts'
import { makeCorpus, makeTalk, passage } from '../../helpers/make-talk.ts'

const talks = [
  makeTalk('a', { title: 'Kettles', summary: passage('Kettles whistle and steam.') }),
  makeTalk('b', { title: 'Boilers', summary: passage('Hot water for all.') }),
  makeTalk('c', { title: 'Whistles', summary: passage('Kettles and trains whistle.') }),
  ...Array.from({ length: 20 }, (_, number) =>
    makeTalk(`n${number}`, { title: `Talk ${number}`, summary: passage('Cups chip.') }),
  ),
]

/** The first talk is as near to the others as is said; those after them are all equally far. */
function alike(...near: readonly number[]): FindSimilarityToTalk {
  const cosines = talks.map((_, number) => (number === 0 ? 1 : (near[number - 1] ?? 0.1)))
  const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length
  const squares = cosines.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0)
  const deviation = Math.sqrt(squares / cosines.length)
  return () => ({ cosines: Float32Array.from(cosines), mean, deviation })
}

const corpus = makeCorpus(...talks)
const like = (findSimilarityToTalk?: FindSimilarityToTalk) =>
  createAnswers(
    corpus,
    createLunrEngine(corpus, findSimilarityToTalk && { findSimilarityToTalk }),
  ).similarTalks('odd/a', {
    limit: 30,
  })
const titlesOf = async (findSimilarityToTalk?: FindSimilarityToTalk) =>
  (await like(findSimilarityToTalk)).map(({ talk }) => talk.title)

test('a talk without a word in common is found if it is near in meaning, and says so', async () => {
  expect(await titlesOf()).toEqual(['Whistles'])
  const [, second] = await like(alike(0.7, 0.6))
  expect(await titlesOf(alike(0.7, 0.6))).toEqual(['Whistles', 'Boilers'])
  expect(second).toMatchObject({ isNear: true, shared: { tags: [], words: [] } })
})

test('the nearest talk comes before one that has words in common and is far', async () => {
  const [first, second] = await like(alike(0.9, 0.1))
  expect([first?.talk.title, second?.talk.title]).toEqual(['Boilers', 'Whistles'])
  expect([first?.isNear, second?.isNear]).toEqual([true, false])
})

test('if nothing stands out, nothing is near', async () => {
  expect(await titlesOf(alike())).toEqual(['Whistles'])
})

test('what is not encoded yet is found by its words', async () => {
  const unknown: FindSimilarityToTalk = (document) => {
    const { cosines, ...spread } = alike(0.9, Number.NaN)(document)!
    return { cosines, ...spread, mean: 0.2, deviation: 0.2 }
  }
  expect(await titlesOf(unknown)).toEqual(['Boilers', 'Whistles'])
  expect(await titlesOf(() => undefined)).toEqual(await titlesOf())
})
