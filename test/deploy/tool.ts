import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Tool {
  readonly name: string
  /** Why tests with it are skipped, for their title; empty if it is there. */
  readonly reason: string
  /** Runs it in the project's folder, and says what it said. */
  run(...words: readonly string[]): { readonly status: number | null; readonly output: string }
  /** As `run`, with something to read. */
  runWith(
    input: string,
    ...words: readonly string[]
  ): { readonly status: number | null; readonly output: string }
}

/** A program that checks files which no test of ours can try. */
export function findTool(name: string, versionFlag: string): Tool {
  const isThere = spawnSync(name, versionFlag.split(' '), { stdio: 'ignore' }).status === 0
  const call = (input: string, words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(name, words, { cwd: root, encoding: 'utf8', input })
    return { status, output: `${stdout}${stderr}` }
  }
  return {
    name,
    reason: isThere ? '' : ` (skipped: no ${name} on this machine)`,
    run: (...words) => call('', words),
    runWith: (input, ...words) => call(input, words),
  }
}
