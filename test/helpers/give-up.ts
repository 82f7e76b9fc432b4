import { onTestFinished, vi } from 'vitest'

/**
 * Lets requests take as long as they like until the test ends, whatever limit they have by `AbortSignal.timeout`, also on a
 * busy machine.
 * @param limitMs and by a timer of so many milliseconds, as no other timer has
 * @returns what ends those that are under way as if their time was up
 */
export function givingUp(limitMs?: number): () => void {
  const underWay = new Map<unknown, () => void>()
  const { setTimeout: set, clearTimeout: clear } = globalThis
  const signals = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController()
    underWay.set(controller, () => controller.abort(new DOMException('Time is up.', 'TimeoutError')))
    return controller.signal
  })
  const held = (...[action, ms, ...rest]: Parameters<typeof setTimeout<unknown[]>>) => {
    if (ms !== limitMs) return set(action, ms, ...rest)
    const timer = set(() => {}, longest).unref()
    underWay.set(timer, () => action(...rest))
    return timer
  }
  const timers = vi.spyOn(globalThis, 'setTimeout').mockImplementation(held as typeof setTimeout)
  const cleared = vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    underWay.delete(timer)
    clear(timer)
  })
  onTestFinished(() => {
    for (const mock of [signals, timers, cleared]) mock.mockRestore()
  })
  return () => {
    const all = [...underWay.values()]
    underWay.clear()
    for (const giveUp of all) giveUp()
  }
}

/** What a timer can take, in milliseconds. */
const longest = 2 ** 31 - 1
