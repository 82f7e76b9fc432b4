import { type Clock, createClock } from '../../src/tips/clock.ts'

/** The time of a simulation: it passes as usual, and in leaps. */
export interface SimulatedClock {
  now(): number
  /** As the machine of the bots shows it, which may be wrong. */
  readonly ofBots: Clock
  pass(ms: number): void
  /** The machine's clock is that far ahead from now on, or behind if negative. */
  mislead(ms: number): void
}

export function createSimulatedClock(origin: number): SimulatedClock {
  const real = createClock()
  const began = real.steady()
  let [passed, error] = [0, 0]
  const steady = () => real.steady() - began + passed
  const now = () => Math.floor(origin + steady())
  return {
    now,
    ofBots: {
      now: () => now() + error,
      steady,
      sleep: real.sleep,
    },
    pass(ms) {
      passed += ms
    },
    mislead(ms) {
      error = ms
    },
  }
}
