import { expect, onTestFinished, test, vi } from 'vitest'
import { retry } from '../../src/store/retry-statement.ts'
import { StoreError } from '../../src/store/store-error.ts'

const failure = (code: 'locked' | 'corrupt') =>
  new StoreError({ code, message: 'it is locked', advice: 'Wait.' })

/** What trying comes to that fails so often, what the log says of it, and how often it was tried. */
async function trying(
  failures: number,
  { code = 'locked', retryForMs = 60_000 }: { code?: 'locked' | 'corrupt'; retryForMs?: number } = {},
) {
  const warnings: string[] = []
  let tries = 0
  const result = await retry(
    async () => {
      tries += 1
      if (tries <= failures) throw failure(code)
      return 'done'
    },
    {
      location: { kind: 'sqlite', file: 'hallway.db' },
      retryForMs,
      logger: { warn: (line) => void warnings.push(line) },
    },
  ).catch((error: unknown) => error)
  return { result, warnings, tries }
}

/** Whenever it is looked at, so many milliseconds more have passed. */
function passing(ms: number): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += ms
    return now
  })
  onTestFinished(() => void vi.restoreAllMocks())
}

test('what fails once is done again at once, and not spoken of', async () => {
  passing(0)
  // There is no time for any pause.
  expect(await trying(1, { retryForMs: 0 })).toEqual({ result: 'done', warnings: [], tries: 2 })
})

test('what fails more often is waited for, which is said once', async () => {
  expect(await trying(4)).toEqual({
    result: 'done',
    warnings: ['Waiting for the database: it is locked'],
    tries: 5,
  })
})

test('what fails for good, or for longer than that, is told as it is', async () => {
  expect(await trying(9, { code: 'corrupt' })).toEqual({ result: failure('corrupt'), warnings: [], tries: 1 })
  passing(10)
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const { result, tries } = await trying(Number.POSITIVE_INFINITY, { retryForMs: 50 })
  expect(result).toEqual(failure('locked'))
  expect(tries).toBe(6)
})
