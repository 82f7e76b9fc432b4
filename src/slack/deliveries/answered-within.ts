import { StoreError } from '../../store/store-error.ts'

/**
 * What the store answers to a claim, or to a note of one.
 * @throws {StoreError} if it takes too long; what it comes to then is nobody's concern
 */
export async function answeredWithin(claim: Promise<boolean>, maxMs: number): Promise<boolean> {
  const late = Promise.withResolvers<never>()
  let timer: NodeJS.Timeout
  function waitFor(ms: number): void {
    const due = performance.now() + ms
    timer = setTimeout(() => {
      // While the process stood still, the database may not even have been asked.
      if (performance.now() - due > maxLateMs) waitFor(ms)
      // What has arrived meanwhile is read after what is due, and counts.
      else setImmediate(() => late.reject(lateClaim(maxMs)))
    }, ms)
  }
  waitFor(maxMs)
  try {
    return await Promise.race([claim, late.promise])
  } finally {
    clearTimeout(timer!)
    claim.catch(() => {})
  }
}

/** By which a timer may be late in a process that is only busy, in milliseconds. */
const maxLateMs = 500

const lateClaim = (maxMs: number) =>
  new StoreError({
    code: 'unreachable',
    message: `the database did not answer within ${maxMs.toLocaleString('en')} ms`,
    advice: 'Check the database server.',
  })
