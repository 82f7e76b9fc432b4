import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWriteProbe } from '../../src/store/write-probe.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('writes once for all who ask while it is under way, and for a second after', async () => {
  let writes = 0
  let finish = () => {}
  const probe = createWriteProbe(() => {
    writes += 1
    return new Promise((resolve) => {
      finish = resolve
    })
  })
  const asked = [probe(), probe()]
  await vi.advanceTimersByTimeAsync(60_000)
  asked.push(probe())
  finish()
  await Promise.all(asked)
  await vi.advanceTimersByTimeAsync(900)
  await probe()
  expect(writes).toBe(1)
  await vi.advanceTimersByTimeAsync(100)
  void probe()
  expect(writes).toBe(2)
})

test('a failure is told to all who ask, and tried again after a second', async () => {
  let isFull = true
  const probe = createWriteProbe(async () => {
    if (isFull) throw new Error('no room')
  })
  await expect(probe()).rejects.toThrow('no room')
  isFull = false
  await expect(probe()).rejects.toThrow('no room')
  await vi.advanceTimersByTimeAsync(1_000)
  await probe()
})
