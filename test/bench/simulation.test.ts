import { describe, expect, test } from 'vitest'
import { runSimulation } from '../../bench/simulate/run-simulation.ts'

describe.concurrent('through 300 steps of faults', () => {
  test('every question has one answer or one reason, every tip comes once, and settings stay as confirmed', async () => {
    const outcome = await runSimulation({ seed: 12, steps: 300, corpus: 'corpus' })
    expect(outcome.broken).toEqual([])
    expect(outcome.questions).toBeGreaterThan(100)
    expect(outcome.faults).toBeGreaterThan(30)
    expect(outcome.deaths).toBeGreaterThan(5)
    expect(outcome.tips).toBeGreaterThan(3)
  }, 240_000)

  test.each(['check-then-post', 'forgets-events', 'forgets-questions', 'forgets-settings'] as const)(
    'a bot that is not right is caught: %s',
    async (broken) => {
      const outcome = await runSimulation({ seed: 12, steps: 300, corpus: 'corpus', broken })
      expect(outcome.broken).not.toEqual([])
    },
    240_000,
  )
})
