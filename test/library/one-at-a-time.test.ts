import { expect, test } from 'vitest'
import { oneAtATime } from '../../src/library/one-at-a-time.ts'

/** Runs that end when told, each with whether it must be done again. */
function held() {
  const runs: PromiseWithResolvers<boolean>[] = []
  const begun = (count: number) => expect.poll(() => runs.length).toBe(count)
  const run = () => {
    const next = Promise.withResolvers<boolean>()
    runs.push(next)
    return next.promise
  }
  return { runs, begun, run }
}

test('however often it is asked for meanwhile, it is done once more afterwards', async () => {
  const { runs, begun, run } = held()
  const { ask, rest } = oneAtATime(run, new AbortController().signal)
  const all = Promise.all([ask(), ask(), ask()])
  await begun(1)
  runs[0]!.resolve(false)
  await begun(2)
  runs[1]!.resolve(false)
  await all
  await rest()
  expect(runs).toHaveLength(2)
  void ask()
  await begun(3)
})

test('what must be done again is done at once, until the signal', async () => {
  const { runs, begun, run } = held()
  const stopping = new AbortController()
  const asked = oneAtATime(run, stopping.signal).ask()
  runs[0]!.resolve(true)
  await begun(2)
  stopping.abort()
  runs[1]!.resolve(true)
  await asked
  expect(runs).toHaveLength(2)
})
