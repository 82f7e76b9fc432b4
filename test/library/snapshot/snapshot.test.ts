import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAnswers } from '../../../src/answers/answers.ts'
import { buildSnapshot } from '../../../src/library/build/build-snapshot.ts'
import { filesOf, openSnapshot, type Snapshot } from '../../../src/library/snapshot/snapshot.ts'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { scanNotes } from '../../../src/notes/folders/scan-notes.ts'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { wholeTalk } from '../../../src/notes/whole-talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import { teaCorpus, teaNote } from '../../corpora/tea.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const key = new Uint8Array(32)

async function build(folder: string, earlier?: Snapshot, keepLastGood = true): Promise<Snapshot> {
  const job = {
    folder,
    scan: await scanNotes(folder),
    key,
    keepLastGood,
    ...(earlier && { earlier: earlier.buffer }),
  }
  return openSnapshot(await buildSnapshot(job, () => {}))
}

/** A first one, from files that are old enough not to be read again. */
async function buildFirst(folder: string): Promise<Snapshot> {
  await expect.poll(async () => (await build(folder)).fingerprint).not.toBe('')
  return build(folder)
}

const plainCorpus = (corpus: Corpus) => ({ ...corpus, talks: corpus.talks.map(wholeTalk) })

/** A snapshot must be what a fresh reading of the same files gives. */
async function expectFresh(snapshot: Snapshot): Promise<void> {
  const corpus = await readCorpus(snapshot.corpus.folder)
  expect(plainCorpus(snapshot.corpus)).toEqual(plainCorpus(corpus))
  expect(snapshot.search).toEqual(prepareSearch(corpus.talks))
}

const record = (id: string, title: string) =>
  `${JSON.stringify({ id, title, kind: 'talk', speakers: [], tags: ['tea'], links: [], followUps: [], attendees: [], language: 'en', body: `${title} imported.`, source: { key: id, hash: '0' } })}\n`

test("a loaded index answers the project's own judged questions as one that was just built", async () => {
  const loaded = await build('corpus')
  await expectFresh(loaded)
  const corpus = await readCorpus('corpus')
  const fresh = createAnswers(corpus, createLunrEngine(corpus))
  const kept = createAnswers(
    loaded.corpus,
    createLunrEngine({ ...loaded.corpus, search: loaded.search }),
    loaded,
  )
  expect(kept.exampleQuestions).toEqual(fresh.exampleQuestions)
  const lines = (await readFile('test/search/questions.tsv', 'utf8')).split('\n')
  for (const line of lines.filter((line) => line !== '' && !line.startsWith('#'))) {
    const question = line.split('\t')[1]!
    const answers = await Promise.all([kept, fresh].map((from) => from.answerQuestion(question)))
    const [ofKept, ofFresh] = answers.map((answer) => ({
      ...answer,
      results: answer.results.map((result) => ({
        ...result,
        coverage: result.coverage(),
        quote: result.quote(400),
        evidence: result.evidence(),
        talk: wholeTalk(result.talk),
      })),
    }))
    expect(ofKept).toEqual(ofFresh)
  }
})

test.each<readonly [string, (folder: string) => Promise<void>]>([
  ['nothing changed', async () => {}],
  ['a note changed', (folder) => writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))],
  ['a note came', (folder) => writeFile(join(folder, 'potcon/cups.md'), teaNote('Cups'))],
  ['a note went', (folder) => rm(join(folder, 'potcon/lids.md'))],
  ['a note moved', (folder) => rename(join(folder, 'potcon/lids.md'), join(folder, 'teacon-1999/lids.md'))],
  ['an event was renamed', (folder) => writeFile(join(folder, 'potcon/event.yml'), 'name: Lidfest\n')],
  ['an event lost its name', (folder) => rm(join(folder, 'potcon/event.yml'))],
  ['records came', (folder) => writeFile(join(folder, 'potcon/talks.jsonl'), record('sieves', 'Sieves'))],
  [
    'records moved to other lines',
    async (folder) => {
      const path = join(folder, 'teacon-1999/talks.jsonl')
      await writeFile(path, record('urns', 'Urns') + (await readFile(path, 'utf8')))
    },
  ],
  [
    'a note came before a record',
    (folder) => writeFile(join(folder, 'teacon-1999/cups.md'), teaNote('Cups')),
  ],
  ['a note went from before a record', (folder) => rm(join(folder, 'teacon-1999/spoons.md'))],
  [
    'everything went but a note',
    async (folder) => {
      await rm(join(folder, 'teacon-1999'), { recursive: true })
    },
  ],
])('going on from an earlier reading gives what a fresh one does: %s', async (_, change) => {
  const folder = writeFolder({
    ...teaCorpus,
    'teacon-1999/talks.jsonl': record('cups', 'Paper cups') + record('spoons', 'Imported spoons'),
    'teacon-1999/spoons.md': teaNote('Spoons'),
  })
  const before = await buildFirst(folder)
  await change(folder)
  await expectFresh(await build(folder, before))
})

