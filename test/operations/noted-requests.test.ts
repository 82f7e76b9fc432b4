import { setImmediate as tick } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createRequests, type NotedRequest } from '../../src/operations/noted-requests.ts'

function recording() {
  const requests = createRequests()
  const done: NotedRequest[] = []
  requests.onDone((request) => done.push(request))
  return { requests, done }
}

test('what is noted and timed belongs to the request that it is done for, however many run at once', async () => {
  const { requests, done } = recording()
  const ask = (surface: 'mention' | 'command', outcome: 'found' | 'none') =>
    requests.run(surface, async () => {
      const id = requests.currentId()
      await tick()
      await requests.step('search', async () => {
        await tick()
        requests.note(outcome)
        expect(requests.currentId()).toBe(id)
      })
      return id
    })
  const ids = await Promise.all([ask('mention', 'found'), ask('command', 'none')])
  expect(new Set(ids).size).toBe(2)
  expect(done).toMatchObject([
    { id: ids[0], surface: 'mention', outcome: 'found', steps: [{ name: 'search' }] },
    { id: ids[1], surface: 'command', outcome: 'none', steps: [{ name: 'search' }] },
  ])
})

test('a failure stays one, and is told though the work throws', async () => {
  const { requests, done } = recording()
  const failing = requests.run('button', async () => {
    requests.note('failed')
    requests.note('found')
    expect(requests.inFlight()).toBe(1)
    throw new Error('lost')
  })
  await expect(failing).rejects.toThrow('lost')
  expect(done).toMatchObject([{ surface: 'button', outcome: 'failed' }])
  expect(requests.inFlight()).toBe(0)
})

test('outside of a request, work is done all the same', async () => {
  const { requests, done } = recording()
  requests.note('found')
  expect(await requests.step('store', async () => 1)).toBe(1)
  expect(requests.currentId()).toBeUndefined()
  expect(done).toEqual([])
})
