import { expect, test } from 'vitest'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

function noteOf(id: string, text: string) {
  const passages = [{ form: 'paragraph' as const, text, line: 3, depth: 0 }]
  return makeTalk(id, { sections: [{ title: 'Notes', line: 2, passages }] })
}

/** Three that say most of kayaks, on rivers; of the others, which say as much, every second one is on rivers, too. */
const talks = [
  ...[1, 2, 3].map((number) =>
    noteOf(`first${number}`, `kayak kayak kayak rapids paddle helmet river ${'gorge '.repeat(number)}`),
  ),
  ...Array.from({ length: 8 }, (_, number) =>
    noteOf(
      `other${number}`,
      `kayak ${number % 2 === 0 ? 'tax form desk lamp' : 'rapids paddle helmet river'} end`,
    ),
  ),
  ...Array.from({ length: 20 }, (_, number) => noteOf(`else${number}`, `bread oven flour ${number}`)),
]
const withFeedback = (weight: number) =>
  createLunrEngine(
    { talks, version: 'v' },
    { parameters: { ...defaultParameters, feedback: { ...defaultParameters.feedback, weight } } },
  )
const titles = async (engine: ReturnType<typeof withFeedback>, limit: number, offset = 0) =>
  (await engine.search(parseQuery('kayak'), { limit, offset })).results.map(({ talk }) => talk.title)

test('the first three stay, and those that resemble them come before the others', async () => {
  const [plain, fed] = await Promise.all([0, 0.4].map((weight) => titles(withFeedback(weight), 20)))
  expect(fed!.slice(0, 3)).toEqual(plain!.slice(0, 3))
  expect(plain!.slice(3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((number) => `other${number}`))
  expect(fed!.slice(3)).toEqual([1, 3, 5, 7, 0, 2, 4, 6].map((number) => `other${number}`))
})

test('pages of any length fit together', async () => {
  const engine = withFeedback(0.4)
  const all = await titles(engine, 20)
  for (const length of [1, 2, 3, 4, 7]) {
    const paged: string[] = []
    for (let offset = 0; offset < all.length; offset += length)
      paged.push(...(await titles(engine, length, offset)))
    expect(paged).toEqual(all)
  }
})

test('the score says what feedback gives, and falls from each talk to the next', async () => {
  const { results } = await withFeedback(0.4).search(parseQuery('kayak'), { limit: 20, explain: true })
  const sums = results.map(({ explanation }) => {
    const { terms, proximity, names, feedback } = explanation!
    return terms.reduce(
      (sum, { weight, text, title }) => sum + weight * (text + title),
      proximity + names + feedback,
    )
  })
  results.forEach(({ score }, place) => {
    expect(sums[place]).toBeCloseTo(score, 3)
  })
  expect(results.map(({ score }) => score)).toEqual(
    results.map(({ score }) => score).toSorted((a, b) => b - a),
  )
  expect(results.map(({ explanation }) => explanation!.feedback > 0)).toEqual([
    ...[false, false, false],
    ...results.slice(3).map(() => true),
  ])
})
