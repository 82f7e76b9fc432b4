import { expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const talk = (title: string) => `---\ntitle: ${title}\nspeakers: [Ada Beispiel]\n---\n\nThey hold.\n`
const talks = Object.fromEntries(
  ['Knots', 'Hitches', 'Sails', 'Tides', 'Oars'].map((title) => [
    `content/talks/${title.toLowerCase()}.md`,
    talk(title),
  ]),
)
const conference = {
  ...talks,
  'content/cfp.md': '# Call for proposals\n\nSend them.\n',
  'content/tickets.md': '# Tickets\n\nBuy them.\n',
  'content/sponsors/rope-works.md': '---\nname: Rope Works\n---\n',
}
const page = (title: string, more = '') =>
  `---\ntitle: ${title}\n---\n\nWe have news on what there is this year, and all are welcome.\n${more}`

const titlesOf = async (files: Readonly<Record<string, string>>) =>
  (await readCorpus(writeFolder(files))).talks.map(({ title }) => title).sort()

const titles = ['Hitches', 'Knots', 'Oars', 'Sails', 'Tides']

test.each([
  'content/blog/news.md',
  'content/kit/pens.md',
  'content/primera-fecha.md',
  '_posts/2024-06-09-news.md',
])('a page beside the talks of a conference that names no speaker is none: %s', async (path) => {
  expect(await titlesOf({ ...conference, [path]: page('Pens for all') })).toEqual(titles)
})

test.each([
  ['among its workshops', 'content/workshops/ropes.md', page('Ropes for all')],
  [
    'with a speaker',
    'content/blog/ropes.md',
    '---\ntitle: Ropes for all\nspeaker: Ben Sample\n---\n\nThey hold.\n',
  ],
  [
    'with an hour',
    'content/evening/ropes.md',
    '---\ntitle: Ropes for all\nstart: 2024-06-09 19:00\n---\n\nCome.\n',
  ],
])('a page %s is served', async (_, path, text) => {
  expect(await titlesOf({ ...conference, [path]: text })).toEqual([...titles, 'Ropes for all'].sort())
})

test('in a folder that is no conference’s site, what lies beside talks is served', async () => {
  expect(await titlesOf({ ...talks, 'content/blog/ropes.md': page('Ropes for all') })).toContain(
    'Ropes for all',
  )
})

test.each([
  ['a meal', '---\ntitle: Lunch\ndescription: Soup and bread\n---\n'],
  [
    'what sends to another page',
    '---\ntitle: Page Redirect\n---\n<meta http-equiv="refresh" content="0;URL=\'/talks/a\'" />\n\n<a href="/talks/a">Go to how the tides turn in all the harbours of the world and beyond</a>\n',
  ],
  ['what is not known yet', '---\ntitle: TBA\n---\n\nMore on it soon.\n'],
])('%s among talks is no talk, and is told', async (_, text) => {
  const { talks: served, problems } = await readCorpus(
    writeFolder({ ...talks, 'content/talks/other.md': text }),
  )
  expect(served.map(({ title }) => title).sort()).toEqual(titles)
  expect(problems.find(({ file }) => file.endsWith('other.md'))?.whyUnserved).toMatch(/^is a |^leads to/)
})

test.each(['committee', 'team', 'moderators', 'speakers'])(
  'pages of people in %s are no talks',
  async (folder) => {
    const files = {
      ...talks,
      [`content/${folder}/ben.md`]:
        '---\ntitle: Ben Sample\nfrom: Harbour\ndate: 2020-01-01\n---\n\nBen has sailed for years.\n',
      [`content/${folder}/cleo/index.md`]:
        '+++\ntitle = "Moderator: Cleo Muster"\n[extra]\nimage = "/c.jpg"\n+++\n\nCleo too.\n',
      [`content/${folder}/ian.md`]: '---\nextra:\n  speaker_name: Ian Probe\n  company: Boats\n---\n',
    }
    expect(await titlesOf(files)).toEqual(titles)
  },
)
