import { onTestFinished, vi } from 'vitest'

/**
 * Lets requests take as long as they like until the test ends, whatever limit they have, also on a busy machine.
 * @returns what ends those that are under way as if their time was up
 */
export function givingUp(): () => void {
  const underWay = new Set<AbortController>()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController()
    underWay.add(controller)
    return controller.signal
  })
  onTestFinished(() => timeout.mockRestore())
  return () => {
    for (const controller of underWay) controller.abort(new DOMException('Time is up.', 'TimeoutError'))
    underWay.clear()
  }
}
