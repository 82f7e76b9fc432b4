import type { Clock } from '../../../src/tips/clock.ts'

/** Time that passes only when everybody sleeps, and then at once; the wall clock can be made to jump. */
export class VirtualClock implements Clock {
  #steady = 0
  #offset: number
  #sleepers: { readonly until: number; readonly wake: () => void }[] = []

  constructor(now: number) {
    this.#offset = now
  }

  now = () => this.#steady + this.#offset
  steady = () => this.#steady

  sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve()
      this.#sleepers.push({ until: this.#steady + Math.max(0, ms), wake: resolve })
      signal.addEventListener('abort', () => resolve(), { once: true })
    })

  jump(ms: number): void {
    this.#offset += ms
  }

  /** Lets time pass, sleeper by sleeper, until `done`. */
  async runUntil(done: () => boolean): Promise<void> {
    while (!done()) {
      await new Promise((resolve) => setImmediate(resolve))
      this.#sleepers.sort((a, b) => a.until - b.until)
      const next = this.#sleepers.shift()
      if (!next) continue
      this.#steady = Math.max(this.#steady, next.until)
      next.wake()
    }
  }

  async run(ms: number): Promise<void> {
    const end = this.#steady + ms
    await this.runUntil(() => this.#steady >= end)
  }
}
