import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/cli/check.ts'
import { listNotes } from '../../../src/notes/folders/list-notes.ts'
import { stampNotes } from '../../../src/notes/folders/scan-notes.ts'
import { readEntries } from '../../../src/notes/folders/walk-folders.ts'
import { type CorpusReading, readNotes } from '../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const knots = '---\ntitle: Knots that hold\nspeakers: [zoe-b]\n---\n\nThey hold.\n'
const bundle = '---\ntype: talk\ntitle: Sails that pull\n---\n\nThey pull.\n'

const speakersOf = ({ corpus }: CorpusReading) =>
  corpus.talks.map(({ speakers }) => speakers.map(({ name }) => name).join(', '))

const errorsOf = ({ corpus }: CorpusReading) =>
  corpus.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, message }) => [basename(file), line, message])

const kept = '; what it said before is served'

describe.each([
  {
    what: 'data in YAML',
    path: '_data/speakers.yml',
    sound: '- id: zoe-b\n  name: Zoë Beispiel\n',
    broken: '- id: zoe-b\n  name: "Zoë Bei\n',
    error: [3, 'gives no names of speakers, since it is bad YAML: a closing " is missing'],
    anew: 'zoe-b',
  },
  {
    what: 'data in JSON',
    path: 'data/people.json',
    sound: '[\n  { "id": "zoe-b", "name": "Zoë Beispiel" }\n]\n',
    broken: '[\n  { "id": "zoe-b", "name": "Zoë Beispiel"',
    error: [2, expect.stringMatching(/^gives no names of speakers, since it is bad JSON: \S/)],
    anew: 'zoe-b',
  },
  {
    what: 'data of more than a megabyte',
    path: '_data/speakers.yml',
    sound: '- {id: zoe-b, name: Zoë Beispiel}\n',
    broken: `- {id: zoe-b, name: Zoë Beispiel}\n${'#'.repeat(1024 * 1024)}`,
    error: [undefined, 'gives no names of speakers, since it has 1048611 bytes, more than 1048576 (1 MiB)'],
    anew: 'zoe-b',
  },
  {
    what: 'data of bytes',
    path: '_data/speakers.yml',
    sound: '- {id: zoe-b, name: Zoë Beispiel}\n',
    broken: new Uint8Array([0x89, 0x50, 0, 0, 0, 1, 0, 0, 0, 2]),
    error: [undefined, 'gives no names of speakers, since it is no text'],
    anew: 'zoe-b',
  },
  {
    what: 'a page',
    path: 'speakers/zoe.md',
    sound: '---\nlayout: speaker\nid: zoe-b\nname: Zoë Beispiel\n---\n',
    broken: '---\nlayout: speaker\nid: zoe-b\nname: "Zoë Bei\n---\n',
    error: [5, expect.stringMatching(/^bad YAML: a closing . is missing/)],
    anew: 'zoe-b',
  },
  {
    what: 'a page of which something is sound',
    path: 'speakers/zoe.md',
    sound: '---\nlayout: speaker\nname: Zoë Beispiel\nid: zoe-b\n---\n',
    broken: '---\nlayout: speaker\nname: Zoë Muster\nid: [zoe-b\n---\n',
    error: [5, expect.stringMatching(/^bad YAML: .*; whom it names is read from its lines$/)],
    anew: 'zoe-b',
  },
  {
    what: 'a page of a collection',
    path: '_participants/zoe-b.md',
    sound: '---\nname: Zoë Beispiel\n---\n',
    broken: '---\nname: "Zoë Bei\n---\n',
    error: [3, expect.stringMatching(/^bad YAML: a closing . is missing/)],
    anew: 'zoe-b',
  },
  {
    what: 'the page above the talks of somebody',
    path: 'speakers/zoe-b/_index.md',
    sound: '---\ntype: speaker\ntitle: Zoë Beispiel\n---\n',
    broken: '---\ntype: speaker\ntitle: "Zoë Bei\n---\n',
    error: [4, expect.stringMatching(/^bad YAML: a closing . is missing/)],
    anew: '',
    talk: ['speakers/zoe-b/sails/index.md', bundle],
  },
] as const)(
  'what says who people are, $what, that cannot be read',
  ({ path, sound, broken, error, anew, talk: [talk, text] = ['_talks/knots.md', knots] }) => {
    const [line, message] = error

    test('is named with what is wrong, and its people keep their names', async () => {
      const folder = writeFolder({ [path]: sound, [talk]: text })
      const first = await readNotes(folder)
      expect(speakersOf(first)).toEqual(['Zoë Beispiel'])
      expect(errorsOf(first)).toEqual([])
      await writeFile(join(folder, path), broken)
      const running = await readNotes(folder, { earlier: first.files, keepLastGood: true })
      expect(speakersOf(running)).toEqual(['Zoë Beispiel'])
      expect(running.hashes).toEqual(first.hashes)
      expect(errorsOf(running)).toEqual([
        [basename(path), line, expect.stringMatching(new RegExp(`${kept}$`))],
      ])
      // Whoever starts goes on from what is kept, and is the same.
      const again = await readNotes(folder, { earlier: running.files, keepLastGood: true })
      expect(again.corpus).toEqual(running.corpus)

      await writeFile(join(folder, path), sound.toString().replace('Zoë', 'Chloë'))
      const mended = await readNotes(folder, { earlier: again.files, keepLastGood: true })
      expect(speakersOf(mended)).toEqual(['Chloë Beispiel'])
      expect(errorsOf(mended)).toEqual([])
    })

    test('is named also to whoever has not read it before, and to check', async () => {
      const folder = writeFolder({ [path]: broken, [talk]: text })
      const read = await readNotes(folder)
      expect(speakersOf(read)).toEqual([anew])
      expect(errorsOf(read)).toEqual([[basename(path), line, message]])
      const lines: string[] = []
      expect(await check(folder, (said) => lines.push(said))).toBe(1)
      expect(lines.filter((said) => said.includes(basename(path)))).not.toEqual([])
    })
  },
)

