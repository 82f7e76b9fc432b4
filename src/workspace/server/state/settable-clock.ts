import type { WorkspaceClock } from '../../records.ts'

/** A clock that people can set forward. */
export interface SettableClock extends WorkspaceClock {
  /** Called, one after another, each time a stretch of skipped time has passed. */
  onTime(listener: () => Promise<unknown>): void
  /**
   * Lets the time up to then pass at once, in stretches of at most ten minutes: what is due in between happens in its
   * order and at its time, as if one had waited.
   */
  skipTo(instant: number): Promise<void>
}

const stretchMs = 10 * 60_000

/** @param nextEvent the next instant at which something is to happen, at which the clock must stop */
export function createSettableClock(
  base: WorkspaceClock,
  nextEvent: () => number | undefined,
): SettableClock {
  const listeners: (() => Promise<unknown>)[] = []
  let aheadMs = 0
  const now = () => base.now() + aheadMs

  async function tell(): Promise<void> {
    for (const listener of listeners) await listener()
  }

  return {
    now,
    onTime: (listener) => void listeners.push(listener),
    async skipTo(instant) {
      await tell()
      while (now() < instant) {
        const stop = Math.min(instant, now() + stretchMs, Math.max(nextEvent() ?? instant, now() + 1))
        aheadMs += stop - now()
        await tell()
      }
    },
  }
}
