import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const words = 'The moon pulls at the water, and the shore decides how far it comes.'

/** The event of each file of a corpus. */
async function eventsOf(corpus: string, files: readonly string[], introduction?: string) {
  const written = Object.fromEntries(files.map((file) => [`${corpus}/${file}`, `# Tides\n\n${words}\n`]))
  const root = writeFolder({ ...written, ...(introduction && { [`${corpus}/README.md`]: introduction }) })
  const { talks } = await readCorpus(join(root, corpus))
  return files.map((file) => talks.find((talk) => talk.file.endsWith(file))?.event.name)
}

test.each([
  [
    'oarsum-2024-notes',
    ['design/tides.md', 'dev/knots.md', '2024-06-09_boats_and_oars/reefs.md'],
    'Oarsum 2024',
  ],
  ['oarcon2024', ['dev/tides.md', 'design/basics/knots.md'], 'Oarcon 2024'],
])('all folders of %s are of that one event', async (corpus, files, event) => {
  expect(await eventsOf(corpus, files)).toEqual(files.map(() => event))
})

test.each([
  ['oarsum-2024-notes', 'KettleConf/tides.md', 'KettleConf'],
  ['my-notes-2024', 'harbour/tides.md', 'Harbour'],
  ['my-notes-2024', '3日間の記録/tides.md', '3日間の記録'],
  ['oarsum-2024-notes', 'kettle-2023/tides.md', 'Kettle 2023'],
])('in %s, %s is of another', async (corpus, file, event) => {
  expect(await eventsOf(corpus, [file])).toEqual([event])
})

test.each([
  ['confs', 'OarConf 2019.md', 'OarConf 2019/tides.md', 'OarConf 2019'],
  ['vault', 'Conferences/Kettle Days.md', 'Conferences/Kettle Days/day 1/tides.md', 'Kettle Days'],
])(
  'in %s, the note %s beside the folder that is called like it is of the same event',
  async (corpus, ...files) => {
    const event = files.pop()
    expect(await eventsOf(corpus, files)).toEqual([event, event])
  },
)

test('a note that is called like a folder of no event, or like a note in it, stays where it lies', async () => {
  expect(await eventsOf('vault', ['harbour.md', 'harbour/tides.md'])).toEqual(['Vault', 'Harbour'])
  expect(await eventsOf('vault', ['Tides 2019.md', 'Tides 2019/appendix.md'])).toEqual([
    'Vault',
    'Tides 2019',
  ])
  const files = ['OarConf 2019.md', 'OarConf 2019/OarConf 2019.md', 'OarConf 2019/knots.md']
  expect(await eventsOf('vault', files)).not.toContain(undefined)
})

test('a folder of a month is of what the corpus is called', async () => {
  const files = ['archive/2014-jan/tides.md', '2019/March/knots.md']
  expect(await eventsOf('oarclub', files, '# OarClub Meetup\n\nWe meet by the sea.\n')).toEqual([
    'OarClub Meetup Jan 2014',
    'OarClub Meetup March 2019',
  ])
})

test('a folder that is called by a code and a year is of the event that its page or file says for that year', async () => {
  const files = ['ado2020-notes', 'tides.md'] as const
  expect(await eventsOf(files[0], [files[1]], '# All Day Oars 2020 notes\n\nBy the sea.\n')).toEqual([
    'All Day Oars 2020',
  ])
  const file = 'oars.md'
  const text = `# Oars and Docks Conference 2019\n\n## Thursday\n\n### Tides\n\n${words}\n\n### Knots\n\n${words}\n`
  const root = writeFolder({ [`oad2019-notes/${file}`]: text })
  const { talks } = await readCorpus(join(root, 'oad2019-notes'))
  expect(talks.map(({ title, event }) => [title, event.name])).toEqual([
    ['Knots', 'Oars and Docks Conference 2019'],
    ['Tides', 'Oars and Docks Conference 2019'],
  ])
})

test.each([
  // What a folder is called by stays, unless an event of the same year is named.
  ['oad2019-notes', '# Oars Conference 2019', 'Oars Conference 2019', 2019],
  ['oad2019-notes', '# Oars Conference 2018', 'Oad 2019', 2019],
  ['oad2019-notes', '# Oars and Docks', 'Oad 2019', 2019],
  ['oad2019-notes', '# Oars', 'Oad 2019', 2019],
  ['harbourmtnoars-2019-notes', '# 2019 Harbour Mountain Oars', 'Harbourmtnoars 2019', 2019],
])('in %s, talks below "%s" are of %s', async (corpus, heading, name, year) => {
  const days = ['Thursday', 'Friday'].map((day) => `## ${day}\n\n### Tides of ${day}\n\n${words}\n`)
  const root = writeFolder({ [`${corpus}/oars.md`]: `${heading}\n\n${days.join('\n')}` })
  const { talks } = await readCorpus(join(root, corpus))
  expect(talks.map(({ event }) => [event.name, event.year])).toEqual(talks.map(() => [name, year]))
  expect(talks.length).toBe(2)
})

