import { expect, test } from 'vitest'
import { createWork } from '../../../src/slack/deliveries/work-in-flight.ts'

function begin(work: ReturnType<typeof createWork>) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const counted = work.count(() => promise)
  return { resolve, reject, counted }
}

const never = new AbortController().signal

test('with nothing under way it is done at once', async () => {
  await createWork().done(never)
})

test('it is done when all that was under way has ended, well or not', async () => {
  const work = createWork()
  const [one, two] = [begin(work), begin(work)]
  let done = false
  const waiting = work.done(never).then(() => {
    done = true
  })
  one.resolve()
  await one.counted
  expect(done).toBe(false)
  two.reject(new Error('refused'))
  await expect(two.counted).rejects.toThrow('refused')
  await waiting
})

test('it waits no longer than it is told to', async () => {
  const work = createWork()
  begin(work)
  const deadline = new AbortController()
  const waiting = work.done(deadline.signal)
  deadline.abort()
  await waiting
})
