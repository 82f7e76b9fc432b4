import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createDeliveryStore } from '../../src/store/delivery-store.ts'
import { createPruning } from '../../src/store/prune-deliveries.ts'
import { pruneEveryMs } from '../../src/store/store.ts'
import { type RunStatement, workspaceTables } from '../../src/store/tables.ts'
import { silent } from '../helpers/silent-log.ts'

const morning = Date.UTC(2026, 0, 5, 8)

test('a claim waits for its own statement alone, and not for old ones to be removed', async () => {
  let asked = 0
  const run = (async () => {
    asked += 1
    return asked === 1 ? [{ holder: 'x' }] : await new Promise(() => {})
  }) as RunStatement
  expect(await createDeliveryStore(run, silent).claimDelivery('T1', 'event:Ev1', morning)).toBe(true)
  expect(asked).toBe(2)
})

test('old deliveries are removed every ten minutes, by whatever clock, and after a failure too', async () => {
  const times: number[] = []
  const warnings: string[] = []
  const question = (teamId: string) => ({ teamId, delivery: 'message:C1:1.1' })
  const notice = { teamId: 'T4', delivery: 'event:Ev1' }
  const prune = async (now: number) => {
    times.push(now)
    if (times.length === 1) return []
    if (times.length === 2) throw new Error('The server is gone.')
    return times.length === 3 ? [question('T1'), question('T2'), question('T1')] : [question('T3'), notice]
  }
  const pruneBy = createPruning(prune, { warn: (line) => void warnings.push(line) })
  const later = morning + pruneEveryMs + 1
  for (const now of [morning, morning + pruneEveryMs, later, later + 1, later + pruneEveryMs + 1, morning])
    pruneBy(now)
  expect(times).toEqual([morning, later, later + pruneEveryMs + 1, morning])
  await expect.poll(() => warnings).toHaveLength(3)
  expect(warnings[0]).toMatch(/^3 questions of T1, T2 were open for a week/)
  expect(warnings[1]).toMatch(/^1 question of T3 was open for a week/)
  expect(warnings[2]).toMatch(/^1 notice of T4 was kept for a year/)
})

test('the page on leaving names every table in which something of a workspace is stored', () => {
  const page = readFileSync(new URL('../../docs/several-workspaces.md', import.meta.url), 'utf8')
  for (const table of workspaceTables) expect(page).toContain(`\`${table}\``)
})
