import { createContext, Script } from 'node:vm'

const script = new Script('work()')
const context: { work?: () => unknown } = {}
createContext(context)

/**
 * What some work gives that waits for nothing. One that has no end would keep this thread, which then hears of no signal either.
 * @throws with the code `ERR_SCRIPT_EXECUTION_TIMEOUT` if it takes longer, and what the work throws
 */
export function withinTime<Result>(work: () => Result, maxMs: number): Result {
  context.work = work
  return script.runInContext(context, { timeout: maxMs })
}
