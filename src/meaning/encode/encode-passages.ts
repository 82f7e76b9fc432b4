import { Worker } from 'node:worker_threads'
import type { PassageVectors } from '../vectors/passage-vectors.ts'
import type { PassageJob, PassageMessage } from './passage-job.ts'

/** Passages that are being encoded. */
interface PassageWork {
  /** What can be searched, while it is still filled; undefined if there is nothing, which was said. */
  readonly opened: Promise<OpenedPassages | undefined>
  /** Resolves once the work has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Ends the work, keeps what is encoded, and resolves then. */
  readonly stop: () => Promise<void>
}

export interface OpenedPassages {
  readonly passages: PassageVectors
  /** How many were still to be encoded when they were opened. */
  readonly missing: number
}

export interface PassageListener {
  /** Hears whole sentences. */
  readonly onProblem: (sentence: string) => void
  /** Hears why the model cannot be used. */
  readonly onUnusable: (message: string) => void
  readonly onProgress: (done: number, total: number) => void
}

/** Encodes the passages of a snapshot in a thread of its own, which ends when it is done. */
export function encodePassages(
  job: PassageJob,
  { onProblem, onUnusable, onProgress }: PassageListener,
): PassageWork {
  const worker = new Worker(new URL('./passage-worker.ts', import.meta.url), {
    workerData: job,
    execArgv: [],
  })
  // What nobody waits for keeps no process alive.
  if (!job.isAwaited) worker.unref()
  const opened = Promise.withResolvers<OpenedPassages | undefined>()
  const ended = Promise.withResolvers<void>()
  worker.on('message', (message: PassageMessage) => {
    if (message.kind === 'opened') opened.resolve(message)
    else if (message.kind === 'problem') onProblem(message.message)
    else if (message.kind === 'unusable') onUnusable(message.message)
    else onProgress(message.done, message.total)
  })
  worker.on('error', (error) => onProblem(`Passages cannot be encoded (${error.message}).`))
  worker.on('exit', () => {
    opened.resolve(undefined)
    ended.resolve()
  })
  return {
    opened: opened.promise,
    ended: ended.promise,
    stop() {
      worker.postMessage('stop')
      return ended.promise
    },
  }
}
