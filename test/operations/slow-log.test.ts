import { expect, test } from 'vitest'
import type { NotedRequest } from '../../src/operations/noted-requests.ts'
import { createSlowLog } from '../../src/operations/slow-log.ts'

const request: NotedRequest = {
  id: '0'.repeat(32),
  surface: 'mention',
  outcome: 'found',
  startedAt: 1000,
  ms: 2310.4,
  steps: [
    { name: 'store', startedAt: 1000, ms: 9.6 },
    { name: 'search', startedAt: 1010, ms: 40 },
    { name: 'slack', startedAt: 1060, ms: 2000 },
    { name: 'slack', startedAt: 3060, ms: 250 },
    { name: 'turn', startedAt: 1010, ms: 0.1 },
  ],
}

function logged(slowMs: number): readonly string[] {
  const lines: string[] = []
  createSlowLog({ slowMs, warn: (line) => lines.push(line) })(request)
  return lines
}

test('a slow request is one line that says where the time went, most first', () => {
  expect(logged(2000)).toEqual([
    'A request took 2,310 ms (mention, found): 2,250 with Slack, 40 searching, 10 in the store, 11 elsewhere.',
  ])
})

test('one that is not slow, or where slowness is of no interest, is none', () => {
  expect(logged(2311)).toEqual([])
  expect(logged(0)).toEqual([])
})
