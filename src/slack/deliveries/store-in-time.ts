import { StoreError } from '../../store/store-error.ts'

/**
 * What the store answers within that time. What it answers later is ignored.
 * @throws {StoreError} if it takes longer
 */
export function storeInTime<Answer>(asked: Promise<Answer>, maxMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout
    function waitFor(ms: number): void {
      const due = performance.now() + ms
      timer = setTimeout(() => {
        // The process stood still, so that the database may not even have been asked.
        if (performance.now() - due > maxLateMs) waitFor(ms)
        // An answer that has arrived meanwhile is read only after this timer, and counts.
        else setImmediate(() => reject(tooLate(maxMs)))
      }, ms)
    }
    waitFor(maxMs)
    const stop = () => clearTimeout(timer)
    asked.then(stop, stop)
    asked.then(resolve, reject)
  })
}

/** How late a timer may be if the process is only busy, in milliseconds. */
const maxLateMs = 500

const tooLate = (maxMs: number) =>
  new StoreError({
    code: 'unreachable',
    message: `the database did not answer within ${maxMs.toLocaleString('en')} ms`,
    advice: 'Check the database server.',
  })
