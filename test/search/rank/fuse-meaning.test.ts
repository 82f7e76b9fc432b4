import { expect, test, vi } from 'vitest'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import type { FindNearness } from '../../../src/search/rank/nearness.ts'
import type { SearchOptions } from '../../../src/search/search-engine.ts'
import { bullets, makeTalk, passage } from '../../helpers/make-talk.ts'

const talks = [
  makeTalk('a', {
    title: 'Talk A',
    summary: passage('Kettles whistle.'),
    takeaways: bullets(['Descale them.', 'Steam burns.']),
  }),
  makeTalk('b', { title: 'Talk B', summary: passage('Lids keep what is inside.') }),
  makeTalk('c', { title: 'Talk C', tags: ['black'], summary: passage('Leaves, leaves unfold.') }),
  makeTalk('d', { title: 'Talk D', summary: passage('Cups chip.') }),
  makeTalk('e', { title: 'Talk E', summary: passage('Spoons stir leaves.') }),
]

/** As near as is said, in the order of the talks; the nearest passage of each is its second, if it has one. */
function nearnessOf(...cosines: readonly number[]): FindNearness {
  const encoded = cosines.filter((cosine) => !Number.isNaN(cosine))
  const mean = encoded.reduce((sum, cosine) => sum + cosine, 0) / encoded.length
  const squares = encoded.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0)
  return async () => ({
    cosines: Float32Array.from(cosines),
    mean,
    deviation: Math.sqrt(squares / encoded.length),
    chance: 0.3,
    nearestPassage: (document) => ({ passage: document === 0 ? 1 : 0, cosine: cosines[document]! }),
  })
}

const ask = async (question: string, findNearness?: FindNearness, options: SearchOptions = {}) =>
  createLunrEngine({ talks, version: '1' }, findNearness && { findNearness }).search(parseQuery(question), {
    minShare: 0.4,
    ...options,
  })
const idsOf = async (...request: Parameters<typeof ask>) =>
  (await ask(...request)).results.map(({ talk }) => talk.id.replace('odd/', ''))

const nearKettles = nearnessOf(0.8, 0.1, 0.1, 0.1, 0.1)

test('finds what is near in meaning if no talk has a word of the question', async () => {
  const found = await ask('boiler', nearKettles)
  expect(found.results.map(({ talk }) => talk.id)).toEqual(['odd/a'])
  expect(found).toMatchObject({ total: 1, isNear: true, bestCoverage: 0 })
})

test('finds nothing if no talk is nearer than by chance', async () => {
  expect(await ask('boiler', nearnessOf(0.29, 0.1, 0.1, 0.1, 0.1))).toMatchObject({ total: 0, isNear: false })
})

test('words lead if both speak, and the two together are first', async () => {
  expect(await idsOf('leaves')).toEqual(['c', 'e'])
  expect(await idsOf('leaves', nearnessOf(0.1, 0.1, 0.1, 0.1, 0.9))).toEqual(['e', 'c'])
  expect(await idsOf('leaves', nearnessOf(0.9, 0.1, 0.1, 0.1, 0.1))).toEqual(['c', 'a', 'e'])
})

test('the counts, the pages and the facets are of the same talks', async () => {
  const both = nearnessOf(0.9, 0.1, 0.1, 0.1, 0.1)
  const { total, facets } = await ask('leaves', both, { facets: 5 })
  expect(total).toBe(3)
  expect(facets.find(({ field }) => field === 'event')?.values[0]?.count).toBe(3)
  const pages = await Promise.all([0, 1, 2].map((offset) => idsOf('leaves', both, { limit: 1, offset })))
  expect(pages.flat()).toEqual(await idsOf('leaves', both))
  expect((await idsOf('leaves', both, { sort: 'newest' })).toSorted()).toEqual(['a', 'c', 'e'])
})

test.each([
  ['a field', 'boiler tag:black', {}],
  ['quotes', '"boiler room"', {}],
  ['the beginning of a word', 'boil*', {}],
  ['no corrections', 'boiler', { spelling: false }],
])('a question with %s is asked of the words alone', async (_, question, options) => {
  const findNearness = vi.fn(nearKettles)
  expect(await ask(question, findNearness, options)).toEqual(await ask(question, undefined, options))
  expect(findNearness).not.toHaveBeenCalled()
})

test('what is excluded is not found for its nearness either, nor encoded', async () => {
  const findNearness = vi.fn(nearKettles)
  expect(await idsOf('boiler -whistle', findNearness)).toEqual([])
  expect(findNearness).toHaveBeenCalledWith('boiler', 1000)
})

test('without an answer in time it is as without a model', async () => {
  const late: FindNearness = async () => undefined
  for (const question of ['leaves', 'boiler', 'lids and cups'])
    expect(JSON.stringify(await ask(question, late))).toBe(JSON.stringify(await ask(question)))
})

test('what is not encoded yet is found by its words', async () => {
  expect(await idsOf('lids', nearnessOf(0.9, Number.NaN, 0.1, 0.1, 0.1))).toEqual(['b', 'a'])
})

test('quotes the nearest passage if the talk has hardly a word of the question, and says so', async () => {
  const [result] = (await ask('boiler', nearKettles)).results
  expect(result?.quote(100)).toMatchObject({ text: 'Descale them.', highlights: [] })
  expect(result?.support().isByMeaning).toBe(true)
})

test('quotes what has the words, however near something else is', async () => {
  const [result] = (await ask('does steam burn?', nearKettles)).results
  expect(result?.quote(100).text).toBe('Steam burns.')
  expect(result?.support().isByMeaning).toBe(false)
})

test('explains a score as what its words and its nearness give', async () => {
  const [first] = (await ask('leaves', nearnessOf(0.1, 0.1, 0.5, 0.1, 0.1), { explain: true })).results
  const { wordShare, weight, deviations, cosine } = first!.explanation!.meaning!
  expect([wordShare, cosine]).toEqual([1, expect.closeTo(0.5)])
  expect(first!.score).toBeCloseTo(weight * wordShare + deviations)
})
