import { Worker } from 'node:worker_threads'
import type { Job, Progress } from './build-snapshot.ts'

/** What the worker says. */
type Message = { readonly progress: Progress } | { readonly buffer: SharedArrayBuffer }

/**
 * Builds a snapshot in a thread of its own, which ends when it is done and gives back all its memory. Its buffer is
 * shared, not copied.
 * @throws if the thread fails, whatever became of it, or at the signal
 */
export async function buildInWorker(
  job: Job,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<SharedArrayBuffer> {
  signal.throwIfAborted()
  // Not with this process's own options: `--input-type`, for one, is refused for a file.
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: job, execArgv: [] })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if ('buffer' in message) resolve(message.buffer)
        else onProgress(message.progress)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`the thread that reads them ended with code ${code}`)))
    })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
