import { type Clock, createClock } from '../../src/tips/clock.ts'

/** A time that several processes share: what it is at a moment of the machine's time, and how fast it passes from there. */
export interface FastTime {
  readonly realOrigin: number
  readonly origin: number
  /** How many of its seconds pass in one. */
  readonly speed: number
}

export interface FastClock extends Clock {
  /** From now on it shows another time, or passes at another speed. */
  set(time: FastTime): void
}

export function createFastClock(begin: FastTime): FastClock {
  const real = createClock()
  let time = begin
  let steadyOrigin = { real: real.steady(), steady: 0 }
  const steady = () => steadyOrigin.steady + (real.steady() - steadyOrigin.real) * time.speed
  return {
    now: () => Math.floor(time.origin + (real.now() - time.realOrigin) * time.speed),
    steady,
    sleep: (ms, signal) => real.sleep(ms / time.speed, signal),
    set(next) {
      steadyOrigin = { steady: steady(), real: real.steady() }
      time = next
    },
  }
}
