import { describe, expect, test } from 'vitest'
import { isEventName } from '../../src/notes/foreign/words/event-names.ts'
import { eventFromFolder } from '../../src/notes/ours/parse-event.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

/** The talks of a folder as title, speakers and event, and why files are not served. */
async function servedOf(files: Readonly<Record<string, string>>) {
  const { talks, problems } = await readCorpus(writeFolder(files))
  return {
    talks: talks
      .map(({ title, speakers, event }) =>
        [title, speakers.map(({ name }) => name).join(' & '), event.name].join(' | '),
      )
      .sort(),
    left: problems.flatMap(({ message }) => (message.includes('not served') ? [message] : [])),
  }
}

const page = (frontMatter: string) => `---\n${frontMatter}\n---\n\nThey turn, and turn again.\n`

describe('lists of talks', () => {
  test.each(['[00:58:19]', '[58:19]', ''])(
    'how long a talk is (%s) does not hide who gave it',
    async (length) => {
      const item = (title: string, name: string) =>
        `* [${title}](https://youtu.be/${title.length}abcdefghi) ${length} by **${name}** (2014)`
      const { talks } = await servedOf({
        'README.md': `# Oar talks\n\n${[item('Eddies', 'Ada Beispiel'), item('Rapids of old', 'Ben Exemplar'), item('Why tides', 'Eva Probe'), item('On ropes', 'Ada Beispiel'), item('Sails that hold', 'Eva Probe')].join('\n')}\n`,
      })
      expect(talks.map((talk) => talk.split(' | ').slice(0, 2).join(' | '))).toEqual([
        'Eddies | Ada Beispiel',
        'On ropes | Ada Beispiel',
        'Rapids of old | Ben Exemplar',
        'Sails that hold | Eva Probe',
        'Why tides | Eva Probe',
      ])
    },
  )

  test('below headings that are titles, items of a file called talks are what was said', async () => {
    const section = (title: string) => `* ${title}\n- the water comes back\n- nobody knows why it does\n`
    const { talks } = await servedOf({
      'oarconf-2026/talks.org': ['Why the tides turn', 'Knots that hold for long', 'How to read a chart']
        .map(section)
        .join('\n'),
    })
    expect(talks.map((talk) => talk.split(' | ')[0])).toEqual([
      'How to read a chart',
      'Knots that hold for long',
      'Why the tides turn',
    ])
  })
})

test('an event that repeats the title of its talk is called by the rest', async () => {
  const talk = (title: string) =>
    page(`title: ${title}\nevent: "Oar Evening: ${title}"\nspeaker: Ada Beispiel`)
  const { talks } = await servedOf({ 'talk/a.md': talk('Eddies'), 'talk/b.md': talk('Rapids') })
  expect(talks).toEqual(['Eddies | Ada Beispiel | Oar Evening', 'Rapids | Ada Beispiel | Oar Evening'])
})

test('front matter may be JSON', async () => {
  const json = JSON.stringify({ title: 'Eddies', speakers: ['Ada Beispiel'] }, undefined, 2)
  const { talks, left } = await servedOf({
    'oarconf-2026/eddies.md': `${json}\n\nThey turn.\n`,
    'oarconf-2026/month.md': '{\n  "title": "June",\n  "layout": "month"\n}\n',
  })
  expect(talks).toEqual(['Eddies | Ada Beispiel | Oarconf 2026'])
  expect(left).toHaveLength(1)
})

test('pages of a site are named as left out, be they numbered, titled so, or made of parts', async () => {
  const { talks, left } = await servedOf({
    '_config.yml': 'title: Oar Days\n',
    '02_cfp.md': page('layout: page\ntitle: CfP'),
    '05_venue.md': page('layout: page\ntitle: Venue'),
    'support.md': page('layout: page\ntitle: Become a sponsor'),
    'tour.md': page('title: Tour\ntype: landing'),
    'payload.txt': '3:I[5613,[],""]\n5:I[1778,[],""]\n6:I[1845,["749"],""]\n',
    'eddies.md': page('title: Eddies\nspeaker: Ada Beispiel'),
  })
  expect(talks).toEqual(['Eddies | Ada Beispiel | Oar Days'])
  expect(left).toHaveLength(5)
})

test.each(['yaml', 'yml', 'json'])(
  'people of whom a site has a file of %s each are named by it',
  async (ending) => {
    const person = (name: string) => JSON.stringify({ name, role: { en: 'Rower' } })
    const { talks } = await servedOf({
      'content/talks/eddies.md': page('title: Eddies\nspeakers: [adab, ben-e]'),
      [`content/speakers/adab.${ending}`]: person('Ada Beispiel'),
      [`content/speakers/ben-e.${ending}`]: person('Ben Exemplár'),
    })
    expect(talks.map((talk) => talk.split(' | ')[1])).toEqual(['Ada Beispiel & Ben Exemplár'])
  },
)

test('what somebody did there, and signs of footnotes, are no part of a name', async () => {
  const { talks } = await servedOf({
    'oarconf-2026/eddies.md': page(
      'title: Eddies\npresenters:\n  - Ada Beispiel - Moderator\n  - Ben Exemplar☁\n  - Eva Probe*',
    ),
  })
  expect(talks).toEqual(['Eddies | Ada Beispiel & Ben Exemplar & Eva Probe | Oarconf 2026'])
})

test.each([
  ['oarconf.github.io', 'Oarconf'],
  ['www.oarconf.org', 'Oarconf'],
  ['web-oarfest-2026', 'Oarfest 2026'],
  ['oarconf-schedule', 'Oarconf'],
])('%s is called %s', (folder, name) => {
  expect(eventFromFolder(folder).name).toBe(name)
})

test.each(['Basecamp', 'Moving to Basecamp', 'Bootcamp', 'Boot camp', 'Manifest', 'Holidays', 'Thursdays'])(
  '%s is no event',
  (text) => {
    expect(isEventName(text)).toBe(false)
  },
)

test.each([
  'RopeCamp',
  'Global Azure Bootcamp',
  'Global Azure Bootcamp 2021',
  'OarDays',
  'OarFest',
  'Summer Camp',
])('%s is one', (text) => {
  expect(isEventName(text)).toBe(true)
})
