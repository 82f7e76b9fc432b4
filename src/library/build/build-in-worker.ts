import { Worker } from 'node:worker_threads'
import type { FileStep, Job, Progress } from './build-snapshot.ts'

/** What the worker says. */
type BuildMessage =
  | { readonly progress: Progress }
  | { readonly file: FileStep }
  | { readonly buffer: SharedArrayBuffer }

/** What is heard of a build while it lasts. */
export interface BuildListener {
  readonly onProgress: (progress: Progress) => void
  readonly onFile: (step: FileStep) => void
}

const workerScript = new URL('./build-worker.ts', import.meta.url)

/**
 * Starts a thread that loads all that building needs and waits for its job.
 * @param script what the thread runs. Default: build-worker.ts
 */
export function startBuildWorker(script: URL = workerScript): Worker {
  // Not with this process's own options: `--input-type`, for one, is refused for a file.
  return new Worker(script, { execArgv: [] })
}

/**
 * Builds a snapshot in a thread of its own, which ends when it is done and gives back all its memory. Its buffer is
 * shared, not copied.
 * @param worker the thread, if one is started already
 * @throws if the thread fails, whatever became of it, or once it has ended at the signal
 */
export async function buildInWorker(
  job: Job,
  { onProgress, onFile }: BuildListener,
  signal: AbortSignal,
  worker?: Worker,
): Promise<SharedArrayBuffer> {
  signal.throwIfAborted()
  const thread = worker ?? startBuildWorker()
  const stop = () => void thread.terminate()
  signal.addEventListener('abort', stop)
  try {
    return await new Promise((resolve, reject) => {
      thread.on('message', (message: BuildMessage) => {
        if ('buffer' in message) resolve(message.buffer)
        else if ('file' in message) onFile(message.file)
        else onProgress(message.progress)
      })
      thread.on('error', reject)
      thread.on('exit', (code) => reject(new Error(`the thread that reads them ended with code ${code}`)))
      thread.postMessage(job)
    })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
