import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import type { Registry } from './metrics-registry.ts'

/** What every Node process can tell of itself, by the names that dashboards for Node know. */
export function measureProcess(registry: Registry, { version }: { readonly version: string }): void {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const start = performance.timeOrigin / 1000
  let before = performance.eventLoopUtilization()

  registry.read('gauge', 'hallway_build_info', 'The version that runs; always 1.', () => [
    { labels: { version, node: process.version }, value: 1 },
  ])
  registry.read(
    'counter',
    'process_cpu_seconds_total',
    'Processor time of all threads, in seconds.',
    () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  )
  registry.read(
    'gauge',
    'process_start_time_seconds',
    'When the process started, epoch seconds.',
    () => start,
  )
  registry.read('gauge', 'process_resident_memory_bytes', 'Memory that the process holds.', () =>
    process.memoryUsage.rss(),
  )
  registry.read('gauge', 'process_open_fds', 'Open files and connections, on Linux.', openFiles)
  registry.read(
    'gauge',
    'nodejs_heap_size_used_bytes',
    'Memory in use for JavaScript.',
    () => process.memoryUsage().heapUsed,
  )
  for (const [name, percentile] of [
    ['nodejs_eventloop_lag_p50_seconds', 50],
    ['nodejs_eventloop_lag_p99_seconds', 99],
  ] as const)
    registry.read('gauge', name, `How late the event loop is, at the ${percentile}th percentile.`, () =>
      lagSeconds(delay.percentile(percentile)),
    )
  registry.read(
    'gauge',
    'nodejs_eventloop_lag_max_seconds',
    'The latest of it since metrics were read.',
    () => {
      const max = lagSeconds(delay.max)
      delay.reset()
      return max
    },
  )
  registry.read(
    'gauge',
    'nodejs_eventloop_utilization_ratio',
    'Share of the time since metrics were read in which the event loop was busy.',
    () => {
      const now = performance.eventLoopUtilization()
      const { utilization } = performance.eventLoopUtilization(now, before)
      before = now
      return utilization
    },
  )
}

/** The histogram is in nanoseconds and counts the timer's own 10 ms too. Before anything was measured it gives NaN. */
const lagSeconds = (nanoseconds: number): number =>
  Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - 0.01) : 0

function openFiles(): number | undefined {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return undefined
  }
}
