import { constants } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { exitAtOnce } from './exit-at-once.ts'
import { describeFailure } from './slack/client/slack-failure.ts'
import type { Tell } from './tell.ts'

export interface StopLimits {
  /** How long stopping may take apart from draining, in milliseconds. */
  readonly maxStopMs: number
  /** Signals within this time of the first count as the same request to stop, in milliseconds. Default 1,000. */
  readonly sameWishMs?: number
}

export interface Stopping extends StopLimits {
  readonly stop: () => Promise<void>
  /** How long requests are still taken after the signal, in milliseconds; stopping takes that much longer. */
  readonly drainMs: number
}

/**
 * Stopping a whole group of processes sends the signal several times: to us directly, through whoever started us and passes it
 * on, and, up to half a second later, because npm has ended.
 */
const usualSameWishMs = 1_000

/**
 * Ends the process at a signal. Until the function that this returns is called, nothing is open, and it ends at once. From then
 * on, the first signal lets what is being answered finish, and a later one does not.
 */
export function stopOnSignals(tell: Tell): (stopping: Stopping) => void {
  let stopping: Stopping | undefined
  let stoppingSince: number | undefined
  const workers = new Set<Worker>()
  process.on('worker', (worker) => {
    workers.add(worker)
    worker.once('exit', () => workers.delete(worker))
  })
  // SIGHUP comes when the terminal is closed.
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

/** As if nobody listened to the signal: the system ends the process without waiting for what an ordinary exit would wait for. */
function dieOf(signal: NodeJS.Signals): void {
  // Ended by the system, a process emits no `exit`; those who listen for it still have to end what we have started.
  process.emit('exit', 128 + constants.signals[signal])
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
  // The system does not end the first process of a container by such a signal.
  setTimeout(() => exitAtOnce(128 + constants.signals[signal]), sparedMs)
}

/** Within which a process is ended that the system does not spare, in milliseconds. */
const sparedMs = 100

/**
 * Resolves when no thread waits for anything. An ordinary exit joins all threads, so one that waits for a disk or a name server
 * that does not answer would keep the process, and no timer could kill it any more. So we wait before the exit, while the timer
 * can still fire.
 */
async function threadsAnswered(workers: ReadonlySet<Worker>): Promise<void> {
  for (const worker of workers) void worker.terminate()
  while (workers.size > 0 || process.getActiveResourcesInfo().some((name) => inThread.test(name)))
    await wait(50)
}

/** What waits in a thread: reading a file, finding the address of a host, or the host of an address. */
const inThread = /^(?:FSReq|GetAddrInfoReq|GetNameInfoReq)/

/** For when something does not end, such as a read from a disk that does not answer. */
function killOurselves(tell: Tell): void {
  tell('error', 'Hallway could not stop in time, so it ends at once. Nothing that was stored is lost.')
  dieOf('SIGKILL')
}
