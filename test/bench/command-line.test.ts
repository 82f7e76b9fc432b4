/** Every script that measures says how it is used, and refuses what cannot be meant with the exit code of `hallway`. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { usageExitCode } from '../../src/cli/refuse-usage.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const measuring = Object.entries(scripts).flatMap(([name, command]) => {
  const [, file] = /^node (bench\/\S+)$/.exec(command) ?? []
  return file === undefined ? [] : [[name, file] as const]
})

function run(file: string, ...args: readonly string[]) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) =>
    execFile(process.execPath, [file, ...args], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    ),
  )
}

test('there are such scripts', () => expect(measuring.length).toBeGreaterThan(10))

test.each(measuring)(
  'npm run %s says how it is used, and refuses an option that it has not',
  async (name, file) => {
    const [help, refused] = [await run(file, '--help'), await run(file, '--xylophones')]
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toMatch(new RegExp(`^Usage: npm run ${name}( --.*)?\\n`))
    expect(help.stdout).toMatch(/^ +--help {2,}\S/m)
    expect(refused).toMatchObject({ code: usageExitCode, stdout: '' })
    expect(refused.stderr).toContain(`Usage: npm run ${name}`)
    expect(refused.stderr).toContain('--xylophones')
  },
)
