import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'
import { runs } from '../../helpers/runs.ts'

// People write down the same in many ways, and call the file as they like: whatever goes together is read.

const titles = [
  'Tides that turn',
  'Knots at sea',
  'Typed sails',
  'How we cut our rope in half',
  'Harbours: beyond the three pillars',
  'Do we still need oars?',
  'Why your anchors lie to you',
  'What is a reef?',
  'Ten things I hate about tar',
] as const
const people = [
  'Ada Miller',
  'Ben Schmidt',
  'Marie Dubois',
  'Tom Baker',
  'Laura Rossi',
  'David Cohen',
] as const
const said = [
  'Two hundred ropes, of which eight were useful',
  'They dropped the anchor and used a table',
  'Latency went from 900 ms to 120 ms',
  'Nobody reads the charts after the first week',
  'Set `tar_timeout` to 5 s',
  'Rollbacks took 40 minutes, now 3',
  'One crew owns each boat',
  'The vendor charged 12,000 doubloons a month',
  'Write the log before the storm',
] as const
const files = [
  'talks',
  'my-notes',
  'presentations',
  'lectures',
  'notes',
  'sessions',
  'oarconf-2023',
  'README',
  'watched',
  'python',
]

interface Told {
  readonly title: string
  readonly name: string
}

const speakers: Readonly<
  Record<string, (told: Told) => { readonly heading: string; readonly below?: string }>
> = {
  'a field': ({ title, name }) => ({ heading: title, below: `Speaker: ${name}` }),
  'a bold field': ({ title, name }) => ({ heading: title, below: `**Speaker:** ${name}` }),
  'an item': ({ title, name }) => ({ heading: title, below: `- Speaker: ${name}` }),
  'a line': ({ title, name }) => ({ heading: title, below: name }),
  'a line with a firm': ({ title, name }) => ({ heading: title, below: `*${name}, Northwind*` }),
  by: ({ title, name }) => ({ heading: `${title} by ${name}` }),
  'a dash': ({ title, name }) => ({ heading: `${title} - ${name}` }),
  brackets: ({ title, name }) => ({ heading: `${title} (${name})` }),
  'the beginning': ({ title, name }) => ({ heading: `${name}: ${title}` }),
}
const bodies = [
  (of: readonly string[]) => of.map((line) => `- ${line}\n`).join(''),
  (of: readonly string[]) => of.map((line, at) => `${at + 1}. ${line}\n`).join(''),
  (of: readonly string[]) => `${of.join('. ')}.\n`,
  ([first = '', ...of]: readonly string[]) => `- ${first}\n${of.map((line) => `  - ${line}\n`).join('')}`,
  (of: readonly string[]) =>
    `${of.map((line) => `- ${line}\n`).join('')}- See [the docs](https://oars.example/a)\n`,
  (of: readonly string[]) => `${of.map((line) => `- ${line}\n`).join('')}\n#### Takeaways\n\n- ${of[0]}\n`,
]

const programme = fc.record({
  told: fc
    .tuple(
      fc.shuffledSubarray([...titles], { minLength: 2, maxLength: 5 }),
      fc.shuffledSubarray([...people], { minLength: 5, maxLength: 5 }),
    )
    .map(([some, names]) => some.map((title, at): Told => ({ title, name: names[at]! }))),
  lines: fc.shuffledSubarray([...said], { minLength: 3, maxLength: 3 }),
  body: fc.constantFrom(...bodies),
  stem: fc.constantFrom(...files),
})
const stem = (file: string) => ({ stem: file, dialect: 'markdown' as const })
const readIn = (text: string, file: string) =>
  readForeignNote(text, stem(file)).talks.map(({ title, speakers }) => ({
    title,
    name: speakers.map(({ name }) => name).join(),
  }))

