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
