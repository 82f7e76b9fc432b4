import { expect, test } from 'vitest'
import { readSpelledValues } from '../../../src/search/filter/read-doc-values.ts'
import { createIndexReader } from '../../../src/search/index/index-reader.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { createNamedEvents, talkCalled } from '../../../src/search/rank/named-talks.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import { makeTalk, passage } from '../../helpers/make-talk.ts'

const at = (id: string, name: string, title: string) => ({
  ...makeTalk(id, { event: { id, name }, title }),
  id: `${id}/talk`,
})
const talks = [
  at('bees-2018', 'Bee Days 2018', 'Wild bees'),
  at('bees-2019', 'Bee Days 2019', 'Bees, bees and more bees of all days'),
  at('honey', 'Honey', 'Honey bees'),
]
const named = createNamedEvents(readSpelledValues(talks).docValues.event)

test.each([
  ['bees at Bee Days 2018', [1, 0, 0]],
  ['what was there at bee days 2019?', [0, 1, 0]],
  ['bees-2018', [1, 0, 0]],
  ['bee days', undefined],
  ['honey', undefined],
])('“%s” names the events of %j', (question, documents) => {
  expect(named(parseQuery(question))).toEqual(documents && Uint8Array.from(documents))
})

test('talks of an event that the question names come first', async () => {
  const engine = createLunrEngine({ talks, version: 'events' })
  for (const year of [2018, 2019]) {
    const { results } = await engine.search(parseQuery(`bees at Bee Days ${year}`), { explain: true })
    expect(results[0]?.talk.id).toBe(`bees-${year}/talk`)
    expect(results[0]?.explanation?.event).toBeGreaterThan(0)
    expect(results[1]?.explanation?.event).toBe(0)
  }
})

const called = ['Honey', 'Wax', 'Über-Stöcke', 'C++', 'Queen bees'].flatMap((name, at) => [
  makeTalk(`own-${at}`, {
    title: `${name}${[': a history', ' – then and now', ' (live)', ' | 2026', ': who rules'][at]}`,
  }),
  // All about it, under another title.
  makeTalk(`other-${at}`, {
    title: `Why ${name}`,
    tags: [name],
    summary: passage(`${name}, ${name} and ${name}.`, 3),
  }),
])

test.each([
  ['Honey', 'own-0'],
  ['who talked about honey?', 'own-0'],
  ['what did they say about wax', 'own-1'],
  ['slides of Wax', 'own-1'],
  ['über-stöcke', 'own-2'],
  ['C++ video', 'own-3'],
  ['the talk on queen bees', 'own-4'],
])('“%s” asks first for the talk that is called so', async (question, id) => {
  const engine = createLunrEngine({ talks: called, version: 'called' })
  const { results } = await engine.search(parseQuery(question))
  expect(results[0]?.talk.id).toContain(id)
})

test('a title that is the name goes before one that only begins with it', async () => {
  const talks = [...called, makeTalk('whole', { title: 'Honey' })]
  const { results } = await createLunrEngine({ talks, version: 'whole' }).search(
    parseQuery('what was the honey talk about?'),
  )
  expect(results[0]?.talk.title).toBe('Honey')
})

test.each([
  ['honey and wax', called],
  ['queen', called],
  ['honey', [...called, makeTalk('again', { title: 'Honey: once more' })]],
])('“%s” names no single talk', (question, talks) => {
  const sorted = talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const reader = createIndexReader(prepareSearch(sorted).index)
  expect(talkCalled(parseQuery(question), { reader, talks: sorted }, undefined)).toEqual([])
})
