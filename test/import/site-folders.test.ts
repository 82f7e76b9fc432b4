import { describe, expect, test } from 'vitest'
import { withPlan } from '../../src/import/import-talks.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'
import { readContent } from './read-content.ts'

/** The talks that an import of a folder would write, as their events and counts, and what it says. */
async function planOf(files: Readonly<Record<string, string>>) {
  return await withPlan({ path: writeFolder(files), into: temporaryFolder() }, async (plan) => ({
    events: plan.events.map(({ facts, counts }) => `${facts.name}: ${counts.new}`).sort(),
    bad: plan.bad.map(({ reason }) => reason),
    hints: plan.hints.join('\n'),
    copies: plan.copies,
    passed: plan.passed,
    unreadable: plan.unreadable.map(({ reason }) => reason).join('\n'),
  }))
}

const talk = (title: string) => `- title: ${title}\n  speaker: Ada Beispiel\n`

test("a site's folder is imported by its data, be they in _data, and its pages are passed over and named", async () => {
  const plan = await planOf({
    '_config.yml': 'title: Oar Days\n',
    'index.md': '# Welcome\n\nCome and row.\n',
    'coc.md': '# Be kind\n\nAlways.\n',
    '_data/talks.yml': talk('Eddies') + talk('Rapids'),
    '_data/games.yml': '- title: Chess\n  description: On deck.\n  link: https://example.org\n',
  })
  expect(plan.events).toEqual(['Oar Days: 2'])
  expect(plan.hints).toContain('coc.md')
  expect(plan.unreadable).toContain('it names no speaker')
})

test('notes beside data that say who people are, and what these speak on, are what is imported', async () => {
  const people = [{ name: 'Ada Beispiel', bio: 'She rows.', title: 'Eddies turn', abstract: 'How they do.' }]
  const notes = { 'rapids.md': '# Rapids\n\nBy Ben Exemplar\n\nThey are wet.\n' }
  const plan = await planOf({ ...notes, 'data/speakers.json': JSON.stringify(people) })
  expect(plan.events).toEqual([expect.stringMatching(/: 1$/)])
})

test('a table beside a README is what is imported', async () => {
  const plan = await planOf({
    'README.md': '# Oars\n\nThe talks of our club.\n',
    'talks.csv': 'Title,Speaker\nEddies,Ada Beispiel\nRapids,Ben Exemplar\n',
  })
  expect(plan.events).toEqual([expect.stringMatching(/: 2$/)])
})

test('a README that tells how to run a program is no talk when its folder is imported either', async () => {
  const readme = (said: string) =>
    `# Oars\n\n${said}\n\n## Getting started\n\nRow.\n\n## Install dependencies\n\nRow on.\n\n## License\n\nNone.\n`
  const program = await planOf({ 'README.md': readme('The water rises.') })
  expect(program.events).toEqual([])
  expect(program.unreadable).toContain('it is on a program')
  const talk = await planOf({ 'README.md': readme('What I showed in my talk.') })
  expect(talk.events).toEqual([expect.stringMatching(/: 1$/)])
})

test('where a site has a page a talk, its data and its calendar are of these', async () => {
  const page = (title: string) => `---\ntitle: ${title}\nspeakers: [Ada Beispiel]\n---\n\nIt is wet.\n`
  const plan = await planOf({
    'config.toml': 'title = "Oar Days 2026"\n',
    'content/sessions/eddies.md': page('Eddies'),
    'content/sessions/rapids.md': page('Rapids'),
    'content/sessions/tides.md': page('Tides'),
    'data/schedule.yml': talk('Eddies'),
    'static/schedule.ics':
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260611T100000Z\r\nSUMMARY:Eddies\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  })
  expect(plan.events).toEqual(['Oar Days 2026: 3'])
})

const pageOf = (title: string) => `---\ntitle: ${title}\nspeakers: [Ada Beispiel]\n---\n\nIt is wet.\n`

test('pages a talk in folders of years are the talks too, and what a script was given is not', async () => {
  const plan = await planOf({
    'config.toml': 'title = "Oar Days"\n',
    'content/sessions/2023/eddies.md': pageOf('Eddies'),
    'content/sessions/2024/rapids.md': pageOf('Rapids'),
    'content/sessions/2024/tides.md': pageOf('Tides'),
    'scripts/sessions.csv': 'Title,Speaker\nEddies,Ada Beispiel\n',
  })
  expect(plan.events).toEqual(['Oar Days 2023: 1', 'Oar Days 2024: 2'])
})