describe.each(Object.entries(speakers))('a talk a heading, whose speaker stands in %s', (_, form) => {
  const talkIn = (depth: string, told: Told, body: string) => {
    const { heading, below } = form(told)
    return `${depth} ${heading}\n\n${below === undefined ? '' : `${below}\n\n`}${body}\n`
  }

  test.each([
    ['below an event', (talks: (depth: string) => string) => `# OarConf 2023\n\n${talks('##')}`],
    [
      'below an event that is not called like one',
      (talks: (depth: string) => string) => `# Harbour 2023\n\n${talks('##')}`,
    ],
    ['below nothing', (talks: (depth: string) => string) => talks('##')],
    ['at the top', (talks: (depth: string) => string) => talks('#')],
    ['below a day', (talks: (depth: string) => string) => `# OarConf 2023\n\n## Day 1\n\n${talks('###')}`],
  ])('%s', (_where, around) => {
    fc.assert(
      fc.property(programme, ({ told, lines, body, stem: file }) => {
        const text = around((depth) => told.map((one) => talkIn(depth, one, body(lines))).join(''))
        expect(readIn(text, file)).toEqual(told)
      }),
      { numRuns: runs(30) },
    )
  })
})

describe.each([
  ['in bold', ({ title, name }: Told) => `**${title}** - ${name}\n\n`, '- '],
  ['in bold, the name in brackets', ({ title, name }: Told) => `**${title}** (${name})\n\n`, '- '],
  ['in bold above a paragraph', ({ title, name }: Told) => `**${title}** - ${name}\n\n`, ''],
  ['in bold as the first line of a paragraph', ({ title, name }: Told) => `**${title}** - ${name}\n`, ''],
  ['as lines above items', ({ title, name }: Told) => `${title} - ${name}\n`, '- '],
  ['as items', ({ title, name }: Told) => `- ${title} - ${name}\n`, '  - '],
  ['as items in bold', ({ title, name }: Told) => `- **${title}** (${name})\n`, '  - '],
])('talks below an event, %s', (_, titleOf, item) => {
  test.each(['# OarConf 2023', '# Harbour Days 2023'])('%s', (event) => {
    const told = fc
      .shuffledSubarray([...people], { minLength: 2, maxLength: 5 })
      .map((names) => names.map((name, at): Told => ({ title: titles[at]!, name })))
    fc.assert(
      fc.property(told, fc.constantFrom(...files), (all, file) => {
        const talks = all.map(
          (one) =>
            `${titleOf(one)}${said
              .slice(0, 2)
              .map((line) => `${item}${line}\n`)
              .join('')}\n`,
        )
        expect(readIn(`${event}\n\n${talks.join('')}`, file)).toEqual(all)
      }),
      { numRuns: runs(20) },
    )
  })
})

test.each([
  '# DevOps Meetup 2024\n\n**Host** - Ada Miller\n\n- a\n\n**Scribe** - Tom Baker\n\n- b\n\n**Time keeper** - Ben Schmidt\n\n- c\n',
  '# Trip report: OarConf 2024\n\n**Quote by Ada Miller**\n\n- a\n\n**Thanks to Tom Baker**\n\n- b\n\n**Tides and moons** - Ben Schmidt\n\n- c\n',
  '# OarConf 2024\n\n**Quote by Ada Miller**\n\n- a\n\n**Tides and moons** - Ben Schmidt\n\n- c\n',
  '# OarConf 2024\n\nHost - Ada Miller\n- a\n\nScribe - Ben Schmidt\n- c\n',
])('bold lines are no talks unless all are titles with who spoke', (text) => {
  expect(readIn(text, 'notes')).toHaveLength(1)
})

test.each(['# Talks', '# Talks I watched', '# My talks'])(
  'below %s items that are titles are talks, whatever they stand below',
  (top) => {
    const group = fc.constantFrom(
      'Deep water',
      'In the harbour',
      '2023',
      'To watch',
      'OarConf 2023',
      'Past talks',
    )
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['Tides that turn', 'Knots at sea', 'Rope for beginners', 'Sails of steel'], {
          minLength: 4,
        }),
        fc.uniqueArray(group, { minLength: 2, maxLength: 2 }),
        fc.constantFrom('talks', 'my-talks', 'watched'),
        (some, [one, two], file) => {
          const items = (from: number) => some.slice(from, from + 2).map((title) => `- ${title}\n`)
          const text = `${top}\n\n## ${one}\n\n${items(0).join('')}\n## ${two}\n\n${items(2).join('')}`
          expect(readIn(text, file).map(({ title }) => title)).toEqual(some)
        },
      ),
      { numRuns: runs(30) },
    )
  },
)

