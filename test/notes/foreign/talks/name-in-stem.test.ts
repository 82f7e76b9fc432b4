import { expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'
import { nameInStem, withoutNames } from '../../../../src/notes/foreign/talks/name-in-stem.ts'

test.each([
  ['2018-09-01_zorx-quxfoo_tides-of-the-north', 'Tides of the North', 'Zorx Quxfoo'],
  ['zorx-quxfoo--tides-of-the-north', 'Tides of the North', 'Zorx Quxfoo'],
  ['tides_ada-lovelace', 'Tides', 'Ada Lovelace'],
  ['charles_babbage_counting_engines', 'Counting engines', 'Charles Babbage'],
  ['j-smith--tides-that-turn', 'Tides that turn', 'J Smith'],
  ['j-k-pier_writing-code', 'Writing code', 'J K Pier'],
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

test.each([
  ['Zorx quxfoo tides that turn', ['Zorx Quxfoo'], 'Tides that turn'],
  ['Tides that turn zorx quxfoo', ['Zorx Quxfoo'], 'Tides that turn'],
  ['Zorx quxföo ben sample tides that turn', ['Zorx Quxfóo', 'Ben Sample'], 'Tides that turn'],
  ['Zorx quxfoo tides', ['Zorx Quxfoo'], 'Zorx quxfoo tides'],
  ['The zorx quxfoo method', ['Zorx Quxfoo'], 'The zorx quxfoo method'],
])('%s, by %j, is called %s', (title, names, bare) => {
  expect(
    withoutNames(
      title,
      names.map((name) => ({ name })),
    ),
  ).toBe(bare)
})

test('a note whose title nobody has put in is called by its file', () => {
  const body =
    '- **Speaker**: Zorx Quxfoo\n\n## Description\n\nThe water rises and falls twice a day, and some of those who row know when. '
  const text = `# Awesome talk title goes here\n\n${body.repeat(1)}${'Others ask them in the harbour. '.repeat(8)}\n`
  const { talks } = readForeignNote(text, { stem: 'zorx-quxfoo--tides-that-turn' })
  expect(talks.map(({ title }) => title)).toEqual(['Tides that turn'])
})
