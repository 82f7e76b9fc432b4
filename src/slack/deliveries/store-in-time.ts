import { StoreError } from '../../store/store-error.ts'

/**
 * What the store answers, if it does within that time. What it comes to later is nobody's concern.
 * @throws {StoreError} if it takes longer
 */
export function storeInTime<Answer>(asked: Promise<Answer>, maxMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout
    function waitFor(ms: number): void {
      const due = performance.now() + ms
      timer = setTimeout(() => {
        // While the process stood still, the database may not even have been asked.
        if (performance.now() - due > maxLateMs) waitFor(ms)
        // What has arrived meanwhile is read after what is due, and counts.
        else setImmediate(() => reject(tooLate(maxMs)))
      }, ms)
    }
    waitFor(maxMs)
    const stop = () => clearTimeout(timer)
    asked.then(stop, stop)
    asked.then(resolve, reject)
  })
}

/** By which a timer may be late in a process that is only busy, in milliseconds. */
const maxLateMs = 500

const tooLate = (maxMs: number) =>
  new StoreError({
    code: 'unreachable',
    message: `the database did not answer within ${maxMs.toLocaleString('en')} ms`,
    advice: 'Check the database server.',
  })
