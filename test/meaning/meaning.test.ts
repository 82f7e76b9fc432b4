import { cp, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLibrary } from '../../src/library/library.ts'
import { snapshotPath } from '../../src/library/snapshot/snapshot-file.ts'
import { createMeaning, type MeaningOptions } from '../../src/meaning/meaning.ts'
import type { FindSimilarity } from '../../src/search/rank/semantic-similarity.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'
import { encodedBy, runningIn, tinyModelFiles, tinyRuntime } from './tiny-model.ts'

const runtimeFolder = tinyRuntime()

/** Of every talk of the tea corpus: the talk as a whole, its summary and its takeaway. */
const passagesOfTeaCorpus = 9
/** The last two are encoded alone, and below the title. */
const textsOfOneTalk = 5
const textsOfTeaCorpus = 3 * textsOfOneTalk
/** Each start of the tiny model tries it with one text. */
const triedOnce = 1

function dataFolderWith(models: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const files = Object.entries(models).flatMap(([name, parts]) =>
    Object.entries(parts).map(([file, content]) => [`models/${name}/${file}`, content] as const),
  )
  return writeFolder(Object.fromEntries(files))
}

const withTiny = () => dataFolderWith({ tiny: tinyModelFiles() })

interface Place {
  readonly dataFolder: string
  readonly folder: string
}

/** Notes that are served with meaning, as the bot does. */
async function open({ dataFolder, folder }: Place, options: Partial<MeaningOptions> = {}) {
  const lines: string[] = []
  const log = { info: () => {}, warn: (line: string) => void lines.push(line) }
  const meaning = createMeaning({
    dataFolder,
    corpusFolder: folder,
    wanted: undefined,
    log,
    maxMs: 60_000,
    runtimeFolder,
    ...options,
  })
  let find: FindSimilarity | undefined
  const library = await openLibrary({
    folder,
    dataFolder,
    log,
    maxCloseMs: 60_000,
    meaning: (snapshot) => {
      const served = meaning.serve(snapshot)
      find = served.findSimilarity
      return served
    },
  })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await library.close()
    await meaning.close()
  }
  onTestFinished(close)
  const nearest = async (...spellings: readonly string[]) => {
    const similarity = await find!(spellings, 60_000)
    if (!similarity) return undefined
    const talks = library.current().corpus.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const best = similarity.cosines.indexOf(Math.max(...similarity.cosines))
    return talks[best]?.title
  }
  return { meaning, library, lines, nearest, close, folder, dataFolder }
}

const teaPlace = (dataFolder = withTiny()): Place => ({ dataFolder, folder: writeFolder(teaCorpus) })
const everything = Number.POSITIVE_INFINITY
const tinyFolder = (dataFolder: string) => join(dataFolder, 'models/tiny')

test('finds what is said in other words', async () => {
  const { meaning, nearest, lines } = await open(teaPlace())
  expect(await meaning.ready(everything)).toBe(0)
  expect(await nearest('boiler')).toBe('Kettles')
  expect(await nearest('which foliage?')).toBe('Leaves')
  expect(await nearest('a cover')).toBe('Lids')
  expect(lines).toEqual([])
})

test('of several spellings, the one of the fewest tokens is encoded, or the first', async () => {
  const { meaning, nearest } = await open(teaPlace())
  await meaning.ready(everything)
  expect(await nearest('boi ler', 'boiler')).toBe('Kettles')
  expect(await nearest('boiler', 'foli age')).toBe('Kettles')
  expect(await nearest('boiler', 'foliage')).toBe('Kettles')
})

test('a restart encodes nothing, and an edit only what has changed', async () => {
  const first = await open(teaPlace())
  await first.meaning.ready(everything)
  await first.close()
  const { dataFolder, folder } = first
  const encoded = () => encodedBy(tinyFolder(dataFolder))
  const others = encoded() - textsOfTeaCorpus - 2 * triedOnce
  const second = await open({ dataFolder, folder })
  await second.meaning.ready(everything)
  const afterRestart = encoded()
  expect(afterRestart - others).toBe(others + textsOfTeaCorpus + 3 * triedOnce)
  expect(await second.nearest('boiler')).toBe('Kettles')
  const beforeEdit = encoded()
  await writeFile(join(folder, 'potcon/cosies.md'), teaNote('Cosies'))
  await second.library.refresh()
  await second.meaning.ready(everything)
  // The questions on other subjects are asked again, since what is chance has changed.
  expect(encoded() - beforeEdit - others).toBe(textsOfOneTalk + triedOnce)
  expect(await second.nearest('cosies')).toBe('Cosies')
})

