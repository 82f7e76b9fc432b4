import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { pathForPeople } from '../../src/files/path-for-people.ts'
import { buildInWorker, startBuildWorker } from '../../src/library/build/build-in-worker.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts'
import { scanNotes } from '../../src/notes/folders/scan-notes.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { givingUp } from '../helpers/give-up.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'

const dataFolder = temporaryFolder()

interface Opened {
  readonly library: Library
  readonly lines: readonly string[]
}

async function open(folder: string, options: Partial<LibraryOptions> = {}): Promise<Opened> {
  const lines: string[] = []
  // How far it is is said on a busy machine alone.
  const info = (line: string) => !/^(?:Reading|Indexing) /.test(line) && lines.push(line)
  const log = { info, warn: (line: string) => lines.push(line) }
  const library = await openLibrary({
    ...{ folder, dataFolder, log: log as LibraryOptions['log'], maxCloseMs: 60_000 },
    ...options,
  })
  onTestFinished(() => library.close())
  return { library, lines }
}

async function watched(files: Readonly<Record<string, string>> = teaCorpus) {
  const folder = join(writeFolder({}), 'corpus')
  await rename(writeFolder(files), folder)
  const opened = await open(folder)
  opened.library.watch()
  return { folder, ...opened }
}

const titles = (library: Library) => library.current().corpus.talks.map(({ title }) => title)
const serves = (library: Library, wanted: readonly string[]) =>
  expect.poll(() => titles(library).toSorted()).toEqual(wanted.toSorted())

test.each<readonly [string, (folder: string) => Promise<unknown>, readonly string[]]>([
  [
    'an edit in place',
    (folder) => writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies')),
    ['Cosies', 'Kettles', 'Leaves'],
  ],
  [
    'an edit that replaces the file, as editors do',
    async (folder) => {
      await writeFile(join(folder, 'potcon/.lids.md.swp'), teaNote('Cosies'))
      await rename(join(folder, 'potcon/.lids.md.swp'), join(folder, 'potcon/lids.md'))
    },
    ['Cosies', 'Kettles', 'Leaves'],
  ],
  [
    'a new note in a new event',
    async (folder) => {
      await mkdir(join(folder, 'milkconf'))
      await writeFile(join(folder, 'milkconf/milk.md'), teaNote('Milk'))
    },
    ['Lids', 'Kettles', 'Leaves', 'Milk'],
  ],
  [
    'a note at any depth',
    async (folder) => {
      await mkdir(join(folder, 'vault/talks/milkconf'), { recursive: true })
      await writeFile(join(folder, 'vault/talks/milkconf/milk.txt'), 'Milk\n\nMilk and tea.\n')
    },
    ['Lids', 'Kettles', 'Leaves', 'Milk'],
  ],
  [
    'a moved event',
    (folder) => rename(join(folder, 'potcon'), join(folder, 'potfest')),
    ['Lids', 'Kettles', 'Leaves'],
  ],
  ['a deleted note', (folder) => unlink(join(folder, 'potcon/lids.md')), ['Kettles', 'Leaves']],
  [
    'records',
    (folder) =>
      writeFile(
        join(folder, 'potcon/talks.jsonl'),
        `${JSON.stringify({ id: 'urns', title: 'Urns', body: 'Urns.', source: {} })}\n`,
      ),
    ['Lids', 'Kettles', 'Leaves', 'Urns'],
  ],
  [
    'five hundred files at once',
    async (folder) => {
      await mkdir(join(folder, 'manycon'))
      for (let number = 0; number < 500; number++)
        await writeFile(join(folder, `manycon/${number}.md`), teaNote(`Tea ${number}`))
    },
    ['Lids', 'Kettles', 'Leaves', ...Array.from({ length: 500 }, (_, number) => `Tea ${number}`)],
  ],
  [
    'another folder in its place',
    async (folder) => {
      const other = writeFolder({ 'milkconf/milk.md': teaNote('Milk') })
      await rename(folder, `${folder}-old`)
      await rename(other, folder)
    },
    ['Milk'],
  ],
])('%s is served soon, without a restart', async (_, change, wanted) => {
  const { folder, library } = await watched()
  const before = library.current().corpus.version
  await change(folder)
  await serves(library, wanted)
  const version = () => library.current().corpus.version
  await expect.poll(version).toBe((await readCorpus(folder)).version)
  expect(version()).not.toBe(before)
})

