import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswerQueue, queueLimits } from '../../../src/slack/client/answer-queue.ts'
import { runs } from '../../helpers/runs.ts'

/** Until all that can go on has gone on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Takes a turn for each asker in order, and tells in which order they had it; each ends the one before it. */
async function orderOf(askers: readonly string[], limits = { ...queueLimits, maxRunning: 1 }) {
  const queue = createAnswerQueue(limits)
  const order: string[] = []
  const all = askers.map(async (asker) => {
    const [person = '', channel = 'C'] = asker.split('@')
    const end = await queue.enter({ person, channel })
    if (end === undefined) return `${asker} refused`
    order.push(person)
    await settle()
    end()
    return asker
  })
  const outcomes = await Promise.all(all)
  return { order, refused: outcomes.filter((outcome) => outcome.endsWith('refused')) }
}

test('persons take turns, however much one of them asks', async () => {
  const { order } = await orderOf(['a', 'a', 'a', 'a', 'b', 'c', 'b'])
  expect(order).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'a'])
})

test('who asks too much is refused, and others are not', async () => {
  const limits = { maxRunning: 1, maxOfPerson: 2, maxInChannel: 50, maxWaiting: 100 }
  const { order, refused } = await orderOf(['a', 'a', 'a', 'a', 'a', 'b'], limits)
  expect(refused).toEqual(['a refused', 'a refused'])
  expect(order).toContain('b')
})

test('a channel in which too many ask is refused, and others are not', async () => {
  const limits = { maxRunning: 1, maxOfPerson: 9, maxInChannel: 2, maxWaiting: 100 }
  const { refused } = await orderOf(['a@1', 'b@1', 'c@1', 'd@1', 'e@2'], limits)
  expect(refused).toEqual(['d@1 refused'])
})

test('all who are let in have a turn, never more at once than may, and after a rush there is room again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...'abcd'), fc.constantFrom(...'12')), { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      async (askers, maxRunning) => {
        const queue = createAnswerQueue({ maxRunning, maxOfPerson: 3, maxInChannel: 5, maxWaiting: 8 })
        let running = 0
        let most = 0
        const rush = async () =>
          Promise.all(
            askers.map(async ([person, channel]) => {
              const end = await queue.enter({ person, channel })
              if (end === undefined) return false
              running += 1
              most = Math.max(most, running)
              await Promise.resolve()
              running -= 1
              end()
              end()
              return true
            }),
          )
        const first = await rush()
        expect(await rush()).toEqual(first)
        expect(most).toBeLessThanOrEqual(maxRunning)
      },
    ),
    { numRuns: runs(40) },
  )
})
