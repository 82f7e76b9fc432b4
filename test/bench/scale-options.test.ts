import { expect, it } from 'vitest'
import { parseOptions } from '../../bench/scale/options.ts'

const parse = (args: string) => parseOptions(args === '' ? [] : args.split(' '))

it('measures everything on a node of its own unless told otherwise', () => {
  expect(parse('')).toEqual({
    data: undefined,
    parts: ['replicas', 'quality', 'sizes', 'workspaces'],
    replicas: [1, 2, 4],
    sizes: [21_715, 100_000, 1_000_000],
    workspaces: 20,
    notes: [100, 1000],
    questions: [],
    cluster: { kind: 'own', nodes: 1, heapMb: 1024 },
  })
})

it('takes each part alone, other numbers and a cluster that runs', () => {
  expect(
    parse('--data a --only sizes,replicas --replicas 3 --sizes 5,6 --opensearch http://a,http://b'),
  ).toMatchObject({
    data: 'a',
    parts: ['replicas', 'sizes'],
    replicas: [3],
    sizes: [5, 6],
    questions: [],
    cluster: { kind: 'given', addresses: ['http://a', 'http://b'] },
  })
})

it.each([
  ['--only speed', '--only: speed is none of replicas, quality, sizes, workspaces'],
  ['--sizes 0', '--sizes: 0 is not a list of whole numbers'],
  ['--replicas two', '--replicas: two is not a list'],
  ['--opensearch http://a --nodes 2', 'without --opensearch'],
])('says what is wrong with %s', (args, problem) => {
  expect(() => parse(args)).toThrow(problem)
})
