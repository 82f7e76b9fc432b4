interface RefusalLogOptions {
  readonly warn: (line: string) => void
  /** Milliseconds that only grow. Default: this process's. */
  readonly steady?: () => number
}

/** So many refusals are told one by one within a minute. */
const maxTold = 10
const minuteMs = 60_000

/**
 * Tells of requests that are refused, and of most only how many they were: whoever reaches a server can have any number of them
 * refused, and would fill the disk that the log is on.
 */
export function createRefusalLog({
  warn,
  steady = () => performance.now(),
}: RefusalLogOptions): (line: string) => void {
  let [since, told, untold] = [Number.NEGATIVE_INFINITY, 0, 0]
  const tellUntold = () => {
    if (untold > 0) warn(`${untold.toLocaleString('en')} more requests were refused within a minute.`)
    untold = 0
  }
  return (line) => {
    if (steady() - since >= minuteMs) {
      tellUntold()
      ;[since, told] = [steady(), 0]
    }
    if (told === maxTold) {
      untold += 1
      // It may have been the last one.
      if (untold === 1) setTimeout(tellUntold, minuteMs).unref()
    } else {
      told += 1
      warn(line)
    }
  }
}
