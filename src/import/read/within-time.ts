import { runInNewContext } from 'node:vm'

/**
 * What some work gives that waits for nothing. One that has no end would keep this thread, which then hears of no signal either.
 * @throws with the code `ERR_SCRIPT_EXECUTION_TIMEOUT` if it takes longer, and what the work throws
 */
export const withinTime = <Result>(work: () => Result, maxMs: number): Result =>
  runInNewContext('work()', { work }, { timeout: maxMs })
