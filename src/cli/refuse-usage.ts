import type { TextOutput } from './write-output.ts'

/** Exit code for a command line that makes no sense, as in most programs; other failures exit with 1. */
export const usageExitCode = 2

/**
 * Says what is wrong with a command line and how the command is used; gives the exit code.
 * @param help the command's help text, which begins with `Usage: npx hallway <command>`
 */
export function refuseUsage(stderr: TextOutput, help: string, problem: string): typeof usageExitCode {
  const [usage = ''] = help.split('\n', 1)
  const command = /^Usage: npx (hallway \S+)/.exec(usage)?.[1] ?? 'hallway'
  stderr.write(`${command}: ${problem}\n${usage}\n“npx ${command} --help” says more.\n`)
  return usageExitCode
}