test('data of years that no page is of are talks beside the pages, those of the other years are not', async () => {
  const plan = await planOf({
    'config.toml': 'title = "Oar Days"\n',
    'content/2023/talks/eddies.md': pageOf('Eddies'),
    'content/2024/talks/rapids.md': pageOf('Rapids'),
    'content/2024/talks/tides.md': pageOf('Tides'),
    'data/2022/schedule.yml': talk('Locks') + talk('Weirs'),
    'data/2023/schedule.yml': talk('Eddies, a workshop'),
  })
  expect(plan.events).toEqual(['Oar Days 2022: 2', 'Oar Days 2023: 1', 'Oar Days 2024: 2'])
})

test('pages that leave their titles to the data are not the talks', async () => {
  const page = (id: string) => `---\ntype: session\nsessionId: talks/${id}\n---\n\nIt is wet.\n`
  const titles = ['Eddies that turn', 'Rapids that roar', 'Tides that rise']
  const sessions = titles.map((title, at) => ({ id: `talks/${at}`, title, speakers: ['ada'] }))
  const files = {
    'content/talks/ada-beispiel.md': page('0'),
    'content/talks/ben-exemplar.md': page('1'),
    'content/talks/eva-probe.md': page('2'),
    'data/sessions.json': JSON.stringify({ sessions }),
    'data/speakers.json': JSON.stringify({ speakers: [{ id: 'ada', name: 'Ada Beispiel' }] }),
  }
  const sample = await withPlan(
    { path: writeFolder(files), into: temporaryFolder() },
    async (plan) => plan.sample?.record,
  )
  expect(sample).toMatchObject({ title: 'Eddies that turn', speakers: [{ name: 'Ada Beispiel' }] })
})

test('pages without a text are not the talks either', async () => {
  const page = (title: string) => `---\ntitle: ${title}\nlayout: month\n---\n`
  const plan = await planOf({
    'config.toml': 'title = "Oar Days"\n',
    'content/sessions/past.md': page('Past'),
    'content/sessions/next.md': page('Next'),
    'content/sessions/2024/10.md': page('October'),
    'data/sessions.yml': talk('Locks') + talk('Weirs'),
  })
  expect(plan.events).toEqual(['Oar Days: 2'])
})

