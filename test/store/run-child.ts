import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('child.ts', import.meta.url))

export function startChild(orders: object): ChildProcess {
  return spawn(process.execPath, [script, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Everything that the child printed, a value a line, once it has ended; a line cut off by its end is left out. */
export async function resultsOf(child: ChildProcess): Promise<readonly Record<string, unknown>[]> {
  let printed = ''
  for await (const chunk of child.stdout ?? []) printed += chunk
  return printed
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

export async function runChild(orders: object): Promise<Record<string, unknown>> {
  const [result] = await resultsOf(startChild(orders))
  return result ?? {}
}
