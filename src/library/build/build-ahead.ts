import type { Worker } from 'node:worker_threads'
import { buildInWorker, startBuildWorker } from './build-in-worker.ts'

/** Builds, the next of which may have its thread started before anybody knows what there is to build. */
export interface BuildAhead {
  readonly build: typeof buildInWorker
  /** Something may have to be built soon. */
  prepare(): void
}

/** How long a thread that was started waits for its job: what is heard to change may be no note. */
const maxWaitMs = 5_000

/**
 * A thread takes a fifth of a second to load, about as long as files take to come to rest.
 * @param signal ends the one that waits
 */
export function createBuildAhead(signal: AbortSignal, start = startBuildWorker): BuildAhead {
  let waiting: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  const take = (): Worker | undefined => {
    const worker = waiting
    waiting = undefined
    clearTimeout(timer)
    return worker
  }
  const end = () => void take()?.terminate()
  signal.addEventListener('abort', end)

  return {
    build(job, listener, ended, worker = take()) {
      worker?.ref()
      return buildInWorker(job, listener, ended, worker)
    },
    prepare() {
      if (waiting || signal.aborted) return
      const worker = start()
      const forget = () => {
        if (waiting === worker) take()
      }
      worker.unref()
      // The next one says what is wrong, to whoever waits for it.
      worker.on('error', forget)
      worker.on('exit', forget)
      waiting = worker
      timer = setTimeout(end, maxWaitMs)
      timer.unref()
    },
  }
}
