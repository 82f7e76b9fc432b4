import { constants } from 'node:os'
import { describeFailure } from './slack/client/failure.ts'
import type { Tell } from './tell.ts'

/** How long stopping may take, in milliseconds: longer than answering what was asked, and what is closed after it. */
const maxStopMs = 9_500

/**
 * The first signal lets what is being answered finish, the second does not.
 * @param drainMs how much longer than answering it may take, since requests are still taken so long
 */
export function stopOnSignals(
  tell: Tell,
  { stop, drainMs }: { readonly stop: () => Promise<void>; readonly drainMs: number },
): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(128 + constants.signals[signal])
      stopping = true
      tell('warn', 'Hallway stops as soon as it has answered what was asked.')
      setTimeout(() => killOurselves(tell), drainMs + maxStopMs).unref()
      stop().then(
        () => process.exit(0),
        (error) => {
          tell('error', `Hallway did not stop cleanly: ${describeFailure(error)}`)
          process.exit(1)
        },
      )
    })
  }
}

/**
 * Something holds on to a file that does not answer, or the like: an ordinary exit would wait for it too, for the system's
 * threads are joined first.
 */
function killOurselves(tell: Tell): void {
  tell('error', 'Hallway could not stop in time, so it ends at once. Nothing that was stored is lost.')
  process.kill(process.pid, 'SIGKILL')
}