test('what stands beside talks that say who spoke is no talk if it is called like a part of one', () => {
  const talk = (title: string, name: string) => `## ${title}\n\n*${name}*\n\n- they turn\n\n`
  const text = `# OarConf 2023\n\n${talk('Tides that turn', 'Ada Miller')}${talk('Why oars break', 'Tom Baker')}## Conclusion\n\nGood.\n\n## Overall\n\nGo.\n`
  expect(readForeignNote(text, stem('notes')).talks.map(({ title, kind }) => [title, kind])).toEqual([
    ['Tides that turn', 'talk'],
    ['Why oars break', 'talk'],
    ['OarConf 2023', 'notes'],
  ])
})

test.each([
  ['Keynote: Ada Miller - Tides that turn', 'Keynote: Tides that turn', 'Ada Miller'],
  ['Keynote: Ada Miller: Tides that turn', 'Keynote: Tides that turn', 'Ada Miller'],
  ['Opening keynote – Ada Miller – Tides that turn', 'Opening keynote: Tides that turn', 'Ada Miller'],
  ['Lightning talk by Ada Miller: Tides that turn', 'Lightning talk: Tides that turn', 'Ada Miller'],
  ['Keynote: Tides that turn - Ada Miller', 'Keynote: Tides that turn', 'Ada Miller'],
  ['Keynote: Ada Miller', 'Keynote: Ada Miller', 'Ada Miller'],
  ['Keynote: Ada Miller - CTO of Northwind', 'Keynote: Ada Miller', 'Ada Miller'],
  ['Keynote: Tides are turning', 'Keynote: Tides are turning', ''],
])('%s', (heading, title, name) => {
  expect(readIn(`# OarConf 2023\n\n## ${heading}\n\n- a\n\n## Knots\n\n- b\n`, 'notes')[0]).toEqual({
    title,
    name,
  })
})

test.each([
  ['at the top', (depth: number) => '#'.repeat(depth)],
  ['below notes of all', (depth: number) => '#'.repeat(depth + 1), '# Conference notes\n\n'],
])('talks below several events are of the one that they stand below, %s', (_, sign, above = '') => {
  const talk = (title: string) => `${sign(2)} ${title}\n\nSpeaker: Ada Miller\n\n- They turn\n\n`
  const text = `${above}${sign(1)} OarConf 2023\n\n${talk('Tides')}${talk('Knots')}${sign(1)} Harbour 2024\n\n${talk('Sails')}`
  const { talks } = readForeignNote(text, stem('notes'))
  expect(talks.map(({ title, event }) => [title, event?.name, event?.year])).toEqual([
    ['Tides', 'OarConf 2023', 2023],
    ['Knots', 'OarConf 2023', 2023],
    ['Sails', 'Harbour 2024', 2024],
  ])
})

test('talks of a group within a day are of that day', () => {
  const talk = (sign: string, title: string) => `${sign} ${title}\n\n*Ada Miller*\n\n- They turn\n\n`
  const days = ['14', '15'].map(
    (day) => `## Day 1 (${day} October 2024)\n\n${talk('###', `Tides ${day}`)}### Lightning talks\n\n`,
  )
  const text = `# OarConf 2024\n\n${days[0]}${talk('####', 'Knots')}${days[1]}${talk('####', 'Sails')}`
  const { talks } = readForeignNote(text, stem('notes'))
  expect(talks.map(({ title, date }) => [title, date])).toEqual([
    ['Tides 14', '2024-10-14'],
    ['Knots', '2024-10-14'],
    ['Tides 15', '2024-10-15'],
    ['Sails', '2024-10-15'],
  ])
})

test.each([
  ['do-we-still-need-oars', 'Do we still need OARs?'],
  ['tides-beyond-the-moon', 'Tides: beyond the moon'],
])('a plain text called %s begins with its title', (file, title) => {
  const read = (text: string) => readForeignNote(text, { stem: file, dialect: 'plain' }).talks[0]
  const talk = read(`${title}\nAda Miller\n\n- They turn\n`)
  expect([talk?.title, talk?.speakers[0]?.name]).toEqual([title, 'Ada Miller'])
  expect(read('They turn twice a day\nAda Miller\n\n- They turn\n')?.title).not.toContain('twice')
})

