import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event, Talk } from '../../src/notes/talk.ts'
import { compileIndex } from '../../src/search/index/compile-index.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'
import { prepareSearch } from '../../src/search/search-data.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { runs } from '../helpers/runs.ts'

const events: readonly Event[] = [
  { id: 'hive', name: 'Hive Days' },
  { id: 'hive', name: 'Hive Days', year: 2020 },
  { id: 'hive', name: 'Hive Days', starts: '2020-05-01', ends: '2020-05-02' },
  { id: 'pond', name: 'PondConf', year: 2019 },
]
const name = fc.constantFrom('Ada Lovelace', 'ada lovelace', 'Ada  Lovelace', 'Alan', 'ALAN', '★')
const tag = fc.constantFrom('machine learning', 'machine-learning', 'Machine.Learning', 'bees')
const date = fc.constantFrom('2020-05-01', '2020-05-02', '2019-01-01')

const talk = fc
  .record({
    id: fc.nat({ max: 20 }),
    event: fc.constantFrom(...events),
    title: fc.constantFrom('Bees', 'bees 2', 'Bees 10', 'Apiary'),
    speakers: fc.array(
      fc.record({ name, handle: fc.constantFrom('ada_l', 'alan') }, { requiredKeys: ['name'] }),
      {
        maxLength: 2,
      },
    ),
    tags: fc.array(tag, { maxLength: 3 }),
    slot: fc.record(
      { date, starts: fc.constantFrom('09:00', '10:30'), room: fc.constantFrom('Barn', 'barn') },
      { requiredKeys: [] },
    ),
  })
  .map(({ id, slot, ...said }): Talk => ({ ...gardenTalks[0]!, ...said, ...slot, id: `t/${id}` }))

/** In order of id, each id once. */
const talks = fc
  .uniqueArray(talk, { selector: ({ id }) => id, maxLength: 12 })
  .map((list) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1)))

test('updated search data are those that are made of the same talks anew', () => {
  fc.assert(
    fc.property(talks, talks, fc.array(fc.boolean()), (before, others, stays) => {
      const stay = before.filter((_, place) => stays[place] !== false)
      const ids = new Set(stay.map(({ id }) => id))
      const after = [...stay, ...others.filter(({ id }) => !ids.has(id))].toSorted((a, b) =>
        a.id < b.id ? -1 : 1,
      )
      const documents = after.map((one) => (stay.includes(one) ? before.indexOf(one) : undefined))
      const index = compileIndex(after, defaultParameters.index)
      expect(prepareSearch(after, index, { data: prepareSearch(before), documents })).toEqual(
        prepareSearch(after, index),
      )
    }),
    { numRuns: runs(300) },
  )
})
