import { setImmediate } from 'node:timers/promises'

/** How long signals and timers may have to wait, in milliseconds. */
const maxWaitMs = 25

/** For long loops: each call lets the event loop turn, if it has not turned for a while. */
export function createLoopTurns(): () => Promise<void> | undefined {
  let turned = performance.now()
  return () => {
    if (performance.now() - turned < maxWaitMs) return undefined
    return setImmediate().then(() => {
      turned = performance.now()
    })
  }
}