test.each(['Harbour 2024', 'Rope School 2023'])(
  '“%s” names an event only in a file that is called by talks or conferences',
  (title) => {
    const text = `# ${title}\n\n## Rope decisions\n\n- go on\n\n## Next sails\n\n- ship it\n`
    expect(readIn(text, 'notes')).toHaveLength(1)
    expect(readIn(text, 'conference-notes')).toHaveLength(2)
  },
)

test('what a team went through, with who it is up to, is no talk', () => {
  const item = (title: string, name: string) => `- ${title} - ${name}\n  - go on\n`
  const items = `${item('Rope budget', 'Ada Miller')}${item('New sails', 'Ben Schmidt')}${item('Harbour fees', 'Tom Baker')}`
  expect(readIn(`# Team Meeting 2024\n\n${items}`, 'notes')).toHaveLength(1)
  expect(readIn(`# Books 2024\n\n${items}`, 'notes')).toHaveLength(1)
  expect(readIn(`# OarConf 2024\n\n${items}`, 'notes')).toHaveLength(3)
})

test('titles with what leads to them and how long they take are talks, whatever they stand below', () => {
  const list = (...items: readonly string[]) => items.map((item) => `- ${item}\n`).join('')
  const text = `# Recommended talks\n\n## Deep water\n\n${list('Tides never lie (15 min)', 'Knots, then what? (50 min)')}\n## Fast boats\n\n${list('Flow all day - https://youtu.be/a', 'Ten tips after ten years (30 min)')}`
  expect(readIn(text, 'talks')).toHaveLength(4)
})

test('one of several events may hold a single talk', () => {
  const text =
    '# OarConf 2024\n\n## Rowing - Ada Miller\n\n- a\n\n# Workshop Day 2024\n\n## Knots - Tom Baker\n\n- b\n'
  expect(readForeignNote(text, stem('notes')).talks.map(({ title, event }) => [title, event?.name])).toEqual([
    ['Rowing', 'OarConf 2024'],
    ['Knots', 'Workshop Day 2024'],
  ])
})

/** The same talks in other markup, each with who spoke and when where people put that. */
const markups: Readonly<
  Record<
    string,
    {
      readonly dialect: 'markdown' | 'restructuredtext'
      readonly markup?: 'org' | 'asciidoc'
      readonly text: (all: readonly Told[], event: string) => string
    }
  >
> = {
  'Org, with drawers': {
    dialect: 'markdown',
    markup: 'org',
    text: (all, event) =>
      `#+AUTHOR: Eva Scribe\n* ${event}\n${all.map(({ title, name }) => `** DONE ${title}  :sea:\n:PROPERTIES:\n:SPEAKER: ${name}\n:END:\n<2024-06-09 Sun 10:30>\n- They turn\n`).join('')}`,
  },
  'Org, below a title that says what notes it has': {
    dialect: 'markdown',
    markup: 'org',
    text: (all, event) =>
      `#+TITLE: Conference notes\n\n* ${event}\n${all.map(({ title, name }) => `** ${title}\n<2024-06-09 Sun 10:30-11:15>\n${name}\n\n- They turn\n`).join('')}`,
  },
  'AsciiDoc, with its author': {
    dialect: 'markdown',
    markup: 'asciidoc',
    text: (all, event) =>
      `= ${event}\nEva Scribe <eva@sea.example>\n:toc:\n\n${all.map(({ title, name }) => `== ${title}\n\n_${name}_\n\nDate: 2024-06-09 10:30\n\n* They turn\n\n`).join('')}`,
  },
  'reStructuredText, with its author': {
    dialect: 'restructuredtext',
    text: (all, event) =>
      `${event}\n${'='.repeat(event.length)}\n\n:Author: Eva Scribe\n\n${all.map(({ title, name }) => `${title}\n${'-'.repeat(title.length)}\n\n:Date: 2024-06-09 10:30\n\n*${name}*\n\n* They turn\n\n`).join('')}`,
  },
}

