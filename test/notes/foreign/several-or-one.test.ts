import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'

/** Title and speakers of each talk of a note that lies among others. */
const told = (text: string, stem = 'note') =>
  readForeignNote(text, { stem, hasSiblings: true }).talks.map(({ title, speakers }) => [
    title,
    ...speakers.map(({ name }) => name),
  ])

const talks = '## Tides\n\nThey turn.\n\n## Knots\n\nThey hold.\n'

describe('a file that is called by a part of an event holds talks', () => {
  test.each([
    'Day 2 - afternoon',
    'day 1 lightning talks',
    'Day 3 morning',
    'Morning sessions',
    'Lightning talks',
    'Day 1 keynotes',
    'afternoon',
  ])('%s', (title) => {
    expect(told(`# ${title}\n\n${talks}`)).toEqual([['Tides'], ['Knots']])
  })

  test.each([
    'Good morning, harbour',
    'Day 2 of a storm',
    'Talks that nobody gave',
    'Day 3 keynote: how tides turn',
  ])('but %s is one', (title) => {
    expect(told(`# ${title}\n\nThe moon pulls.\n\n${talks}`)).toHaveLength(1)
  })
})

describe('a file is one talk', () => {
  test('whose speaker a heading below the title names', () => {
    const text =
      '# Tides that turn\n\n- On the coast\n\n## Ada Steam\n\n- @ada\n\n## Notes\n\nx\n\n## Pictures\n\ny\n\n## Key takeaways\n\nz\n'
    expect(told(text)).toMatchObject([['Tides that turn']])
  })

  test.each(['Part I: The moon', 'Part 2 - The shore'])(
    'whose headings count its parts, such as “%s”',
    (part) => {
      const text = `# Tides that turn\n\nAda Steam and Bo Boil\n\n## ${part}\n(Ada Steam)\n\nx\n\n## Part 3: The boats\n(Bo Boil)\n\ny\n`
      expect(told(text)).toEqual([['Tides that turn', 'Ada Steam', 'Bo Boil']])
    },
  )
})

