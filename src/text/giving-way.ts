import { setImmediate as tick } from 'node:timers/promises'

/** How long others wait for their turn, in milliseconds, beside what one thing takes. */
const maxHeldMs = 10

/**
 * Does something with each of as many things as there may be, and lets everything else in this process have its turn in between: all
 * notes of a large corpus take a second or more.
 */
export async function forEachGivingWay<Thing>(
  things: Iterable<Thing>,
  act: (thing: Thing) => void,
): Promise<void> {
  let since = performance.now()
  for (const thing of things) {
    act(thing)
    if (performance.now() - since < maxHeldMs) continue
    await tick()
    since = performance.now()
  }
}
