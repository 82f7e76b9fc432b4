import { expect, test } from 'vitest'
import { nameInStem } from '../../../src/notes/foreign/name-in-stem.ts'

test.each([
  ['2018-09-01_zorx-quxfoo_tides-of-the-north', 'Tides of the North', 'Zorx Quxfoo'],
  ['zorx-quxfoo--tides-of-the-north', 'Tides of the North', 'Zorx Quxfoo'],
  ['tides_ada-lovelace', 'Tides', 'Ada Lovelace'],
  ['charles_babbage_counting_engines', 'Counting engines', 'Charles Babbage'],
  ['tides-of-the-north_Zorx_Quxfoo', 'Tides of the whole north', 'Zorx Quxfoo'],
])('%s, called "%s", names %s', (stem, title, name) => {
  expect(nameInStem(stem, title)).toBe(name)
})

test.each([
  ['tides-of-the-north', 'Tides of the north'],
  ['machine-learning_tides', 'Tides'],
  ['2018-09-01_deep-sea_waves', 'Something else'],
  ['charles_babbage_counting_engines', 'Tides'],
  ['ebb-and-flood_Zorx_Quxfoo', 'Tides'],
])('%s, called "%s", names nobody', (stem, title) => {
  expect(nameInStem(stem, title)).toBeUndefined()
})