describe('a file by itself is one talk', () => {
  const alone = (text: string, stem: string) =>
    readForeignNote(text, { stem, hasSiblings: false }).talks.map(({ title }) => title)
  const sections = talks.replace('Knots', 'Moons').replace(/## /g, '# ')

  test('if it is called like a session with its number', () => {
    expect(alone(sections, 'OarConf2024_Session_224_Tides_that_turn')).toHaveLength(1)
    expect(alone(sections, 'notes')).toEqual(['Tides', 'Moons'])
  })
})

describe('a title', () => {
  test.each([
    ['Tides that turn - AJ Steam', 'Tides that turn', 'AJ Steam'],
    ['Tides that turn - J.P. Boil', 'Tides that turn', 'J.P. Boil'],
    ['Tides that turn - ADA STEAM', 'Tides that turn', 'Ada Steam'],
    ['Tides that turn - ADA STEAM and BO BOIL', 'Tides that turn', 'Ada Steam', 'Bo Boil'],
    ['Tides that turn by [Ada Steam](https://twitter.com/ada)', 'Tides that turn', 'Ada Steam'],
    [
      'Tides that turn by [Ada Steam](https://twitter.com/ada) and [Bo Boil](https://twitter.com/bo)',
      'Tides that turn',
      'Ada Steam',
      'Bo Boil',
    ],
  ])('“%s” names who spoke', (heading, ...expected) => {
    expect(told(`# ${heading}\n\nThe moon pulls.\n`)).toEqual([expected])
  })

  test.each(['OARCONF - SPRING TIDES', 'Tides that turn - UX Basics', 'Tides that turn - SPRING AND NEAP'])(
    '“%s” names nobody',
    (heading) => {
      expect(told(`# ${heading}\n\nThe moon pulls.\n`)).toEqual([[heading]])
    },
  )

  test('may stand as the first line, with brackets mixed up', () => {
    const line = 'Being Steady at Sea by (Ada Steam)[https://twitter.com/ada]'
    expect(told(`${line}\n\nThe moon pulls.\n`, 'being_steady')).toEqual([
      ['Being Steady at Sea', 'Ada Steam'],
    ])
  })
})

test('who speaks stands below a line of dashes', () => {
  expect(told('# Tides\n\n--\n\nAda Steam - **Oarworks**\n\n## Springs\n\nx\n')).toEqual([
    ['Tides', 'Ada Steam'],
  ])
})

test('what Sphinx makes a table of contents of holds no talk, and names the event', () => {
  const text =
    'OarConf 2024\n============\n\nMonday\n------\n\n.. toctree::\n   :maxdepth: 1\n\n   monday/tides\n   monday/knots\n'
  expect(readForeignNote(text, { stem: 'index', dialect: 'restructuredtext' })).toMatchObject({
    skipped: 'lists other pages',
    event: 'OarConf 2024',
  })
})

test.each([
  ['TidesThatTurn', 'Tides That Turn'],
  ['RealTimeAPI', 'Real Time API'],
  ['JavaScriptTidesToday', 'JavaScript Tides Today'],
  ['TidesAndTheirVMs', 'Tides And Their VMs'],
  ['GraphQL', 'GraphQL'],
  ['OarWorks', 'OarWorks'],
  ['tides-that-turn', 'Tides that turn'],
])('a file called %s is on “%s”, if it says no other title', (stem, title) => {
  expect(told('- The moon pulls\n', stem)).toEqual([[title]])
})

describe('who speaks stands', () => {
  test.each([
    ['in a heading by a list', '# Tides\n## By Ada Steam, Bo Boil\n\n### Springs\n\nx\n'],
    [
      'below a link to a recording',
      '# Tides\n[Harbour talks](https://video.example/1)\n\nby Ada Steam (Oar University) and Bo Boil (9 June 2024)\n\nx\n',
    ],
    [
      'in one line in italics',
      '# Tides\n\n[Before](knots.md)\n\n---\n\n_Speakers: Ada Steam and Bo Boil_\n\nx\n',
    ],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([['Tides', 'Ada Steam', 'Bo Boil']])
  })

  test('below each of two titles', () => {
    const text =
      '# Tides that turn\n## By Ada Steam\n\n### Springs\n\nx\n\n# Knots that hold\n## By Bo Boil\n\n### Reefs\n\ny\n'
    expect(told(text)).toEqual([
      ['Tides that turn', 'Ada Steam'],
      ['Knots that hold', 'Bo Boil'],
    ])
  })

  test.each([
    ['Ada Steam - Oar Works - Tides as we know them', 'Tides as we know them'],
    ['Ada Steam - Tides - Part two', 'Tides - Part two'],
    ['Ada Steam - Tidings - How the water turns', 'Tidings - How the water turns'],
  ])('before a title, and maybe a firm: “%s”', (heading, title) => {
    expect(told(`# ${heading}\n\nx\n`)).toEqual([[title, 'Ada Steam']])
  })

  test('on the second line, alone, below the title', () => {
    const text =
      'How to build boats (and still sleep well at night)\n\nAda Steam\nChief of boats, Oarworks\n\nThe moon pulls.\n'
    expect(
      readForeignNote(text, { stem: 'oarcon-how-to-build-boats', hasSiblings: true, dialect: 'markdown' })
        .talks,
    ).toMatchObject([
      { title: 'How to build boats (and still sleep well at night)', speakers: [{ name: 'Ada Steam' }] },
    ])
  })
})

test.each([
  ['Session "Tides that turn" by Ada Steam', 'Tides that turn', 'Ada Steam'],
  ['潮汐 / Ada Steam', '潮汐', 'Ada Steam'],
  ['Input / Output', 'Input / Output'],
])('a heading “%s” is split', (heading, ...expected) => {
  expect(told(`# ${heading}\n\nThe moon pulls.\n`)).toEqual([expected])
})

test('a name of Chinese characters stands before what somebody does', () => {
  expect(told('# Tides\n\n王小明 / Oar University\n\nThe moon pulls.\n')).toEqual([['Tides', '王小明']])
})

test('no word is lost, however parts, names and sections stand', () => {
  const line = fc.constantFrom(
    '# Tides that turn - ADA STEAM',
    '# Day 2 - afternoon',
    '# Day 1 lightning talks',
    '## By Ada Steam, Bo Boil',
    '## Ada Steam',
    '## Part II: Springs',
    '## Session "Knots that hold" by Bo Boil',
    '## Notes',
    '### Ada Steam - Tides - Part two',
    '--',
    '- @ada',
    '[Harbour talks](https://video.example/1)',
    'by Ada Steam (Oar University) (9 June 2024)',
    '_Speaker: Ada Steam_',
    '王小明 / Oar University',
    'Boats by (Ada Steam)[https://twitter.com/ada]',
    'Boats',
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 9 }), (lines) => {
      const text = lines.map((written, index) => `${written}\n\nquay${index}x.\n`).join('\n')
      const { talks, left } = readForeignNote(text, { stem: 'note', hasSiblings: true, dialect: 'markdown' })
      const kept = JSON.stringify([talks, left])
      expect(lines.map((_, index) => `quay${index}x`).filter((word) => !kept.includes(word))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('a file that is called lightning talks', () => {
  const text = ['Tides', 'Knots that hold', 'Sails and oars', 'How to moor']
    .map((title, at) => `## ${title}\n\n${at === 0 ? '* Ada Lovelace\n' : ''}* It is short.\n\n`)
    .join('')
  const titlesIn = (stem: string) =>
    readForeignNote(text, { stem, dialect: 'markdown', hasSiblings: true }).talks.map(({ title }) => title)

  test.each(['lightning-talks', '3.02-lightning-talks', '07_lightning_talks'])(
    'holds them, be their titles short and one speaker named: %s',
    (stem) => {
      expect(titlesIn(stem)).toEqual(['Tides', 'Knots that hold', 'Sails and oars', 'How to moor'])
    },
  )

  test('and one that is called otherwise is on one talk', () => {
    expect(titlesIn('3.02-tides')).toHaveLength(1)
  })
})

describe('a file whose author has only written it', () => {
  const talksBy = (title: string) =>
    told(
      `---\nauthor: Ada Pier\n---\n# ${title}\n\n## Tides\n*Laura Martin*\n\nThey turn.\n\n## Knots\n*David Brown*\n\nThey hold.\n`,
    )

  test.each(['OarConf', 'Oar Community Day 2021'])(
    'holds talks if its title names an event, such as “%s”',
    (title) => {
      expect(talksBy(title)).toEqual([
        ['Tides', 'Laura Martin'],
        ['Knots', 'David Brown'],
      ])
    },
  )

  test.each(['Books for rowers', 'Shipping boats faster: lessons of 2023', 'Panel at OarConf 2024'])(
    'is one talk if it is on something else, such as “%s”, whoever is named in its headings',
    (title) => {
      expect(talksBy(title)).toMatchObject([[title, 'Ada Pier']])
    },
  )
})

describe('one of several files stays one talk', () => {
  const one = (text: string, stem = 'note') =>
    expect(readForeignNote(text, { stem, hasSiblings: true }).talks)

  test('of whoever has written it, though its headings are other people', () => {
    const text =
      '---\nauthor: Ada Pier\n---\n# A history of computing\n\n## Grace Hopper\n\n### The compiler\n\nIt compiles.\n\n## Alan Turing\n\n### The machine\n\nIt halts.\n'
    one(text).toMatchObject([{ title: 'A history of computing', speakers: [{ name: 'Ada Pier' }] }])
  })

  test('if it lists authors of books, each with an address above a title', () => {
    const books = ['Ada Lovelace', 'Mary Miller'].map(
      (name) => `## ${name}\n\nhttps://oars.example/books\n\n### Tides\n\nRead until June.\n`,
    )
    one(`# Our book club\n\n${books.join('\n')}`).toHaveLength(1)
  })

  test('if it lists its own headings, and its title only holds the word of an event', () => {
    const parts = ['Why we row', 'Who rows', 'What it cost']
    const list = parts.map((part) => `- ${part}\n`).join('')
    one(
      `# Building DevOpsDays\n\n${list}\n${parts.map((part) => `# ${part}\n\nLong ago.\n`).join('\n')}`,
    ).toHaveLength(1)
  })

  test.each([
    [
      'oarconf-day-1',
      '# Opening thoughts\n\nx\n\n# What I learned from Ada Pier\n\nx\n\n# Lunch with Bob Smith\n\nx\n',
    ],
    ['day4', '# Day 4 of my 2024 sabbatical\n\n## Morning\n\nI rowed.\n\n## Afternoon\n\nI slept.\n'],
    ['notes', '# Advanced Rope Training Day 2 - 2019\n\n## Morning\n\nLoops.\n\n## Afternoon\n\nBends.\n'],
    ['day-3', `# Day 3: Loops\n\n${talks}`],
  ])('if it or its heading counts a day, and nothing says that talks follow: %s', (stem, text) => {
    one(text, stem).toHaveLength(1)
  })
})

describe('one of several talks', () => {
  const of = (heading: string, below = 'x') =>
    told(`# OarConf 2019\n\n## Knots that hold - Mary Miller\n\ny\n\n## ${heading}\n\n${below}\n`).at(-1)

  test('that is headed by a name and an address is called by the name', () => {
    expect(of('Ada Lovelace - https://oars.example')).toEqual(['Ada Lovelace', 'Ada Lovelace'])
  })

  test('that is headed by a name or a title has the handle below for its speaker', () => {
    expect(of('Ada Lovelace', '@ada')).toEqual(['Ada Lovelace', '@ada'])
    expect(of('Rope ends', '@ada')).toEqual(['Rope ends', '@ada'])
  })

  test('may say that it has a title', () => {
    expect(of('Title: Tides that turn')).toEqual(['Tides that turn'])
    expect(of('Keynote', 'Title: *“Tides that turn”*')).toEqual(['Tides that turn'])
    expect(of('Keynote', 'Title: [Tides that turn](https://oars.example)')).toEqual(['Tides that turn'])
  })
})

test('a heading that keeps the place of a talk is none, unless something stands below it', () => {
  const kept = '## Tides — Ada Lovelace\n\nThey turn.\n\n'
  fc.assert(
    fc.property(
      fc.constantFrom('TBA', 'Talk TBD', 'Keynote: to be announced', '[Name]: TBA', '[Title] ([Speaker])'),
      (title) => {
        expect(
          told(`# OarConf 2024\n\n${kept}## ${title}\n\n## Knots — Mary Miller\n\nThey hold.\n`),
        ).toEqual([
          ['Tides', 'Ada Lovelace'],
          ['Knots', 'Mary Miller'],
        ])
        expect(told(`# OarConf 2024\n\n${kept}## ${title}\n\nOars were passed around.\n`)).toHaveLength(2)
      },
    ),
  )
  for (const title of [
    'Placeholder',
    '[Keynote]',
    '[Opening]',
    '[Lightning talks]',
    'Placeholders in oars',
    'The title that held',
    'Sessions and speakers',
  ])
    expect(told(`# OarConf 2024\n\n${kept}## ${title}\n`)).toContainEqual([title])
  for (const title of ['10:00 TBA', '[TBA](https://youtu.be/abcdefghijk)'])
    expect(told(`# OarConf 2024\n\n${kept}## ${title}\n`)).toHaveLength(2)
})

test('a page that front matter calls talks is one, be its headings advice', () => {
  const page = (title: string) =>
    `---\ntitle: ${title}\n---\n\n${['Choose a good opening line', 'Keep the slides simple', 'How to invite me there'].map((one) => `## ${one}\n\nAs you like.\n`).join('\n')}`
  for (const title of ['Talks', 'Presentations', 'How I give talks'])
    expect(told(page(title), 'talks')).toHaveLength(1)
})

test('lines that are broken by hand are text, whoever is named in them', () => {
  const books =
    '# Tides that turn\n\nThey turn.\n\nRefactoring by Martin Fowler  \nClean Code by Robert Martin  \nTides by Ada Pier\n'
  expect(told(books, 'tides')).toHaveLength(1)
  const talks = ['Tides that turn', 'Knots that hold'].map(
    (title) => `**${title}**\nby Ada Pier\n\nThey do.\n`,
  )
  const { talks: found } = readForeignNote(`# Talks\n\n${talks.join('\n')}`, {
    stem: 'talks',
    dialect: 'markdown',
  })
  expect(found.map(({ key }) => key).slice(0, 2)).toEqual(['Tides that turn', 'Knots that hold'])
})

test.each([
  ['Day 1 (June 4)', '2024-06-04'],
  ['Tag 1 (4. Juni)', '2024-06-04'],
  ['June 4: Workshops', '2024-06-04'],
  ['June 4', '2024-06-04'],
  ['Day 1 (June 4 - 5)', undefined],
])(
  'the heading %s tells the day of the talks below it in the year of the event, and not what they are on',
  (day, date) => {
    const text = `# OarConf 2024\n\n## ${day}\n\n### Tides\n\nby Ada Lovelace\n\n- They turn.\n\n## Day 2\n\n### Knots\n\nby Bob Smith\n\n- They hold.\n`
    const [tides] = readForeignNote(text, { stem: 'oars', dialect: 'markdown' }).talks
    expect([tides?.title, tides?.date, tides?.tags]).toEqual(['Tides', date, []])
  },
)
