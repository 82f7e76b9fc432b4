import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'vitest'
import { clusterIndexKey, snapshotKey, sourcesOf } from '../../../src/library/snapshot/snapshot-key.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

test('follows imports of every form into every folder, each module once', async ({ expect }) => {
  const folder = writeFolder({
    'start.ts': "import { a } from './rooms/a.ts'\nimport './rooms/b.ts'\nimport { x } from 'a-package'\n",
    'rooms/a.ts': "import {\n  type C,\n  c,\n} from './deep/c.ts'\nexport const a = c\n",
    'rooms/b.ts': "export * from '../start.ts'\nexport const late = () => import('./deep/d.ts')\n",
    'rooms/deep/c.ts': 'export const c = 1\n',
    'rooms/deep/d.ts': "export type { C } from './c.ts'\n",
    'rooms/unused.ts': 'export const unused = 1\n',
  })
  const sources = await sourcesOf([pathToFileURL(join(folder, 'start.ts'))])
  const names = [...sources.keys()].map((address) => address.slice(pathToFileURL(folder).href.length + 1))
  expect(names).toEqual(['rooms/a.ts', 'rooms/b.ts', 'rooms/deep/c.ts', 'rooms/deep/d.ts', 'start.ts'])
})

test('keys the sources of every room that makes a snapshot, and none that only answers', async ({
  expect,
}) => {
  const start = new URL('../../../src/library/build/build-worker.ts', import.meta.url)
  const names = [...(await sourcesOf([start])).keys()].map((address) => address.split('/src/')[1])
  expect(names).toEqual(
    expect.arrayContaining([
      'notes/read-corpus.ts',
      'search/analysis/stem.ts',
      'search/index/compile-index.ts',
      'search/filter/read-doc-values.ts',
      'text/fold.ts',
    ]),
  )
  expect(names.filter((name) => name?.startsWith('slack/'))).toEqual([])
})

test('is the same for the same code', async ({ expect }) => {
  expect(await snapshotKey()).toEqual(await snapshotKey())
})

test('an index in a cluster is named for the sources that make it, in twelve hex digits', async ({
  expect,
}) => {
  const key = await clusterIndexKey()
  expect(key).toMatch(/^[\da-f]{12}$/)
  expect(await clusterIndexKey()).toBe(key)
})