test('of edits that come while others are read, none is lost', async () => {
  const { folder, library } = await watched()
  const acts: readonly ((edit: number) => Promise<unknown>)[] = [
    (edit) => writeFile(join(folder, 'potcon/lids.md'), teaNote(`Lids ${edit}`)),
    async (edit) => {
      await writeFile(join(folder, 'potcon/kettles.md~'), teaNote(`Kettles ${edit}`))
      await rename(join(folder, 'potcon/kettles.md~'), join(folder, 'teacon-1999/kettles.md'))
    },
    (edit) => writeFile(join(folder, `teacon-1999/new-${edit}.md`), teaNote(`New ${edit}`)),
    (edit) => rm(join(folder, `teacon-1999/new-${edit - 4}.md`), { force: true }),
    (edit) => writeFile(join(folder, 'potcon/event.yml'), `name: PotCon ${edit}\n`),
    async (edit) => {
      await mkdir(join(folder, `milkconf-${edit}`))
      await writeFile(join(folder, `milkconf-${edit}/milk.md`), teaNote(`Milk ${edit}`))
    },
    (edit) => rename(join(folder, `milkconf-${edit - 1}`), join(folder, `creamconf-${edit}`)),
  ]
  for (let edit = 0; edit < 7 * acts.length; edit++) {
    await acts[edit % acts.length]!(edit)
    if (edit % 3 === 0) await library.current().answerQuestion('lids')
    await new Promise((resolve) => setTimeout(resolve, (edit * 13) % 50))
  }
  const { talks, version } = await readCorpus(folder)
  await expect.poll(() => library.current().corpus.version).toBe(version)
  expect(titles(library)).toEqual(talks.map(({ title }) => title))
})

test('it goes on watching what was put in the place of folders and files', async () => {
  const { folder, library } = await watched()
  const other = writeFolder({ 'milkconf/milk.md': teaNote('Milk') })
  await rename(folder, `${folder}-old`)
  await rename(other, folder)
  await serves(library, ['Milk'])
  await writeFile(join(folder, 'milkconf/milk.md'), teaNote('Oat milk'))
  await serves(library, ['Oat milk'])
  await rm(join(folder, 'milkconf'), { recursive: true })
  await mkdir(join(folder, 'milkconf'))
  await writeFile(join(folder, 'milkconf/milk.md'), teaNote('Soy milk'))
  await serves(library, ['Soy milk'])
  await writeFile(join(folder, 'milkconf/milk.md'), teaNote('Milk again'))
  await serves(library, ['Milk again'])
})

test('where the system watches no folders, one line says that changes are found by looking', async () => {
  const folder = writeFolder(teaCorpus)
  // How long a look takes says how long it is waited for the next: on a machine that is held up then, minutes.
  vi.spyOn(performance, 'now').mockReturnValue(0)
  onTestFinished(() => void vi.restoreAllMocks())
  const { library, lines } = await open(folder, {
    watch: () => {
      throw Object.assign(new Error('ENOSPC: no watchers left'), { code: 'ENOSPC' })
    },
  })
  library.watch()
  await expect.poll(() => lines).toHaveLength(1)
  expect(lines[0]).toMatch(/\(ENOSPC: no watchers left\), so changes are found by looking every 5 seconds\.$/)
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
  await serves(library, ['Cosies', 'Kettles', 'Leaves'])
  expect(lines).toHaveLength(2)
})

test('a link to the corpus may be turned to another one', async () => {
  const place = writeFolder({})
  const link = join(place, 'current')
  await symlink(writeFolder(teaCorpus), link)
  const { library } = await open(link)
  library.watch()
  await symlink(writeFolder({ 'milkconf/milk.md': teaNote('Milk') }), `${link}-new`)
  await rename(`${link}-new`, link)
  await serves(library, ['Milk'])
})

test('a changed event.yml is on all its talks', async () => {
  const { folder, library, lines } = await watched()
  await writeFile(join(folder, 'potcon/event.yml'), 'name: Lidfest\n')
  await expect.poll(() => library.current().findTalk('potcon/lids')?.event.name).toBe('Lidfest')
  const { results } = await library.current().answerQuestion('lidfest')
  expect(results.map(({ talk }) => talk.id)).toEqual(['potcon/lids'])
  expect(lines).toEqual([`Notes changed: 3 talks now (version ${library.current().corpus.version}).`])
})

