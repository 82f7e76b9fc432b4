import { expect, test } from 'vitest'
import { runSimulation } from '../../bench/simulate/run-simulation.ts'
import { riggedCorpus } from '../corpora/harbour.ts'

test('through 300 steps of faults, every question has exactly one answer or one stated reason', async () => {
  const outcome = await runSimulation({ seed: 12, steps: 300, corpus: riggedCorpus })
  expect(outcome.broken).toEqual([])
  expect(outcome.questions).toBeGreaterThan(100)
  expect(outcome.faults).toBeGreaterThan(30)
  expect(outcome.restarts).toBeGreaterThan(5)
}, 240_000)
