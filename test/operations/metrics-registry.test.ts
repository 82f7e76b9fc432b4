import { expect, test } from 'vitest'
import { createRegistry } from '../../src/operations/metrics-registry.ts'

test('a counter is written with its labels, each series on a line', async () => {
  const registry = createRegistry()
  const questions = registry.counter<'surface'>('questions_total', 'Questions.')
  questions.add({ surface: 'mention' })
  questions.add({ surface: 'button' }, 2)
  questions.add({ surface: 'mention' })
  expect(await registry.text()).toBe(
    '# HELP questions_total Questions.\n# TYPE questions_total counter\n' +
      'questions_total{surface="mention"} 2\nquestions_total{surface="button"} 2\n',
  )
})

test('a histogram counts each value in all buckets that it fits', async () => {
  const registry = createRegistry()
  const times = registry.histogram('seconds', 'Times.', [0.1, 1])
  for (const value of [0.1, 0.5, 3]) times.observe({}, value)
  expect((await registry.text()).split('\n').slice(2)).toEqual([
    'seconds_bucket{le="0.1"} 1',
    'seconds_bucket{le="1"} 2',
    'seconds_bucket{le="+Inf"} 3',
    'seconds_sum 3.6',
    'seconds_count 3',
    '',
  ])
})

test('what is read is read anew each time, and left out where there is nothing', async () => {
  const registry = createRegistry()
  let depth: number | undefined = 1
  registry.read('gauge', 'depth', 'Depth.', () => depth)
  expect(await registry.text()).toContain('\ndepth 1\n')
  depth = 2
  expect(await registry.text()).toContain('\ndepth 2\n')
  depth = undefined
  expect(await registry.text()).toBe('# HELP depth Depth.\n# TYPE depth gauge\n')
})

test('nothing in a label ends it early', async () => {
  const registry = createRegistry()
  registry.counter<'name'>('odd_total', 'a\\b\nc').add({ name: 'q"\\\n' })
  expect(await registry.text()).toContain('# HELP odd_total a\\\\b\\nc\n')
  expect(await registry.text()).toContain('odd_total{name="q\\"\\\\\\n"} 1\n')
})

test('a name is given once', async () => {
  const registry = createRegistry()
  registry.counter('twice_total', 'Once.')
  expect(() => registry.counter('twice_total', 'Again.')).toThrow('twice_total')
})
