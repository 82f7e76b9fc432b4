import { mkdir, symlink } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { listNotes } from '../../../src/notes/folders/list-notes.ts'
import {
  type FolderEntries,
  maxLevels,
  maxWalkedFolders,
  walkFolders,
} from '../../../src/notes/folders/walk-folders.ts'
import { temporaryFolder, writeFolder } from '../../helpers/temporary-folder.ts'

async function notesWithLinks() {
  const elsewhere = writeFolder({ 'secret.md': 'Nobody’s business.', 'folder/more.md': 'Nor this.' })
  const root = writeFolder({ 'teacon/kettles.md': 'Boil.' })
  await symlink(join(elsewhere, 'secret.md'), join(root, 'teacon', 'out.md'))
  await symlink(join(elsewhere, 'folder'), join(root, 'outside'))
  await symlink('kettles.md', join(root, 'teacon', 'within.md'))
  await symlink('nowhere.md', join(root, 'teacon', 'broken.md'))
  return { root, elsewhere }
}

const filesOf = ({ folders }: Awaited<ReturnType<typeof walkFolders>>) =>
  folders
    .flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'file').map(({ name }) => name))
    .sort()

test('links that lead out of the notes are not followed, and told of', async () => {
  const { root } = await notesWithLinks()
  const walk = await walkFolders(root, [])
  expect(filesOf(walk)).toEqual(['broken.md', 'kettles.md', 'within.md'])
  expect(walk.links.map(({ path, leads }) => [path.slice(root.length + 1), leads]).sort()).toEqual([
    ['outside', 'out'],
    [join('teacon', 'out.md'), 'out'],
  ])
})

test('a .gitignore that leads out of the notes names nothing, and is told of', async () => {
  const elsewhere = writeFolder({ patterns: '*.md\n' })
  const root = writeFolder({ 'teacon/kettles.md': 'Boil.', 'harbour/oars.md': 'Row.', patterns: '*.md\n' })
  await symlink(join(elsewhere, 'patterns'), join(root, 'teacon', '.gitignore'))
  await symlink(join('..', 'patterns'), join(root, 'harbour', '.gitignore'))
  const walk = await walkFolders(root)
  expect(filesOf(walk)).toEqual(['kettles.md', 'patterns'])
  expect(walk.links).toEqual([{ path: join(root, 'teacon', '.gitignore'), leads: 'out' }])
  expect(filesOf(await walkFolders(root, [elsewhere]))).toEqual(['patterns'])
})

test('links lead out where the team says that they may', async () => {
  const { root, elsewhere } = await notesWithLinks()
  const walk = await walkFolders(root, [elsewhere])
  expect(filesOf(walk)).toEqual(['broken.md', 'kettles.md', 'more.md', 'out.md', 'within.md'])
  expect(walk.links).toEqual([])
})

test('notes that are reached by a link are as good as others', async () => {
  const { root } = await notesWithLinks()
  const folder = temporaryFolder()
  await mkdir(join(folder, 'inner'))
  await symlink(root, join(folder, 'inner', 'notes'))
  expect(filesOf(await walkFolders(join(folder, 'inner', 'notes'), []))).toContain('kettles.md')
})

/** Folders without a disk: what `within` says lies in a folder, by the names that lead to it. */
const folders =
  (root: string, within: (steps: readonly string[]) => readonly string[]) =>
  async (path: string): Promise<FolderEntries> => ({
    entries: within(path.slice(root.length).split(sep).filter(Boolean)).map((name) => ({
      name,
      kind: 'folder',
      linked: false,
    })),
  })
const numbered = (count: number) => Array.from({ length: count }, (_, i) => String(i).padStart(6, '0'))

test.each([
  [0, undefined],
  [1, /^holds more than 20,000 folders, so what lies in .*019999 is not read$/],
  [7, /^holds more than 20,000 folders, so what lies in 7 of them, such as .*019999, is not read$/],
])(
  'of folders beyond as many as notes have, %i at this level, no other is left, and it is said',
  async (more, told) => {
    const root = temporaryFolder()
    const count = maxWalkedFolders - 1 + more
    const entriesOf = folders(root, ({ length }) => (length === 0 ? numbered(count) : []))
    const walk = await walkFolders(root, [], entriesOf)
    expect(walk.folders).toHaveLength(maxWalkedFolders)
    expect(walk.left?.count).toBe(more === 0 ? undefined : more)
    const { problems } = await listNotes(root, [], entriesOf)
    const messages = problems.map(({ message }) => message).filter((message) => message.includes('not read'))
    expect(messages).toEqual(told === undefined ? [] : [expect.stringMatching(told)])
  },
)

test('of several levels the first are walked, and what lies below is counted as far as it is known', async () => {
  const root = temporaryFolder()
  const walk = await walkFolders(
    root,
    [],
    folders(root, ({ length }) =>
      length === 0 ? numbered(maxWalkedFolders - 3) : length === 1 ? ['below'] : [],
    ),
  )
  expect(walk.folders).toHaveLength(maxWalkedFolders)
  expect(walk.left).toMatchObject({ count: maxWalkedFolders - 5, reason: 'many' })
})

test('folders that nest without end are left below as many levels as notes have, and it is said', async () => {
  const root = temporaryFolder()
  const entriesOf = folders(root, () => ['in'])
  expect(await walkFolders(root, [], entriesOf)).toMatchObject({ left: { count: 1, reason: 'deep' } })
  const { problems } = await listNotes(root, [], entriesOf)
  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(
      new RegExp(`^holds folders more than ${maxLevels} levels deep, so what lies in .* is not read$`),
    ),
  )
})