test('files that have not changed are not read again', async () => {
  const folder = writeFolder(teaCorpus)
  const before = await buildFirst(folder)
  await appendFile(join(folder, 'potcon/lids.md'), '- And the lid.\n')
  const after = await build(folder, before)
  const stampsOf = (snapshot: Snapshot) =>
    new Map(filesOf(snapshot).map(({ path, stamp }) => [path.slice(folder.length + 1), stamp]))
  const [old, young] = [stampsOf(before), stampsOf(after)]
  expect([...young.keys()].filter((path) => young.get(path) !== old.get(path))).toEqual(['potcon/lids.md'])
  expect(after.search?.index.documentCount).toBe(3)
})

const lidsOf = ({ corpus }: Snapshot) => corpus.talks.find(({ id }) => id === 'potcon/lids')?.title

test('a talk keeps its own date', async () => {
  const dated = teaNote('Lids').replace('tags:', 'date: 1999-04-02\ntags:')
  const folder = writeFolder({ ...teaCorpus, 'potcon/lids.md': dated })
  const before = await buildFirst(folder)
  expect(before.corpus.talks.map(({ date }) => date)).toEqual(['1999-04-02', undefined, undefined])
  await appendFile(join(folder, 'teacon-1999/leaves.md'), '- And the lid.\n')
  await expectFresh(await build(folder, before))
})

test('a bad edit keeps what the note said before, and says so', async () => {
  const folder = writeFolder(teaCorpus)
  const before = await buildFirst(folder)
  await writeFile(join(folder, 'potcon/lids.md'), '---\ntitle: [\n---\n')
  const bad = await build(folder, before)
  expect(bad.corpus.version).toBe(before.corpus.version)
  expect(bad.corpus.talks.map(wholeTalk)).toEqual(before.corpus.talks.map(wholeTalk))
  expect(bad.corpus.problems[0]).toMatchObject({ severity: 'error', line: 3 })
  expect(bad.corpus.problems[0]?.message).toMatch(/; what it said before is served$/)
  // Still so after the next reading, and over as soon as the note is mended.
  expect(lidsOf(await build(folder, bad))).toBe('Lids')
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('New lids'))
  await expectFresh(await build(folder, bad))
  // Unless asked to keep it, a reading gives what is there.
  await writeFile(join(folder, 'potcon/lids.md'), '')
  expect(lidsOf(await build(folder, before, false))).toBeUndefined()
})

test('a bad synonyms.yml keeps what it said before', async () => {
  const folder = writeFolder({ ...teaCorpus, 'synonyms.yml': 'groups:\n  - [kettle, boiler]\n' })
  const before = await buildFirst(folder)
  await writeFile(join(folder, 'synonyms.yml'), 'groups: 3\n')
  const { corpus } = await build(folder, before)
  expect(corpus).toMatchObject({ synonyms: [['kettle', 'boiler']], version: before.corpus.version })
  expect(corpus.problems[0]?.message).toMatch(/served$/)
  expect((await build(folder, before, false)).corpus.synonyms).toEqual([])
})

test('a bad record and a bad event.yml keep what they said before', async () => {
  const folder = writeFolder({
    ...teaCorpus,
    'potcon/talks.jsonl': record('cups', 'Cups') + record('urns', 'Urns'),
  })
  const before = await buildFirst(folder)
  await writeFile(
    join(folder, 'potcon/talks.jsonl'),
    record('cups', 'Mugs') + record('urns', 'Urns').slice(1),
  )
  await writeFile(join(folder, 'potcon/event.yml'), 'nam: PotCon\n')
  const { corpus } = await build(folder, before)
  expect(corpus.talks.map(({ title }) => title)).toEqual(['Mugs', 'Lids', 'Urns', 'Kettles', 'Leaves'])
  expect(corpus.events[0]).toEqual({ id: 'potcon', name: 'PotCon' })
})

test.each([
  ['is gone', (folder: string) => rm(folder, { recursive: true })],
  [
    'is emptied',
    async (folder: string) => {
      for (const event of ['potcon', 'teacon-1999']) await rm(join(folder, event), { recursive: true })
    },
  ],
])('a corpus that %s is served on', async (_, change) => {
  const folder = join(writeFolder({ 'x/y': '' }), 'corpus')
  await rename(writeFolder(teaCorpus), folder)
  const before = await buildFirst(folder)
  await change(folder)
  const { corpus } = await build(folder, before)
  expect(corpus.version).toBe(before.corpus.version)
  expect(corpus.talks.map(wholeTalk)).toEqual(before.corpus.talks.map(wholeTalk))
  expect(corpus.problems).toHaveLength(1)
  expect((await build(folder, before, false)).corpus.talks).toEqual([])
})
