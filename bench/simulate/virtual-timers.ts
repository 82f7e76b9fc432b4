import { AsyncLocalStorage } from 'node:async_hooks'
import { createDueHeap, type Due } from './due-heap.ts'

type Action = (...args: unknown[]) => void

/** Timers of a time that passes only by `pass`, each as Node gives it, as far as it is used. */
export interface VirtualTimers {
  now(): number
  /** Goes on to what is due next, and has it happen; false if there is nothing. */
  pass(): boolean
  /** From here on, what is due is held until that time, as asked where it was set. */
  setHolding(until: () => number): void
  setOnce(action: Action, ms?: number, ...args: unknown[]): NodeJS.Timeout
  setRepeated(action: Action, ms?: number, ...args: unknown[]): NodeJS.Timeout
  setSoon(action: Action, ...args: unknown[]): NodeJS.Immediate
  /** Whether it is one of these; if so, it is cleared. */
  clear(timer: unknown): boolean
  sleep<Value>(ms: number, value?: Value, options?: { signal?: AbortSignal }): Promise<Value>
  tick<Value>(value?: Value): Promise<Value>
  abortAfter(ms: number): AbortSignal
}

export function createVirtualTimers(): VirtualTimers {
  const time: PassingTime = { now: 0, orders: 0, due: createDueHeap(), heldUntil: () => 0 }
  const begin: BeginTimer = (action, ms = 0, isRepeated = false) =>
    new VirtualTimer(time, { action, ms, isRepeated })
  const set =
    (isRepeated: boolean) =>
    (action: Action, ms = 0, ...args: unknown[]) =>
      begin(() => action(...args), Math.min(ms, maxMs), isRepeated) as unknown as NodeJS.Timeout
  return {
    now: () => time.now,
    pass() {
      const next = time.due.take()
      if (next === undefined) return false
      time.now = Math.max(time.now, next.at)
      next.run()
      return true
    },
    setHolding(until) {
      time.heldUntil = until
    },
    setOnce: set(false),
    setRepeated: set(true),
    setSoon: (action, ...args) => begin(() => action(...args)) as unknown as NodeJS.Immediate,
    clear(timer) {
      if (!(timer instanceof VirtualTimer)) return false
      timer.close()
      return true
    },
    sleep: (ms, value, options) => sleepFor(begin, { ms, value, signal: options?.signal }) as Promise<never>,
    tick: (value) => sleepFor(begin, { ms: 0, value }) as Promise<never>,
    abortAfter: (ms) => abortLater(begin, ms),
  }
}

/** What all timers of one time share. */
interface PassingTime {
  now: number
  /** How many were set so far. */
  orders: number
  readonly due: ReturnType<typeof createDueHeap>
  heldUntil: () => number
}

type BeginTimer = (action: () => void, ms?: number, isRepeated?: boolean) => VirtualTimer

/** The longest that Node waits, in milliseconds. */
const maxMs = 2 ** 31

/** A timer as Node gives it, as far as it is used. */
class VirtualTimer {
  #due: Due | undefined
  readonly #time: PassingTime
  readonly #action: () => void
  readonly #ms: number
  readonly #isRepeated: boolean
  readonly #inContext = AsyncLocalStorage.snapshot()

  constructor(
    time: PassingTime,
    {
      action,
      ms,
      isRepeated,
    }: { readonly action: () => void; readonly ms: number; readonly isRepeated: boolean },
  ) {
    this.#time = time
    this.#action = action
    this.#ms = ms >= 1 ? ms : isRepeated ? 1 : 0
    this.#isRepeated = isRepeated
    this.refresh()
  }

  refresh(): this {
    this.close()
    this.#add(this.#time.now + this.#ms)
    return this
  }

  #add(at: number): void {
    this.#time.orders += 1
    this.#due = this.#time.due.add({ at, order: this.#time.orders, run: () => this.#run() })
  }

  #run(): void {
    const until = this.#inContext(this.#time.heldUntil)
    if (until > this.#time.now) {
      this.#add(until)
      return
    }
    this.#due = undefined
    if (this.#isRepeated) this.refresh()
    this.#inContext(this.#action)
  }

  close(): this {
    if (this.#due) this.#time.due.remove(this.#due)
    this.#due = undefined
    return this
  }

  ref = () => this
  unref = () => this
  hasRef = () => true;
  [Symbol.dispose] = () => void this.close()
}

/** As `setTimeout` of `node:timers/promises`. */
function sleepFor<Value>(
  begin: BeginTimer,
  {
    ms,
    value,
    signal,
  }: { readonly ms: number; readonly value: Value; readonly signal?: AbortSignal | undefined },
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      timer.close()
      reject(Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' }))
    }
    const timer = begin(() => {
      signal?.removeEventListener('abort', aborted)
      resolve(value)
    }, ms)
    if (signal?.aborted) aborted()
    else signal?.addEventListener('abort', aborted, { once: true })
  })
}

/** As `AbortSignal.timeout`. */
function abortLater(begin: BeginTimer, ms: number): AbortSignal {
  const controller = new AbortController()
  const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  begin(() => controller.abort(reason()), ms)
  return controller.signal
}
