import { setTimeout as wait } from 'node:timers/promises'
import { describeFailure } from './slack/client/slack-failure.ts'
import type { Tell } from './tell.ts'

export interface StopLimits {
  /** How long stopping may take beside draining, in milliseconds. */
  readonly maxStopMs: number
}

export interface Stopping extends StopLimits {
  readonly stop: () => Promise<void>
  /** How much longer than answering it may take, in milliseconds, since requests are still taken so long. */
  readonly drainMs: number
}

/**
 * Signals within this time of the first are the same wish, in milliseconds: who stops a whole group of processes has it come from
 * them, from whoever started us and passes it on, and, up to half a second later, for npm has ended.
 */
const sameWishMs = 1_000

/** The first signal lets what is being answered finish, a later one does not. */
export function stopOnSignals(tell: Tell, { stop, drainMs, maxStopMs }: Stopping): void {
  let stoppingSince: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined) {
        if (performance.now() - stoppingSince > sameWishMs) dieOf(signal)
        return
      }
      stoppingSince = performance.now()
      tell('warn', 'Hallway stops as soon as it has answered what was asked.')
      setTimeout(() => killOurselves(tell), drainMs + maxStopMs).unref()
      stop()
        .then(filesAnswered)
        .then(
          () => process.exit(0),
          (error) => {
            tell('error', `Hallway did not stop cleanly: ${describeFailure(error)}`)
            process.exit(1)
          },
        )
    })
  }
}

/** As if nobody listened to the signal: the system ends what an ordinary exit would wait for. */
function dieOf(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

/**
 * An ordinary exit joins the system's threads, so one that waits for a disk that does not answer keeps it from ending, and
 * the timer that would kill it from firing. So that is waited for first.
 */
async function filesAnswered(): Promise<void> {
  const isWaiting = () => process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))
  while (isWaiting()) await wait(50)
}

/** Something holds on to a file that does not answer, or the like. */
function killOurselves(tell: Tell): void {
  tell('error', 'Hallway could not stop in time, so it ends at once. Nothing that was stored is lost.')
  process.kill(process.pid, 'SIGKILL')
}