test('pages that do not say when they are have it from the calendar that the site publishes', async () => {
  const entry = (uid: number, title: string, start: string) =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:${start}\r\nDURATION:PT40M\r\nLOCATION:Quay\r\nSUMMARY:${title}\r\nEND:VEVENT\r\n`
  const talksOf = async (calendar: string) =>
    await withPlan(
      {
        path: writeFolder({
          'content/sessions/eddies.md': pageOf('Eddies'),
          'content/sessions/rapids.md': pageOf('Rapids').replace('---\n\n', 'date: 2026-06-12\n---\n\n'),
          'content/sessions/tides.md': pageOf('Tides'),
          'static/schedule.ics': `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${calendar}END:VCALENDAR\r\n`,
        }),
        into: temporaryFolder(),
      },
      async ({ events, sample }) => ({
        counts: events.map(({ counts }) => counts.new),
        sample: sample?.record,
      }),
    )
  const one = await talksOf(entry(1, 'EDDIES', '20260611T100000') + entry(2, 'Lunch', '20260611T120000'))
  expect(one.counts).toEqual([3])
  expect(one.sample).toMatchObject({ title: 'Eddies', date: '2026-06-11', starts: '10:00', ends: '10:40' })
  const twice = entry(1, 'Eddies', '20260611T100000') + entry(2, 'Eddies', '20260612T100000')
  expect((await talksOf(twice)).sample).not.toHaveProperty('date')
})

test('lists of a year are of that year, with the people of that year', async () => {
  const list = (title: string) => `- title: ${title}\n  speakers: [1]\n`
  const folder = writeFolder({
    'oars/_config.yml': 'title: Oar Days 2026\n',
    'oars/_data/sessions.yml': list('Eddies'),
    'oars/_data/speakers.yml': '- id: 1\n  name: Ada Beispiel\n',
    'oars/_data/sessions2025.yml': list('Rapids'),
    'oars/_data/speakers2025.yml': '- id: 1\n  name: Ben Exemplar\n',
  })
  const plan = await withPlan(
    { path: folder, into: temporaryFolder() },
    async ({ events, sample, counts }) => ({
      events: events.map(({ facts }) => facts.name).sort(),
      counts,
      sample,
    }),
  )
  expect(plan.events).toEqual(['Oar Days 2025', 'Oar Days 2026'])
})

test('people say which sessions they give, and a session in two files is one talk', async () => {
  const sessions = JSON.stringify([
    { id: 7, title: 'Eddies', abstract: 'They turn.', start: '2026-06-11T10:00' },
  ])
  const plan = await planOf({
    'oars-2026/data/sessions.json': sessions,
    'oars-2026/data/speakers.json': JSON.stringify([{ id: 'ada', name: 'Ada Beispiel', sessionsId: [7] }]),
    'oars-2026/data/timetable.json': sessions,
  })
  expect(plan).toMatchObject({ events: ['Oars 2026: 1'], bad: [] })
})

test('web pages of a site are talks only if they say who speaks or when; files of tools never are', async () => {
  const page = (body: string) => `<!doctype html><html><body>${body}</body></html>`
  const plan = await planOf({
    'index.html': page('<h1>Oar Days</h1><h2>Partners</h2><p>Oars Inc</p><h2>Contact</h2><p>Write.</p>'),
    'team.html': page('<h1>Team</h1><h2>Ada Beispiel</h2><p>Rows.</p><h2>Ben Exemplar</h2><p>Steers.</p>'),
    'oarconf-2026.html': page(
      '<h1>OarConf 2026</h1><h2>Rapids</h2><p>by Eva Probe</p><h2>Eddies</h2><p>by Ada Beispiel</p>',
    ),
    Makefile: '# build the site\n# deploy the site\nall:\n\tmake\n',
    Dockerfile: 'FROM node\n',
    run: '#!/bin/sh\n# start\n',
  })
  expect(plan.events).toEqual(['OarConf 2026: 2'])
  expect(plan.unreadable).toContain('it is a page of a site')
})

test('what is wrong with the data that say who speaks is told', async () => {
  const plan = await planOf({
    'talks/eddies.md': '---\ntitle: Eddies\nspeakers: [ada]\n---\n\nThey turn.\n',
    '_data/speakers.yml': '- id: ada\n  name: "Ada Beispiel\n- [\n',
  })
  expect(plan.hints).toMatch(/speakers\.yml:\d+ error: gives no names of speakers, since it is bad YAML/)
})

test.each([
  ['speakers.yml', '- id: 1\n  name: "Ada Beispiel\n- [\n'],
  ['speakers.json', '[{"id": 1, "name": '],
])('%s beside a list of talks that cannot be read is named', async (name, text) => {
  const plan = await planOf({ 'data/talks.yml': talk('Eddies'), [`data/${name}`]: text })
  expect(plan.hints).toContain(`${name} beside`)
})

test.each([
  [
    'a table beside notes',
    'oarconf-2026/sessions.csv',
    'title,speakers\nEddies,Eva Probe\nSails,Eva Probe\n',
  ],
  ['a programme beside notes', 'oarconf-2026/schedule.yml', talk('Eddies') + talk('Sails')],
  ['videos above notes', 'watched-videos.csv', 'title,url,description\nCats,https://video.example/a,funny\n'],
  ['a list of talks that were given', 'given/talks.yml', talk('Sails')],
])('%s changes nothing for them, and is named', async (_, name, text) => {
  const note = (title: string) => `# ${title}\n\nSpeaker: Ada Beispiel\n\nIt is wet, and it turns.\n`
  const plan = await planOf({
    'oarconf-2026/eddies.md': note('Eddies'),
    'oarconf-2026/rapids.md': note('Rapids'),
    [name]: text,
  })
  expect(plan.events).toEqual(['Oarconf 2026: 2'])
  expect(plan.hints).toContain(name)
})

test('web pages are those of a site if there is a first one, or one leads to another; others are notes', async () => {
  const page = (body: string) => `<!doctype html><html><body>${body}</body></html>`
  const notes = (links = '') => ({
    'oarconf-2026/a.html': page(`<h1>Eddies</h1><p>They turn.</p>${links}`),
    'oarconf-2026/b.html': page('<h1>Rapids</h1><p>They roar.</p>'),
    'oarconf-2026/c.html': page('<h1>Tides</h1><p>They wait for nobody.</p>'),
  })
  expect(await planOf(notes())).toMatchObject({ events: ['Oarconf 2026: 3'], unreadable: '' })
  for (const site of [
    notes('<a href="b.html">next</a>'),
    { ...notes(), 'oarconf-2026/index.html': page('<h1>Home</h1>') },
    { ...notes(), '_config.yml': 'title: Oars\n' },
  ])
    expect((await planOf(site)).unreadable).toContain('name it to import it')
})