test('synonyms.yml is heeded as it changes', async () => {
  const { folder, library } = await watched()
  expect((await library.current().answerQuestion('boilers')).results).toEqual([])
  await writeFile(join(folder, 'synonyms.yml'), 'groups:\n  - [kettles, boilers]\n')
  await expect
    .poll(async () => (await library.current().answerQuestion('boilers')).results[0]?.talk.title)
    .toBe('Kettles')
})

test('a bad edit is told once, and the talk goes on being found by its last good version', async () => {
  const { folder, library, lines } = await watched()
  await writeFile(join(folder, 'potcon/lids.md'), '---\ntitle: [\n---\n')
  await expect.poll(() => lines).toHaveLength(1)
  expect(lines[0]).toMatch(/potcon\/lids\.md:3.* error: .*; what it said before is served \(/)
  await library.refresh()
  await library.refresh()
  expect(lines).toHaveLength(1)
  expect((await library.current().answerQuestion('lids')).kind).toBe('found')
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Better lids'))
  await serves(library, ['Better lids', 'Kettles', 'Leaves'])
})

test('a time that there is not is told at once, and once', async () => {
  const { folder, library, lines } = await watched()
  const note = '---\ntitle: Lids\nstarts: "25:00"\n---\n\nThey fit.\n'
  await writeFile(join(folder, 'potcon/lids.md'), note)
  await expect.poll(() => lines).toHaveLength(2)
  expect(lines[1]).toMatch(
    /potcon\/lids\.md:3 warning: `starts` cannot be read and is left out: "25:00" \(write the time as "HH:MM", in quotes\)$/,
  )
  await library.refresh()
  await writeFile(join(folder, 'potcon/lids.md'), note.replace('fit', 'fit well'))
  await expect.poll(() => lines).toHaveLength(3)
  await writeFile(join(folder, 'potcon/lids.md'), note.replace('"25:00"', '"15:00"\ntags: [a, b'))
  await expect.poll(() => lines).toHaveLength(4)
  expect(lines[3]).toMatch(/potcon\/lids\.md:5.* error: bad YAML: .*; what it said before is served \(/)
  expect(library.current().findTalk('potcon/lids')?.tags).toEqual([])
})

test.each([
  [
    'taken away',
    /corpus error: does not exist; the talks that it held are served until it holds notes again or/,
  ],
  [
    'emptied',
    /corpus error: holds no notes; the talks that it held are served until it holds notes again or/,
  ],
  [
    'emptied but for what is no note',
    /corpus error: holds no notes, but 1 \.png file; the talks that it held are served until/,
  ],
])('a corpus that is %s is answered from, and told once', async (how, line) => {
  const { folder, library, lines } = await watched()
  const { version } = library.current().corpus
  if (how === 'taken away') await rename(folder, `${folder}-old`)
  else {
    if (how !== 'emptied') await writeFile(join(folder, 'stray.png'), 'x')
    for (const event of ['potcon', 'teacon-1999']) await rm(join(folder, event), { recursive: true })
  }
  await expect.poll(() => lines).toHaveLength(1)
  expect(lines[0]).toMatch(line)
  await library.refresh()
  await library.refresh()
  expect(lines).toHaveLength(1)
  expect(library.current().corpus.version).toBe(version)
  expect((await library.current().answerQuestion('lids')).kind).toBe('found')
  if (how === 'taken away') await mkdir(folder)
  await mkdir(join(folder, 'milkconf'))
  await writeFile(join(folder, 'milkconf/milk.md'), teaNote('Milk'))
  await serves(library, ['Milk'])
  await library.refresh()
  await library.refresh()
  expect(lines.slice(1)).toEqual([
    `Notes changed: 1 talk now (version ${library.current().corpus.version}).`,
    `There are notes in ${folder} again.`,
  ])
})

test.each([
  ['emptied', 'holds no notes'],
  ['taken away', 'does not exist'],
])('the next start serves nothing of a corpus that was %s', async (how, message) => {
  const own = temporaryFolder()
  const folder = writeFolder(teaCorpus)
  await (await open(folder, { dataFolder: own })).library.close()
  await rm(folder, { recursive: true })
  if (how === 'emptied') await mkdir(folder)
  const { talks, problems } = (await open(folder, { dataFolder: own })).library.current().corpus
  expect(talks).toEqual([])
  expect(problems.map((problem) => problem.message)).toEqual([message])
})

test('the next start goes on with the last good versions, and says what is at fault', async () => {
  const own = temporaryFolder()
  const folder = writeFolder(teaCorpus)
  const start = async () => {
    const { library } = await open(folder, { dataFolder: own })
    await library.close()
    return library
  }
  const { version } = (await start()).current().corpus
  await writeFile(join(folder, 'potcon/lids.md'), '---\ntitle: [\n---\n')
  await writeFile(join(folder, 'teacon-1999/event.yml'), 'nam: TeaCon\n')
  for (const _ of ['once', 'and once more']) {
    const answers = (await start()).current()
    expect(answers.corpus.version).toBe(version)
    expect((await answers.answerQuestion('lids')).kind).toBe('found')
    expect(answers.findTalk('teacon-1999/kettles')?.event.starts).toBe('1999-04-01')
    const errors = answers.corpus.problems.filter(({ severity }) => severity === 'error')
    expect(new Set(errors.map(({ file }) => file.replace(/.*\/(.*\/)/, '$1')))).toEqual(
      new Set(['potcon/lids.md', 'teacon-1999/event.yml']),
    )
    for (const { message } of errors) expect(message).toMatch(/; what it said before is served$/)
  }
  const printed: string[] = []
  await check(folder, (line) => printed.push(line))
  expect(printed[0]).toMatch(/^2 talks of 2 events, [1-9]/)
  expect(printed.join()).not.toContain('served')
  expect(printed).toContainEqual(expect.stringContaining('goes on with what it said then'))
})

test.each<readonly [string, 'folder' | 'link', (folder: string, link: string) => string]>([
  ['relative to the working folder', 'folder', (folder) => relative(process.cwd(), folder)],
  ['with a slash at its end', 'folder', (folder) => `${folder}/`],
  ['by a link to it', 'folder', (_, link) => link],
  ['itself rather than by a link to it', 'link', (folder) => folder],
])(
  'the next start goes on with the last good versions of notes that are named %s',
  async (_, first, spell) => {
    const [own, around] = [temporaryFolder(), temporaryFolder()]
    const [folder, link] = [join(around, 'notes'), join(around, 'link')]
    await rename(writeFolder(teaCorpus), folder)
    await symlink(folder, link)
    const start = async (named: string) => {
      const { library } = await open(named, { dataFolder: own })
      await library.close()
      return library.current()
    }
    await start(first === 'link' ? link : folder)
    await writeFile(join(folder, 'potcon/lids.md'), '---\ntitle: [\n---\n')
    const named = spell(folder, link)
    const lids = (await start(named)).corpus.talks.find(({ title }) => title === 'Lids')
    expect(lids?.file).toBe(pathForPeople(join(named, 'potcon/lids.md')))
  },
)

test('what a note said before it was broken outlives a process that is killed right after', async () => {
  const own = temporaryFolder()
  const folder = writeFolder(teaCorpus)
  const { library } = await open(folder, { dataFolder: own })
  for (const title of ['Cosies', 'Better cosies']) {
    await writeFile(join(folder, 'potcon/lids.md'), teaNote(title))
    await library.refresh()
  }
  // What is written later than at once never is.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await writeFile(join(folder, 'potcon/lids.md'), '---\ntitle: [\n---\n')
  await library.refresh()
  // What a killed process leaves is what is on the disk by now. Nothing is closed.
  const left = async () => {
    const copy = temporaryFolder()
    await cp(own, copy, { recursive: true, filter: (path) => !path.endsWith('.partial') })
    const next = await open(folder, { dataFolder: copy })
    const served = titles(next.library).toSorted()
    await next.library.close()
    return served
  }
  await expect.poll(left).toEqual(['Better cosies', 'Kettles', 'Leaves'])
})

test('each answer is of one version, however often the notes change meanwhile', async () => {
  const note = (name: string, edit: number) => teaNote(`${name} ${edit}`)
  const { folder, library } = await watched({
    'potcon/lids.md': note('Lids', 0),
    'potcon/urns.md': note('Urns', 0),
  })
  let isEditing = true
  const edits = (async () => {
    for (let edit = 1; edit <= 100; edit++) {
      const name = edit % 2 === 0 ? 'Lids' : 'Urns'
      const path = join(folder, `potcon/${name.toLowerCase()}.md`)
      await writeFile(`${path}~`, note(name, edit))
      await rename(`${path}~`, path)
      if (edit % 10 === 0) await library.refresh()
    }
  })().finally(() => {
    isEditing = false
  })
  const seen = new Map<string, string>()
  while (isEditing) {
    const { results, corpusVersion } = await library.current().answerQuestion('lids urns tea')
    const state = results.map(({ talk }) => talk.title).sort()
    expect(state).toEqual([expect.stringMatching(/^Lids \d+$/), expect.stringMatching(/^Urns \d+$/)])
    for (const { talk, quote } of results) expect(quote(400).text).toContain(talk.title)
    expect(seen.get(corpusVersion) ?? state.join()).toBe(state.join())
    seen.set(corpusVersion, state.join())
    await new Promise(setImmediate)
  }
  await edits
  expect(new Set(seen.values()).size, 'another version is another state').toBe(seen.size)
  expect(seen.size).toBeGreaterThan(5)
  await serves(library, ['Lids 100', 'Urns 99'])
})

test('what changed while it was read is read again before it is served', async () => {
  const folder = writeFolder(teaCorpus)
  let meanwhile = async () => {}
  const { library, lines } = await open(folder, {
    build: async (...job) => {
      const buffer = await buildInWorker(...job)
      const change = meanwhile
      meanwhile = async () => {}
      await change()
      return buffer
    },
  })
  meanwhile = () => rename(join(folder, 'potcon/lids.md'), join(folder, 'teacon-1999/lids.md'))
  await writeFile(join(folder, 'potcon/cups.md'), teaNote('Cups'))
  await library.refresh()
  const ids = library.current().corpus.talks.map(({ id }) => id)
  expect(ids).toEqual(['potcon/cups', 'teacon-1999/kettles', 'teacon-1999/leaves', 'teacon-1999/lids'])
  const { version } = await readCorpus(folder)
  expect(lines).toEqual([`Notes changed: 4 talks now (version ${version}).`])
})

test('what is at fault while it is read, and mended then, is not told', async () => {
  const folder = writeFolder(teaCorpus)
  const { library, lines } = await open(folder, {
    build: async (...job) => {
      const buffer = await buildInWorker(...job)
      await writeFile(join(folder, 'potcon/lids.md'), teaNote('Lids'))
      return buffer
    },
  })
  await writeFile(join(folder, 'potcon/lids.md'), '---\ntitle: [\n---\n')
  await expect.poll(async () => (await scanNotes(folder)).fingerprint).not.toBe('')
  void library.refresh()
  await serves(library, ['Lids', 'Kettles', 'Leaves'])
  expect(lines).toEqual([])
})

test('notes that never rest are served all the same, and their problems told', async () => {
  const folder = writeFolder(teaCorpus)
  let edits = 0
  const { library, lines } = await open(folder, {
    build: async (...job) => {
      const buffer = await buildInWorker(...job)
      await writeFile(join(folder, 'potcon/lids.md'), teaNote(`Lids ${++edits}`))
      return buffer
    },
  })
  const before = edits
  await writeFile(join(folder, 'potcon/cups.md'), '---\ntitle: [\n---\n')
  void library.refresh()
  const served = () => Number(/Lids (\d+)/.exec(titles(library).join())?.[1] ?? 0)
  await expect.poll(served).toBeGreaterThan(before)
  await expect.poll(() => lines.join('\n')).toContain('potcon/cups.md:3')
})

test('files whose times are ahead of the clock are read once', async () => {
  const folder = writeFolder(teaCorpus)
  const now = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => now - 3_600_000)
  onTestFinished(() => void vi.restoreAllMocks())
  let builds = 0
  const build: typeof buildInWorker = (...job) => {
    builds++
    return buildInWorker(...job)
  }
  const { library } = await open(folder, { build })
  await writeFile(join(folder, 'potcon/lids.md'), '---\ntitle: [\n---\n')
  await library.refresh()
  await library.refresh()
  expect(builds).toBe(2)
})

test('the next start takes the kept index without reading a note, and reads what has changed', async () => {
  const folder = writeFolder(teaCorpus)
  const builds: (boolean | 'all')[] = []
  const build: typeof buildInWorker = (job, ...rest) => {
    builds.push(job.earlier ? true : 'all')
    return buildInWorker(job, ...rest)
  }
  const start = async () => {
    const { library } = await open(folder, { build })
    await library.close()
    return titles(library)
  }
  const all = await start()
  expect(builds).toEqual(['all'])
  // Files that were just written are looked at once more.
  await expect
    .poll(async () => {
      builds.length = 0
      await start()
      return builds
    })
    .toEqual([])
  expect(await start()).toEqual(all)
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
  expect(await start()).toContain('Cosies')
  expect(builds).toEqual([true])
})

test('as long as nothing changes, nothing is built', async () => {
  const folder = writeFolder(teaCorpus)
  let builds = 0
  const build: typeof buildInWorker = (...job) => {
    builds++
    return buildInWorker(...job)
  }
  await expect.poll(async () => (await scanNotes(folder)).fingerprint).not.toBe('')
  const { library } = await open(folder, { build })
  for (let look = 0; look < 3; look++) await library.refresh()
  expect(builds).toBe(1)
})

test('an edit just before the end is in the index that the next start takes', async () => {
  const own = temporaryFolder()
  const folder = writeFolder(teaCorpus)
  const { library } = await open(folder, { dataFolder: own })
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
  await library.refresh()
  expect(titles(library)).toContain('Cosies')
  await library.close()
  let builds = 0
  const next = await open(folder, {
    dataFolder: own,
    build: (...job) => {
      builds++
      return buildInWorker(...job)
    },
  })
  expect(titles(next.library)).toContain('Cosies')
  expect(builds).toBe(0)
})

test('a kept index that is damaged is made anew, and one line says so', async () => {
  const own = temporaryFolder()
  const folder = writeFolder(teaCorpus)
  const first = await open(folder, { dataFolder: own })
  await first.library.close()
  const [name] = await readdir(join(own, 'cache'))
  const path = join(own, 'cache', name!)
  const bytes = await readFile(path)
  bytes[bytes.length - 9]! ^= 1
  await writeFile(path, bytes)
  const { library, lines } = await open(folder, { dataFolder: own })
  expect(lines).toEqual([`The index ${path} is damaged: it is made anew.`])
  expect(titles(library)).toEqual(['Lids', 'Kettles', 'Leaves'])
})

test('where the index cannot be kept, one line says what to set', async () => {
  const folder = writeFolder(teaCorpus)
  const { library, lines } = await open(folder, { dataFolder: join(folder, 'potcon/lids.md') })
  await library.close()
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^The index cannot be kept in .*HALLWAY_DATA/)
  expect(titles(library)).toHaveLength(3)
})

