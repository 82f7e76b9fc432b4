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
  'hugo.toml': 'title = "Oar Days"\n',
  ...talks,
  'content/cfp.md': '# Call for proposals\n\nSend them.\n',
  'content/tickets.md': '# Tickets\n\nBuy them.\n',
  'content/sponsors/rope-works.md': '---\nname: Rope Works\n---\n',
}
const page = (title: string) =>
  `---\ntitle: ${title}\n---\n\nWe have news on what there is this year, and all are welcome.\n`

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
  ['among what was in other years', 'archives/2019/ropes.md', page('Ropes for all')],
  ['among keynotes', '_keynotes/ropes.md', page('Ropes for all')],
  ['among lightning talks', 'content/lightning/ropes.md', page('Ropes for all')],
  ['in the folder of another year', 'content/2022/ropes.md', page('Ropes for all')],
  ['in the folder of another event', 'content/rope-days-2022/ropes.md', page('Ropes for all')],
  [
    'with a recording',
    'content/watch/ropes.md',
    '---\ntitle: Ropes for all\nvideo: https://youtu.be/abcdefghijk\n---\n\nThey hold.\n',
  ],
  [
    'with slides',
    'content/watch/ropes.md',
    '---\ntitle: Ropes for all\nslides: https://example.org/ropes.pdf\n---\n\nThey hold.\n',
  ],
  [
    'of the type of a talk',
    'content/quick/ropes.md',
    '---\ntitle: Ropes for all\ntype: session\n---\n\nThey hold.\n',
  ],
  [
    'with a name for a title',
    'content/quick/ropes.md',
    '---\nname: Ropes for all\nspeakers_info:\n  - name: Ben Sample\n    company: Boats\n---\n\nThey hold.\n',
  ],
  [
    'with an hour',
    'content/evening/ropes.md',
    '---\ntitle: Ropes for all\nstart: 2024-06-09 19:00\n---\n\nCome.\n',
  ],
])('a page %s is served', async (_, path, text) => {
  expect(await titlesOf({ ...conference, [path]: text })).toEqual([...titles, 'Ropes for all'].sort())
})

test.each([
  ['content/2022/ropes.md', { 'content/2022/talks/oars.md': talk('Old oars') }],
  ['content/blog/2022/ropes.md', {}],
])('but not of the news or the pages of another year: %s', async (path, more) => {
  const files = { ...conference, ...more, [path]: page('Ropes for all') }
  expect(await titlesOf(files)).not.toContain('Ropes for all')
})

const inEvent = (folder: string) =>
  Object.fromEntries(
    Object.entries({
      ...talks,
      'content/schedule.md': '',
      'content/venue.md': '',
      'content/tickets.md': '',
    }).map(([path, text]) => [path.replace('content', folder), text || page(path)]),
  )

test.each([
  ['without a site', {}],
  ['in a site of notes', { 'mkdocs.yml': 'site_name: Our notes\n' }],
])('a folder that is laid out like a conference takes no talks from others, %s', async (_, site) => {
  const files = { ...inEvent('oarfest'), ...site, 'harbour/ropes.md': page('Ropes for all') }
  expect(await titlesOf(files)).toContain('Ropes for all')
})

test('where an event.yml says what the event is, nothing beside its talks is left out', async () => {
  const files = {
    ...conference,
    'content/rope-works/event.yml': 'name: Rope works\n',
    'content/rope-works/ropes.md': page('Ropes for all'),
  }
  expect(await titlesOf(files)).toContain('Ropes for all')
})

test('in a folder that is no conference’s site, what lies beside talks is served', async () => {
  expect(await titlesOf({ ...talks, 'content/blog/ropes.md': page('Ropes for all') })).toContain(
    'Ropes for all',
  )
})

test.each([1, 2])('a page beside talks of whose four headings %i name somebody is served', async (count) => {
  const headings = ['Eddies', 'Whirls', 'Rapids', 'Coils'].map(
    (title, at) => `## ${title}\n\n${at < count ? 'Speaker: Ada Miller\n\n' : ''}They turn and turn.\n`,
  )
  const found = await titlesOf({ ...conference, 'content/kit/all.md': headings.join('\n') })
  expect(found).toEqual(expect.arrayContaining(['Eddies', 'Whirls', 'Rapids', 'Coils']))
})

