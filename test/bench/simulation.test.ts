import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findPostgres } from '../store/postgres-server.ts'

const script = fileURLToPath(new URL('../../bench/simulate.ts', import.meta.url))

/** In a process of its own, whose time it takes over. Resolves to what it says, and whether it kept every promise. */
function simulate(...args: readonly string[]): Promise<{ readonly isKept: boolean; readonly said: string }> {
  const env = { ...process.env, HALLWAY_CORPUS: 'corpus' }
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, out, problems) =>
      resolve({ isKept: error === null, said: `${out}${problems}` }),
    )
  })
}

const countIn = (said: string, what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(said)?.[1])

describe('through steps of faults', () => {
  test('in 300 of them, every question has one answer or one reason, every tip comes once, and settings stay as confirmed', async () => {
    const { isKept, said } = await simulate('--seed', '12', '--steps', '300')
    expect(said).toContain('every promise kept')
    expect(isKept).toBe(true)
    expect(countIn(said, 'questions')).toBeGreaterThan(100)
    expect(countIn(said, 'faults')).toBeGreaterThan(30)
    expect(countIn(said, 'deaths')).toBeGreaterThan(5)
    expect(countIn(said, 'tips')).toBeGreaterThan(3)
  })

  test.each([
    ['check-then-post', '12'],
    ['forgets-events', '12'],
    ['forgets-questions', '12'],
    ['forgets-settings', '12'],
    ['overwrites-settings', '14'],
  ] as const)(
    // It ends with the first promise that is broken.
    'a bot that is not right is caught, with what replays it: %s',
    async (broken, seed) => {
      const { isKept, said } = await simulate('--seed', seed, '--steps', '1000', '--broken', broken)
      expect(isKept).toBe(false)
      expect(said).toMatch(new RegExp(`seed ${seed}, step \\d+ \\(.+\\): .+`))
      expect(said).toContain(`npm run simulate -- --seed ${seed} --steps 1000 --broken ${broken}`)
    },
  )

  const reason = findPostgres() === undefined ? ' (skipped: no initdb and postgres on this machine)' : ''
  test.skipIf(reason !== '')(
    `in 60 of them on PostgreSQL, whose connections drop and which restarts, every promise is kept${reason}`,
    async () => {
      const { isKept, said } = await simulate('--seed', '3', '--steps', '60', '--store', 'postgres')
      expect(said).toContain('every promise kept')
      expect(isKept).toBe(true)
    },
  )
})

test('the same seed brings the same, to the last request and millisecond', async () => {
  const [one, two, another] = [
    await simulate('--seed', '5', '--steps', '60', '--trace'),
    await simulate('--seed', '5', '--steps', '60', '--trace'),
    await simulate('--seed', '6', '--steps', '60', '--trace'),
  ]
  const lines = (said: string) =>
    said.split('\n').filter((line) => /^\d/.test(line) && !line.includes('steps in'))
  expect(lines(one.said).length).toBeGreaterThan(100)
  expect(lines(two.said)).toEqual(lines(one.said))
  expect(lines(another.said)).not.toEqual(lines(one.said))
})
