/** A thread in which notes are read. Run by read-in-threads.ts, never imported. */
import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { NoteAnswer, NoteOrder } from './read-in-threads.ts'

enableCompileCache()
const { readInPlace } = await import('./read-introduction.ts')
const port = parentPort!
port.on('message', async ({ number, path, context }: NoteOrder) => {
  const content = await readInPlace(path, context)
  port.postMessage({ number, content, event: context.event } satisfies NoteAnswer)
})