test('what was encoded before it is stopped is kept', async () => {
  const { meaning, close, dataFolder, folder } = await open(teaPlace(), { isAwaited: true })
  await meaning.ready(0)
  await close()
  const again = await open({ dataFolder, folder })
  await again.meaning.ready(everything)
  expect(await again.nearest('boiler')).toBe('Kettles')
})

test('leaves many passages for later if it is asked to, and says how many', async () => {
  const { meaning } = await open(teaPlace())
  expect(await meaning.ready(passagesOfTeaCorpus - 1)).toBe(passagesOfTeaCorpus)
})

test('uses a model that is installed while it runs', async () => {
  const dataFolder = temporaryFolder()
  const { meaning, nearest } = await open(teaPlace(dataFolder), { lookEveryMs: 20 })
  await meaning.ready(everything)
  expect(await nearest('boiler')).toBeUndefined()
  meaning.watch()
  await cp(tinyFolder(withTiny()), tinyFolder(dataFolder), { recursive: true })
  await expect.poll(() => nearest('boiler')).toBe('Kettles')
  await rm(tinyFolder(dataFolder), { recursive: true })
  await expect.poll(() => nearest('boiler')).toBeUndefined()
})

test.each([
  ['none is installed', undefined, []],
  ['it is switched off', 'off', []],
  [
    'another is asked for than is installed',
    'huge',
    [
      'Answers go by words alone: HALLWAY_MEANING names the model huge, which is not installed: `npx hallway model` tells which are.',
    ],
  ],
])('finds nothing if %s', async (_, wanted, told) => {
  const dataFolder = wanted === undefined ? temporaryFolder() : withTiny()
  const { meaning, nearest, lines } = await open(teaPlace(dataFolder), { wanted })
  await meaning.ready(everything)
  expect(await nearest('boiler')).toBeUndefined()
  expect(lines).toEqual(told)
})

const { 'model.onnx': onnx } = tinyModelFiles()

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  [
    'a model file is half',
    { 'model.onnx': onnx.slice(0, -1) },
    /model\.onnx is damaged or half a file: bring it anew by `npx hallway model get tiny --from <folder>`\.$/,
  ],
  ['a tokenizer is damaged', { 'tokenizer.json': '{' }, /tokenizer\.json is damaged or half a file/],
  [
    'the description is half',
    { 'model.json': '{ "name": "tiny"' },
    /model\.json is no description of a model \(it is half a file, or no JSON\): bring it anew by .+\.$/,
  ],
  [
    'the description says other dimensions',
    tinyModelFiles({ dimensions: 32 }),
    /gives 16 numbers a text, and .+model\.json says 32: write 16 there\.$/,
  ],
  [
    'there is no memory to load it',
    { starves: '' },
    /There is not enough memory to run the model tiny: give Hallway more, or set HALLWAY_MEANING=off\.$/,
  ],
  [
    'its process is killed for want of memory',
    { 'is-killed': '' },
    /The process that runs the model ended by SIGKILL, as it does when memory runs out\.$/,
  ],
  [
    'the process dies',
    { dies: '' },
    /^Answers go by words alone: The process that runs the model ended with code 7\.$/,
  ],
])('is one clear line if %s, and answers go on', async (_, damage, told) => {
  const dataFolder = dataFolderWith({ tiny: { ...tinyModelFiles(), ...damage } })
  const { meaning, nearest, lines, library } = await open(teaPlace(dataFolder))
  await meaning.ready(everything)
  expect(await nearest('boiler')).toBeUndefined()
  expect(lines).toEqual([expect.stringMatching(told)])
  expect((await library.current().answerQuestion('kettles')).kind).toBe('found')
})

