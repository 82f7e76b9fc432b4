import { afterEach, expect, test, vi } from 'vitest'
import { run } from '../../src/cli.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test.each([
  ['start', []],
  [
    'ask',
    [
      'limit',
      'page',
      'sort',
      'facets',
      'explain',
      'exact',
      'time-limit',
      'corpus-version',
      'json',
      'like',
      'complete',
    ],
  ],
  ['check', []],
  ['import', ['event', 'into', 'yes', 'force']],
  ['tip', []],
  ['tips', ['channel', 'next']],
  ['backup', []],
  ['eval', []],
])('hallway %s --help tells its options, a line each', async (command, options) => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  await run([command, '--help'])
  const printed = String(log.mock.lastCall?.[0])
  expect(printed).toMatch(new RegExp(`^Usage: hallway ${command}`))
  for (const option of options) expect(printed).toMatch(new RegExp(`^ .*--${option}\\b.* {2,}\\S`, 'm'))
})
