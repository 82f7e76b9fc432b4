import { readdir } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sourcesOf } from '../../src/library/snapshot/snapshot-key.ts'

const source = new URL('../../src/', import.meta.url)
const pathIn = (folder: URL, address: string) =>
  relative(fileURLToPath(folder), fileURLToPath(address)).split(sep).join('/')

test('what serves answers never loads the import, in whatever thread', async () => {
  const entrances = ['main.ts', 'library/build/build-worker.ts'].map((path) => new URL(path, source))
  const loaded = [...(await sourcesOf(entrances)).keys()].map((address) => pathIn(source, address))
  expect(loaded).toContain('library/library.ts')
  expect(loaded.filter((path) => path.startsWith('import/'))).toEqual([])
})

/** In the order in which a talk passes through them: each may import from those before it. */
const rooms = ['talk', 'read', 'formats', 'split', 'compose', 'corpus', 'plan', 'write']

test('a talk passes through the rooms of the import one way', async () => {
  const folder = new URL('import/', source)
  const entries = await readdir(folder, { withFileTypes: true })
  expect(entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted()).toEqual(
    rooms.toSorted(),
  )
  for (const [place, room] of rooms.entries()) {
    const files = await readdir(new URL(`${room}/`, folder), { recursive: true })
    const modules = files.filter((file) => file.endsWith('.ts')).map((file) => file.split(sep).join('/'))
    const reached = await sourcesOf(modules.map((file) => new URL(`${room}/${file}`, folder)))
    const others = [...reached.keys()].map((address) => pathIn(folder, address).split('/'))
    // Only the root's own files, which lead a talk through, know all rooms.
    const known = new Set(
      others.flatMap(([first = '', second]) => (first === '..' ? [] : second ? [first] : ['.'])),
    )
    expect([...known].filter((name) => !rooms.slice(0, place + 1).includes(name))).toEqual([])
  }
})
