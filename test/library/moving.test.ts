/** Notes that move, vanish and come back while they are read and served. */
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildInWorker } from '../../src/library/build/build-in-worker.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'

async function open(folder: string, options: Partial<LibraryOptions> = {}) {
  const lines: string[] = []
  const info = (line: string) => !/^(?:Reading|Indexing) /.test(line) && lines.push(line)
  const log = { info, warn: (line: string) => lines.push(line) } as LibraryOptions['log']
  const library = await openLibrary({
    ...{ folder, dataFolder: temporaryFolder(), log, maxCloseMs: 60_000 },
    ...options,
  })
  onTestFinished(() => library.close())
  return { library, lines }
}

const titles = ({ current }: Library) =>
  current()
    .corpus.talks.map(({ title }) => title)
    .toSorted()
const ids = ({ current }: Library) => current().corpus.talks.map(({ id }) => id)

/** A build during which something happens, once. */
function duringBuild() {
  let act = async () => {}
  const build: typeof buildInWorker = async (job, { onProgress, onFile }, signal) => {
    const now = act
    act = async () => {}
    const acted = now()
    const buffer = await buildInWorker(job, { onProgress, onFile }, signal)
    await acted
    return buffer
  }
  const next = (work: () => Promise<unknown>) => {
    act = async () => void (await work())
  }
  return { build, next }
}

test('a folder that is renamed while its notes are read is served under its new name, and none of it is missed', async () => {
  const folder = writeFolder(teaCorpus)
  const { build, next } = duringBuild()
  const { library, lines } = await open(folder, { build })
  next(() => rename(join(folder, 'teacon-1999'), join(folder, 'teacon-2000')))
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
  await library.refresh()
  expect(titles(library)).toEqual(['Cosies', 'Kettles', 'Leaves'])
  expect(ids(library)).toEqual(['potcon/lids', 'teacon-2000/kettles', 'teacon-2000/leaves'])
  expect(lines.filter((line) => !line.startsWith('Notes changed'))).toEqual([])
})

test('a file that becomes a folder, and a folder that becomes a file, are read as what they are', async () => {
  const folder = writeFolder(teaCorpus)
  const { library } = await open(folder)
  library.watch()
  await rm(join(folder, 'potcon/lids.md'))
  await mkdir(join(folder, 'potcon/lids.md'))
  await writeFile(join(folder, 'potcon/lids.md/cups.md'), teaNote('Cups'))
  await expect.poll(() => titles(library)).toEqual(['Cups', 'Kettles', 'Leaves'])
  await rm(join(folder, 'potcon/lids.md'), { recursive: true })
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Lids'))
  await expect.poll(() => titles(library)).toEqual(['Kettles', 'Leaves', 'Lids'])
  expect(library.current().corpus.version).toBe((await readCorpus(folder)).version)
})

const isRoot = process.getuid?.() === 0

// Root may read everything.
test.skipIf(isRoot || process.platform === 'win32').each([
  ['a note', 'potcon/lids.md', /potcon\/lids\.md error: .*; what it said before is served/],
  ['an event', 'potcon', /potcon error: .*; the talks that it held are served until it can be read again/],
  ['all notes', '', /error: .*; the talks that it held are served until it can be read again/],
])(
  '%s whose permission is lost is answered from as it was, which is said, until it is back',
  async (_, name, line) => {
    const folder = join(writeFolder({}), 'notes')
    await rename(writeFolder(teaCorpus), folder)
    const path = join(folder, name)
    onTestFinished(() => chmod(path, 0o755))
    const { library, lines } = await open(folder)
    library.watch()
    const { version } = library.current().corpus
    await chmod(path, 0o000)
    await expect.poll(() => lines.join('\n')).toMatch(line)
    expect(library.current().corpus.version).toBe(version)
    expect((await library.current().answerQuestion('lids')).kind).toBe('found')
    await library.refresh()
    expect(lines).toHaveLength(1)
    await chmod(path, 0o755)
    await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
    await expect.poll(() => titles(library)).toEqual(['Cosies', 'Kettles', 'Leaves'])
    expect(library.current().corpus.problems).toEqual([])
  },
)

/** Mounts an empty file system there. */
function mount(path: string): boolean {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path]).status === 0
  if (mounted) onTestFinished(() => void spawnSync('umount', ['-l', path]))
  return mounted
}

test.skipIf(!isRoot).each([
  ['the folder of the notes', ''],
  ['a folder of an event', 'potcon'],
])('%s that is unmounted is answered from as it was, which is said, until it is back', async (_, name) => {
  const folder = join(writeFolder({}), 'notes')
  await mkdir(join(folder, name), { recursive: true })
  if (name !== '')
    for (const [path, text] of Object.entries(teaCorpus))
      if (path.startsWith('teacon')) await write(folder, path, text)
  // Some containers may not mount.
  if (!mount(join(folder, name))) return
  for (const [path, text] of Object.entries(teaCorpus))
    if (path.startsWith(name)) await write(folder, path, text)
  const { library, lines } = await open(folder)
  library.watch()
  const { version } = library.current().corpus
  spawnSync('umount', ['-l', join(folder, name)])
  await library.refresh()
  await expect.poll(() => lines.join('\n')).toMatch(/error: .*; the talks that it held are served until it /)
  expect(library.current().corpus.version).toBe(version)
  expect((await library.current().answerQuestion('lids')).kind).toBe('found')
  mount(join(folder, name))
  for (const [path, text] of Object.entries(teaCorpus))
    if (path.startsWith(name)) await write(folder, path, text)
  await write(folder, 'potcon/lids.md', teaNote('Cosies'))
  await library.refresh()
  await expect.poll(() => titles(library)).toEqual(['Cosies', 'Kettles', 'Leaves'])
})

async function write(folder: string, path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), text)
}
