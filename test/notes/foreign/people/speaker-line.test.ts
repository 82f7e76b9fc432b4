import { describe, expect, test } from 'vitest'
import { createIsName } from '../../../../src/notes/foreign/people/person-names.ts'
import { handleOf, speakersIn } from '../../../../src/notes/foreign/people/speaker-line.ts'

const namesIn = (line: string) => speakersIn(line, createIsName(line)).map(({ name }) => name)

describe('a line names speakers', () => {
  test.each([
    ['Ada Lovelace', ['Ada Lovelace']],
    ['**Ada Lovelace** | Engine Works', ['Ada Lovelace']],
    ['Ada Lovelace, Engine Society', ['Ada Lovelace']],
    ['Ada Lovelace and Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
    ['Ada Lovelace, Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
    ['by [Ada Lovelace](https://twitter.com/ada)', ['Ada Lovelace']],
    [
      'Speakers: [Ada Lovelace](https://a.example), [Charles Babbage](https://b.example)',
      ['Ada Lovelace', 'Charles Babbage'],
    ],
    ['Speaker: Zorx Quxfoo @ Engine Works', ['Zorx Quxfoo']],
    ['Vortrag von Zorx Quxfoo', ['Zorx Quxfoo']],
    ['Ein Vortrag von Ada Lovelace', ['Ada Lovelace']],
    ['par Ada Lovelace et Zorx Quxfoo', ['Ada Lovelace', 'Zorx Quxfoo']],
    ['Présenté par Ada Lovelace', ['Ada Lovelace']],
    ['por Ada Lovelace y Carlos Pier', ['Ada Lovelace', 'Carlos Pier']],
    ['di Ada Lovelace e Marco Pier', ['Ada Lovelace', 'Marco Pier']],
    ['Charla de Ada Lovelace', ['Ada Lovelace']],
    ['by José Ortega y Quxfoo', ['José Ortega y Quxfoo']],
    [
      'By Ada Lovelace, Charles A. Babbage, Zorx Quxfoo',
      ['Ada Lovelace', 'Charles A. Babbage', 'Zorx Quxfoo'],
    ],
    ['By Ada Lovelace, Engine Works, London', ['Ada Lovelace']],
    ['@ada', ['@ada']],
    ['Zorx Long @zorxlong', ['Zorx Long']],
    ['Zorx Quxfoo @zorx works at Engine Works', ['Zorx Quxfoo']],
    ['Zorx Quxfoo <zorx@engine.example>, Engine Works', ['Zorx Quxfoo']],
    ['otter, Ada "tide" Lovelace, Charles Babbage', ['otter', 'Ada Lovelace', 'Charles Babbage']],
    [
      'Ada Lovelace, Grace Wilhelmina Quxfoo Hopper, Charles Beispiel Exemplar Babbage and Mary Quxfoo Somerville',
      [
        'Ada Lovelace',
        'Grace Wilhelmina Quxfoo Hopper',
        'Charles Beispiel Exemplar Babbage',
        'Mary Quxfoo Somerville',
      ],
    ],
  ])('%s', (line, names) => {
    expect(namesIn(line)).toEqual(names)
  })
})

describe('a line names nobody', () => {
  test.each([
    'Machine Learning',
    'Open Source, everywhere',
    'A. Keynote',
    'Spoken Dutch Corpus',
    'By turning the crank, numbers move on.',
    'Di nuovo al mare',
    'Vortrag von gestern',
    'Machine Learning et Deep Learning',
    'Speaker: [Name]',
    'Speaker: TBD',
    'Speaker: https://people.example/1',
    'Engine Works',
  ])('%s', (line) => {
    expect(namesIn(line)).toEqual([])
  })
})

test.each([
  ['@ada', '@ada'],
  ['Twitter: @ada', '@ada'],
  ['**Twitter:** @ada', '@ada'],
  ['**Twitter**: [@ada](https://twitter.com/ada)', '@ada'],
  ['_Mastodon_: @ada@engine.example', '@ada@engine.example'],
  ['**Twitter:** @ada and @charles', undefined],
  ['**Ada** @ada', undefined],
])('%s is the handle %s and nothing else', (line, handle) => {
  expect(handleOf(line)).toBe(handle)
})
