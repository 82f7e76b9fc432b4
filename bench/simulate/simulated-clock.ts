import { type Clock, createClock } from '../../src/tips/clock.ts'

/** The time of a simulation: it passes as usual, and in leaps. */
export interface SimulatedClock {
  now(): number
  /** As the machine of the bots shows it, which may be wrong. */
  readonly ofBots: Clock
  pass(ms: number): void
  /** The machine's clock is that far ahead from now on, or behind if negative. */
  mislead(ms: number): void
  /** Whether it was ever wrong. */
  wasWrong(): boolean
}

/**
 * Pauses of this length are between looks; the simulation looks itself. Shorter ones are cut, though not so far that a bot
 * that waits for the database for a moment seems dead to the others.
 */
const longPauseMs = 10_000

export function createSimulatedClock(origin: number): SimulatedClock {
  const real = createClock()
  const began = real.steady()
  let [passed, error, isWrong] = [0, 0, false]
  const steady = () => real.steady() - began + passed
  const now = () => Math.floor(origin + steady())
  return {
    now,
    ofBots: {
      now: () => now() + error,
      steady,
      sleep: (ms, signal) => real.sleep(ms >= longPauseMs ? ms : ms / 20, signal),
    },
    pass(ms) {
      passed += ms
    },
    mislead(ms) {
      error = ms
      isWrong ||= ms !== 0
    },
    wasWrong: () => isWrong,
  }
}
