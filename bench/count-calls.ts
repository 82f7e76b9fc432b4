import { type Profiler, Session } from 'node:inspector/promises'

/** How often V8 has seen each function run while something is done, by script. */
export async function countCalls(act: () => unknown): Promise<readonly Profiler.ScriptCoverage[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await act()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  await session.post('Profiler.stopPreciseCoverage')
  session.disconnect()
  return result
}