test.each([
  // A year is of the folder that it lies in, whatever the notes are called.
  ['pycon-notes', 'google-io/2023/tides.md', 'Google IO 2023'],
  ['jsconf', 'strange-loop/2022/tides.md', 'Strange Loop 2022'],
  ['oar-summit-notes', 'KettleConf/2019/tides.md', 'KettleConf 2019'],
  ['oar-conference-notes', 'harbour/2019/tides.md', 'Harbour 2019'],
  ['conference-reports', '2023/tides.md', 'Conference reports 2023'],
  ['web-conf-notes', '2023/tides.md', '2023'],
])('in %s, %s is of %s', async (corpus, file, event) => {
  expect(await eventsOf(corpus, [file])).toEqual([event])
})

test.each([
  'Day 2',
  '2024-06-09 - Day 2',
  '2024-06-09_Sunday',
  '2. Wednesday',
  'vendredi',
  '9-juin',
  'June 9th',
])('what lies in the folder of a day is of the event above: %s', async (day) => {
  const files = [`OarFest/${day}/Unconference - Tides/Tides.md`, `OarFest/${day}/knots.md`]
  expect(await eventsOf('notes', files)).toEqual(['OarFest', 'OarFest'])
})

test('what lies in the folder of an event of a year is a part of it', async () => {
  expect(await eventsOf('notes', ['2019/01-OarFest/Sails/tides.md', '2019/kettles/knots.md'])).toEqual([
    'OarFest 2019',
    'Kettles 2019',
  ])
})

test('files that begin with the name of an event are of it, and called by the rest', async () => {
  const names = [
    'oarling-2019-how-tides-turn',
    'oarling-2019-knots',
    'oarling-2019-sails',
    'wharf-2019-reefs',
  ]
  const files = Object.fromEntries(names.map((name) => [`meetup-notes/${name}.md`, `${words}\n`]))
  const root = writeFolder(files)
  const { talks } = await readCorpus(join(root, 'meetup-notes'))
  expect(talks.map(({ title, event }) => [title, event.name, event.year])).toEqual([
    ['How tides turn', 'Oarling 2019', 2019],
    ['Knots', 'Oarling 2019', 2019],
    ['Sails', 'Oarling 2019', 2019],
    ['Wharf 2019 reefs', 'Meetup Notes', undefined],
  ])
  expect(new Set(talks.map(({ event }) => event.id)).size).toBe(2)
})

test('days in the folder of a year are of what their files are called by', async () => {
  const day = (title: string) =>
    `# Day 1\n\n## ${title}\nAda Lovelace\n\n${words}\n\n## Reefs\nGrace Hopper\n\n${words}\n`
  const root = writeFolder({
    'notes/2017/oarling-day1.md': day('Tides'),
    'notes/2017/oarling-day2.md': day('Knots'),
  })
  const { talks } = await readCorpus(join(root, 'notes'))
  expect(new Set(talks.map(({ event }) => event.name))).toEqual(new Set(['Oarling 2017']))
})

test('of an event that a note names without its year, the folder knows which', async () => {
  const note = '---\nconference: OarConf UK\nspeaker: Ada Lovelace\n---\n\nThey turn.\n'
  const root = writeFolder({
    'notes/OarConf London 2024/tides.md': note,
    'notes/Harbour 2024/knots.md': note,
  })
  const { talks } = await readCorpus(join(root, 'notes'))
  expect(talks.map(({ event }) => event.name)).toEqual(['OarConf UK', 'OarConf London 2024'])
})

test('a folder that is called by a day in Japanese is of what it is called, so that ids stay', async () => {
  expect(await eventsOf('my-notes-2024', ['2日目/tides.md'])).toEqual(['2日目'])
})

test('a file alone in the folder of a day is one talk where the other days have a file a talk', async () => {
  const sections = `# Tides\n\n${words}\n\n# Moons\n\n${words}\n\n# Harbours\n\n${words}\n`
  const talks = async (files: Readonly<Record<string, string>>) =>
    (await readCorpus(writeFolder(files))).talks.map(({ title }) => title)
  const first = { 'oarconf-2024/day1/knots.md': `# Knots\n\n${words}\n` }
  const second = { 'oarconf-2024/day2/tides.md': sections }
  expect(await talks({ ...first, 'oarconf-2024/day1/ropes.md': `# Ropes\n\n${words}\n`, ...second })).toEqual(
    ['Knots', 'Ropes', 'Tides'],
  )
  expect(await talks({ ...first, ...second })).toHaveLength(4)
})
