/** The thread in which passages are told apart and encoded. Run by encode-passages.ts, never imported. */
import { parentPort, workerData } from 'node:worker_threads'
import { openSnapshot } from '../../library/snapshot/snapshot.ts'
import { openPassages, type PassageJob } from './passage-job.ts'

const port = parentPort!
const job = workerData as PassageJob
const { corpus } = openSnapshot(job.buffer)
const stopping = new AbortController()
port.once('message', () => stopping.abort())
await openPassages(corpus.talks, job, {
  say: (message) => port.postMessage(message),
  signal: stopping.signal,
})
port.close()
