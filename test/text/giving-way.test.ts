import { setImmediate as tick } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { forEachGivingWay } from '../../src/text/giving-way.ts'

test('What takes long lets everything else have its turn', async () => {
  const order: string[] = []
  const other = tick().then(() => order.push('another’s turn'))
  await forEachGivingWay(['first', 'second', 'third'], (thing) => {
    const from = performance.now()
    while (performance.now() - from < 11);
    order.push(thing)
  })
  await other
  expect(order).toEqual(['first', 'another’s turn', 'second', 'third'])
})

test('What takes no time is done at once', async () => {
  const done: number[] = []
  await forEachGivingWay([1, 2, 3], (number) => done.push(number))
  expect(done).toEqual([1, 2, 3])
})
