import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { createBuildAhead } from '../../../src/library/build/build-ahead.ts'
import { startBuildWorker } from '../../../src/library/build/build-in-worker.ts'
import { openSnapshot } from '../../../src/library/snapshot/snapshot.ts'
import { scanNotes } from '../../../src/notes/folders/scan-notes.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

function buildingAhead() {
  const closing = new AbortController()
  const started: Worker[] = []
  const ahead = createBuildAhead(closing.signal, () => {
    const worker = startBuildWorker()
    started.push(worker)
    return worker
  })
  return { ...ahead, started, close: () => closing.abort() }
}

test('a thread that was started ahead builds once, and the next build has its own', async () => {
  const folder = writeFolder({ 'potcon/lids.md': '# Lids\n\nLids keep the heat.\n' })
  const scan = await scanNotes(folder)
  const { build, prepare, started, close } = buildingAhead()
  const titles = async () => {
    const job = { folder, scan, key: new Uint8Array(32), keepLastGood: true }
    const silent = { onProgress() {}, onFile() {} }
    const { corpus } = openSnapshot(await build(job, silent, new AbortController().signal))
    return corpus.talks.map(({ title }) => title)
  }
  prepare()
  prepare()
  expect(started).toHaveLength(1)
  expect(await titles()).toEqual(['Lids'])
  expect(await titles()).toEqual(['Lids'])
  expect(started).toHaveLength(1)
  close()
})

test('a thread that has nothing to build ends with whoever started it', async () => {
  const { prepare, started, close } = buildingAhead()
  prepare()
  const ended = once(started[0]!, 'exit')
  close()
  await ended
  prepare()
  expect(started).toHaveLength(1)
})
