import { expect, test } from 'vitest'
import { nameKeyOf } from '../../../src/search/filter/doc-values.ts'
import { readSpelledValues } from '../../../src/search/filter/read-doc-values.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

test.each([
  ['pycon-it', ' pycon it '],
  ['e-commerce', ' e commerce '],
  ['Zürich, machine-learning', ' zurich machine learning '],
])('a name is found by each of its words, hyphens or not: %s', (name, key) => {
  expect(nameKeyOf(name)).toBe(key)
})

test('the speakers of a talk are read in a time that grows as their number, each with the first handle of the name', () => {
  const named = (place: number) => ({ name: `Ada ${place.toString(36)}`, handle: `@ada${place}` })
  const speakers = Array.from({ length: 60_000 }, (_, place) => named(place))
  const before = process.cpuUsage()
  const { docValues } = readSpelledValues([
    makeTalk('oars', { speakers: [...speakers, { ...speakers[1]!, handle: '@tom' }] }),
  ])
  const { user, system } = process.cpuUsage(before)
  expect(docValues.speaker.keys.slice(0, 3)).toEqual([
    '| ada 0 | ada0 |',
    '| ada 1 | ada1 |',
    '| ada 2 | ada2 |',
  ])
  expect(docValues.speaker.numbers).toHaveLength(speakers.length)
  // Growing with the square, it took 14 seconds.
  expect((user + system) / 1000).toBeLessThan(6_000)
})