test('quoted texts and brackets in data may go on at any column', async () => {
  const data =
    '- id: zoe-b\n  name: Zoë Beispiel\n  bio: "She rows\nand knots."\n  links: {sites: [\n      one\n  ]}\n'
  const read = await readNotes(writeFolder({ '_data/speakers.yml': data, '_talks/knots.md': knots }))
  expect(errorsOf(read)).toEqual([])
  expect(speakersOf(read)).toEqual(['Zoë Beispiel'])
})

test('of data that nobody is looked up in, nothing is said', async () => {
  const folder = writeFolder({
    '_data/speakers.yml': '- name: "Zoë\n',
    '_talks/knots.md': knots.replace('[zoe-b]', 'Zoë Beispiel'),
  })
  expect(errorsOf(await readNotes(folder))).toEqual([])
  await writeFile(join(folder, '_talks/sails.md'), knots)
  expect(errorsOf(await readNotes(folder))).toHaveLength(1)
})

test('data that a .gitignore names are not read', async () => {
  const folder = writeFolder({
    '.gitignore': '_data/\n',
    '_data/speakers.yml': '- {id: zoe-b, name: Zoë Beispiel}\n',
    '_talks/knots.md': knots,
  })
  expect(speakersOf(await readNotes(folder))).toEqual(['zoe-b'])
})

/** The notes as they are seen if a folder in them cannot be read. */
async function readWithout(folder: string, lost: string, earlier: CorpusReading) {
  const error = Object.assign(new Error('EACCES'), { code: 'EACCES' })
  const listing = await listNotes(folder, [], (path) =>
    path === join(folder, lost) ? Promise.resolve({ entries: [], error }) : readEntries(path),
  )
  const scan = await stampNotes(folder, listing)
  return readNotes(folder, { scan, earlier: earlier.files, keepLastGood: true })
}

test.each([
  ['_data', '_data/speakers.yml', '- {id: zoe-b, name: Zoë Beispiel}\n'],
  ['data', 'data/speakers.yml', '- {id: zoe-b, name: Zoë Beispiel}\n'],
  ['speakers', 'speakers/zoe-b.md', '---\nlayout: speaker\nname: Zoë Beispiel\n---\n'],
  ['speakers', 'speakers/zoe-b/index.md', '---\nlayout: speaker\nname: Zoë Beispiel\n---\n'],
])('people keep their names if the folder %s of %s cannot be read', async (lost, path, text) => {
  const folder = writeFolder({ [path]: text, '_talks/knots.md': knots })
  const first = await readNotes(folder)
  expect(speakersOf(first)).toEqual(['Zoë Beispiel'])
  const running = await readWithout(folder, lost, first)
  expect(speakersOf(running)).toEqual(['Zoë Beispiel'])
  expect(errorsOf(running)).toEqual([
    [
      lost,
      undefined,
      'may not be read (EACCES); speakers are called as it named them until it can be read again',
    ],
  ])
})

test('talks are served on if a folder above theirs cannot be read', async () => {
  const path = 'talks/2024/harbour/knots.md'
  const folder = writeFolder({ [path]: knots, 'lids.md': '# Lids that close\n\nThey close.\n' })
  const first = await readNotes(folder)
  const running = await readWithout(folder, 'talks', first)
  expect(running.corpus.talks.map(({ title }) => title)).toContain('Knots that hold')
  expect(errorsOf(running)).toEqual([
    [
      'talks',
      undefined,
      'may not be read (EACCES); the talks that it held are served until it can be read again',
    ],
  ])
  expect(dirname(path)).toBe('talks/2024/harbour')
})
