import { expect, test } from 'vitest'
import { createNamedEvents } from '../../../src/search/filter/named-talks.ts'
import { readDocValues } from '../../../src/search/filter/read-doc-values.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const at = (id: string, name: string, title: string) => ({
  ...makeTalk(id, { event: { id, name }, title }),
  id: `${id}/talk`,
})
const talks = [
  at('bees-2018', 'Bee Days 2018', 'Wild bees'),
  at('bees-2019', 'Bee Days 2019', 'Bees, bees and more bees of all days'),
  at('honey', 'Honey', 'Honey bees'),
]
const named = createNamedEvents(readDocValues(talks).event)

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
