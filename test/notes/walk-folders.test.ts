import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { walkFolders } from '../../src/notes/walk-folders.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'

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
