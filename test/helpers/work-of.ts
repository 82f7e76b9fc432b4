import { countCalls } from '../../bench/count-calls.ts'

/**
 * How much work something is: how many calls of functions V8 counts meanwhile. That is the same on any machine, however busy it
 * is. What happens within one call of the language itself, such as a regular expression, counts nothing.
 */
export async function workOf(act: () => unknown): Promise<number> {
  const scripts = await countCalls(act)
  return scripts
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((calls, { count }) => calls + count, 0)
}
