import { onTestFinished, vi } from 'vitest'

/**
 * Lets requests take as long as they like until the test ends, whatever limit they have by `AbortSignal.timeout`, also on a
 * busy machine.
 * @param limitMs and by a timer of so many milliseconds, as no other timer has
 * @returns what ends those that are under way as if their time was up
 */
export function givingUp(limitMs?: number): () => void {
  const underWay = new Set<() => void>()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController()
    underWay.add(() => controller.abort(new DOMException('Time is up.', 'TimeoutError')))
    return controller.signal
  })
  const { setTimeout: asEver } = globalThis
  const held = (...[action, ms, ...rest]: Parameters<typeof setTimeout<unknown[]>>) => {
    if (ms !== limitMs) return asEver(action, ms, ...rest)
    underWay.add(action)
    return undefined
  }
  const timers = vi.spyOn(globalThis, 'setTimeout').mockImplementation(held as typeof setTimeout)
  onTestFinished(() => {
    timeout.mockRestore()
    timers.mockRestore()
  })
  return () => {
    for (const giveUp of underWay) giveUp()
    underWay.clear()
  }
}