test.each(Object.entries(markups))('talks in %s', (_, { text, ...given }) => {
  const told = fc
    .shuffledSubarray([...people], { minLength: 2, maxLength: 5 })
    .map((names) => names.map((name, at): Told => ({ title: titles[at]!, name })))
  fc.assert(
    fc.property(told, fc.constantFrom('talks', 'notes', 'oarconf-2024'), (all, file) => {
      const { talks } = readForeignNote(text(all, 'OarConf 2024'), { stem: file, ...given })
      const found = talks.map(({ title, speakers, date }) => [
        title,
        speakers.map(({ name }) => name).join(),
        date,
      ])
      expect(found).toEqual(all.map(({ title, name }) => [title, name, '2024-06-09']))
    }),
    { numRuns: runs(20) },
  )
})

test('an Org timestamp says from when to when, and the drawer of a note’s only headline is of the note', () => {
  const read = (text: string) =>
    readForeignNote(text, { stem: 'notes', dialect: 'markdown', markup: 'org' }).talks
  const [talk] = read(
    '* Tides that turn\n:PROPERTIES:\n:SPEAKER: Ada Miller\n:END:\n<2024-06-09 Sun 10:30-11:15>\n** Moon\n- pulls\n',
  )
  expect([talk?.title, talk?.speakers[0]?.name, talk?.starts, talk?.ends]).toEqual([
    'Tides that turn',
    'Ada Miller',
    '10:30',
    '11:15',
  ])
})

// Outliners have a page an event, called by its file alone, and everything on it is an item.
test.each([
  ['the name behind the title', ({ title, name }: Told) => `- ${title} - ${name}\n    - They turn\n`],
  ['a field in the item', ({ title, name }: Told) => `- ${title}\n  speaker:: [[${name}]]\n\t- They turn\n`],
  [
    'a field below the item',
    ({ title, name }: Told) => `- ${title}\n    - Speaker:: [[${name}]]\n    - They turn\n`,
  ],
  ['a heading', ({ title, name }: Told) => `- ## ${title}\n  speaker:: [[${name}]]\n\t- They turn\n`],
  [
    'a heading above a field',
    ({ title, name }: Told) => `- ## ${title}\n\t- Speaker: ${name}\n\t- They turn\n`,
  ],
])('talks of an outline, with %s', (_, item) => {
  const told = fc
    .shuffledSubarray([...people], { minLength: 2, maxLength: 5 })
    .map((names) => names.map((name, at): Told => ({ title: titles[at]!, name })))
  fc.assert(
    fc.property(told, fc.constantFrom('', '# OarConf 2024\n\n'), (all, heading) => {
      const text = `${heading}${all.map(item).join('')}`
      const { talks } = readForeignNote(text, stem('OarConf 2024'))
      expect(talks.map(({ title, speakers }) => ({ title, name: speakers[0]?.name }))).toEqual(all)
      expect(talks.every(({ blocks }) => blocks.at(-1)?.text === 'They turn')).toBe(true)
    }),
    { numRuns: runs(20) },
  )
})

test.each([
  ['Team Offsite 2024', '- Budget - Ada Miller\n    - go on\n- New sails - Tom Baker\n    - ship it\n'],
  ['OarConf 2024', '- Travel by Ada Miller\n    - long\n- Hotel\n    - cold\n'],
  ['reading', '- The Sea\n  author:: Ada Miller\n    - good\n- The Land\n  author:: Tom Baker\n    - bad\n'],
  ['people', '- Ada Miller\n    - Speaker: yes\n- Tom Baker\n    - Speaker: no\n'],
  ['questions', '- Can you hear me?\n  speaker:: Ada Miller\n- Will there be slides?\n- When is lunch?\n'],
])('an outline called %s that is on something else holds no talks of its own', (file, text) => {
  expect(readIn(text, file)).toHaveLength(1)
})

test('what stands in the item of a heading is text, and no code', () => {
  const [talk] = readForeignNote('- ## Tides\n\t- They turn\n\t\t- twice\n', stem('notes')).talks
  expect(talk?.blocks.map(({ form, text, depth }) => [form, text, depth])).toEqual([
    ['bullet', 'They turn', 0],
    ['bullet', 'twice', 1],
  ])
})
