/** Time, as tips see it. */
export interface Clock {
  /** Whole epoch milliseconds; can jump. */
  now(): number
  /** Milliseconds since some fixed moment; never jumps. */
  steady(): number
  /** Resolves after that long, or at once when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** Time as somebody else has it, who can be asked what it is before anything is decided by it. */
export interface AskedClock extends Clock {
  /** Resolves to whether `now` is beyond doubt. */
  makeSure?(): Promise<boolean>
}

/** The time of this machine. */
export function createClock(): Clock {
  return {
    now: Date.now,
    steady: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const wake = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, Math.max(0, ms))
        signal.addEventListener('abort', wake)
      }),
  }
}