test('what two files have is one talk only if the same people give it, and is counted by itself', async () => {
  const table = (...rows: readonly string[]) => `title,speakers\n${rows.join('\n')}\n`
  const plan = await planOf({
    'oarconf-2026/sessions.csv': table('Keynote,Ada Beispiel', 'Rapids,Eva Probe'),
    'oarconf-2026/talks.csv': table('Keynote,Ben Exemplar', 'Rapids,Eva Probe'),
  })
  expect(plan).toMatchObject({ events: ['Oarconf 2026: 3'], copies: 1, passed: 0, bad: [] })
})

test('only what may be a schedule is said to be one, and what says who speaks is not passed over', async () => {
  const note = '---\ntitle: Eddies\nspeakers: [ada]\n---\n\nThey turn.\n'
  const others = {
    'oars/boat.jpg': '',
    'oars/talk.pdf': '',
    '_data/speakers.yml': '- id: ada\n  name: Ada Beispiel\n',
  }
  const alone = await planOf({ 'oars/eddies.md': note, ...others })
  expect(alone.hints).toMatch(/boat\.jpg/)
  expect(alone.hints).not.toMatch(/Name|speakers\.yml/)
  const beside = await planOf({ 'oars/eddies.md': note, 'oars/talks.csv': 'title\nSails\n', ...others })
  expect(beside.hints).toMatch(/Name one \([^ ,]*talks\.csv\) to import it/)
})

const records = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ title: `Tides ${at}`, author: 'Ada Beispiel' }))
const list = (count: number) => JSON.stringify(records(count))
const notes = Object.fromEntries(
  ['knots', 'hitches', 'sails'].map((name) => [
    `oar-days/${name}.md`,
    `# ${name}\n\nBy Ben Smith\n\nThey hold.\n`,
  ]),
)
const config = 'title = "Oar Days"\n'

test.each([
  ['alone', { 'oars.json': list(2), ...notes }],
  ['in a folder of data', { 'data/list.json': list(2), ...notes }],
  ['in a site', { 'data/list.json': list(2), 'hugo.toml': config, ...notes }],
  ['of a program', { 'src/data/list.json': list(2), 'package.json': '{}', ...notes }],
])('a list of talks in JSON is imported, and the notes beside it are named: %s', async (_, files) => {
  const plan = await planOf(files)
  expect(plan.events).toEqual([expect.stringMatching(/: 2$/)])
  expect(plan.hints).toMatch(/\.md/)
})

test('of several lists in JSON all talks are imported', async () => {
  const plan = await planOf({ '2019.json': list(2), '2020.json': list(2), ...notes })
  expect(plan.events).toEqual(['Imported talks 2019: 2', 'Imported talks 2020: 2'])
})

test('sessions in YAML of a site one level below are imported, and not its pages', async () => {
  const plan = await planOf({
    'site/config.toml': config,
    'site/data/sessions.yml': talk('Eddies') + talk('Rapids'),
    ...Object.fromEntries(Object.entries(notes).map(([path, text]) => [`site/content/${path}`, text])),
  })
  expect(plan.events).toEqual([expect.stringMatching(/: 2$/)])
})

const bookmark = { title: 'The sea', category: 'Ocean', source_url: 'https://sea.example/' }

test.each([
  ['one', bookmark],
  ['a list', [bookmark, bookmark]],
])('a bookmark in JSON is no talk beside notes: %s', async (_, value) => {
  for (const path of ['reading.json', 'data/reading.json'])
    expect((await planOf({ [path]: JSON.stringify(value), ...notes })).events).toEqual(['Oar Days: 3'])
})

test('a calendar that a site publishes is imported beside data that say no days', async () => {
  const plan = await planOf({
    'config.toml': config,
    '_data/sessions.yml': talk('Eddies') + talk('Rapids'),
    'public/schedule.ics':
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Eddies\nDTSTART:20260609T090000\nEND:VEVENT\nEND:VCALENDAR\n',
  })
  expect(plan.events).toEqual(['Oar Days 2026: 1', 'Oar Days: 2'])
})

test.each([
  ['program.csv', 'Program'],
  ['sessionize.csv', 'Sessionize'],
])('what is imported again goes to the event that it went to before: %s', async (path, event) => {
  const { events } = await planOf({ [path]: 'Title,Speaker\nEddies,Ada Beispiel\n' })
  expect(events).toEqual([`${event}: 1`])
})

