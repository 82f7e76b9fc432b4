import { existsSync, statSync } from 'node:fs'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildSnapshot } from '../../../src/library/build/build-snapshot.ts'
import { openSnapshot } from '../../../src/library/snapshot/snapshot.ts'
import { createRescan } from '../../../src/notes/folders/rescan-notes.ts'
import { scanNotes } from '../../../src/notes/folders/scan-notes.ts'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { wholeTalk } from '../../../src/notes/whole-talk.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import { teaCorpus, teaNote } from '../../corpora/tea.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

// As if each edit were an hour old: files that were just written are too new to be told apart.
beforeEach(() => {
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_600_000)
})
afterEach(() => void vi.restoreAllMocks())

/** By the number of the edit, so that no two leave files of the same size. */
const texts: readonly ((edit: number) => string)[] = [
  (edit) => teaNote(`Lids ${'i'.repeat(edit)}`),
  (edit) => `# Talk ${'o'.repeat(edit)}\n\nSpeaker: Ada Kettle\n\nOf pots.\n`,
  (edit) =>
    `# Notes\n\n## One by Ada Kettle\n\nOf lids.\n\n## Two by Bo Leaf\n\nOf leaves ${'e'.repeat(edit)}.\n`,
  (edit) => `- Of pots ${'o'.repeat(edit)}.\n- Of lids.\n`,
  (edit) => `---\ntitle: Cups that ho${'o'.repeat(edit)}ld\nspeakers: [zoe-b]\n---\nOf cups.\n`,
  (edit) =>
    `---\ntitle: Urns ${'u'.repeat(edit)}\nevent: UrnConf 2020\ncolour: blue\ntags: [a, b]\n---\nOf urns.\n`,
]
const peopleTexts: readonly ((edit: number) => string)[] = [
  (edit) => `- {id: zoe-b, name: Zo${'ë'.repeat(edit)} Beispiel}\n`,
  (edit) => `zoe-b: {name: Zoë B${'ö'.repeat(edit)}rne}\nben: {name: Ben Quay}\n`,
  (edit) => `- {id: zoe-b, name: "Zoë${'.'.repeat(edit)}\n`,
]
const eventTexts: readonly ((edit: number) => string)[] = [
  (edit) => `name: Pot${'o'.repeat(edit)}Con\n`,
  (edit) => `name: PotCon\nstarts: 2019-04-01\n# ${'.'.repeat(edit)}\n`,
  (edit) => `name: PotCon\nsplit: none\n# ${'.'.repeat(edit)}\n`,
]

const peopleFiles = ['_data/speakers.yml', 'vault/_data/people.yml', 'potcon/authors.json'] as const
const folders = ['potcon', 'teacon-1999', 'vault/milkconf', 'vault/2020', 'potcon/day 1'] as const
const names = ['lids.md', 'kettles.md', 'urns.txt', 'README.md', 'notes.md'] as const

type Edit =
  | { readonly kind: 'write' | 'replace' | 'remove'; readonly path: string; readonly text: number }
  | { readonly kind: 'event'; readonly folder: string; readonly text: number }
  | { readonly kind: 'people'; readonly path: string; readonly text: number }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'ignore'; readonly name: string }

const folder = fc.constantFrom(...folders)
const path = fc.tuple(folder, fc.constantFrom(...names)).map((steps) => steps.join('/'))
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('write' as const, 'replace' as const, 'remove' as const),
      path,
      text: fc.nat({ max: texts.length - 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      folder,
      text: fc.nat({ max: eventTexts.length }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('people' as const),
      path: fc.constantFrom(...peopleFiles),
      text: fc.nat({ max: peopleTexts.length }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      from: fc.oneof(folder, path),
      to: fc.oneof(folder, path),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('ignore' as const),
      name: fc.constantFrom('', 'urns.txt', 'potcon'),
    }),
  },
)

/** Does it. Returns what a watcher hears of it. */
async function perform(root: string, edit: Edit, number: number): Promise<readonly string[]> {
  /** Returns the folder that was made for it, if any. */
  const write = async (path: string, text: string) => {
    for (const file of [dirname(dirname(path)), dirname(path)])
      if (existsSync(file) && !statSync(file).isDirectory()) await rm(file)
    if (existsSync(path) && statSync(path).isDirectory()) await rm(path, { recursive: true })
    const made = await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    return made ?? path
  }
  switch (edit.kind) {
    case 'write':
    case 'replace':
    case 'remove': {
      const path = join(root, edit.path)
      const text = texts[edit.text]!(number)
      const heard = [path, dirname(path)]
      if (edit.kind === 'write') heard.push(await write(path, text))
      else if (edit.kind === 'remove') {
        if (existsSync(path)) await rm(path, { recursive: true })
      } else {
        heard.push(await write(`${path}~`, text))
        await rm(path, { recursive: true, force: true })
        await rename(`${path}~`, path)
      }
      return edit.kind === 'remove' ? [path] : heard
    }
    case 'event': {
      const path = join(root, edit.folder, 'event.yml')
      if (!existsSync(dirname(path)) || !statSync(dirname(path)).isDirectory()) return []
      const text = eventTexts[edit.text]
      if (text) await write(path, text(number))
      else await rm(path, { force: true })
      return [path]
    }
    case 'people': {
      const path = join(root, edit.path)
      const text = peopleTexts[edit.text]
      if (text) return [await write(path, text(number)), path]
      await rm(path, { force: true })
      return [path]
    }
    case 'move': {
      const [from, to] = [join(root, edit.from), join(root, edit.to)]
      if (
        !existsSync(from) ||
        !existsSync(dirname(to)) ||
        !statSync(dirname(to)).isDirectory() ||
        to.startsWith(from) ||
        from.startsWith(to)
      )
        return []
      await rm(to, { recursive: true, force: true })
      await rename(from, to)
      return [from, to]
    }
    case 'ignore': {
      const path = join(root, '.gitignore')
      await write(path, `${edit.name}\n`)
      return [path]
    }
  }
}

