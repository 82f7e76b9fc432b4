import { setImmediate } from 'node:timers/promises'

/** How long signals and timers may have to wait, in milliseconds. */
const maxWaitMs = 25

/** For long loops: each call lets the event loop turn, if it has not turned for a while. */
export function createLoopTurns(
  now: () => number = () => performance.now(),
): () => Promise<void> | undefined {
  let turned = now()
  return () => {
    if (now() - turned < maxWaitMs) return undefined
    return setImmediate().then(() => {
      turned = now()
    })
  }
}