describe('a folder that says how files are made, or that a programme lies there, is no event', () => {
  const list =
    '[{ "title": "Eddies", "speaker": "Ada Beispiel" }, { "title": "Rapids", "speaker": "Ben Exemplar" }]'

  test.each(['src/data/prod', 'build', 'yml', 'assets', 'program', 'schedule', 'agenda'])(
    '%s',
    async (folder) => {
      expect((await planOf({ [`oar-days-2026/${folder}/talks.json`]: list })).events).toEqual([
        'Oar Days 2026: 2',
      ])
    },
  )

  test('nor is what is left of the name of a file', async () => {
    expect((await planOf({ 'oar-days-2026/schedule.yml.json': list })).events).toEqual(['Oar Days 2026: 2'])
  })

  test('but what was imported so by a version before stays of the event that it is of', async () => {
    const into = writeFolder({ 'prod/event.yml': 'name: Prod\n' })
    const path = writeFolder({ 'oar-days-2026/prod/talks.json': list })
    await withPlan({ path, into }, async ({ events }) => {
      expect(events.map(({ id }) => id)).toEqual(['prod'])
    })
  })
})

test.each([
  ['conference.yml', 'name: Oar Days\nyear: 2026\nplace: Ely\n', 'Oar Days 2026'],
  ['info.json', '{ "name": "Oar Days 26", "dates": { "start": "2025-06-09" } }', 'Oar Days 26'],
  ['event.yml', 'name: Oar Days 2026\nyear: 2026\n', 'Oar Days 2026'],
  ['site.yml', 'name: Oar Days\nstart: 2026-06-09\n', 'Oar Days'],
  ['site.yml', 'name: Ada Beispiel\n', 'Boats'],
  ['site.json', '{ "name": "Ada Beispiel", "start": "/index.html" }', 'Boats'],
  ['info.json', '{ "name": "Ada Beispiel", "date": "2026-01-01" }', 'Boats'],
  ['event.json', '{ "name": "oar-website", "date": "2020-01-01" }', 'Boats'],
  ['conference.yml', '- name: Oar Days\n  year: 2025\n- name: Boat Camp\n  year: 2026\n', 'Boats'],
  ['conference.yml', 'year: 2026\nvenue:\n  name: The Boat House\n', 'Boats'],
])('what the data of a site say of their conference is its name: %s with %j', async (file, text, event) => {
  const files = { [`boats/_data/${file}`]: text, 'boats/_data/talks.yml': talk('Eddies') + talk('Rapids') }
  expect((await planOf(files)).events).toEqual([`${event}: 2`])
  // What the site itself is called comes first, and so does what the corpus holds.
  const site = { ...files, 'boats/_config.yml': 'title: OarConf 2026\n' }
  expect((await planOf(site)).events).toEqual(['OarConf 2026: 2'])
  const into = writeFolder({ 'boats/event.yml': 'name: Boats\n' })
  await withPlan({ path: writeFolder(files), into }, async ({ events }) => {
    expect(events.map(({ id }) => id)).toEqual(['boats'])
  })
})

describe('of a folder it is told what a file is said to be of that names no event, and how to name another', () => {
  const named = JSON.stringify([{ title: 'Tides', speaker: 'Ada Beispiel', event: 'Oar Days 2026' }])
  test.each([
    [
      'one file',
      { 'data/program.yml': talk('Eddies') },
      'program.yml names no event, so its talks are of “Program”; name another with --event.',
    ],
    [
      'one beside another that names its event',
      { 'data/program.yml': talk('Eddies'), 'data/2026.json': named },
      'names no event, so its talks are of “Program”; import it by itself with --event to name another.',
    ],
    [
      'two files',
      { 'data/berlin.yml': talk('Eddies'), 'data/vienna.yml': talk('Rapids') },
      'name no event, so their talks are of “Berlin”, “Vienna”; import one by itself with --event to name another.',
    ],
  ])('%s', async (_, files, hint) => {
    expect((await planOf(files)).hints).toContain(hint)
  })

  test('not of notes, and not of what names its event', async () => {
    expect(
      (await planOf({ 'oar-days/eddies.md': '# Eddies\n\nThey turn.\n', '2026.json': named })).hints,
    ).not.toContain('no event')
    expect((await planOf(notes)).hints).not.toContain('no event')
  })
})

