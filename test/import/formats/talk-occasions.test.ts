import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { createImporting } from '../../cli/importing.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { readContent } from '../read-content.ts'

const told = async (value: unknown, name: string) =>
  (await readContent(/json$/.test(name) ? JSON.stringify(value) : stringify(value), name)).talks.map(
    ({ title, event, date }) => [title, event.name, date ?? ''].join(' | '),
  )

const talks = [
  {
    title: 'Tides that turn',
    description: 'They do.',
    givenAt: [
      { name: 'Oar Days', date: '2024-06-09' },
      { name: 'Knot Fest', date: '2023-05-11' },
    ],
  },
  { title: 'Knots that hold', presentations: [{ venue: 'Rope Fest, 2022', url: 'https://ropes.example' }] },
]

describe('a talk with the times at which it was given', () => {
  test.each(['talks.json', 'talks.yml'])('is one for each: %s', async (name) => {
    const expected = [
      'Tides that turn | Oar Days | 2024-06-09',
      'Tides that turn | Knot Fest | 2023-05-11',
      'Knots that hold | Rope Fest, 2022 | ',
    ]
    expect(await told(talks, name)).toEqual(expected)
    expect(await told({ title: 'Talks I gave', items: talks }, name)).toEqual(expected)
    expect(await told({ talks }, name.replace('talks', 'data'))).toEqual(expected)
  })

  test.each([
    ['courses', 'courses.json', talks],
    [
      'people with their pages',
      'talks.json',
      [1, 2].map(() => ({ title: 'Rowing', members: [{ name: 'Ada Pier', url: 'https://ada.example' }] })),
    ],
    [
      'talks with their parts',
      'talks.json',
      [1, 2].map(() => ({ title: 'Rowing', parts: [{ title: 'Part 1', name: 'Oars', date: '2024-06-09' }] })),
    ],
  ])('is none in a list of %s', async (_, name, value) => {
    expect(await told(value, name)).toEqual([])
  })
})

describe('a list of titles, each with its event and day,', () => {
  const given = [
    { title: 'Tides that turn', event: 'Oar Days', date: '2024-06-09' },
    { title: 'Knots that hold', event: 'Knot Fest', date: '2023-05-11' },
  ]
  const expected = given.map(({ title, event, date }) => [title, event, date].join(' | '))

  test.each([
    ['talks.yml', given],
    ['talks.json', given],
    ['data.yml', { talks: given }],
    ['data.json', { talks: { 2024: given } }],
  ])('is of talks if it is called so: %s', async (name, value) => {
    expect(await told(value, name)).toEqual(expected)
  })

  test.each(['awards.yml', 'photos.json', 'publications.yml', 'timeline.json'])(
    'is none in %s',
    async (name) => {
      expect(await told(given, name)).toEqual([])
      expect(await told({ items: given }, name)).toEqual([])
    },
  )
})

test.each(['json', 'yml'])(
  'what names no speaker beside a list of talks is no other list of them: %s',
  async (form) => {
    const folder = temporaryFolder()
    const texts = talks.map(({ title }) => ({ title, description: 'It was.', date: '2024-06-09' }))
    const write = (value: unknown) => (form === 'json' ? JSON.stringify(value) : stringify(value))
    await writeFile(join(folder, `talks.${form}`), write(talks))
    await writeFile(join(folder, `photos.${form}`), write(texts))
    const importing = createImporting()
    await importing.run(folder, '--yes')
    const found = (await readCorpus(importing.corpus)).talks
    expect(new Set(found.map(({ title }) => title))).toEqual(new Set(talks.map(({ title }) => title)))
    expect(found).toHaveLength(3)
  },
)

test('notes that lie beside a list of given talks are imported, and not the list', async () => {
  const folder = join(temporaryFolder(), 'oar-notes')
  await mkdir(folder)
  for (const title of ['Tides that turn', 'Knots that hold'])
    await writeFile(join(folder, `${title}.md`), `# ${title}\n\nBy Ada Pier\n\nMuch was said of them.\n`)
  await writeFile(join(folder, 'talks.json'), JSON.stringify(talks))
  const importing = createImporting()
  const { code } = await importing.run(folder, '--yes')
  expect(code).toBe(0)
  const found = (await readCorpus(importing.corpus)).talks
  expect(found.map(({ title, speakers }) => [title, speakers[0]?.name])).toEqual([
    ['Knots that hold', 'Ada Pier'],
    ['Tides that turn', 'Ada Pier'],
  ])
})
