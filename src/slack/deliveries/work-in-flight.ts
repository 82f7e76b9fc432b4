import { setImmediate as tick } from 'node:timers/promises'

/** What is being answered at the moment, so that stopping can wait for it. */
export interface Work {
  count<Result>(work: () => Promise<Result>): Promise<Result>
  /** Resolves when nothing is being answered, or at the signal. */
  done(signal: AbortSignal): Promise<void>
}

export function createWork(): Work {
  let inFlight = 0
  const waiting = new Set<() => void>()
  return {
    async count(work) {
      inFlight += 1
      try {
        return await work()
      } finally {
        inFlight -= 1
        if (inFlight === 0) for (const resolve of waiting) resolve()
      }
    },
    async done(signal) {
      // An event that has just been read is counted some microtasks later.
      await tick()
      if (inFlight === 0) return
      await Promise.race([new Promise<void>((resolve) => waiting.add(resolve)), aborted(signal)])
      waiting.clear()
    },
  }
}

/** Resolves at the signal. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