test('of a programme in HTML no row is lost, however short its title and whoever speaks', async () => {
  const rows = [
    ['Learning Go', 'Bob Smith'],
    ['Why AI', 'Ada Miller'],
    ['Open mic', 'Bring your own story'],
    ['Eddies of the lower river', 'Anna Garcia'],
    ['潮の満ち引き', '王小明'],
  ] as const
  const html = rows.map(([title, by], at) => `<p>1${at}:00</p><h3>${title}</h3><p>${by}</p>`).join('')
  const page = `<html><body><h1>Programme</h1>${html}</body></html>`
  expect((await planOf({ 'page.html': page })).events).toEqual([`Programme: ${rows.length}`])
})

test.each([
  'Ada Smith Thanks a lot!',
  '<i>Ada Smith</i>: Tides that turn <p>The moon pulls, I learned, and the water follows.</p>',
])('what somebody wrote in HTML, an hour before each line, stays one note: %s', async (line) => {
  const lines = [0, 1, 2, 3, 4].map((at) => `<li><b>09:0${at}</b> ${line}</li>`).join('')
  const page = `<html><body><h1>Harbour</h1><ul>${lines}</ul></body></html>`
  expect((await planOf({ 'harbour.html': page })).events).toEqual([expect.stringMatching(/: 1$/)])
})

test('sessions and people in several languages are talks with their speakers, and people are none', async () => {
  const speakers = [
    { id: 'ada', name_de: 'Ada Beispiel', name_en: 'Ada Beispiel', profile_en: 'Rows.', speaker: 'true' },
    { id: 'ben', name: { de: 'Ben Exemplar', en: 'Ben Exemplar' } },
  ]
  const sessions = [
    { id: 1, title_en: 'Eddies', title_de: 'Strudel', description_en: 'Wet.', speakers: ['ada'] },
    { id: 2, title: { de: 'Schnellen', en: 'Rapids' }, speakers: ['ben'] },
    { id: 3, title: { en: 'Tides' }, speaker_name: 'Ada Beispiel' },
  ]
  const { talks, bad } = await readContent(JSON.stringify({ sessions, speakers }), 'sessions.json')
  expect(talks.map(({ title, speakers: [one] }) => `${title}: ${one?.name}`)).toEqual([
    'Eddies: Ada Beispiel',
    'Rapids: Ben Exemplar',
    'Tides: Ada Beispiel',
  ])
  expect(bad).toEqual([])
  // Where they lie in files of their own, too.
  const files = {
    '_data/sessions.json': JSON.stringify(sessions),
    '_data/speakers.json': JSON.stringify(speakers),
  }
  expect((await planOf({ '_config.yml': 'title: OarConf\n', ...files })).events).toEqual(['OarConf: 3'])
})

test('what is a talk without its languages is the same talk, and a list of the same event', async () => {
  const list = {
    title: { en: 'Oar Days 2026', de: 'Rudertage 2026' },
    talks: [{ title: 'Strudel', title_en: 'Eddies', speaker: 'Ada Beispiel' }],
  }
  const { talks } = await readContent(JSON.stringify(list), 'harbour.json')
  expect(talks.map(({ title, event }) => [title, event.name])).toEqual([['Strudel', 'Harbour']])
})

test("each list in a site's data may count its talks anew, and is of the same event if it is called by a kind of talks", async () => {
  const list = (...titles: readonly string[]) =>
    titles.map((title, id) => `- id: ${id}\n  title: ${title}\n  speaker: Ada Beispiel\n`).join('')
  const planned = (one: string, other: string) =>
    planOf({
      '_config.yml': 'title: OarConf 2026\n',
      [`_data/${one}.yml`]: list('Eddies', 'Rapids'),
      [`_data/${other}.yml`]: list('Tides', 'Knots'),
    })
  expect(await planned('berlin', 'vienna')).toMatchObject({ events: ['Berlin: 2', 'Vienna: 2'], bad: [] })
  expect(await planned('keynotes', 'abstracts')).toMatchObject({ events: ['OarConf 2026: 4'], bad: [] })
})

test.each([
  ['oarconf-2026/schedule-built.json', 'Oarconf 2026'],
  ['oarconf-2026/schedule.en.json', 'Oarconf 2026'],
  ['oarconf-2026/papers.json', 'Oarconf 2026'],
  ['oarconf-2026/talks/eddies/details.json', 'Oarconf 2026'],
  ['oarconf-2026/vienna.json', 'Vienna'],
])('talks in %s are of %s', async (file, event) => {
  const text = JSON.stringify([{ title: 'Eddies', speaker: 'Ada Beispiel', description: 'They turn.' }])
  expect((await planOf({ [file]: text })).events).toEqual([`${event}: 1`])
})

