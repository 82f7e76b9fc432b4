/** The walk of a question in ARCHITECTURE.md is what really runs: V8 counts it. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const page = readFileSync('ARCHITECTURE.md', 'utf8')
const [, walk = ''] = /^\*\*Walk: a question\.\*\*(.*?)^\*\*/ms.exec(page) ?? []

/** The sources that the walk names. A name may leave out folders as long as it is the only one of its kind. */
function namedInWalk(): readonly string[] {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
  const sources = paths.map((path) => path.split(sep).join('/'))
  return [...walk.matchAll(/`([\w/-]+\.ts)`/g)].map(([, name]) => {
    const called = sources.filter((path) => path === name || path.endsWith(`/${name}`))
    expect(called, `${name} is one file`).toHaveLength(1)
    return called[0]!
  })
}

/** In a process of its own: here, each constant that is imported would count as a function. */
async function filesMet(question: string): Promise<readonly string[]> {
  const script = fileURLToPath(new URL('../bench/walk.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, question])
  return stdout.trim().split('\n')
}

test.each(['How do I handle background tasks in Flask?', 'what did they say in Flask about celery?'])(
  'the files that “%s” runs are those that its walk in ARCHITECTURE.md names',
  async (question) => {
    expect(await filesMet(question)).toEqual(namedInWalk().toSorted())
  },
)

test('the walk says how many files there are, and is no longer than it should be', () => {
  const { length } = namedInWalk()
  expect(walk).toContain(`these ${length} files`)
  expect(length).toBeLessThanOrEqual(45)
})