test('a worker that dies is told, and leaves what is served as it was', async () => {
  const folder = writeFolder(teaCorpus)
  let dies = false
  const { library, lines } = await open(folder, {
    build: (job, listener, signal) => {
      const killed = AbortSignal.any([signal, ...(dies ? [AbortSignal.timeout(1)] : [])])
      return buildInWorker(job, listener, killed)
    },
  })
  const { version } = library.current().corpus
  dies = true
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
  await library.refresh()
  expect(lines).toEqual([
    expect.stringMatching(`could not be indexed .*Answers still come from version ${version}`),
  ])
  expect((await library.current().answerQuestion('lids')).kind).toBe('found')
  dies = false
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('New cosies'))
  await library.refresh()
  expect(titles(library)).toContain('New cosies')
})

test('a worker that cannot make sense of what it is given fails with the reason', async () => {
  const job = {
    folder: 'corpus',
    scan: await scanNotes('corpus'),
    key: new Uint8Array(32),
    keepLastGood: true,
    earlier: new SharedArrayBuffer(64),
  }
  await expect(
    buildInWorker(job, { onProgress() {}, onFile() {} }, new AbortController().signal),
  ).rejects.toThrow(/JSON/)
})

test('closing while notes are being read does not wait for them', async () => {
  const folder = writeFolder(teaCorpus)
  let isBuilding = false
  const { library, lines } = await open(folder, {
    build: (job, listener, signal) => {
      isBuilding = true
      return buildInWorker(job, listener, signal)
    },
  })
  isBuilding = false
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
  const looked = library.refresh()
  await expect.poll(() => isBuilding).toBe(true)
  await library.close()
  await looked
  expect(titles(library)).toContain('Lids')
  expect(lines).toEqual([])
})

