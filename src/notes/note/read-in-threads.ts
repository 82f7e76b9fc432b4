import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { NoteContent } from './note-content.ts'
import type { NoteContext } from './note-context.ts'
import { readInPlace } from './read-introduction.ts'

/** What a thread is told to read. */
export interface NoteOrder {
  readonly number: number
  readonly path: string
  readonly context: NoteContext
}

/** What came of it. */
export interface NoteAnswer {
  readonly number: number
  readonly content: NoteContent
  /** That of the order, as the thread knows it: talks of the folder's event have this one. */
  readonly event: NoteContext['event']
}

export interface NoteReaders {
  /** As `readInPlace`. @throws if a thread fails, for all that it had to read */
  readonly read: typeof readInPlace
  /** Ends the threads. */
  close(): Promise<void>
}

/** A thread takes about as long to load as it takes to read three hundred notes. */
const minNotes = 1_000
const maxThreads = 4

/** How many threads to read notes in: none if it takes longer to start them than to read. @param notes how many there are */
export const threadsFor = (notes: number): number => {
  const processors = Math.min(availableParallelism(), maxThreads)
  return notes < minNotes || processors === 1 ? 0 : processors
}

/** Readers of notes that take turns, a thread each; without any thread, notes are read here. */
export function openNoteReaders(threads: number): NoteReaders {
  if (threads === 0) return { read: readInPlace, close: async () => {} }
  const readers = Array.from({ length: threads }, openThread)
  let turn = 0
  return {
    read: (path, context) => readers[turn++ % threads]!.read(path, context),
    async close() {
      await Promise.all(readers.map((reader) => reader.close()))
    },
  }
}

interface PendingNote {
  readonly event: NoteContext['event']
  readonly resolve: (content: NoteContent) => void
  readonly reject: (error: unknown) => void
}

function openThread(): NoteReaders {
  // Not with this process's own options: `--input-type`, for one, is refused for a file.
  const worker = new Worker(new URL('./note-thread.ts', import.meta.url), { execArgv: [] })
  const pending = new Map<number, PendingNote>()
  let failure: unknown
  let count = 0
  const fail = (error: unknown) => {
    failure ??= error
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }
  worker.on('message', ({ number, content, event }: NoteAnswer) => {
    const order = pending.get(number)
    pending.delete(number)
    order?.resolve(atEvent(content, event, order.event))
  })
  worker.on('messageerror', fail)
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`the thread that reads them ended with code ${code}`)))
  return {
    read: (path, context) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        const number = count++
        worker.postMessage({ number, path, context } satisfies NoteOrder)
        pending.set(number, { event: context.event, resolve, reject })
      }),
    async close() {
      await worker.terminate()
    },
  }
}

/** The content with our own event in the place of the copy that a thread has of it. */
function atEvent(content: NoteContent, copy: NoteContext['event'], event: NoteContext['event']): NoteContent {
  const talks = content.talks.map(({ value, hash }) => ({
    value: value.event === copy ? { ...value, event } : value,
    hash,
  }))
  return { ...content, talks }
}
