import { constants } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { exitAtOnce } from './exit-at-once.ts'
import { describeFailure } from './slack/client/slack-failure.ts'
import type { Tell } from './tell.ts'

export interface StopLimits {
  /** How long stopping may take beside draining, in milliseconds. */
  readonly maxStopMs: number
  /** Signals within this time of the first are the same wish, in milliseconds. Default 1,000. */
  readonly sameWishMs?: number
}

export interface Stopping extends StopLimits {
  readonly stop: () => Promise<void>
  /** How much longer than answering it may take, in milliseconds, since requests are still taken so long. */
  readonly drainMs: number
}

/**
 * Who stops a whole group of processes has the signal come from them, from whoever started us and passes it on, and, up to half a
 * second later, for npm has ended.
 */
const usualSameWishMs = 1_000

/**
 * Ends the process at a signal: at once as long as nothing is open. From when the function is called that this returns, the first
 * signal lets what is being answered finish, and a later one does not.
 */
export function stopOnSignals(tell: Tell): (stopping: Stopping) => void {
  let stopping: Stopping | undefined
  let stoppingSince: number | undefined
  const workers = new Set<Worker>()
  process.on('worker', (worker) => {
    workers.add(worker)
    worker.once('exit', () => workers.delete(worker))
  })
  // The last of them comes when the terminal is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping === undefined) return dieOf(signal)
      const { sameWishMs = usualSameWishMs } = stopping
      if (stoppingSince === undefined) {
        stoppingSince = performance.now()
        stopInOrder(stopping, workers, tell)
      } else if (performance.now() - stoppingSince > sameWishMs) dieOf(signal)
    })
  }
  return (opened) => {
    stopping = opened
  }
}

function stopInOrder({ stop, drainMs, maxStopMs }: Stopping, workers: ReadonlySet<Worker>, tell: Tell): void {
  tell('warn', 'Hallway stops as soon as it has answered what was asked.')
  setTimeout(() => killOurselves(tell), drainMs + maxStopMs).unref()
  stop()
    .then(() => threadsAnswered(workers))
    .then(
      () => process.exit(0),
      (error) => {
        tell('error', `Hallway did not stop cleanly: ${describeFailure(error)}`)
        process.exit(1)
      },
    )
}

/** As if nobody listened to the signal: the system ends what an ordinary exit would wait for. */
function dieOf(signal: NodeJS.Signals): void {
  // What is to be done at an exit, such as ending what we have started: the system's own way to end asks nobody.
  process.emit('exit', 128 + constants.signals[signal])
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
  // Of the first process of a container the system passes over its own signals.
  setTimeout(() => exitAtOnce(128 + constants.signals[signal]), sparedMs)
}

/** Within which a process is ended that the system does not spare, in milliseconds. */
const sparedMs = 100

/**
 * An ordinary exit joins the system's threads, so one that waits for a disk or a name server that does not answer keeps it from
 * ending, and the timer that would kill it from firing. So that is waited for first, as is what workers wait for: none ends before it.
 */
async function threadsAnswered(workers: ReadonlySet<Worker>): Promise<void> {
  for (const worker of workers) void worker.terminate()
  while (workers.size > 0 || process.getActiveResourcesInfo().some((name) => inThread.test(name)))
    await wait(50)
}

/** What waits in a thread of the system's: a file, a host's address, an address's host. */
const inThread = /^(?:FSReq|GetAddrInfoReq|GetNameInfoReq)/

/** Something waits for a file that does not answer, or the like. */
function killOurselves(tell: Tell): void {
  tell('error', 'Hallway could not stop in time, so it ends at once. Nothing that was stored is lost.')
  dieOf('SIGKILL')
}
