import { execFileSync } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { createImporting, type Importing, lines } from './importing.ts'

let importing: Importing
const before = process.cwd()
beforeEach(async () => {
  importing = createImporting()
})
afterEach(async () => {
  process.chdir(before)
})

async function write(files: Readonly<Record<string, string>>): Promise<string> {
  const data = join(importing.folder, 'data')
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(data, name)), { recursive: true })
    await writeFile(join(data, name), content)
  }
  return data
}

const talk = (title: string) => JSON.stringify({ title, videos: [], speakers: ['Ada Lovelace'] })
const longNotes = '# Notes\n\n## One talk\n\nText of it.\n\n## Another talk\n\nMore text.\n'

/** As a clone of pyvideo's data repository lies on the disk. */
const clone = {
  'README.rst': 'Data\n====\n\nFirst\n-----\n\ntext\n\nSecond\n------\n\ntext\n',
  'CONTRIBUTING.rst': 'How\n====\n\nFirst\n-----\n\ntext\n\nSecond\n------\n\ntext\n',
  LICENSE: longNotes,
  Makefile: 'test:\n\tpytest\n',
  'tools/check.py': '# One\n\nimport json\n\n# Two\n\nprint(1)\n',
  'bay-piggies/category.json': JSON.stringify({ title: 'Bay Piggies', description: 'Meetup' }),
  'bay-piggies/videos/mill.json': talk('The mill'),
  'bay-piggies/videos/store.json': talk('The store'),
  'no-category/videos/cards.json': talk('The cards'),
}

const eventsOf = async () => (await readCorpus(importing.corpus)).events.map(({ id, name }) => [id, name])

describe("pyvideo's data", () => {
  test('is imported with the names of its categories, and nothing of what lies beside it', async () => {
    const { out, err, code } = await importing.run(await write(clone), '--yes')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toContain('3 talks of 2 events (3 new)')
    expect(out).toMatch(/passed over[^\n]*check\.py/i)
    expect(await eventsOf()).toEqual([
      ['bay-piggies', 'Bay Piggies'],
      ['no-category', 'no-category'],
    ])
  })

  test.each([
    ['.', 'bay-piggies'],
    ['..', 'bay-piggies/videos'],
    ['videos', 'bay-piggies'],
    ['videos/mill.json', 'bay-piggies'],
    ['mill.json', 'bay-piggies/videos'],
    ['.', 'bay-piggies/videos'],
  ])('has the same events where %s is imported from within %s', async (path, folder) => {
    const data = await write(clone)
    process.chdir(join(data, folder))
    expect((await importing.run(path, '--yes')).code).toBe(0)
    expect(await eventsOf()).toEqual([['bay-piggies', 'Bay Piggies']])
    process.chdir(data)
    const again = await importing.run('.', '--yes')
    expect(again.out).toMatch(/[12] unchanged/)
  })

  test('may be a text that is named', async () => {
    const data = await write({ ...clone, 'notes.md': longNotes })
    expect((await importing.run(join(data, 'notes.md'), '--yes')).out).toContain('Written: 2')
  })
})

describe('a folder of notes', () => {
  test('is read without the papers of a repository', async () => {
    const data = await write({
      'README.md': longNotes,
      'Contributing.md': longNotes,
      'LICENSE.txt': longNotes,
      'changelog.rst': longNotes,
      'engines-2018.md': longNotes.replace('# Notes', '# Engines 2018'),
    })
    expect((await importing.run(data, '--yes')).code).toBe(0)
    expect(await readdir(importing.corpus)).toEqual(['engines-2018'])
  })
})

test('one file that cannot be read keeps no other from being imported', async () => {
  const data = await write({ 'a.json': '{"title": ', 'b.xml': '<rss></rss>', 'c.jsonl': lines('mill') })
  const { code, out, err } = await importing.run(data, '--yes')
  expect(code).toBe(1)
  expect(err).toMatch(/a\.json: it is not valid JSON[\s\S]*b\.xml: it is XML or HTML/)
  expect(out).toContain('Written: 1')
})

