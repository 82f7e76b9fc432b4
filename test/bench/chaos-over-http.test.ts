import { expect, test } from 'vitest'
import { brokenPromise, runDeaths } from '../../bench/chaos/run-deaths.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

test('asked over HTTP in any way, each question has one answer or one reason, wherever in it a replica is killed', async () => {
  const told = await runDeaths({ dataFolder: temporaryFolder(), isThorough: false })
  expect(told).toHaveLength(24)
  expect(told.filter((each) => brokenPromise(each) !== undefined)).toEqual([])
  // Of those whose reply may have been on its way, where none can be looked for.
  expect(told.filter(({ doubts }) => doubts.length > 0).length).toBeGreaterThanOrEqual(8)
}, 1_200_000)
