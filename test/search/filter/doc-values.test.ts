import { expect, test } from 'vitest'
import { nameKeyOf } from '../../../src/search/filter/doc-values.ts'

test.each([
  ['pycon-it', ' pycon it '],
  ['e-commerce', ' e commerce '],
  ['Zürich, machine-learning', ' zurich machine learning '],
])('a name is found by each of its words, hyphens or not: %s', (name, key) => {
  expect(nameKeyOf(name)).toBe(key)
})
