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
  const due = createDueHeap()
  let [now, orders] = [0, 0]
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

  const set =
    (isRepeated: boolean) =>
    (action: Action, ms?: number, ...args: unknown[]) =>
      new Timer(() => action(...args), Math.min(ms ?? 0, 2 ** 31), isRepeated) as unknown as NodeJS.Timeout

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

  return {
    now: () => now,
    pass() {
      const next = due.take()
      if (next === undefined) return false
      now = Math.max(now, next.at)
      next.run()
      return true
    },
    setHolding(until) {
      heldUntil = until
    },
    setOnce: set(false),
    setRepeated: set(true),
    setSoon: (action, ...args) => new Timer(() => action(...args), 0) as unknown as NodeJS.Immediate,
    clear(timer) {
      if (!(timer instanceof Timer)) return false
      timer.close()
      return true
    },
    sleep,
    tick: <Value>(value?: Value) =>
      new Promise<Value>((resolve) => new Timer(() => resolve(value as Value), 0)),
    abortAfter,
  }
}
