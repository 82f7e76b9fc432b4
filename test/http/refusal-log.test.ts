import { expect, onTestFinished, test, vi } from 'vitest'
import { createRefusalLog } from '../../src/http/refusal-log.ts'

test('of many refusals the first of each minute are told one by one, and of the others how many they were', () => {
  const log: string[] = []
  let now = 0
  const tell = createRefusalLog({ warn: (line) => log.push(line), steady: () => now })
  for (let turn = 0; turn < 2_000; turn += 1) tell(`refused ${turn}`)
  expect(log).toEqual(Array.from({ length: 10 }, (_, turn) => `refused ${turn}`))
  now = 60_000
  tell('refused later')
  expect(log.slice(10)).toEqual(['1,990 more requests were refused within a minute.', 'refused later'])
  now = 180_000
  tell('refused at last')
  expect(log.slice(12)).toEqual(['refused at last'])
})

test('how many they were is told though none follows', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const log: string[] = []
  const tell = createRefusalLog({ warn: (line) => log.push(line), steady: () => Date.now() })
  for (let turn = 0; turn < 1_000; turn += 1) tell('refused')
  vi.advanceTimersByTime(3_600_000)
  expect(log.slice(10)).toEqual(['990 more requests were refused within a minute.'])
})
