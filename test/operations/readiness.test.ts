import { afterEach, expect, test, vi } from 'vitest'
import { createReadiness } from '../../src/operations/readiness.ts'

afterEach(() => void vi.useRealTimers())

test('ready is only what has started, has nothing amiss, and is not about to stop', async () => {
  const readiness = createReadiness()
  let amiss: string | undefined
  readiness.require('slack', () => amiss)
  expect(await readiness.read()).toEqual({ isReady: false, checks: { process: 'starting', slack: 'ok' } })
  readiness.started()
  expect(await readiness.read()).toEqual({ isReady: true, checks: { process: 'ok', slack: 'ok' } })
  amiss = 'not connected'
  expect(await readiness.read()).toEqual({
    isReady: false,
    checks: { process: 'ok', slack: 'not connected' },
  })
  amiss = undefined
  readiness.stopping()
  expect(await readiness.read()).toEqual({ isReady: false, checks: { process: 'stopping', slack: 'ok' } })
})

test('what is only mentioned is told, and leaves it ready', async () => {
  const readiness = createReadiness()
  readiness.started()
  readiness.mention('workspaces', () => 'the notes of a workspace cannot be read')
  expect(await readiness.read()).toEqual({
    isReady: true,
    checks: { process: 'ok', workspaces: 'the notes of a workspace cannot be read' },
  })
})

test('a check that throws, or does not answer, is amiss', async () => {
  vi.useFakeTimers()
  const readiness = createReadiness()
  readiness.started()
  readiness.require('store', async () => {
    throw new Error('cannot reach it')
  })
  readiness.require('index', () => new Promise(() => {}))
  const reading = readiness.read()
  await vi.runAllTimersAsync()
  expect(await reading).toEqual({
    isReady: false,
    checks: { process: 'ok', store: 'cannot reach it', index: 'no answer within 2 seconds' },
  })
})
