import { expect, test } from 'vitest'
import { keyOf } from '../../../src/search/filter/doc-values.ts'

test.each([
  ['pycon-it', ' pycon it '],
  ['e-commerce', ' e commerce '],
  ['Zürich, machine-learning', ' zurich machine learning '],
])('a name is found by each of its words, hyphens or not: %s', (name, key) => {
  expect(keyOf(name)).toBe(key)
})
