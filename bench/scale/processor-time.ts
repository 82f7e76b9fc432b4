import { readdirSync, readFileSync } from 'node:fs'

/** Of processes with all that they have started, in milliseconds since their start; undefined if the system does not tell (Linux). */
export function processorTimeOf(pids: readonly number[]): number | undefined {
  const all = new Map(readProcesses().map((one) => [one.pid, one]))
  if (pids.length === 0 || !pids.every((pid) => all.has(pid))) return undefined
  const isTheirs = (pid: number): boolean =>
    pids.includes(pid) || (all.has(pid) && isTheirs(all.get(pid)!.parent))
  return [...all.values()].filter(({ pid }) => isTheirs(pid)).reduce((sum, { ms }) => sum + ms, 0)
}

/** Of this process alone, in milliseconds. */
export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Of these processes without what they have started, in megabytes; undefined if the system does not tell (Linux). */
export function residentMemoryOf(pids: readonly number[]): number | undefined {
  const each = pids.map((pid) => Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]))
  return each.length === 0 || each.some(Number.isNaN) ? undefined : each.reduce((a, b) => a + b) / 1024
}

interface RunningProcess {
  readonly pid: number
  readonly parent: number
  readonly ms: number
}

function readProcesses(): RunningProcess[] {
  const names = (() => {
    try {
      return readdirSync('/proc')
    } catch {
      return []
    }
  })()
  return names.flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    // What stands before has the program's name, with any signs in it.
    const fields = read(`/proc/${name}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    if (fields.length < 20) return []
    // State, parent, …; ticks of its own in user and system mode, and of children that have ended.
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0)
    return { pid: Number(name), parent: fields[1]!, ms: ticks * msPerTick }
  })
}

/** Linux tells programs a hundred ticks a second, whatever its own clock. */
const msPerTick = 10

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
