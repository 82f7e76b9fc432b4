import { setImmediate } from 'node:timers/promises'

/** Longest time in milliseconds for which signals and timers wait. */
const longest = 25

/** For long loops: lets the event loop turn, if it has not turned for a while. */
export function createPause(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let turned = now()
  return () => {
    if (now() - turned < longest) return undefined
    return setImmediate().then(() => {
      turned = now()
    })
  }
}
