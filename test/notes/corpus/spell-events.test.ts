import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNotes } from '../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const note = (event: string) => `---\ntitle: Tides\nevent: ${event}\n---\n\nThey turn.\n`

const eventsOf = async (files: Readonly<Record<string, string>>) => {
  const { corpus } = await readNotes(writeFolder(files))
  return [corpus.events.map(({ name }) => name), corpus.talks.map(({ event }) => event.name)]
}

test('a folder in small letters is called as the last note writes the same words, in all its talks', async () => {
  const files = {
    'oarconf-eu-2024/knots.md': '# Knots\n\nThey hold.\n',
    'oarconf-eu-2024/sails.md': note('Oarconf EU 2024'),
    'oarconf-eu-2024/tides.md': note('OarConf EU'),
  }
  const name = 'OarConf EU 2024'
  expect(await eventsOf(files)).toEqual([[name], [name, name, name]])
})

test.each([
  ['OarConf-Eu-2024', 'OarConf EU 2024', 'OarConf Eu 2024'],
  ['oarconf-eu-2024', 'oarconf eu 2024', 'Oarconf EU 2024'],
])('a folder %s is called by itself beside the words %s', async (folder, said, name) => {
  expect(await eventsOf({ [`${folder}/tides.md`]: note(said) })).toEqual([[name], [name]])
})

test('what event.yml says stands, and a note that no longer writes the words changes all talks', async () => {
  const files = {
    'oarconf-2024/knots.md': '# Knots\n\nThey hold.\n',
    'oarconf-2024/tides.md': note('OarConf 2024'),
  }
  expect(await eventsOf({ ...files, 'oarconf-2024/event.yml': 'name: Oars\n' })).toEqual([
    ['Oars'],
    ['Oars', 'Oars'],
  ])
  const folder = writeFolder(files)
  const before = await readNotes(folder)
  await writeFile(join(folder, 'oarconf-2024/tides.md'), '# Tides\n\nThey turn.\n')
  const { corpus } = await readNotes(folder, { earlier: before.files })
  expect(before.corpus.talks.map(({ event }) => event.name)).toEqual(['OarConf 2024', 'OarConf 2024'])
  expect(corpus.talks.map(({ event }) => event.name)).toEqual(['Oarconf 2024', 'Oarconf 2024'])
  expect(corpus.version).not.toBe(before.corpus.version)
})

test('an event is spelled by a note that is on several, of which it is one', async () => {
  const talks =
    '# OarConf 2024\n\n## Tides - Ada Example\n\n- turn\n\n# Oar Camp 2024\n\n## Ropes - Bo Sample\n\n- tie\n'
  expect((await eventsOf({ 'oarconf-2024/talks.md': talks }))[0]).toEqual(['OarConf 2024'])
})

test('events of one file are called without their days, and are on these', async () => {
  const talks =
    '# OarConf EU 2025, Ely, April 1-4 2025\n\n## Tides - Ada Example\n\n- turn\n\n# Oar Camp 2025, Hull, 1-2 Feb 2025\n\n## Ropes - Bo Sample\n\n- tie\n'
  const { corpus } = await readNotes(writeFolder({ 'talks.md': talks }))
  expect(corpus.events.map(({ name, starts, ends }) => [name, starts, ends])).toEqual([
    ['Oar Camp 2025, Hull', '2025-02-01', '2025-02-02'],
    ['OarConf EU 2025, Ely', '2025-04-01', '2025-04-04'],
  ])
  const { corpus: folder } = await readNotes(
    writeFolder({ 'oarconf-eu-2025/talks.md': talks.replace(/# Oar Camp.*/s, '') }),
  )
  expect(folder.events.map(({ name }) => name)).toEqual(['OarConf EU 2025'])
})

test('a folder in small letters is spelled as another year of the same event is, by whoever wrote it', async () => {
  const files = {
    'oarconf-2023/knots.md': '# Knots\n\nThey hold.\n',
    'oarconf-2025/event.yml': 'name: Oarconf 2025\n',
    'oarconf-2025/sails.md': '# Sails\n\nThey fill.\n',
    'oars-2025/keels.md': '# Keels\n\nThey keep.\n',
  }
  const written =
    '# OarConf 2024\n\n## Tides (Ada Example)\n\nThey turn.\n\n## Ropes (Bo Sample)\n\nThey tie.\n'
  expect((await eventsOf({ ...files, 'OarConf 2024.md': written }))[0]).toEqual([
    'OarConf 2024',
    'OarConf 2023',
    'OarConf 2025',
    'Oars 2025',
  ])
  expect((await eventsOf({ ...files, 'oarconf-2024/event.yml': 'name: OARCONF 2024\n' }))[0]).toEqual([
    'Oarconf 2023',
    'OARCONF 2024',
    'Oarconf 2025',
    'Oars 2025',
  ])
  expect((await eventsOf({ ...files, 'OarConf-2022/event.yml': 'name: OarConf 2022\n' }))[0]).toEqual([
    'OarConf 2022',
    'OarConf 2023',
    'OarConf 2025',
    'Oars 2025',
  ])
})

test('an edit that no longer writes it takes the spelling from the other years', async () => {
  const folder = writeFolder({
    'oarconf-2023/knots.md': '# Knots\n\nThey hold.\n',
    'oarconf-2024/event.yml': 'name: OarConf 2024\n',
    'oarconf-2024/tides.md': '# Tides\n\nThey turn.\n',
  })
  const before = await readNotes(folder)
  await writeFile(join(folder, 'oarconf-2024/event.yml'), 'name: Oarconf 2024\n')
  const { corpus } = await readNotes(folder, { earlier: before.files })
  expect(before.corpus.talks.map(({ event }) => event.name)).toEqual(['OarConf 2023', 'OarConf 2024'])
  expect(corpus.talks.map(({ event }) => event.name)).toEqual(['Oarconf 2023', 'Oarconf 2024'])
  expect(corpus.events.map(({ name }) => name)).toEqual(['Oarconf 2023', 'Oarconf 2024'])
  expect(corpus.version).not.toBe(before.corpus.version)
})
