/**
 * Loaded into Hallway's process before it starts: tells the soak, when asked, what the process has and how long its
 * event loop stood still since it was asked before.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Reading {
  /** Bytes that are left after a garbage collection. */
  readonly heap: number
  readonly resident: number
  /** Handles and requests that keep Node's loop alive, timers left out. */
  readonly handles: number
  /** The longest time for which nothing else could run, in milliseconds: on a busy machine also because of others. */
  readonly longestBlock: number
  /** The most processor time that was worked in one go, in milliseconds: what of a block is our own. */
  readonly longestWork: number
}

/** Asked for with the word `quietly`, it does not collect garbage, which takes time itself. */
if (process.send !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs() })
  delay.enable()
  let [worked, longestWork] = [workedMs(), 0]
  setInterval(() => {
    const now = workedMs()
    longestWork = Math.max(longestWork, now - worked)
    worked = now
  }, resolutionMs()).unref()
  process.on('message', (word) => {
    const longestBlock = Math.max(0, delay.max / 1e6 - resolutionMs())
    if (word !== 'quietly') globalThis.gc?.()
    const { heapUsed: heap, rss: resident } = process.memoryUsage()
    const handles = process.getActiveResourcesInfo().filter((name) => !/Timeout|Immediate/.test(name)).length
    process.send?.({ heap, resident, handles, longestBlock, longestWork } satisfies Reading)
    // The collection is ours, not Hallway's.
    setImmediate(() => {
      delay.reset()
      worked = workedMs()
      longestWork = 0
    })
  })
  // It ends with its own work, whoever listens.
  process.channel?.unref()
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function resolutionMs(): number {
  return 5
}
