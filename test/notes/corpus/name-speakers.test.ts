import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { walkFolders } from '../../../src/notes/folders/walk-folders.ts'
import { readCorpus, readNotes } from '../../../src/notes/read-corpus.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { unservedTexts } from '../../../src/notes/unserved-texts.ts'
import { createImporting } from '../../cli/importing.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const speakersOf = (talks: readonly Talk[]) =>
  Object.fromEntries(talks.map(({ title, speakers }) => [title, speakers.map(({ name }) => name).join(', ')]))

const talk = (title: string, speakers: string) =>
  `+++\ntitle = "${title}"\n[extra]\nspeakers = ${speakers}\n+++\n\nThey hold.\n`

const site = {
  'config.toml': 'title = "Oar Days"\n',
  'content/talks/knots.md': talk('Knots that hold', '["zoe-b", "ben-sample"]'),
  'content/talks/sails.md': talk('Sails that pull', '["/speakers/ben-sample/"]'),
  'content/speakers/zoe-b.md': '+++\ntitle = "Speaker: Zoë Beispiel-Börne"\n[extra]\nimage = "/z.jpg"\n+++\n',
  'content/speakers/ben-sample.md':
    '---\ntitle: Ben Sample\ndate: 2024-01-01\ntwitter: ben\n---\n\nBen sails.\n',
}

test('people are called by the names of their pages', async () => {
  const { talks } = await readCorpus(writeFolder(site))
  expect(speakersOf(talks)).toEqual({
    'Knots that hold': 'Zoë Beispiel-Börne, Ben Sample',
    'Sails that pull': 'Ben Sample',
  })
})

test('people are called by the numbers that their pages give, and none by that of a sponsor', async () => {
  const { talks } = await readCorpus(
    writeFolder({
      'content/sessions/1.md': '---\ntitle: Knots that hold\nspeakers: [24, 7]\n---\n\nThey hold.\n',
      'content/speakers/24.md': '---\nid: 24\nname: 小川 結\nrole: ""\ncompany: 港\n---\n\n港の人。\n',
      'content/sponsors/7.md': '---\nid: 7\nname: Rope Works\n---\n',
    }),
  )
  expect(speakersOf(talks)).toEqual({ 'Knots that hold': '小川 結' })
})

test('the page that is nearest says who it is, and of two that are as near none', async () => {
  const { talks } = await readCorpus(
    writeFolder({
      'content/2023/talks/knots.md': talk('Knots that hold', '["zoe"]'),
      'content/2024/talks/sails.md': talk('Sails that pull', '["zoe"]'),
      'content/talks/tides.md': talk('Tides that turn', '["zoe"]'),
      'content/2023/speakers/zoe.md': '---\nname: Zoë Beispiel\n---\n',
      'content/2024/speakers/zoe.md': '---\nname: Zoë Börne\n---\n',
    }),
  )
  expect(speakersOf(talks)).toEqual({
    'Knots that hold': 'Zoë Beispiel',
    'Sails that pull': 'Zoë Börne',
    'Tides that turn': 'zoe',
  })
})

test('what lies in the folder of somebody is theirs, if it names nobody', async () => {
  const { talks } = await readCorpus(
    writeFolder({
      'content/speakers/zoe-b/_index.md': '---\ntype: speaker\ntitle: Zoë Beispiel & Ben Sample\n---\n',
      'content/speakers/zoe-b/knots/index.md': '---\ntype: talk\ntitle: Knots that hold\n---\n\nThey hold.\n',
      'content/speakers/zoe-b/sails/index.md':
        '---\ntype: talk\ntitle: Sails that pull\nspeaker: Ian Probe\n---\n\nThey pull.\n',
      // Of many people, a folder a letter.
      'content/speakers/a/ada-m/_index.md': '---\nfirstname: Ada\nlastname: Muster\nlayout: speaker\n---\n',
      'content/speakers/a/ada-m/talks/tides/index.md': '---\ntitle: Tides that turn\n---\n\nThey turn.\n',
    }),
  )
  expect(speakersOf(talks)).toEqual({
    'Knots that hold': 'Zoë Beispiel, Ben Sample',
    'Sails that pull': 'Ian Probe',
    'Tides that turn': 'Ada Muster',
  })
})

