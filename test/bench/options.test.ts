import { expect, it } from 'vitest'
import { parseOptions } from '../../bench/search/options.ts'

const parse = (args: string) => parseOptions(`--data folder ${args}`.trim().split(' '))

it('measures everything with every engine unless told otherwise', () => {
  expect(parse('')).toMatchObject({
    data: 'folder',
    quick: false,
    task: {
      kind: 'measure',
      parts: ['quality', 'robustness', 'abstaining', 'speed', 'long'],
      sizes: [1000, 10_000, 21_715],
    },
  })
})

it('takes several parts, engines, collections and sizes, in an order of its own', () => {
  expect(parse('--only long,quality --engines lunr,hallway --collections cran,adi --sizes 5,10')).toEqual({
    data: 'folder',
    collections: ['cran', 'adi'],
    quick: false,
    task: { kind: 'measure', parts: ['quality', 'long'], engines: ['hallway', 'lunr'], sizes: [5, 10] },
  })
})

it('takes files of questions and parts of the names of ideas for an ablation', () => {
  expect(parse('--ablate --questions a.tsv --questions b --ideas names,title').task).toEqual({
    kind: 'ablate',
    questions: ['a.tsv', 'b'],
    ideas: ['names', 'title'],
  })
})

it('takes a parameter and its values for tuning', () => {
  expect(parse('--tune names.title --values 0,0.5,1').task).toEqual({
    kind: 'tune',
    path: 'names.title',
    values: [0, 0.5, 1],
    questions: [],
  })
})

it('takes models, questions and numbers of talks for meaning', () => {
  expect(parse('--meaning data --questions a.tsv').task).toEqual({
    kind: 'meaning',
    folder: 'data',
    questions: ['a.tsv'],
    sizes: [56, 1000],
  })
})

it.each([
  ['--meaning data --ablate', '--meaning: without --ablate'],
  ['--only speed,colour', '--only: colour is none of quality'],
  ['--engines bing', '--engines: bing is none of hallway'],
  ['--sizes 0', '--sizes: 0 is not a list'],
  ['--sizes many', '--sizes: many is not a list'],
  ['--tune names.colour --values 1', '--tune: names.colour is none of'],
  ['--tune names --values 1', '--tune: names is none of'],
  ['--tune names.title', '--values: a list of numbers'],
  ['--tune names.title --values 1,,2', '--values: a list of numbers'],
  ['--tune names.title --values 1,two', '--values: a list of numbers'],
  ['--ablate --tune names.title --values 1', 'one at a time'],
  ['--ablate --only speed', '--only does not go with ablate'],
  ['--values 1', '--values does not go with measure'],
])('refuses %s', (args, message) => {
  expect(() => parse(args)).toThrow(message)
})

it('refuses to begin without the data', () => {
  expect(() => parseOptions([])).toThrow('--data is missing')
})
