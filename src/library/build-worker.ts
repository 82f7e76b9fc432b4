/** The thread in which notes are read and indexed. Run by build-in-worker.ts, never imported. */
import { parentPort, workerData } from 'node:worker_threads'
import { buildSnapshot, type Job } from './build-snapshot.ts'

const port = parentPort!
const buffer = await buildSnapshot(workerData as Job, (progress) => port.postMessage({ progress }))
port.postMessage({ buffer })