test('an author who is called so beside a speaker has written the page', async () => {
  const { talks } = await readCorpus(
    writeFolder({
      '_posts/2024-06-09-knots.md':
        '---\ntitle: Knots that hold\nspeaker: Zoë Beispiel\nauthor: ben\n---\n\nThey hold.\n',
      'people/ben.md': '---\nname: Ben Sample\nrole: Organizer\n---\n',
    }),
  )
  expect(speakersOf(talks)).toEqual({ 'Knots that hold': 'Zoë Beispiel' })
})

test('a page that changes or goes changes who spoke, as if all were read anew', async () => {
  const folder = writeFolder(site)
  const first = await readNotes(folder)
  const page = join(folder, 'content/speakers/zoe-b.md')
  await writeFile(page, '+++\ntitle = "Zoë Muster"\n[extra]\nimage = "/z.jpg"\n+++\n')
  const changed = await readNotes(folder, { earlier: first.files })
  expect(speakersOf(changed.corpus.talks)).toMatchObject({ 'Knots that hold': 'Zoë Muster, Ben Sample' })
  expect(changed.hashes).toEqual((await readNotes(folder)).hashes)
  expect(changed.hashes).not.toEqual(first.hashes)
  await rm(page)
  const gone = await readNotes(folder, { earlier: changed.files })
  const anew = await readNotes(folder)
  expect(speakersOf(gone.corpus.talks)).toEqual(speakersOf(anew.corpus.talks))
  expect(gone.hashes).toEqual(anew.hashes)
})

test('a collection of people says who they are, and is served as nothing else', async () => {
  const folder = writeFolder({
    '_talks/knots.md':
      '---\ntitle: Knots that hold\nspeakers:\n- _participants/zoe-b.md\n---\n\nThey hold.\n',
    '_participants/zoe-b.md':
      '---\nname: Zoë B\ncompany: Boats\n---\n\nZoë sails, and has done so for years.\n',
    '_participants/notes.md': '# How to add people\n\nWrite a page for each of them.\n',
  })
  const corpus = await readCorpus(folder)
  const { talks, problems } = corpus
  expect(speakersOf(talks)).toEqual({ 'Knots that hold': 'Zoë B' })
  expect(problems.map(({ file, whyUnserved }) => [file.split('/').at(-1), whyUnserved])).toContainEqual([
    'zoe-b.md',
    'is on a person, a firm or a place',
  ])
  const unserved = unservedTexts((await walkFolders(folder)).folders, corpus, [])
  const names = unserved.flatMap(({ reasons }) => reasons.flatMap((reason) => reason.names))
  expect(names.toSorted()).toEqual(['notes.md', 'zoe-b.md'])
})

test('an import of the folder names them too', async () => {
  const importing = createImporting()
  const { code, err } = await importing.run(
    writeFolder({ ...site, 'package.json': '{"name":"site","author":"Ian"}' }),
    '--yes',
  )
  // The pages of people give no talks, which is said; nothing else is wrong.
  expect(code).toBe(1)
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/speakers\/ben-sample\.md: it is on a person, a firm or a place$/),
    expect.stringMatching(/speakers\/zoe-b\.md: it is on a person, a firm or a place$/),
  ])
  expect(speakersOf((await readCorpus(importing.corpus)).talks)).toEqual({
    'Knots that hold': 'Zoë Beispiel-Börne, Ben Sample',
    'Sails that pull': 'Ben Sample',
  })
})

