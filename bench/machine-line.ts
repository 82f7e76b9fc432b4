import { availableParallelism, loadavg, totalmem } from 'node:os'

/** On what something is measured: `2 cores, 8 GB, Node v24.1.0; load average 0.3 at the start.` */
export function machineLine(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]!.toFixed(1)
  return `${availableParallelism()} cores, ${memory} GB, Node ${process.version}; load average ${load} at the start.`
}
