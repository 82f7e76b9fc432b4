import { type Clock, createClock } from '../../src/tips/tip-scheduler.ts'

/** A time that several processes share: it passes faster than that of the machine, and can be made to jump. */
export interface FastTime {
  /** When it began, by the machine's clock and by its own. */
  readonly realOrigin: number
  readonly origin: number
  /** How many of its seconds pass in one. */
  readonly speed: number
}

export interface FastClock extends Clock {
  jump(ms: number): void
}

/** `jumpedMs`: what it has jumped so far, for a process that joins later. */
export function createFastClock({ realOrigin, origin, speed }: FastTime, jumpedMs = 0): FastClock {
  const real = createClock()
  let jumped = jumpedMs
  return {
    now: () => Math.floor(origin + jumped + (real.now() - realOrigin) * speed),
    steady: () => real.steady() * speed,
    sleep: (ms, signal) => real.sleep(ms / speed, signal),
    jump(ms) {
      jumped += ms
    },
  }
}