test.each([
  ['_data/speakers.yml', '- id: zoe-b\n  name: Zoë Beispiel\n- slug: ben\n  name: Ben Sample\n'],
  ['_data/speakers.yml', 'zoe-b:\n  name: Zoë Beispiel\nben:\n  full_name: Ben Sample\n'],
  [
    'data/people.json',
    '{"speakers":[{"id":"zoe-b","name":"Zoë Beispiel"},{"id":"ben","first_name":"Ben","last_name":"Sample"}]}',
  ],
  ['src/_data/authors.yaml', 'ben: {name: Ben Sample}\nzoe-b: {name: Zoë Beispiel}\n'],
])('people are called as the data of the site say: %s', async (path, data) => {
  const folder = writeFolder({
    [path]: data,
    '_talks/knots.md':
      '---\ntitle: Knots that hold\nspeakers: [zoe-b, ben, nobody-here]\n---\n\nThey hold.\n',
  })
  const first = await readNotes(folder)
  expect(speakersOf(first.corpus.talks)).toEqual({
    'Knots that hold': 'Zoë Beispiel, Ben Sample, nobody-here',
  })
  await writeFile(join(folder, path), data.replace('Zoë', 'Chloë'))
  const changed = await readNotes(folder, { earlier: first.files })
  expect(speakersOf(changed.corpus.talks)).toEqual({
    'Knots that hold': 'Chloë Beispiel, Ben Sample, nobody-here',
  })
  expect(changed.hashes).toEqual((await readNotes(folder)).hashes)
})

test.each(['data/speakers.yml', '_data/speakers.yml', 'zone/_data/speakers.yml'])(
  'the data of a site name its people however many folders it has: %s',
  async (path) => {
    const bundles = Array.from({ length: 210 }, (_, at) => [
      `content/talks/knots-${at}/index.md`,
      `---\ntitle: Knots that hold ${at} ropes\nspeakers: [zoe-b]\n---\n\nThey hold.\n`,
    ])
    const { talks } = await readCorpus(
      writeFolder({
        'zone/tides.md': '---\ntitle: Tides that turn\nspeakers: [zoe-b]\n---\n\nThey turn.\n',
        [path]: '- {id: zoe-b, name: Zoë Beispiel}\n',
        ...Object.fromEntries(bundles),
      }),
    )
    expect(new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)))).toEqual(
      new Set(['Zoë Beispiel']),
    )
    expect(talks).toHaveLength(211)
  },
)

test('a number that stands for nobody is told, as long as no page gives it', async () => {
  const page = 'people/ben.md'
  const folder = writeFolder({
    'talks/knots.md': '---\ntitle: Knots that hold\nspeaker: 24\n---\n\nThey hold.\n',
  })
  const read = async (earlier?: Awaited<ReturnType<typeof readNotes>>) => {
    const reading = await readNotes(folder, earlier ? { earlier: earlier.files } : {})
    const { talks, problems } = reading.corpus
    const told = problems.filter(({ file }) => file.endsWith('knots.md')).map(({ message }) => message)
    return {
      reading,
      names: speakersOf(talks),
      told: told.filter((message) => message.includes('speaker')).length,
    }
  }
  const before = await read()
  expect(before).toMatchObject({ names: { 'Knots that hold': '' }, told: 1 })
  await mkdir(join(folder, 'people'))
  await writeFile(join(folder, page), '---\nid: 24\ntitle: Ben Sample\nbio: Rows.\n---\n')
  const named = await read(before.reading)
  expect(named).toMatchObject({ names: { 'Knots that hold': 'Ben Sample' }, told: 0 })
  await rm(join(folder, page))
  expect(await read(named.reading)).toMatchObject({ names: { 'Knots that hold': '' }, told: 1 })
})

test('how many speak is not who', async () => {
  const { talks } = await readCorpus(
    writeFolder({
      'talks/knots.md': '---\ntitle: Knots that hold\nspeakers: 2\n---\n\nThey hold.\n',
      'people/2.md': '---\nname: Ben Sample\nbio: Rows.\n---\n',
    }),
  )
  expect(speakersOf(talks)).toEqual({ 'Knots that hold': '' })
})

test('front matter may hold whatever nests where people or a kind are looked for', async () => {
  const note =
    '+++\ntitle = "Lunch"\n[format]\nbreak = true\n[speakers]\nname = "Ben Sample"\n+++\n\nThey hold all that lies there.\n'
  const { talks } = await readCorpus(writeFolder({ 'talks/knots.md': note, 'talks/oars.md': note }))
  expect(talks.map(({ speakers }) => speakers.map(({ name }) => name))).toEqual([
    ['Ben Sample'],
    ['Ben Sample'],
  ])
})
