import { expect, test } from 'vitest'
import { createRandom } from '../../bench/random.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { makeTalk } from '../helpers/make-talk.ts'
import { describeEngine } from './engine-contract.ts'

describeEngine('the lunr engine', async (corpus) => createLunrEngine(corpus))

const garden = createLunrEngine({ talks: gardenTalks, version: 'garden' })
const search = async (question: string) => (await garden.search(parseQuery(question))).results
const firstOf = async (question: string) => (await search(question))[0]?.talk.id.replace('garden-2020/', '')

test.each([
  ['compost', 'compost', 'title and tag before a mention in passing'],
  ['Rosa Muller', 'compost', 'a speaker, typed without the accent'],
  ['@rosa_m', 'compost', 'a handle'],
  ['rosa_m', 'compost', 'a handle without its @'],
  ['compost.example.org', 'compost', "a link's host"],
  ['C++', 'compost', 'a name that ends in symbols'],
  ['node.js', 'compost', 'a name with a dot'],
  ['os.path.join', 'compost', 'a dotted path'],
  ['path join', 'compost', 'parts of a dotted path'],
  ['2.7', 'compost', 'a version number'],
  ['codebase', 'tomatoes', 'one word for two'],
  ['green house', 'tomatoes', 'two words for one'],
  ['nlp', 'tomatoes', 'an abbreviation of the field'],
  ['siberian', 'tomatoes', 'a follow-up'],
  ['tomatos', 'tomatoes', 'a missing letter'],
  ['polination', 'bees', 'a missing letter of a tag'],
  ['rainwatre', 'rain', 'two letters swapped'],
  ['庭園', 'tea', 'Japanese, which has no spaces'],
  ['what did they say about bees?', 'bees', 'a question'],
])('%s finds %s (%s)', async (question, expected) => {
  expect(await firstOf(question)).toBe(expected)
})

test('quotes the passage that answers, with its line and the words of the question highlighted', async () => {
  const [result] = await search('citrus peel')
  expect(result?.quote(400)).toMatchObject({
    text: 'Keep citrus peel out of a compost heap.',
    section: 'takeaways',
    file: 'corpus/garden-2020/compost.md',
    line: 13,
  })
  const { text, highlights } = result!.quote(400)
  const marked = highlights.map(([start, end]) => text.slice(start, end))
  expect(marked).toEqual(['citrus', 'peel'])
})

test('names the section that a passage stands in', async () => {
  const [result] = await search('watering timer')
  expect(result?.quote(400)).toMatchObject({ section: 'Watering', line: 15 })
})

test('coverage is high if a talk is about all of the question, and low if the notes lack its topic', async () => {
  const coverage = async (question: string) => (await search(question))[0]?.coverage() ?? 0
  expect(await coverage('compost heap')).toBeGreaterThan(0.9)
  expect(await coverage('kubernetes compost')).toBeLessThan(0.5)
  expect(await coverage('kubernetes')).toBe(0)
})

test('a note in another language is found by any form of its words, and so are its phrases', async () => {
  const italian = makeTalk('pane', {
    title: 'La lievitazione del pane',
    language: 'it',
    summary: { form: 'paragraph', text: 'I forni antichi scaldano lentamente.', line: 1, depth: 0 },
  })
  const brazilian = makeTalk('pao', { title: 'As padarias pequenas', language: 'pt-BR' })
  const engine = createLunrEngine({ talks: [italian, brazilian, ...gardenTalks], version: 'bread' })
  const first = async (question: string) => (await engine.search(parseQuery(question))).results[0]
  expect((await first('forno antico'))?.talk).toBe(italian)
  expect((await first('"forno antico"'))?.talk).toBe(italian)
  expect((await first('padaria'))?.talk).toBe(brazilian)
  expect((await first('forno antico'))?.quote(400).highlights).toEqual([
    [2, 7],
    [8, 15],
  ])
  expect((await first('compost heaps'))?.talk.id).toBe('garden-2020/compost')
})

test("a team's own synonyms are found like the built-in ones, phrases and all", async () => {
  const synonyms = [
    ['tdh', 'turning the heap'],
    ['barrel', 'cask'],
  ]
  const engine = createLunrEngine({ talks: gardenTalks, version: 'garden', synonyms })
  const first = async (question: string) => (await engine.search(parseQuery(question))).results[0]?.talk.id
  expect(await first('cask')).toBe('garden-2020/rain')
  expect(await first('what is tdh?')).toBe('garden-2020/compost')
  expect(await firstOf('cask')).toBeUndefined()
})

test('says that an answer is partial where time runs out, and has the same talks all the same', async () => {
  let time = 0
  const slow = createLunrEngine(
    { talks: gardenTalks, version: 'garden' },
    {
      now: () => {
        time += 600
        return time
      },
    },
  )
  const { results, isPartial } = await slow.search(parseQuery('compost heaps'))
  expect(isPartial).toBe(true)
  expect(results.map(({ talk }) => talk.id).toSorted()).toEqual(
    (await search('compost heaps')).map(({ talk }) => talk.id).toSorted(),
  )
  expect((await garden.search(parseQuery('compost heaps'))).isPartial).toBe(false)
})

test('explains a score as the sum of its parts', async () => {
  const { results } = await garden.search(parseQuery('turning compost heaps'), { explain: true })
  for (const { score, explanation } of results) {
    const { terms, proximity, names } = explanation!
    const sum = terms.reduce((all, { weight, text, title }) => all + weight * (text + title), 0)
    expect(sum + proximity + names).toBeCloseTo(score, 3)
  }
  expect(results[0]?.explanation?.terms.find(({ term }) => term === 'compost')?.fields).toContainEqual({
    field: 'title',
    count: 1,
  })
})

test('the first results are the same, however many are asked for, also of talks that all have the words', async () => {
  const random = createRandom(7)
  const words = Array.from(
    { length: 30 },
    (_, place) => `w${String.fromCharCode(97 + (place % 26))}orb${place < 26 ? '' : 's'}`,
  )
  const anyWord = () => words[Math.floor(random() ** 2 * words.length)]!
  const talks = Array.from({ length: 300 }, (_, place) => {
    const text = Array.from({ length: 3 + Math.floor(random() * 40) }, anyWord).join(' ')
    return makeTalk(`talk-${place}`, {
      title: `On ${anyWord()}`,
      summary: { form: 'paragraph', text, line: 1, depth: 0 },
    })
  })
  const engineOfMany = createLunrEngine({ talks, version: 'many' })
  for (let asked = 0; asked < 40; asked += 1) {
    const query = parseQuery([anyWord(), anyWord(), anyWord()].join(' '))
    for (const minShare of [0.5, 0.9]) {
      const idsOf = async (limit: number) =>
        (await engineOfMany.search(query, { limit, minShare })).results.map(({ talk }) => talk.id)
      const all = await idsOf(300)
      for (const limit of [5, 20, 40, 60]) expect(await idsOf(limit)).toEqual(all.slice(0, limit))
    }
  }
})
