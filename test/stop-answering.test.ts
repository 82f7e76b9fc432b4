import { expect, test } from 'vitest'
import { stopAnswering } from '../src/app-basis.ts'
import { createWork } from '../src/slack/deliveries/work-in-flight.ts'

test('stopping takes over from nobody first, then answers what has arrived, and what arrives until nothing can any more', async () => {
  const work = createWork()
  const order: string[] = []
  /** Work that says when it ends, which is when it is told to. */
  function begin(name: string): () => void {
    const told = Promise.withResolvers<void>()
    void work.count(async () => {
      order.push(`${name} begun`)
      await told.promise
      order.push(`${name} answered`)
    })
    return told.resolve
  }
  const endFirst = begin('the first question')
  let endLast = () => {}
  const stopped = stopAnswering({
    takeOver: { stop: () => void order.push('no taking over') },
    scheduler: { stop: async () => void order.push('no tips') },
    work,
    async stopReceiving() {
      endLast = begin('the last question')
      order.push('nothing arrives')
    },
  }).then(() => order.push('stopped'))
  await expect.poll(() => order).toContain('no tips')
  endFirst()
  await expect.poll(() => order).toContain('nothing arrives')
  // As long as it is not answered, waiting longer would not end it.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  endLast()
  await stopped
  expect(order).toEqual([
    'the first question begun',
    'no taking over',
    'no tips',
    'the first question answered',
    'the last question begun',
    'nothing arrives',
    'the last question answered',
    'stopped',
  ])
})