test('a failure that nobody expected keeps no other file from being imported', async () => {
  const calendar = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n'
  const data = await write({ 'a.ics': calendar, 'b.jsonl': lines('mill') })
  const failing = vi.spyOn(ICAL.Component.prototype, 'getAllProperties').mockImplementation(() => {
    throw new TypeError('of some library')
  })
  const { code, out, err } = await importing.run(data, '--yes')
  failing.mockRestore()
  expect(code).toBe(1)
  expect(err).toContain('a.ics: it cannot be read (TypeError: of some library)')
  expect(out).toContain('Written: 1')
})

test.skipIf(process.platform === 'win32')('a pipe is refused at once', async () => {
  const pipe = join(importing.folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const { code, err } = await importing.run(pipe, '--yes')
  expect(code).toBe(1)
  expect(err).toMatch(/pipe: it is a pipe or a device, no file; save what it gives/)
})

describe('what programs and sites are made of', () => {
  test.each([
    ['schedules', 'talks.jsonl', `${talk('Mills')}\n`],
    ['notes', 'notes/mills.md', '# Mills\n\nThey turn.\n'],
  ])('is passed over beside %s, and named', async (_, name, text) => {
    const made = { 'vendor/lib/talks.json': '[]', 'layouts/talk.html': '<p>', 'package.json': '{}' }
    const { out } = await importing.run(await write({ ...made, [name]: text }))
    expect(out).toContain('1 talk')
    expect(out).toMatch(
      /Passed over, because programs and sites are made of it: \S+\/layouts, \S+\/package\.json, \S+\/vendor\. Name one/,
    )
  })

  test('is not named if nothing of it could be read', async () => {
    const { out } = await importing.run(await write({ 'vendor/looms.rb': 'x', 'talks.jsonl': talk('Mills') }))
    expect(out).toContain('1 talk')
    expect(out).not.toContain('Passed over')
  })

  test('is imported if it is named', async () => {
    const data = await write({ 'vendor/talks.jsonl': talk('Looms') })
    expect((await importing.run(data)).out).toMatch(/No talks found[\s\S]*Passed over, .*\/vendor\. Name one/)
    expect((await importing.run(join(data, 'vendor'))).out).toContain('1 talk')
  })
})

test('of very many files that are no text some are named, and the others counted', async () => {
  const files = Array.from({ length: 53 }, (_, index) => [`cache/${index}`, '\u0000\u0001\u0000'] as const)
  const { err, code } = await importing.run(await write(Object.fromEntries(files)))
  expect(code).toBe(1)
  const said = err.trim().split('\n')
  expect(said).toHaveLength(4)
  expect(said[0]).toMatch(/cache\/\S+: it is no text$/)
  expect(said.at(-1)).toBe('… and 50 more files of which the same is true')
})

test('what is served as it lies in the corpus is named and not imported, and a table there is', async () => {
  const importing = createImporting()
  await mkdir(join(importing.corpus, 'notes'), { recursive: true })
  const note = join(importing.corpus, 'notes', 'oar-days-2023.md')
  await writeFile(
    note,
    '# Oar Days 2023\n\n## Tides that turn\n\nSpeaker: Ada Example\n\n- They rise\n\n## Knots\n\nSpeaker: Bob Smith\n\n- They hold\n',
  )
  const table = join(importing.corpus, 'sea-days-2024.csv')
  await writeFile(table, 'Title,Speaker\nSails that pull,Ada Example\n')
  const { talks } = await readCorpus(importing.corpus)
  for (const path of [note, importing.corpus]) {
    const { code, out } = await importing.run(path, '--yes')
    expect([code, out]).toEqual([0, expect.stringContaining('Served as they lie there, so not imported:')])
  }
  expect((await readCorpus(importing.corpus)).talks).toHaveLength(talks.length)
  await importing.run(table, '--yes')
  await importing.run(importing.corpus, '--yes')
  expect((await readCorpus(importing.corpus)).talks).toHaveLength(talks.length + 1)
})
