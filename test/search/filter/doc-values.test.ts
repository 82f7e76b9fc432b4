import { expect, test } from 'vitest'
import { nameKeyOf } from '../../../src/search/filter/doc-values.ts'
import { readDocValues } from '../../../src/search/filter/read-doc-values.ts'
import { growthOf, maxGrowth } from '../../helpers/growth.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

test.each([
  ['pycon-it', ' pycon it '],
  ['e-commerce', ' e commerce '],
  ['Zürich, machine-learning', ' zurich machine learning '],
])('a name is found by each of its words, hyphens or not: %s', (name, key) => {
  expect(nameKeyOf(name)).toBe(key)
})

test('the speakers of a talk are read in a time that grows as their number, each with the first handle of the name', async () => {
  const named = (place: number) => ({ name: `Ada ${place.toString(36)}`, handle: `@ada${place}` })
  const read = (length: number) => {
    const speakers = Array.from({ length }, (_, place) => named(place))
    return readDocValues([makeTalk('oars', { speakers: [...speakers, { ...speakers[1]!, handle: '@tom' }] })])
  }
  const { speaker } = read(3)
  expect(speaker.keys).toEqual(['| ada 0 | ada0 |', '| ada 1 | ada1 |', '| ada 2 | ada2 |'])
  expect(speaker.numbers).toHaveLength(3)
  expect(await growthOf(read, 60_000)).toBeLessThan(maxGrowth)
})
