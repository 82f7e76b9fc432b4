import { Session } from 'node:inspector/promises'
import { afterAll } from 'vitest'

/**
 * What tells how much work something is: how many calls of functions V8 counts meanwhile. That is the same on any machine, however
 * busy it is. What happens within one call of the language itself, such as a regular expression, counts nothing. V8 counts until the
 * file's tests are over: to begin anew each time would have it compile everything again.
 */
export function createWorkMeter(): (act: () => unknown) => Promise<number> {
  let counting: Promise<Session> | undefined
  afterAll(async () => {
    const session = await counting
    await session?.post('Profiler.stopPreciseCoverage')
    session?.disconnect()
  })

  return async (act) => {
    counting ??= startCounting()
    const session = await counting
    // Taking the counts sets them to zero.
    await session.post('Profiler.takePreciseCoverage')
    await act()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return result
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((calls, { count }) => calls + count, 0)
  }
}

async function startCounting(): Promise<Session> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  return session
}