test.each([
  ['website-2026', '# Oar Conference 2026', 'Oar Conference 2026'],
  ['website2026', 'Oars.\n\n# OarConf Website 2026', 'OarConf 2026'],
  ['website-2026', '# Oar Conference 2025', 'Website 2026'],
  ['website-2026', '# How to run the site of OarConf 2026 here', 'Website 2026'],
  ['website-2026', '# Oar website', 'Website 2026'],
  ['oars-2026', '# Oar Conference 2026', 'Oars 2026'],
  ['2026', '# Oar Conference 2026 Website', 'Oar Conference 2026'],
  ['2026', '# How to run this', 'Oars 2026'],
  ['oardays2026', '# Oar Days', 'Oar Days 2026'],
  ['oardays2026', '# Oar Days 2025', 'Oardays 2026'],
  ['oarconf', '# OarConf Harbour 2026', 'OarConf Harbour 2026'],
  ['oarconf-harbour-2026', '# OarConf 2026', 'Oarconf Harbour 2026'],
  ['oar-rooms', '# oar-conference-app', 'Oar Rooms'],
  ['oarconf', '# oarconf', 'Oarconf'],
  ['conference', '# Conference website', 'Oars'],
])('talks in %s with "%s" are of %s', async (folder, readme, event) => {
  const files = {
    [`oars/${folder}/README.md`]: `${readme}\n`,
    [`oars/${folder}/data/talks.yml`]: talk('Eddies') + talk('Rapids'),
  }
  expect((await planOf(files)).events).toEqual([`${event}: 2`])
})

test.each([
  ['website', 'oarconf.example', 'Oarconf'],
  ['2026', 'www.oarconf.example', 'Oarconf 2026'],
  ['2026', '2026.oarconf.example', 'Oarconf 2026'],
  ['website', 'oars.github.io', 'Oars'],
  ['website', 'conf.example', 'Boats'],
  ['oar-days', 'rowing.example', 'Oar Days'],
])('talks in %s, published at %s, are of %s', async (folder, domain, event) => {
  const files = {
    [`boats/${folder}/static/CNAME`]: `${domain}\n`,
    [`boats/${folder}/data/talks.yml`]: talk('Eddies') + talk('Rapids'),
  }
  expect((await planOf(files)).events).toEqual([`${event}: 2`])
})

test.each([
  ['oardays/frontend/src/data/talks.yml', 'Oardays'],
  ['oardays/_data/y2024/talks.yml', 'Oardays 2024'],
  ['oardays/_data/confirmed_sessions.yml', 'Oardays'],
  ['oardays/_data/topics.yml', 'Oardays'],
])('talks in %s are of %s', async (file, event) => {
  expect((await planOf({ [file]: talk('Eddies') + talk('Rapids') })).events).toEqual([`${event}: 2`])
})

test.each([
  ['oarcon24', 'Oarcon24'],
  ['oarcon-7', 'Oarcon 7 2024'],
])('talks in %s that say the day are of %s', async (folder, event) => {
  const dated = (title: string) => `${talk(title)}  date: 2024-06-09\n`
  const files = { [`${folder}/data/talks.yml`]: dated('Eddies') + dated('Rapids') }
  expect((await planOf(files)).events).toEqual([`${event}: 2`])
})

test.each([
  ['oardays', 'site_name: Oar Days\n', 'Oar Days'],
  ['oardays', 'site_name: Harbour Conference 2026\n', 'Harbour Conference 2026'],
  ['oardays', 'site_name: What Ada writes\n', 'Oardays'],
])('talks beside the file of a site, in %s with %j, are of %s', async (folder, site, event) => {
  const files = {
    [`${folder}/mkdocs.yml`]: site,
    [`${folder}/talks.yml`]: talk('Eddies') + talk('Rapids'),
  }
  expect((await planOf(files)).events).toEqual([`${event}: 2`])
})

test.each([
  ['oardays', 'oardays'],
  ['oar-days-what-a-row', 'oar-days-what-a-row'],
  ['harbour', 'oar-days'],
])('in a corpus with %s, talks of a site that has several names are in %s', async (held, id) => {
  const into = writeFolder({ [`${held}/event.yml`]: 'name: As it was\n' })
  const path = writeFolder({
    'oardays/_config.yml': 'title: "Oar Days: what a row"\n',
    'oardays/_data/talks.yml': talk('Eddies') + talk('Rapids'),
  })
  expect(await withPlan({ path, into }, async ({ events }) => events.map((event) => event.id))).toEqual([id])
})