test('whatever is edited, by and by, is served as a fresh reading of all would be, without looking at the rest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      async (rounds) => {
        const root = writeFolder(teaCorpus)
        const rescan = createRescan(root)
        const key = new Uint8Array(32)
        let buffer = await buildSnapshot(
          { folder: root, scan: await rescan.all(), key, keepLastGood: false },
          () => {},
        )
        let number = 0
        for (const edits of rounds) {
          const heard = new Set<string>()
          for (const one of edits) for (const path of await perform(root, one, ++number)) heard.add(path)
          const scan = await rescan.only(heard)
          expect(scan).toEqual(await scanNotes(root))
          buffer = await buildSnapshot(
            { folder: root, scan, key, keepLastGood: false, earlier: buffer },
            () => {},
          )
          const snapshot = openSnapshot(buffer)
          const fresh = await readCorpus(root)
          expect(snapshot.corpus.talks.map(wholeTalk)).toEqual(fresh.talks.map(wholeTalk))
          expect({ ...snapshot.corpus, talks: [] }).toEqual({ ...fresh, talks: [] })
          expect(snapshot.search).toEqual(prepareSearch(fresh.talks))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a scan of what was heard takes a file for what it is now, also if it is a link or has become a folder', async () => {
  const root = writeFolder(teaCorpus)
  const elsewhere = writeFolder({ 'milk.md': teaNote('Milk') })
  const rescan = createRescan(root, [elsewhere])
  await symlink(join(elsewhere, 'milk.md'), join(root, 'potcon/milk.md'))
  await rescan.all()
  // Nothing tells of that.
  await writeFile(join(elsewhere, 'milk.md'), teaNote('Oat milk'))
  expect(await rescan.only(new Set())).toEqual(await scanNotes(root, [elsewhere]))
  await rm(join(root, 'potcon/lids.md'))
  await mkdir(join(root, 'potcon/lids.md'))
  expect(await rescan.only(new Set([join(root, 'potcon/lids.md')]))).toEqual(
    await scanNotes(root, [elsewhere]),
  )
  await writeFile(join(root, 'potcon/lids.md/cups.md'), teaNote('Cups'))
  expect(await rescan.only(new Set([join(root, 'potcon/lids.md/cups.md')]))).toEqual(
    await scanNotes(root, [elsewhere]),
  )
  const other = writeFolder({ 'milkconf/milk.md': teaNote('Milk') })
  await rename(root, `${root}-old`)
  await rename(other, root)
  expect(await rescan.only(new Set())).toEqual(await scanNotes(root, [elsewhere]))
})

test('a snapshot keeps the names that broken data gave, and takes those that mended data give', async () => {
  const data = (name: string) => `- {id: zoe-b, name: ${name}}\n`
  const root = writeFolder({
    '_data/speakers.yml': data('Zoë Beispiel'),
    '_talks/cups.md': '---\ntitle: Cups that hold\nspeakers: [zoe-b]\n---\nOf cups.\n',
  })
  const build = async (earlier?: SharedArrayBuffer) =>
    buildSnapshot(
      {
        ...{ folder: root, scan: await scanNotes(root), key: new Uint8Array(32), keepLastGood: true },
        ...(earlier && { earlier }),
      },
      () => {},
    )
  const speakersOf = (buffer: SharedArrayBuffer) =>
    openSnapshot(buffer).corpus.talks.flatMap(({ speakers }) => speakers.map(({ name }) => name))
  const whole = await build()
  expect(speakersOf(whole)).toEqual(['Zoë Beispiel'])
  await writeFile(join(root, '_data/speakers.yml'), data('"Zoë'))
  const broken = await build(whole)
  expect(speakersOf(broken)).toEqual(['Zoë Beispiel'])
  // As after a restart, which goes on from the snapshot that was kept.
  const again = await build(broken)
  expect(openSnapshot(again).corpus).toEqual(openSnapshot(broken).corpus)
  await writeFile(join(root, '_data/speakers.yml'), data('Zoë Börne'))
  expect(openSnapshot(await build(again)).corpus.version).toBe((await readCorpus(root)).version)
  expect(speakersOf(await build(again))).toEqual(['Zoë Börne'])
})
