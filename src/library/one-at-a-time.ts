/** Something that is never done twice at once. */
export interface OneAtATime {
  /** Does it; if it is being done, once more afterwards. Resolves when nothing is left to do. */
  ask(): Promise<void>
  /** Resolves when it is not being done. */
  rest(): Promise<void>
}

/** Has works done one after another, whatever becomes of each. */
export function oneAfterAnother(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work, work)
    last = done
    return done
  }
}

/**
 * @param run resolves to whether it must be done again
 * @param signal after which it is not begun again
 */
export function oneAtATime(run: () => Promise<boolean>, signal: AbortSignal): OneAtATime {
  let running: Promise<void> | undefined
  let isWanted = false

  async function runWhileWanted(): Promise<void> {
    while (isWanted && !signal.aborted) {
      isWanted = false
      if (await run()) isWanted = true
    }
  }

  return {
    ask() {
      isWanted = true
      running ??= runWhileWanted().finally(() => {
        running = undefined
      })
      return running
    },
    rest: async () => running,
  }
}