test.skipIf(process.platform === 'win32')(
  'a pipe or a device among the notes is named, and edits are served on',
  async () => {
    const { folder, library, lines } = await watched()
    execFileSync('mkfifo', [join(folder, 'potcon/talks.jsonl')])
    await symlink('/dev/zero', join(folder, 'potcon/zero.md'))
    await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
    await serves(library, ['Cosies', 'Kettles', 'Leaves'])
    await expect.poll(() => lines.join('\n')).toMatch(/potcon\/talks\.jsonl.* is not a regular file/)
    await library.close()
  },
)

test('a link out of the notes is served from the start that names where it leads, and no longer from one that does not', async () => {
  const folder = writeFolder(teaCorpus)
  const elsewhere = writeFolder({ 'milk.md': teaNote('Milk') })
  await symlink(join(elsewhere, 'milk.md'), join(folder, 'potcon/milk.md'))
  const served = async (linksTo?: readonly string[]) => {
    const { library } = await open(folder, linksTo && { linksTo })
    await library.close()
    return titles(library).includes('Milk')
  }
  expect([await served(), await served([elsewhere]), await served()]).toEqual([false, true, false])
})

test('a file that a link out of the notes leads to is watched like any other', async () => {
  const folder = writeFolder(teaCorpus)
  const elsewhere = writeFolder({ 'more/milk.md': teaNote('Milk') })
  await symlink(join(elsewhere, 'more'), join(folder, 'milkconf'))
  const { library } = await open(folder, { linksTo: [elsewhere] })
  library.watch()
  await writeFile(join(elsewhere, 'more/milk.md'), teaNote('Cream'))
  await serves(library, ['Cream', 'Kettles', 'Leaves', 'Lids'])
})
const stuckScript = new URL('./stuck-worker.ts', import.meta.url)