test('where only data list the talks of a conference, its pages are served', async () => {
  const files = {
    '_config.yml': 'title: Oar Days\n',
    '_data/sessions.yml': '- title: Knots\n  speaker: Ada Beispiel\n',
    'cfp.md': '# Call for proposals\n\nSend them.\n',
    'tickets.md': '# Tickets\n\nBuy them.\n',
    'sponsors.md': '# Sponsors\n\nRope Works.\n',
    'ropes.md': page('Ropes for all'),
  }
  expect(await titlesOf(files)).toContain('Ropes for all')
})

test.each([
  ['a meal', '---\ntitle: Lunch\ndescription: Soup and bread\n---\n'],
  [
    'a pause of a programme',
    '---\ntitle: Coffee Break / Expo\nformat: break\n---\n\nThere is soup and bread for all in the hall on the first floor.\n',
  ],
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

test.each([
  [
    'that says what sort of talk they give',
    'ada.md',
    '---\nname: Ada Beispiel\ntype: keynote\nbio: Rows.\n---\n',
  ],
  ['in a category of talks', 'ada.md', '---\ntitle: Ada Beispiel\ncategory: Workshop\ncompany: Boats\n---\n'],
  ['that is laid out as one', 'ada.md', '---\nname: Ada Beispiel\ntype: keynote\nlayout: speaker\n---\n'],
  [
    'with a tag and an address',
    'Ada Beispiel.md',
    '---\ntags: [person]\nemail: ada@example.org\n---\n# Ada Beispiel\n',
  ],
  ['with nothing but a name', 'Ada Beispiel.md', '# Ada Beispiel\n'],
  ['that is called by a slug', 'ada-beispiel.md', ''],
])('the page of somebody %s is no talk', async (_, name, text) => {
  const files = {
    'talks/knots.md': talk('Knots'),
    [`people/${name}`]: `${text}\n${'She looks for a job. '.repeat(9)}`,
  }
  expect(await titlesOf(files)).toEqual(['Knots'])
})

test('the page of somebody names whom talks call, whatever sort of talk they give', async () => {
  const { talks: served } = await readCorpus(
    writeFolder({
      'talks/knots.md': '---\ntitle: Knots\nspeaker: ada-b\n---\n\nThey hold.\n',
      'speakers/ada-b.md': '---\nname: Ada Beispiel\ntype: keynote\nbio: Rows.\n---\n',
    }),
  )
  expect(served.map(({ speakers }) => speakers)).toEqual([[{ name: 'Ada Beispiel' }]])
})

test.each([
  ['of the type of a talk', 'ropes.md', '---\ntitle: Ropes for all\ntype: session\nbio: Rows.\n---\n'],
  ['that tells of a talk below a heading', 'Ada Beispiel.md', '# Ropes for all\n'],
  [
    'with a speaker, on people',
    'ropes.md',
    '---\ntitle: Ropes for all\nspeaker: Ada Beispiel\ntags: [people]\n---\n',
  ],
])('a page among those of people %s is a talk', async (_, name, text) => {
  const files = {
    'talks/knots.md': talk('Knots'),
    [`speakers/${name}`]: `${text}\n${'They hold. '.repeat(9)}`,
  }
  expect(await titlesOf(files)).toContain('Ropes for all')
})

test('the sort of a talk says outside of these that a page is one', async () => {
  const ropes = '---\ntitle: Ropes for all\ntype: workshop\nbio: Ada rows.\n---\n\nThey hold.\n'
  expect(await titlesOf({ ...conference, 'content/quick/ropes.md': ropes })).toContain('Ropes for all')
})

test.each([
  ['Break', 'Ten things that I learned on how to take one from work.'],
  ['Break the monolith', 'In parts.'],
  ['Lunch', 'We spoke on caches. Theirs keeps 40 GB of all that it was asked.'],
])('a note that is called %s and tells of something is served', async (title, text) => {
  const note = `---\ntitle: ${title}\n---\n\n${text}\n`
  expect(await titlesOf({ 'oarconf-2024/break.md': note, 'oarconf-2024/tides.md': talk('Tides') })).toContain(
    title,
  )
})
