import { EventEmitter } from 'node:events'
import { mkdirSync, watch } from 'node:fs'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type WatchOptions, watchFolder } from '../../src/library/watch-folder.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { maxGrowth, processorTimeOf, tries } from '../helpers/growth.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

async function watched(options: Partial<WatchOptions> = {}) {
  const place = writeFolder(
    Object.fromEntries(Object.entries(teaCorpus).map(([path, text]) => [`p/q/notes/${path}`, text])),
  )
  const folder = join(place, 'p/q/notes')
  const opened = new Set<string>()
  const failures: Error[] = []
  let changes = 0
  const watcher = watchFolder(folder, {
    onChange: () => changes++,
    onFailure: (error) => failures.push(error),
    watch: ((path: string, ...rest: [{ persistent: boolean }, () => void]) => {
      opened.add(path)
      return watch(path, ...rest)
    }) as typeof watch,
    ...options,
  })
  onTestFinished(() => watcher.close())
  await watcher.follow()
  /** Edits until one is heard: what was heard before may be of earlier changes. */
  const hearsEdits = async (path: string) => {
    for (let round = 0; round < 3; round++) {
      const before = changes
      await writeFile(join(folder, path), teaNote(`Edit ${round}`))
      await expect.poll(() => changes).toBeGreaterThan(before)
    }
  }
  return { place, folder, watcher, opened, failures, hearsEdits }
}

test('edits are heard', async () => {
  const { hearsEdits, failures } = await watched()
  await hearsEdits('potcon/lids.md')
  expect(failures).toEqual([])
})

test('edits of what says who speaks are heard, also in a folder that is made later or replaced', async () => {
  const { folder, watcher, hearsEdits, opened } = await watched()
  await mkdir(join(folder, 'potcon/_data'))
  // The folder above tells of it.
  await expect.poll(() => opened).toContain(join(folder, 'potcon/_data'))
  await hearsEdits('potcon/_data/speakers.yml')
  await rename(join(folder, 'potcon/_data'), join(folder, 'potcon/old'))
  await cp(join(folder, 'potcon/old'), join(folder, 'potcon/_data'), { recursive: true })
  await watcher.follow()
  await hearsEdits('potcon/_data/speakers.yml')
})

test.each([
  ['the folder above the parent', 'p'],
  ['the parent', 'p/q'],
  ['the folder', 'p/q/notes'],
  ["an event's folder", 'p/q/notes/potcon'],
])('edits are heard after %s was replaced', async (_, name) => {
  const { place, watcher, hearsEdits } = await watched()
  await rename(join(place, name), join(place, 'old'))
  await cp(join(place, 'old'), join(place, name), { recursive: true })
  await watcher.follow()
  await hearsEdits('potcon/lids.md')
  await hearsEdits('teacon-1999/kettles.md')
})

test('edits are heard after the folder above the parent was removed and made again', async () => {
  const { place, folder, watcher, hearsEdits } = await watched()
  await rm(join(place, 'p'), { recursive: true })
  await watcher.follow()
  await mkdir(join(folder, 'milkconf'), { recursive: true })
  await watcher.follow()
  await hearsEdits('milkconf/milk.md')
})

test('what is there already is opened once, however often it is followed', async () => {
  const { watcher, opened } = await watched()
  const before = opened.size
  opened.clear()
  await Promise.all([watcher.follow(), watcher.follow()])
  expect(before).toBe(4)
  expect([...opened]).toEqual([])
})

test('that the system watches no more is told once', async () => {
  const { watcher, failures } = await watched({
    watch: () => {
      throw Object.assign(new Error('ENOSPC: no watchers left'), { code: 'ENOSPC' })
    },
  })
  await watcher.follow()
  expect(failures.map(({ message }) => message)).toEqual(['ENOSPC: no watchers left'])
})

test('a folder that has gone meanwhile is no failure', async () => {
  const { failures } = await watched({
    watch: () => {
      throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
    },
  })
  expect(failures).toEqual([])
})

/** Milliseconds of processor time from when a folder of so many folders begins to be removed until all of that is heard. */
async function timeToRemove(count: number): Promise<number> {
  const heard = new Map<string, (kind: string, name: string) => void>()
  const { folder, watcher } = await watched({
    watch: ((path: string, _options: object, hear: (kind: string, name: string) => void) => {
      heard.set(path, hear)
      return Object.assign(new EventEmitter(), { close: () => heard.delete(path) })
    }) as unknown as typeof watch,
  })
  for (let number = 0; number < count; number++)
    mkdirSync(join(folder, 'many', `${number}`), { recursive: true })
  await watcher.follow()
  expect(heard.size).toBe(4 + 1 + count)
  const time = await processorTimeOf(() => {
    for (const [path, hear] of [...heard].reverse())
      if (path.startsWith(join(folder, 'many'))) hear('rename', basename(path))
  })
  expect(heard.size).toBe(4)
  return time
}

test('that many folders go takes a time that grows with their number', async () => {
  const growths: number[] = []
  while (growths.length < tries && growths.every((growth) => growth >= maxGrowth))
    growths.push((await timeToRemove(1_600)) / (await timeToRemove(400)))
  expect(Math.min(...growths)).toBeLessThan(maxGrowth)
})
