import { AsyncLocalStorage } from 'node:async_hooks'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import type { Random } from '../random.ts'
import { createVirtualTimers } from './virtual-timers.ts'

/** Time and chance of a whole process, which a seed decides. */
export interface VirtualTime {
  /** Milliseconds since it began. */
  steady(): number
  /** What `Date.now` says from here on. Default: what `steady` does. */
  setWall(now: () => number): void
  /** From here on, what is due is held until that time, as asked where it was set. Default: never. */
  setHolding(until: () => number): void
  /** Runs it in a time that passes only while nothing else is left to do. @throws {StandstillError} */
  run<Result>(main: () => Promise<Result>): Promise<Result>
  /** Runs something in real time, of which nothing is decided by chance; virtual time stands still until it is done. */
  outside<Result>(work: () => Promise<Result>): Promise<Result>
  /** Gives everything back. */
  restore(): void
}

/** Nothing waits for any time, and it is not over: what is awaited will never come. */
class StandstillError extends Error {
  override readonly name = 'StandstillError'
}

/**
 * Takes the place of all timers, clocks, random numbers and random names of this process. What is due comes one by one, in its
 * order, and only once nothing is under way any more that came of what was before: no promise, no file, nothing outside.
 * So all that happens follows from the seed.
 */
export function takeOverTime(random: Random): VirtualTime {
  const real = {
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate },
    ...{ dateNow: Date.now, performanceNow: performance.now, random: Math.random },
    ...{ abortAfter: AbortSignal.timeout, randomUUID: crypto.randomUUID, randomBytes: crypto.randomBytes },
    ...{ sleep: timers.setTimeout, tick: timers.setImmediate },
  }
  const outside = new AsyncLocalStorage<true>()
  const virtual = createVirtualTimers()
  let underWay = 0
  let wall = virtual.now

  /** Where it is asked for outside, the real one. */
  const either =
    <Args extends unknown[], Result>(theirs: (...args: Args) => Result, ours: (...args: Args) => Result) =>
    (...args: Args): Result =>
      outside.getStore() ? theirs(...args) : ours(...args)
  const clear = (theirs: (timer: never) => void) => (timer: unknown) => {
    if (!virtual.clear(timer)) theirs(timer as never)
  }

  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)))
  function uuid(): `${string}-${string}-${string}-${string}-${string}` {
    const hex = bytes(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }

  function install(): void {
    Object.assign(globalThis, {
      setTimeout: either(real.setTimeout as typeof virtual.setOnce, virtual.setOnce),
      setInterval: either(real.setInterval as typeof virtual.setOnce, virtual.setRepeated),
      setImmediate: either(real.setImmediate as typeof virtual.setSoon, virtual.setSoon),
      clearTimeout: clear(real.clearTimeout),
      clearInterval: clear(real.clearInterval),
      clearImmediate: clear(real.clearImmediate),
    })
    Date.now = either(real.dateNow, () => wall())
    performance.now = either(() => real.performanceNow.call(performance), virtual.now)
    Math.random = either(real.random, random)
    AbortSignal.timeout = either((ms) => real.abortAfter.call(AbortSignal, ms), virtual.abortAfter)
    timers.setTimeout = either(real.sleep as typeof virtual.sleep, virtual.sleep) as typeof timers.setTimeout
    timers.setImmediate = either(real.tick as never, virtual.tick) as typeof timers.setImmediate
    crypto.randomUUID = either(real.randomUUID, uuid)
    crypto.randomBytes = either(
      real.randomBytes as (size: number) => Buffer,
      bytes,
    ) as typeof crypto.randomBytes
    syncBuiltinESMExports()
  }

  const turn = () => new Promise<void>((resolve) => void real.setImmediate(resolve))
  const isWorking = () =>
    underWay > 0 || process.getActiveResourcesInfo().some((name) => /^F(?:SReq|ile)/i.test(name))

  install()
  return {
    steady: virtual.now,
    setWall(given) {
      wall = given
    },
    setHolding: virtual.setHolding,
    async run(main) {
      let isOver = false
      const result = main().finally(() => {
        isOver = true
      })
      for (;;) {
        await turn()
        if (isOver) return result
        if (isWorking()) continue
        if (!virtual.pass()) throw new StandstillError('Nothing is left to happen, and it is not over.')
      }
    },
    async outside(work) {
      underWay += 1
      try {
        return await outside.run(true, work)
      } finally {
        underWay -= 1
      }
    },
    restore() {
      const { dateNow, performanceNow, random: chance, ...others } = real
      const { abortAfter: _, randomUUID, randomBytes, sleep: sleepAsEver, tick, ...globals } = others
      Object.assign(globalThis, globals)
      Date.now = dateNow
      performance.now = performanceNow
      Math.random = chance
      AbortSignal.timeout = real.abortAfter
      Object.assign(timers, { setTimeout: sleepAsEver, setImmediate: tick })
      Object.assign(crypto, { randomUUID, randomBytes })
      syncBuiltinESMExports()
    },
  }
}
