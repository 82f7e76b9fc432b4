import { AsyncLocalStorage } from 'node:async_hooks'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import type { Random } from '../random.ts'

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

interface Due {
  at: number
  /** Of what is due at the same time, the first to be set comes first. */
  readonly order: number
  readonly run: () => void
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
  const due = createHeap()
  let [now, orders, underWay] = [0, 0, 0]
  let wall = () => now
  let heldUntil = () => 0

  /** A timer as Node gives it, as far as it is used. */
  class Timer {
    #due: Due | undefined
    readonly #action: () => void
    readonly #ms: number
    readonly #isRepeated: boolean
    readonly #inContext = AsyncLocalStorage.snapshot()
    constructor(action: () => void, ms: number, isRepeated = false) {
      this.#action = action
      this.#ms = ms >= 1 ? ms : isRepeated ? 1 : 0
      this.#isRepeated = isRepeated
      this.refresh()
    }
    refresh(): this {
      this.close()
      this.#add(now + this.#ms)
      return this
    }
    #add(at: number): void {
      orders += 1
      this.#due = due.add({ at, order: orders, run: () => this.#run() })
    }
    #run(): void {
      const until = this.#inContext(heldUntil)
      if (until > now) {
        this.#add(until)
        return
      }
      this.#due = undefined
      if (this.#isRepeated) this.refresh()
      this.#inContext(this.#action)
    }
    close(): this {
      if (this.#due) due.remove(this.#due)
      this.#due = undefined
      return this
    }
    ref = () => this
    unref = () => this
    hasRef = () => true;
    [Symbol.dispose] = () => void this.close()
  }

  type Action = (...args: unknown[]) => void
  /** Where it is asked for outside, the real one. */
  const either =
    <Args extends unknown[], Result>(theirs: (...args: Args) => Result, ours: (...args: Args) => Result) =>
    (...args: Args): Result =>
      outside.getStore() ? theirs(...args) : ours(...args)
  const clear = (theirs: (timer: never) => void) => (timer: unknown) =>
    timer instanceof Timer ? void timer.close() : theirs(timer as never)
  const set =
    (isRepeated: boolean) =>
    (action: Action, ms?: number, ...args: unknown[]) =>
      new Timer(() => action(...args), Math.min(ms ?? 0, 2 ** 31), isRepeated) as unknown as NodeJS.Timeout
  const setOnce = set(false)
  const soon = (action: Action, ...args: unknown[]) =>
    new Timer(() => action(...args), 0) as unknown as NodeJS.Immediate

  function sleep<Value>(
    ms: number,
    value?: Value,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Value> {
    return new Promise((resolve, reject) => {
      const aborted = () => {
        timer.close()
        reject(
          Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' }),
        )
      }
      const timer = new Timer(() => {
        signal?.removeEventListener('abort', aborted)
        resolve(value as Value)
      }, ms)
      if (signal?.aborted) aborted()
      else signal?.addEventListener('abort', aborted, { once: true })
    })
  }

  function abortAfter(ms: number): AbortSignal {
    const controller = new AbortController()
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    new Timer(() => controller.abort(reason()), ms)
    return controller.signal
  }

  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)))
  function uuid(): `${string}-${string}-${string}-${string}-${string}` {
    const hex = bytes(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }

  function install(): void {
    Object.assign(globalThis, {
      setTimeout: either(real.setTimeout as typeof setOnce, setOnce),
      setInterval: either(real.setInterval as typeof setOnce, set(true)),
      setImmediate: either(real.setImmediate as typeof soon, soon),
      clearTimeout: clear(real.clearTimeout),
      clearInterval: clear(real.clearInterval),
      clearImmediate: clear(real.clearImmediate),
    })
    Date.now = either(real.dateNow, () => wall())
    performance.now = either(
      () => real.performanceNow.call(performance),
      () => now,
    )
    Math.random = either(real.random, random)
    AbortSignal.timeout = either((ms) => real.abortAfter.call(AbortSignal, ms), abortAfter)
    timers.setTimeout = either(real.sleep as typeof sleep, sleep) as typeof timers.setTimeout
    timers.setImmediate = either(
      real.tick as never,
      (value?: unknown) => new Promise<unknown>((resolve) => new Timer(() => resolve(value), 0)),
    ) as typeof timers.setImmediate
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
    steady: () => now,
    setWall(given) {
      wall = given
    },
    setHolding(until) {
      heldUntil = until
    },
    async run(main) {
      let isOver = false
      const result = main().finally(() => {
        isOver = true
      })
      for (;;) {
        await turn()
        if (isOver) return result
        if (isWorking()) continue
        const next = due.take()
        if (next === undefined) throw new StandstillError('Nothing is left to happen, and it is not over.')
        now = Math.max(now, next.at)
        next.run()
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

interface Heap {
  add(due: Due): Due
  remove(due: Due): void
  /** The first one, which is removed. */
  take(): Due | undefined
}

/** A binary heap; what is removed stays until its time, and is passed over then. */
function createHeap(): Heap {
  const items: Due[] = []
  const removed = new WeakSet<Due>()
  let gone = 0
  const isBefore = (one: Due, other: Due) =>
    one.at < other.at || (one.at === other.at && one.order < other.order)

  function up(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!isBefore(items[at]!, items[parent]!)) return
      swap(at, parent)
      at = parent
    }
  }
  function down(from: number): void {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let first = at
      if (left < items.length && isBefore(items[left]!, items[first]!)) first = left
      if (right < items.length && isBefore(items[right]!, items[first]!)) first = right
      if (first === at) return
      swap(at, first)
      at = first
    }
  }
  function swap(one: number, other: number): void {
    const kept = items[one]!
    items[one] = items[other]!
    items[other] = kept
  }
  function takeAny(): Due | undefined {
    const [first] = items
    const last = items.pop()
    if (first === undefined || last === undefined || items.length === 0) return first
    items[0] = last
    down(0)
    return first
  }
  /** So that timers that are set and cleared again and again do not pile up. */
  function sweep(): void {
    const kept = items.filter((item) => !removed.has(item))
    items.length = 0
    gone = 0
    for (const item of kept) {
      items.push(item)
      up(items.length - 1)
    }
  }

  return {
    add(item) {
      items.push(item)
      up(items.length - 1)
      return item
    },
    remove(item) {
      removed.add(item)
      gone += 1
      if (gone > 1_000 && gone > items.length / 2) sweep()
    },
    take() {
      for (;;) {
        const first = takeAny()
        if (first === undefined || !removed.has(first)) return first
        gone -= 1
      }
    },
  }
}
