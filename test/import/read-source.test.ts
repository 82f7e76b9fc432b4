import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readBytes } from '../../src/import/read/input.ts'
import { readSource } from '../../src/import/read-source.ts'
import type { Imported, ImportedTalk } from '../../src/import/talk/imported-talk.ts'

async function read(name: string): Promise<readonly Imported[]> {
  const path = fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
  const found: Imported[] = []
  for await (const one of readSource({ path, file: name, bytes: () => readBytes(path) })) found.push(one)
  return found
}

const talksOf = (found: readonly Imported[]): readonly ImportedTalk[] =>
  found.flatMap((one) => ('talk' in one ? [one.talk] : []))
const badOf = (found: readonly Imported[]) => found.flatMap((one) => ('bad' in one ? [one.bad] : []))
const passedOf = (found: readonly Imported[]) => found.flatMap((one) => ('passed' in one ? [one.passed] : []))

test('reads the XML of frab', async () => {
  const found = await read('frab.xml')
  expect(talksOf(found)).toMatchObject([
    {
      key: '0b5e',
      event: {
        name: 'Engines 2018',
        starts: '2018-02-03',
        ends: '2018-02-04',
        place: 'Science Museum, London',
      },
      title: 'Weaving algebraic patterns: What the engine can do & cannot',
      kind: 'keynote',
      speakers: [{ name: 'Ada Lovelace' }, { name: 'Charles Babbage' }],
      tags: ['Computing'],
      language: 'en',
      date: '2018-02-03',
      links: [
        { title: 'Source', url: 'https://github.com/example/engine', kind: 'code' },
        { title: 'Slides', url: 'https://engines.example/slides.pdf', kind: 'slides' },
      ],
    },
    { key: '0b61', title: 'Maschinen, die weben', language: 'de', date: '2018-02-04' },
  ])
  expect(badOf(found)).toEqual([
    { where: 'frab.xml:39', title: undefined, reason: 'title: is missing or empty' },
  ])
  expect(passedOf(found)).toEqual(['frab.xml:31'])
})

test('reads the JSON of pretalx', async () => {
  const found = await read('pretalx.json')
  expect(talksOf(found)).toMatchObject([
    {
      key: '0b5e',
      event: { name: 'Engines 2018' },
      kind: 'keynote',
      speakers: [{ name: 'Ada Lovelace' }],
      tags: ['Computing'],
      links: [
        { title: 'Page of the talk', url: 'https://engines.example/2018/talk/ABC123/', kind: 'site' },
        { title: 'Slides', url: 'https://engines.example/media/slides.pdf', kind: 'slides' },
      ],
    },
  ])
  expect(passedOf(found)).toHaveLength(1)
  expect(badOf(found)).toMatchObject([
    { where: 'pretalx.json, day 1, Main hall, talk 3', title: 'Bad speakers' },
  ])
  expect(badOf(found)[0]?.reason).toMatch(/^persons: /)
})

test("reads Sessionize's whole export", async () => {
  const found = await read('sessionize-all.json')
  expect(talksOf(found)).toMatchObject([
    {
      key: '101',
      kind: 'lightning',
      speakers: [{ name: 'Ada Lovelace' }],
      tags: ['Lightning talk', 'Mathematics'],
      links: [{ title: 'Video', url: 'https://video.example/101', kind: 'video' }],
      date: '2018-02-03',
    },
  ])
  expect(passedOf(found)).toHaveLength(1)
  expect(badOf(found)).toEqual([
    { where: 'sessionize-all.json, session 3', title: undefined, reason: 'title: is missing or empty' },
  ])
})

test.each(['sessionize-sessions.json', 'sessionize-grid.json'])(
  "reads Sessionize's view in %s",
  async (name) => {
    expect(talksOf(await read(name))).toMatchObject([
      { key: '101', title: 'Weaving algebraic patterns', speakers: [{ name: 'Ada Lovelace' }] },
    ])
  },
)

test('reads a calendar, folded lines and escapes included', async () => {
  const found = await read('calendar.ics')
  expect(talksOf(found)).toMatchObject([
    {
      key: '11@engines.example',
      event: { name: 'Engines 2018' },
      title: 'Weaving algebraic patterns, woven',
      kind: 'keynote',
      speakers: [{ name: 'Ada Lovelace' }],
      tags: ['Keynote', 'Computing'],
      date: '2018-02-03',
      links: [{ url: 'https://engines.example/11' }],
      text: {
        value: 'The engine can do whatever we know how to order it to perform.\n\nIt originates nothing.',
      },
    },
  ])
  expect(passedOf(found)).toEqual(['calendar.ics:17', 'calendar.ics:21'])
  expect(badOf(found)).toMatchObject([{ where: 'calendar.ics:26' }])
})

test("reads a talk of pyvideo's data", async () => {
  const found = await read('pyvideo/bletchley-2012/videos/computing-machinery.json')
  expect(talksOf(found)).toMatchObject([
    {
      key: 'bletchley-2012/computing-machinery',
      event: { id: 'bletchley-2012' },
      tags: ['Machines', '#imitation'],
      language: 'eng',
      date: '2012-06-23',
      links: [
        { title: 'Video on youtube.com', kind: 'video' },
        { title: 'Slides', kind: 'slides' },
        { title: 'Code on github.com', kind: 'code' },
      ],
    },
  ])
})

test('splits notes in Markdown', async () => {
  const [first, second, ...others] = talksOf(await read('notes.md'))
  expect(others).toEqual([])
  expect(first).toMatchObject({
    event: { name: 'Engines 2018' },
    title: 'Weaving algebraic patterns',
    kind: 'keynote',
    speakers: [{ name: 'Ada Lovelace' }],
    links: [{ url: 'https://engines.example/note-g' }],
  })
  expect(first?.text).toMatchObject({
    form: 'notes',
    blocks: [
      { form: 'paragraph', text: 'The engine originates nothing.' },
      { form: 'bullet', text: 'It weaves patterns.' },
      { form: 'bullet', text: 'of algebra', depth: 1 },
      { form: 'bullet', text: 'See https://engines.example/note-g.' },
      { form: 'heading', text: 'Takeaways' },
      { form: 'bullet', text: 'Order it to perform.' },
    ],
  })
  expect(second).toMatchObject({
    title: 'A difference engine',
    kind: 'talk',
    speakers: [{ name: 'Charles Babbage' }],
  })
  expect(second?.text).toMatchObject({
    blocks: [{}, { form: 'code', text: '# turn the crank\ncrank --turns 3' }, { text: 'Questions' }, {}],
  })
})

test('splits notes in reStructuredText', async () => {
  expect(talksOf(await read('notes.rst'))).toMatchObject([
    {
      event: { name: 'Engines 2018' },
      title: 'Weaving algebraic patterns',
      speakers: [{ name: 'Ada Lovelace' }],
    },
    { title: 'A difference engine', speakers: [{ name: 'Charles Babbage' }] },
  ])
})

test('splits plain notes by what looks like a title', async () => {
  expect(talksOf(await read('notes.txt'))).toMatchObject([
    {
      event: { name: 'Engines 2018' },
      title: 'Weaving algebraic patterns',
      kind: 'talk',
      speakers: [{ name: 'Ada Lovelace', handle: '@ada' }],
    },
    { title: 'Jacquard looms', kind: 'lightning' },
    { title: 'Mill and store', kind: 'lightning' },
    { title: 'The Difference Engine', speakers: [{ name: 'Charles Babbage' }] },
  ])
})
