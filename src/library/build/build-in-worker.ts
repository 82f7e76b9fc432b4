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
 * Builds a snapshot in a thread of its own, which ends when it is done and gives back all its memory. Its buffer is
 * shared, not copied.
 * @param script what the thread runs. Default: build-worker.ts
 * @throws if the thread fails, whatever became of it, or once it has ended at the signal
 */
export async function buildInWorker(
  job: Job,
  { onProgress, onFile }: BuildListener,
  signal: AbortSignal,
  script: URL = workerScript,
): Promise<SharedArrayBuffer> {
  signal.throwIfAborted()
  // Not with this process's own options: `--input-type`, for one, is refused for a file.
  const worker = new Worker(script, { workerData: job, execArgv: [] })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: BuildMessage) => {
        if ('buffer' in message) resolve(message.buffer)
        else if ('file' in message) onFile(message.file)
        else onProgress(message.progress)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`the thread that reads them ended with code ${code}`)))
    })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