test.each([
  ['starves', /^Answers go by words alone: There is not enough memory to run the model tiny: .+\.$/],
  [
    'is-killed',
    /^Answers go by words alone: The process .+ ended by SIGKILL, as it does when memory runs out\.$/,
  ],
])('is one clear line if memory runs out later, and nothing of the model remains: %s', async (want, told) => {
  const { meaning, nearest, lines, library, dataFolder } = await open(teaPlace())
  await meaning.ready(everything)
  expect(await nearest('boiler')).toBe('Kettles')
  await writeFile(join(tinyFolder(dataFolder), want), '')
  expect(await nearest('boiler')).toBeUndefined()
  expect(lines).toEqual([expect.stringMatching(told)])
  expect((await library.current().answerQuestion('kettles')).kind).toBe('found')
  await expect.poll(() => runningIn(tinyFolder(dataFolder))).toEqual([])
})

test('is one clear line if what runs models is not installed', async () => {
  const { meaning, lines } = await open(teaPlace(), { runtimeFolder: writeFolder({ 'package.json': '{}' }) })
  await meaning.ready(everything)
  expect(lines).toEqual([
    'Answers go by words alone: onnxruntime-node is not installed: `npx hallway model get` installs it.',
  ])
})

test('is one clear line if it has no binary for this machine', async () => {
  const broken = writeFolder({
    'package.json': '{}',
    'node_modules/onnxruntime-node/index.js': "require('./bin/no-such-platform.node')",
  })
  const { meaning, lines } = await open(teaPlace(), { runtimeFolder: broken })
  await meaning.ready(everything)
  expect(lines).toEqual([
    expect.stringMatching(
      /^Answers go by words alone: onnxruntime-node has no binary that runs on .+: on a machine that it supports, remove .+\.$/,
    ),
  ])
})

test('kept vectors that are damaged are made anew, and that is said', async () => {
  const { meaning, close, dataFolder, folder } = await open(teaPlace())
  await meaning.ready(everything)
  await close()
  const path = snapshotPath(dataFolder, folder).replace(/\.hallway$/, '-tiny.hallway')
  const { size } = await stat(path)
  await writeFile(path, Buffer.alloc(size - 1, 1))
  const again = await open({ dataFolder, folder })
  await again.meaning.ready(everything)
  expect(again.lines).toEqual([`${path} is no index of Hallway: all passages are encoded anew.`])
  expect(await again.nearest('boiler')).toBe('Kettles')
})

test('vectors of a model that was used otherwise are made anew, and that is said', async () => {
  const { meaning, close, dataFolder, folder } = await open(teaPlace())
  await meaning.ready(everything)
  await close()
  await writeFile(
    join(tinyFolder(dataFolder), 'model.json'),
    tinyModelFiles({ questionPrefix: 'Q ' })['model.json'],
  )
  const again = await open({ dataFolder, folder })
  await again.meaning.ready(everything)
  expect(again.lines).toEqual([
    expect.stringMatching(
      /-tiny\.hallway is of another model, or of another version: all passages are encoded anew\.$/,
    ),
  ])
})

test('a model that cannot be run leaves what is kept as it is', async () => {
  const { meaning, close, dataFolder, folder } = await open(teaPlace())
  await meaning.ready(everything)
  await close()
  const description = join(tinyFolder(dataFolder), 'model.json')
  await writeFile(description, tinyModelFiles({ dimensions: 32 })['model.json'])
  const other = await open({ dataFolder, folder })
  await other.meaning.ready(everything)
  await other.close()
  await writeFile(description, tinyModelFiles()['model.json'])
  const again = await open({ dataFolder, folder })
  await again.meaning.ready(everything)
  expect(again.lines).toEqual([])
  expect(await again.nearest('boiler')).toBe('Kettles')
})

test('answers within the time that it has, by words alone if the model is slower', async () => {
  const { meaning, library, nearest, dataFolder } = await open(teaPlace(), { maxMs: 1 })
  await meaning.ready(everything)
  // From now on, until it is gone, the model takes as long as it likes.
  const slow = join(tinyFolder(dataFolder), 'slow')
  await writeFile(slow, '')
  onTestFinished(() => rm(slow))
  expect(await nearest('boiler')).toBeUndefined()
  expect((await library.current().answerQuestion('kettles')).kind).toBe('found')
})