test('a site is called as Hugo is told in a folder for that', async () => {
  const plan = await planOf({
    'boats/config/_default/hugo.toml': 'title = "Oar Days"\n',
    'boats/data/schedule.yaml': talk('Eddies') + talk('Rapids'),
  })
  expect(plan.events).toEqual(['Oar Days: 2'])
})

test.each([
  { title: 'Write up the keynote', event: 'OarConf 2024', date: '2024-05-03' },
  { title: 'Ticket', event: 'OarConf 2024', link: 'https://example.org', date: '2024-05-03' },
  { title: 'Release', events: 'push', url: 'https://example.org', date: '2024-05-03' },
])('%j is no talk, and hides no notes', async (row) => {
  const plan = await planOf({
    'todo.json': JSON.stringify([row]),
    'eddies.md': '# Eddies\n\nThey turn.\n',
    'rapids.md': '# Rapids\n\nThey foam.\n',
  })
  expect(plan.events).toEqual([expect.stringMatching(/: 2$/)])
})

test('what introduces notes is imported as it is served: the talks that it tells, and no more', async () => {
  const told = (title: string, name: string) =>
    `## ${title} - ${name}\n\nIt turns twice a day by the moon, and waits at the shore for whoever sails there at night, as all who row know well.\n\n`
  const listing = `# Oar Days talks\n\n${told('Tides', 'Ada Beispiel')}${told('Knots', 'Ben Exemplar')}`
  const introduction = '# Oar Days\n\nNotes that I took.\n'
  const note = '# Eddies\n\nThey turn.\n'
  for (const [folder, text, count] of [
    ['oar-days-2024', introduction, 1],
    ['oar-days-2024/talks', introduction, 1],
    ['oar-days-2024/day-1', introduction, 1],
    ['talks', introduction, 1],
    ['oar-days-2024', listing, 3],
    ['oar-days-2024/talks', listing, 3],
  ] as const) {
    const files = { [`${folder}/README.md`]: text, [`${folder}/eddies.md`]: note }
    const { talks } = await readCorpus(writeFolder(files))
    expect([folder, talks.length]).toEqual([folder, count])
    const { events } = await planOf(files)
    expect([folder, events]).toEqual([folder, [expect.stringMatching(new RegExp(`: ${count}$`))]])
  }
})

test('a talk of which a README tells under the title of a note beside it is the note alone', async () => {
  const told = (...titles: readonly string[]) =>
    `# Oar Days 2024\n\n${titles.map((title) => `## ${title}\n\nSpeaker: Ada Beispiel\n\nOf water.\n\n`).join('')}`
  const note =
    '# Tides that turn\n\nSpeaker: Ada Beispiel\n\nThe tide turns twice a day, and nobody rows against it.\n'
  for (const folder of ['', 'oar-days-2024/', 'talks/'])
    for (const [readme, count] of [
      [told('Tides that turn'), 1],
      [told('Tides that turn', 'Knots that hold'), 2],
      [told('Knots that hold', 'Sails that pull'), 3],
    ] as const) {
      const files = { [`${folder}README.md`]: readme, [`${folder}0.md`]: note }
      const { events, bad } = await planOf(files)
      const talks = events.reduce((sum, event) => sum + Number(event.replace(/^.*: /, '')), 0)
      expect([folder, talks, bad]).toEqual([folder, count, []])
    }
})

test('talks that a README lists beside notes are imported, each of the event that it names', async () => {
  const item = (title: string) => `- 2024-06-09 - ${title} ([slides](https://oars.example/slides.pdf))\n`
  const titles = [
    'Tides that turn (OarConf 2024)',
    'Knots that hold, HarbourConf 2023',
    'Sails @ QuayConf 2022',
  ]
  const list = [...titles, 'Eddies and how they turn', 'Rapids and how they end'].map(item).join('')
  for (const folder of ['', 'talks/']) {
    const files = {
      [`${folder}README.md`]: `# My talks\n\n${list}`,
      [`${folder}moons.md`]: '# Moons\n\nThey pull.\n',
    }
    const { talks } = await readCorpus(writeFolder(files))
    const { events } = await planOf(files)
    expect(talks).toHaveLength(6)
    expect(
      events.map((event) => Number(event.replace(/^.*: /, ''))).reduce((sum, count) => sum + count),
    ).toBe(6)
  }
})
