/** The thread in which checkpoints are made. Run by checkpoints.ts, never imported. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

const port = parentPort!
// As flushing as the connection that writes most: what is copied is safe in the log before.
const database = new DatabaseSync(new URL(String(workerData)))
database.exec('pragma synchronous = normal')
const checkpoint = database.prepare('pragma wal_checkpoint(passive)')

port.on('message', () => {
  try {
    checkpoint.all()
  } catch {
    // Another makes one, or the disk fails: who writes next hears of that.
  }
  port.postMessage('done')
})
