/** No regular expression of the sources takes a time that explodes, whatever it is matched with. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'
import { check, type VulnerableDiagnostics } from 'recheck'
import { beforeAll, expect, test } from 'vitest'
import type { Line, Pattern } from './list-patterns.ts'

/** Characters of an attack: more than anybody types, and than most paragraphs of notes have. */
const attackLength = 8_000
/**
 * Milliseconds that an attack may take. A time that grows with the square of 8,000 is some 50 ms, with its cube some minutes:
 * so a busy machine changes nothing, and one that stands still for a while hardly does so three times.
 */
const maxTime = 2_000
const tries = 3

/** The tool reads no set notation, the flag `v`. It stands for one character, at the beginning. */
const unreadable = /^src\/cli\/format\/terminal-text\.ts:/

/** How hard the tool tries on what it cannot decide, but only try out: a fifth of the time that its defaults take. */
const effort = {
  timeout: 600_000,
  maxIteration: 1,
  maxInitialGenerationSize: 100,
  maxGenerationSize: 30,
  maxGeneStringSize: 1_000,
  incubationLimit: 5_000,
  maxAttackStringSize: attackLength,
} as const

/**
 * Those that were found harmless: to check all takes minutes. `CHECK_PATTERNS=new npx vitest run test/patterns` adds those that are new
 * and leaves out those that are gone; `CHECK_PATTERNS=all` checks all again.
 */
const checkedPath = fileURLToPath(new URL('checked.txt', import.meta.url))

let lines: readonly Line[] = []

beforeAll(async () => {
  const list = fileURLToPath(new URL('list-patterns.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [list], { maxBuffer: 1 << 24 })
  lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
})

test('all regular expressions are found', () => {
  const unmade = lines.flatMap((line) => ('unmade' in line ? line.unmade : []))
  expect(unmade.filter((place) => !unreadable.test(place))).toEqual([])
  expect(lines.length).toBeGreaterThan(1_000)
})

test('none takes long with the worst that a tool finds for it', { timeout: 1_200_000 }, async () => {
  const patterns = lines.filter((line) => 'source' in line).filter(({ place }) => !unreadable.test(place))
  const different = new Map(patterns.map((pattern) => [keyOf(pattern), pattern]))
  const wanted = process.env.CHECK_PATTERNS
  const checked = new Set(wanted === 'all' ? [] : readFileSync(checkedPath, 'utf8').split('\n'))
  const problems: string[] = []
  for (const [key, pattern] of different) {
    const problem = checked.has(key) ? undefined : await problemOf(pattern)
    if (problem !== undefined)
      problems.push(`${pattern.place} /${pattern.source}/${pattern.flags} ${problem}`)
  }
  expect(problems).toEqual([])
  if (wanted) writeFileSync(checkedPath, [...different.keys()].sort().join('\n'))
})

test('one that is known to explode is told', async () => {
  const place = 'here'
  expect(await problemOf({ place, source: '^(?:a|a)+$', flags: '' })).toMatch(/exponential/)
  expect(await problemOf({ place, source: '^(.*)-(.*)-(.*)-(.*)!$', flags: '' })).toMatch(/takes more than/)
  expect(await problemOf({ place, source: '\\s+$', flags: '' })).toBeUndefined()
})

const keyOf = ({ source, flags }: Pattern): string =>
  createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16)

/** Why a pattern is not to be used, or undefined. */
async function problemOf({ source, flags }: Pattern): Promise<string | undefined> {
  const found = await check(source, flags, effort)
  if (found.status === 'safe') return undefined
  if (found.status === 'unknown') return `could not be checked: ${found.error.kind}`
  const attack = attackOf(found)
  return isQuick(attack, { source, flags })
    ? undefined
    : `takes more than ${maxTime} ms (${found.complexity.summary}): ${found.attack.pattern.slice(0, 200)}`
}

/** The worst that was found, as long as a person could make it. */
function attackOf({ attack }: VulnerableDiagnostics): string {
  const { pumps, suffix } = attack
  const pumped = pumps.reduce((length, { pump }) => length + pump.length, 0)
  const times = Math.ceil(attackLength / pumped)
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix
}

/** Whether it is done in time once, from every place of the text, as `replace` and `split` do. */
const isQuick = (text: string, pattern: Pick<Pattern, 'source' | 'flags'>): boolean =>
  Array.from({ length: tries }).some(() => isInTime(text, pattern))

function isInTime(text: string, pattern: Pick<Pattern, 'source' | 'flags'>): boolean {
  try {
    runInNewContext('text.replace(new RegExp(source, flags), "")', { text, ...pattern }, { timeout: maxTime })
    return true
  } catch (error) {
    // Of the other context, whose errors are no instances of our own.
    if ((error as { readonly code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  }
}
