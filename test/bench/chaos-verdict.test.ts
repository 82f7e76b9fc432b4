import { expect, test } from 'vitest'
import { verdictOf } from '../../bench/chaos/run-chaos.ts'

const flawless = { duplicates: 0, missing: 0, repeated: 0, unconfirmed: 0 }

test.each([
  ['kept', flawless, []],
  ['kept', flawless, ['posting']],
  ['broken', { ...flawless, duplicates: 1 }, []],
  ['broken', { ...flawless, missing: 1 }, []],
  ['broken', { ...flawless, repeated: 1 }, []],
  ['undecided', { ...flawless, duplicates: 1 }, ['posting']],
  ['undecided', { ...flawless, missing: 1 }, ['posting']],
  ['kept', { ...flawless, unconfirmed: 1 }, []],
  ['undecided', { ...flawless, missing: 1, unconfirmed: 1 }, []],
  ['broken', { ...flawless, missing: 2, unconfirmed: 1 }, []],
  ['broken', { ...flawless, duplicates: 1, missing: 1, unconfirmed: 1 }, []],
] as const)('chaos on tips is %s after %o if the machine was too slow for %o', (verdict, counts, tooSlow) => {
  expect(verdictOf({ ...counts, tooSlow })).toBe(verdict)
})
