import { expect, test, vi } from 'vitest'
import type { Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import type { FindSimilarity } from '../../../src/search/rank/semantic-similarity.ts'
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
function similarityOf(...cosines: readonly number[]): FindSimilarity {
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

const ask = async (question: string, findSimilarity?: FindSimilarity, options: SearchOptions = {}) =>
  createLunrEngine({ talks, version: '1' }, findSimilarity && { findSimilarity }).search(
    parseQuery(question),
    {
      minShare: 0.4,
      ...options,
    },
  )
const idsOf = async (...request: Parameters<typeof ask>) =>
  (await ask(...request)).results.map(({ talk }) => talk.id.replace('odd/', ''))

const nearKettles = similarityOf(0.8, 0.1, 0.1, 0.1, 0.1)

test('finds what is near in meaning if no talk has a word of the question', async () => {
  const found = await ask('boiler', nearKettles)
  expect(found.results.map(({ talk }) => talk.id)).toEqual(['odd/a'])
  expect(found).toMatchObject({ total: 1, isNear: true, bestCoverage: 0 })
})

test('finds nothing if no talk is nearer than by chance', async () => {
  expect(await ask('boiler', similarityOf(0.29, 0.1, 0.1, 0.1, 0.1))).toMatchObject({
    total: 0,
    isNear: false,
  })
})

test('words lead if both speak, and the two together are first', async () => {
  expect(await idsOf('leaves')).toEqual(['c', 'e'])
  expect(await idsOf('leaves', similarityOf(0.1, 0.1, 0.1, 0.1, 0.9))).toEqual(['e', 'c'])
  expect(await idsOf('leaves', similarityOf(0.9, 0.1, 0.1, 0.1, 0.1))).toEqual(['c', 'a', 'e'])
})

/** The first of two talks and thirty others, which are all the same far. Unless it is said otherwise, the second is as near as can be. */
async function firstAmongMany(asked: string, first: Talk, second: Talk, cosines = [0.1, 0.9]) {
  const others = Array.from({ length: 30 }, (_, number) =>
    makeTalk(`n${number}`, { title: number === 0 ? 'Copper' : `Talk ${number}` }),
  )
  const similarity = similarityOf(...cosines, ...others.map(() => 0.1))
  const engine = createLunrEngine(
    { talks: [first, second, ...others], version: '1' },
    { findSimilarity: similarity },
  )
  const { results } = await engine.search(parseQuery(asked), { explain: true, minShare: 0.4 })
  return results[0]!
}

const steam = makeTalk('a', { title: 'Boilers', summary: passage('Steam burns.') })
const other = makeTalk('b', { title: 'Lids', summary: passage('They keep what is inside.') })

test('a talk that alone has all that is asked for stays first, however near another one is', async () => {
  const first = await firstAmongMany('does steam burn?', steam, other)
  expect(first.talk.title).toBe('Boilers')
  const { wordShare, weight, deviations, lead } = first.explanation!.meaning!
  expect(lead).toBeGreaterThan(0)
  expect(first.score).toBeCloseTo(weight * wordShare + deviations + lead)
})

test('half of what is asked for does not keep a talk first, nor does all of it that others have too', async () => {
  expect((await firstAmongMany('does steam whistle?', steam, other)).talk.title).toBe('Lids')
  const too = makeTalk('b', { title: 'Lids', summary: passage('Steam burns below them, and burns.') })
  const first = await firstAmongMany('does steam burn?', steam, too)
  expect(first).toMatchObject({ talk: { title: 'Lids' }, explanation: { meaning: { lead: 0 } } })
})

const gaskets = makeTalk('a', { title: 'Boilers', summary: passage('Steam burns, and a gasket leaks.') })

test.each([
  ['a third of it', 'Steam rises.', { isHardlyNearer: 'Boilers', isNearer: 'Boilers' }],
  ['two thirds of it', 'Steam rises and steam burns.', { isHardlyNearer: 'Boilers', isNearer: 'Lids' }],
  ['all of it', 'Steam burns, and gaskets leak steam.', { isHardlyNearer: 'Lids', isNearer: 'Lids' }],
])('a talk with most of what is asked for, before one with %s', async (_, text, expected) => {
  const lids = makeTalk('b', { title: 'Lids', summary: passage(text) })
  const firstIf = async (cosine: number) =>
    (await firstAmongMany('does steam burn gaskets or copper?', gaskets, lids, [0.5, cosine])).talk.title
  expect({ isHardlyNearer: await firstIf(0.56), isNearer: await firstIf(0.75) }).toEqual(expected)
})

test('a talk that is named stays first, although others have the words too', async () => {
  const named = makeTalk('a', { title: 'Kettle Lids' })
  const too = makeTalk('b', { title: 'More', summary: passage('Kettles and lids, and a kettle.') })
  expect((await firstAmongMany('what was said about Kettle Lids?', named, too)).talk.title).toBe(
    'Kettle Lids',
  )
})

test('what words have first is as sure with meaning as without', async () => {
  const first = makeTalk('a', {
    title: 'Steam',
    tags: ['steam'],
    takeaways: bullets(['Steam rises.', 'Steam drives.']),
  })
  const second = makeTalk('b', {
    summary: passage('Steam burns, and a gasket leaks, and a kettle whistles.'),
  })
  const others = Array.from({ length: 20 }, (_, number) => makeTalk(`n${number}`, {}))
  const corpus = { talks: [first, second, ...others], version: '1' }
  const search = (findSimilarity?: FindSimilarity) =>
    createLunrEngine(corpus, findSimilarity && { findSimilarity }).search(
      // Of so many words, one that covers more of them does not come first for that.
      parseQuery('does steam burn gaskets on boats, ferries, barges, rafts, trains, trams or tractors?'),
      {
        minShare: 0.4,
      },
    )
  const byBoth = await search(similarityOf(0.9, 0, 0.9, 0.9, ...others.slice(2).map(() => 0.1)))
  expect(byBoth.results.slice(0, 3)).not.toContainEqual(expect.objectContaining({ talk: second }))
  expect(byBoth.results[0]!.talk).toBe(first)
  expect(byBoth.bestCoverage).toBe((await search()).bestCoverage)
})

test('words weigh more where the nearest talk stands out more', async () => {
  const explained = await firstAmongMany('boiler', makeTalk('a', { title: 'Cups' }), other)
  expect(explained.explanation!.meaning!.weight).toBeGreaterThan(4)
  const [among5] = (await ask('boiler', nearKettles, { explain: true })).results
  expect(among5!.explanation!.meaning!.weight).toBe(2.6)
})

test('the counts, the pages and the facets are of the same talks', async () => {
  const both = similarityOf(0.9, 0.1, 0.1, 0.1, 0.1)
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
  const findSimilarity = vi.fn(nearKettles)
  expect(await ask(question, findSimilarity, options)).toEqual(await ask(question, undefined, options))
  expect(findSimilarity).not.toHaveBeenCalled()
})

test('what is excluded is not found for its similarity either, nor encoded', async () => {
  const findSimilarity = vi.fn(nearKettles)
  expect(await idsOf('boiler -whistle', findSimilarity)).toEqual([])
  expect(findSimilarity).toHaveBeenCalledWith(['boiler'], 1000)
})

test('a slip of the fingers is also encoded put right', async () => {
  const findSimilarity = vi.fn(nearKettles)
  await ask('who descales ketles?', findSimilarity)
  expect(findSimilarity).toHaveBeenCalledWith(['who descales ketles?', 'who descales kettles?'], 1000)
})

test('without an answer in time it is as without a model', async () => {
  const late: FindSimilarity = async () => undefined
  for (const question of ['leaves', 'boiler', 'lids and cups'])
    expect(JSON.stringify(await ask(question, late))).toBe(JSON.stringify(await ask(question)))
})

test('what is not encoded yet is found by its words', async () => {
  expect(await idsOf('lids', similarityOf(0.9, Number.NaN, 0.1, 0.1, 0.1))).toEqual(['b', 'a'])
})

test('quotes the nearest passage if the talk has hardly a word of the question, and says so', async () => {
  const [result] = (await ask('boiler', nearKettles)).results
  expect(result?.quote(100)).toMatchObject({ text: 'Descale them.', highlights: [] })
  expect(result?.evidence().isByMeaning).toBe(true)
})

test('quotes what has the words, however near something else is', async () => {
  const [result] = (await ask('does steam burn?', nearKettles)).results
  expect(result?.quote(100).text).toBe('Steam burns.')
  expect(result?.evidence().isByMeaning).toBe(false)
})

test('explains a score as what its words and its similarity give', async () => {
  const [first] = (await ask('leaves', similarityOf(0.1, 0.1, 0.5, 0.1, 0.1), { explain: true })).results
  const { wordShare, weight, deviations, cosine } = first!.explanation!.meaning!
  expect([wordShare, cosine]).toEqual([1, expect.closeTo(0.5)])
  expect(first!.score).toBeCloseTo(weight * wordShare + deviations)
})

test('how far words have the first talk ahead counts with meaning too, if meaning has the same one first', async () => {
  const { lead } = await ask('kettles whistle')
  expect(lead).toBe(1)
  expect((await ask('kettles whistle', nearKettles)).lead).toBe(lead)
  expect((await ask('leaves')).lead).toBeLessThan(1)
  expect((await ask('leaves', similarityOf(0.9, 0.1, 0.1, 0.1, 0.9))).lead).toBeUndefined()
})
