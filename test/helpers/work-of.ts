import { Session } from 'node:inspector/promises'

/**
 * How much work something is: how many calls of functions V8 counts meanwhile. That is the same on any machine, however busy it
 * is. What happens within one call of the language itself, such as a regular expression, counts nothing.
 */
export async function workOf(act: () => unknown): Promise<number> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await act()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  await session.post('Profiler.stopPreciseCoverage')
  session.disconnect()
  return result
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((calls, { count }) => calls + count, 0)
}
