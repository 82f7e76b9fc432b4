/** The thread in which notes are read and indexed. Run by build-in-worker.ts, never imported. */
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Job } from './build-snapshot.ts'

// The thread starts again for every change, and most of that is compiling: this takes off more than half.
enableCompileCache()
const { buildSnapshot } = await import('./build-snapshot.ts')
const port = parentPort!
const buffer = await buildSnapshot(
  workerData as Job,
  (progress) => port.postMessage({ progress }),
  (file) => port.postMessage({ file }),
)
port.postMessage({ buffer })
