import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const talk = (title: string, more = '') =>
  `---\ntitle: ${title}\nspeaker: Ada Beispiel\n${more}---\n\nThey hold.\n`

/** The event of each talk, by title. */
const eventsOf = async (files: Readonly<Record<string, string>>) => {
  const { talks } = await readCorpus(writeFolder(files))
  return Object.fromEntries(talks.map(({ title, event }) => [title, event.name]))
}

test.each([
  ['content/2025/talks', 'Oar Club 2025'],
  ['content/sessions/2020', 'Oar Club 2020'],
  ['content/workshops/2020', 'Oar Club 2020'],
  ['archives/legacy-content/2017', 'Oar Club 2017'],
  ['content/2024/speakers/ben', 'Oar Club 2024'],
  ['content/speakers/ben', 'Oar Club'],
  ['palestra', 'Oar Club'],
  ['content/charlas', 'Oar Club'],
  ['content/oarconf-2019/talks', 'Oarconf 2019'],
])('in %s of a site that is called Oar Club, talks are of %s', async (folder, event) => {
  const files = {
    'config.toml': 'title = "Oar Club"\n',
    [`${folder}/knots.md`]: talk('Knots that hold'),
    [`${folder}/sails.md`]: talk('Sails that pull'),
  }
  expect(await eventsOf(files)).toEqual({ 'Knots that hold': event, 'Sails that pull': event })
})

test.each(['Sesiones 2020', 'Sessions', 'Speakers 2020', 'Talks 2020', '2020 sessions', 'Programme'])(
  'what introduces the talks of a year as %s names no event',
  async (title) => {
    const files = {
      'config.toml': 'title = "Oar Club"\n',
      'content/sessions/2020/_index.md': `---\ntitle: ${title}\n---\n`,
      'content/sessions/2020/knots.md': talk('Knots that hold'),
      'content/sessions/2020/sails.md': talk('Sails that pull'),
    }
    expect(Object.values(await eventsOf(files))).toEqual(['Oar Club 2020', 'Oar Club 2020'])
  },
)

test.each(['site', 'website'])(
  'a site in a folder %s of the notes is what these are called by',
  async (folder) => {
    const files = {
      'package.json': '{}',
      [`${folder}/config.toml`]: 'title = "Oar Club 2024"\n',
      [`${folder}/content/programme/_index.md`]: '---\ntitle: Programme\n---\n\nWhat is on.\n',
      [`${folder}/content/programme/talks/knots.md`]: talk('Knots that hold'),
      [`${folder}/content/programme/talks/sails.md`]: talk('Sails that pull'),
    }
    expect(Object.values(await eventsOf(files))).toEqual(['Oar Club 2024', 'Oar Club 2024'])
  },
)

test('a site is called without what it says of itself below its name', async () => {
  const files = { 'oarconf/_config.yml': 'title: OarConf - a conference on oars\n' }
  const folder = writeFolder({ ...files, 'oarconf/_talks/knots.md': talk('Knots that hold') })
  const { talks } = await readCorpus(join(folder, 'oarconf'))
  expect(talks.map(({ event }) => event.name)).toEqual(['OarConf'])
})

test('where a meetup is announced is a link, and no name of it', async () => {
  const { talks } = await readCorpus(
    writeFolder({
      'config.toml': 'title = "Oar Club"\n',
      'content/talks/knots.md': talk('Knots that hold', 'meetup: https://meetings.example/oars/7/\n'),
    }),
  )
  expect(talks[0]).toMatchObject({
    event: { name: 'Oar Club' },
    links: [{ url: 'https://meetings.example/oars/7/' }],
  })
})

test('a title that lies deep in front matter is that of a part of the page', async () => {
  const page = '+++\ntemplate = "index.html"\n[extra.section.moderators]\ntitle = "Hosts of ours"\n+++\n'
  const files = {
    'config.toml': 'title = "Oar Club"\n',
    'content/2024/_index.md': page,
    'content/2024/talks/knots.md': talk('Knots that hold'),
  }
  expect(await eventsOf(files)).toEqual({ 'Knots that hold': 'Oar Club 2024' })
})

test('a README of a title alone leaves the event as its folder is called', async () => {
  for (const title of ['My 2024 notes', 'Draft of 2022', 'Notes of OarConf'])
    expect(
      await eventsOf({
        'harbour-meetup/README.md': `---\ntitle: ${title}\n---\n`,
        'harbour-meetup/knots.md': talk('Knots that hold'),
      }),
    ).toEqual({ 'Knots that hold': 'Harbour Meetup' })
})

test('a page of a title alone leaves the event as its folder is called', async () => {
  for (const title of ['Schedule of OarConf 2023', 'Talks at OarConf 2023', 'All about OarConf'])
    expect(
      await eventsOf({
        'content/talks/harbour-2023/_index.md': `---\ntitle: ${title}\n---\n`,
        'content/talks/harbour-2023/knots.md': talk('Knots that hold'),
      }),
    ).toEqual({ 'Knots that hold': 'Harbour 2023' })
})

test.each([
  ['journees-de-la-rame-2023', 'Journées de la Rame 2023', 'Journées de la Rame 2023'],
  ['oarconf-2023', 'OarConf 2023', 'OarConf 2023'],
  // What it says beside the name of the folder may be anything.
  ['oarconf-2023', 'OarConf 2023 and what came of it', 'Oarconf 2023'],
  ['harbour-2023', 'Harbour Days 2023', 'Harbour 2023'],
  ['oar-days-2023', '2023 Oar Days', 'Oar Days 2023'],
  ['design', 'Design Summit', 'Design'],
  ['harbour-2023', 'Schedule', 'Harbour 2023'],
  ['harbour-2023', '2023', 'Harbour 2023'],
  ['harbour-2023', 'Harbour conference videos 2023', 'Harbour 2023'],
])('a folder %s with a page that is only titled %s is %s', async (folder, title, event) => {
  expect(
    await eventsOf({
      [`content/talks/${folder}/_index.md`]: `---\ntitle: ${title}\n---\n`,
      [`content/talks/${folder}/knots.md`]: talk('Knots that hold'),
    }),
  ).toEqual({ 'Knots that hold': event })
})

test.each([
  ['river-kaigi-notes', 'RiverKaigi 2018 Unofficial Notes', 'RiverKaigi 2018'],
  ['river-kaigi-2018', 'RIVER Kaigi', 'RIVER Kaigi'],
  ['river-kaigi-notes', 'RiverKaigis 2018 Notes', 'River Kaigi'],
  ['river-kaigi', 'riverkaigi.github.io', 'Riverkaigi'],
])('a folder %s is called as its README writes the same letters: %s', async (folder, title, event) => {
  const files = {
    [`${folder}/README.md`]: `# ${title}\n`,
    [`${folder}/knots.md`]: talk('Knots that hold'),
    [`${folder}/sails.md`]: talk('Sails that pull'),
  }
  expect((await eventsOf(files))['Knots that hold']).toBe(event)
})
