/** The thread in which notes are read and indexed. Run by build-in-worker.ts, never imported. */
import { once } from 'node:events'
import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { Job } from './build-snapshot.ts'

// The thread starts again for every change, and most of that is compiling: this takes off more than half.
enableCompileCache()
const port = parentPort!
const [{ buildSnapshot }, [job]] = (await Promise.all([
  import('./build-snapshot.ts'),
  once(port, 'message'),
])) as [typeof import('./build-snapshot.ts'), [Job]]
const buffer = await buildSnapshot(
  job,
  (progress) => port.postMessage({ progress }),
  (file) => port.postMessage({ file }),
)
port.postMessage({ buffer })