test('a note that is never done is named, and the rest is served and edited on', async () => {
  const folder = writeFolder(teaCorpus)
  const stuckFile = join(temporaryFolder(), 'stuck')
  vi.stubEnv('STUCK_FILE', stuckFile)
  onTestFinished(() => void vi.unstubAllEnvs())
  const maxSilentMs = 31_415
  const giveUp = givingUp(maxSilentMs)
  let isHeard = false
  const { library, lines } = await open(folder, {
    build(job, listener, signal) {
      const onFile: typeof listener.onFile = (file) => {
        listener.onFile(file)
        isHeard ||= file.path.endsWith('lids.md')
      }
      return buildInWorker(job, { ...listener, onFile }, signal, startBuildWorker(stuckScript))
    },
    maxSilentMs,
  })
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Never done'))
  await writeFile(join(folder, 'potcon/cups.md'), teaNote('Cups'))
  let isOver = false
  const refreshed = library.refresh().finally(() => {
    isOver = true
  })
  while (!isOver) {
    isHeard = false
    await expect.poll(() => isOver || (isHeard && existsSync(stuckFile))).toBe(true)
    rmSync(stuckFile, { force: true })
    giveUp()
  }
  await refreshed
  // What it said before is served.
  await serves(library, ['Cups', 'Lids', 'Kettles', 'Leaves'])
  const named = /potcon\/lids\.md error: it took longer than 31\.415 s to read; what it said before is served/
  expect(lines.join('\n')).toMatch(named)
  // It is not tried again as long as it is the same: nobody would give it up.
  await writeFile(join(folder, 'potcon/cups.md'), teaNote('Mugs'))
  await library.refresh()
  await serves(library, ['Mugs', 'Lids', 'Kettles', 'Leaves'])
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Done'))
  await library.refresh()
  await serves(library, ['Mugs', 'Done', 'Kettles', 'Leaves'])
  expect(library.current().corpus.problems).toEqual([])
})
