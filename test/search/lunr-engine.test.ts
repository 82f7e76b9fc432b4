import { expect, test } from 'vitest'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { parseQuery } from '../../src/search/parse-query.ts'
import { describeEngine } from './engine-contract.ts'
import { gardenTalks } from './garden-corpus.ts'

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
  expect(result?.passage).toMatchObject({
    text: 'Keep citrus peel out of a compost heap.',
    section: 'takeaways',
    file: 'corpus/garden-2020/compost.md',
    line: 13,
  })
  const marked = result?.passage.highlights.map(([start, end]) => result.passage.text.slice(start, end))
  expect(marked).toEqual(['citrus', 'peel'])
})

test('names the section that a passage stands in', async () => {
  const [result] = await search('watering timer')
  expect(result?.passage).toMatchObject({ section: 'Watering', line: 15 })
})

test('coverage is high where a talk is about all of the question, and low where the notes lack its topic', async () => {
  const coverage = async (question: string) => (await search(question))[0]?.coverage ?? 0
  expect(await coverage('compost heap')).toBeGreaterThan(0.9)
  expect(await coverage('kubernetes compost')).toBeLessThan(0.5)
  expect(await coverage('kubernetes')).toBe(0)
})
