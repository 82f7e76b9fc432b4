import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'
import { runs } from '../../helpers/runs.ts'

const read = (text: string, stem = 'the file', hasSiblings = false) =>
  readForeignNote(text, { stem, dialect: 'markdown', hasSiblings })
const told = (text: string, stem?: string, hasSiblings?: boolean) =>
  read(text, stem, hasSiblings).talks.map(({ title, speakers }) => [
    title,
    ...speakers.map(({ name }) => name),
  ])

describe('front matter between more dashes', () => {
  const text = (fence: string) =>
    `${fence}\n\n# WRITTEN BY A PROGRAM.\n\ntitle: 'Ada Lovelace: Tides'\nspeaker:\n  name: Ada Lovelace\n  talkTitle: Tides\n\n${fence}\n\nThey turn.\n`

  test('says what front matter says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), (dashes) => {
        expect(told(text('-'.repeat(dashes)))).toEqual([['Tides', 'Ada Lovelace']])
      }),
      { numRuns: runs(10) },
    )
  })

  test('is none if it holds a text: these are rules', () => {
    expect(read('-----\nThe tides turn: twice.\nAlways.\n-----\n\nx\n').talks[0]?.blocks).not.toEqual([])
    for (const text of [
      '### 1:42 - Ebb\n\nHere is how:\n\n```\nebb: 1\n```',
      '## Ebb\n\nThe water falls, and this is why:\n\n- ebb: the moon',
    ])
      expect(JSON.stringify(read(`---\n\n${text}\n\n---\n\n### Flow\n\nx\n`).talks)).toMatch(
        /how:|this is why:/,
      )
    const fields = '# what is said\ntitle: Tides\nspeaker: Ada Lovelace\ntext: |\n  ```\n  ebb\n  ```\n'
    expect(told(`---\n${fields}---\n\nThey turn.\n`)).toEqual([['Tides', 'Ada Lovelace']])
  })

  test('of somebody who has not spoken is of a person', () => {
    const page = '----\ntitle: Ada\nspeaker:\n  name: Ada Lovelace\n  talkTitle: null\n----\n\nShe counts.\n'
    expect(read(page).skipped).toBe('is on a person, a firm or a place')
  })
})

describe('headings that tell talks', () => {
  test.each([
    ['a kind before each', '# Oars\n\n## TALK - Tides\n\nx\n\n## TALK - Moons\n\nx\n'],
    ['days with their weekdays', '# Oars\n\n## 26.02.2019 Tuesday\n\n### Tides\n\nx\n\n### Moons\n\nx\n'],
    ['days without a year', '# Oars\n\n## 06.06. - Thursday\n\n### Tides\n\nx\n\n### Moons\n\nx\n'],
    [
      'days below the days of all',
      '# OarConf\n\n## April 15th and 16th, 2019 (8:30am – 5pm)\n\n## Day 1\n\n### Tides\n\nx\n\n### Moons\n\nx\n',
    ],
  ])('%s', (_, text) => {
    expect(told(text, 'notes', true)).toEqual([['Tides'], ['Moons']])
  })

  test('of sessions that have a number of three digits, unless several spoke in one', () => {
    const session = '## Session 201 - Tides\n\n### Ebb\n\nx\n\n### Flow\n\nx\n\n'
    expect(told(`# Oars\n\n${session}${session.replace('201 - Tides', '202: Moons')}`)).toEqual([
      ['Session 201 - Tides'],
      ['Session 202: Moons'],
    ])
    const several = session
      .replace('### Ebb', '### Ebb - Ada Lovelace')
      .replace('### Flow', '### Flow - Ben Smith')
    expect(told(`# Oars\n\n${several}`)).toEqual([
      ['Ebb', 'Ada Lovelace'],
      ['Flow', 'Ben Smith'],
    ])
  })

  test('of the highest level, in a file that is called like an event and its year', () => {
    const text =
      '[all of it](https://oars.example)\n\n# Tides\n\nx\n\n## Moons\n\nx\n\n# Knots\n\nx\n\n# Harbours\n\nx\n'
    expect(told(text, 'oarcon2018', true)).toEqual([['Tides'], ['Knots'], ['Harbours']])
    expect(told(text, 'conf_2018', true)).toHaveLength(1)
    expect(told(text, 'harbours', true)).toHaveLength(1)
  })
})

describe('who speaks', () => {
  test.each([
    ['by a linked handle alone', '# Tides\n\ngiven by [@ada](https://social.example/ada)\n\nx\n', '@ada'],
    [
      'by a linked handle of a field',
      '# Tides\n\nTwitter: [@ada](https://social.example/ada)\n\nx\n',
      '@ada',
    ],
    [
      'by the item that the abstract begins with',
      '# Tides\n\nTalk\n\n## Abstract\n\n- Ada Lovelace\n\nThey turn.\n',
      'Ada Lovelace',
    ],
  ])('%s', (_, text, name) => {
    expect(told(text, 'tides')).toEqual([['Tides', name]])
  })

  test('stands in items below each other, of which not all are known', () => {
    const text =
      '# Tides\n\n- Ada Lovelace\n- Zorx Quxfoo\n- Grace Hopper\n\n-----\n\n- Sails And Oars\n- they turn\n'
    expect(told(text, 'tides')).toEqual([['Tides', 'Ada Lovelace', 'Zorx Quxfoo', 'Grace Hopper']])
  })

  test('is not what further items are on', () => {
    const text = '# Tides\n\n- Ada Lovelace\n- Harbour Works\n- they turn\n'
    expect(told(text, 'tides')).toEqual([['Tides', 'Ada Lovelace']])
  })

  test.each([
    ['below who spoke', 'By Ada Lovelace\n\n', 'Tides', 'They turn.', ['Ada Lovelace']],
    ['below a field with who spoke', 'Speaker: Ada Lovelace\n\n', 'Tides', 'They turn.', ['Ada Lovelace']],
    ['that a text goes on with', '', 'Tides', 'helped us to read the tides.', []],
    ['that a text sums up', '', 'Tides', 'All of them taught us to wait.', []],
    ['whom the title speaks of', '', 'Women who made computing', 'They turn.', []],
  ])('stands in no list of names %s', (_, above, title, below, names) => {
    const text = `# ${title}\n\n${above}- Grace Hopper\n- Mary Somerville\n- Charles Babbage\n\n${below}\n`
    expect(told(text, 'tides')).toEqual([[title, ...names]])
    expect(JSON.stringify(read(text, 'tides').talks[0]?.blocks)).toContain('Mary Somerville')
  })

  test('stands in the list that a line announces, though somebody is named above', () => {
    const text =
      '# Tides\n\nBy Ada Lovelace\n\n- Speakers\n  - Grace Hopper\n  - Mary Somerville\n\nhelped.\n'
    expect(told(text, 'tides')).toEqual([['Tides', 'Ada Lovelace', 'Grace Hopper', 'Mary Somerville']])
  })

  test('stands in the item above that with the slides', () => {
    expect(
      told('# Tides\n\n- Zorx Quxfoo\n- Slides: https://oars.example/1\n\nThey turn.\n', 'tides'),
    ).toEqual([['Tides', 'Zorx Quxfoo']])
  })

  test('stands behind a slash in all headings, be some unknown', () => {
    const text =
      '# OarConf 2024\n\n## Tides / Ada Lovelace\n\nx\n\n## Knots/ Zorx Quxfoo\n\nx\n\n## Sails in storms / Grace Hopper\n\nx\n'
    expect(told(text, 'oarconf-2024')).toEqual([
      ['Tides', 'Ada Lovelace'],
      ['Knots', 'Zorx Quxfoo'],
      ['Sails in storms', 'Grace Hopper'],
    ])
  })

  test('stands in a quotation below the title', () => {
    const text =
      '# Oars\n\n## Tides\n\n> Ada Lovelace (Engine Works), Charles Babbage (Engine Works)\n\nx\n\n## Moons\n\n> Grace Hopper (Harbour Ltd)\n\nx\n'
    expect(told(text)).toEqual([
      ['Tides', 'Ada Lovelace', 'Charles Babbage'],
      ['Moons', 'Grace Hopper'],
    ])
  })

  test('is the title where nothing else is said', () => {
    const text =
      '# Oars\n\n## Speaker: Dr. Ada Lovelace\n\nx\n\n## Speaker: Grace Hopper\n\nx\n\n## Mr. Charles Babbage\n\nx\n'
    expect(told(text)).toEqual([
      ['Dr. Ada Lovelace', 'Dr. Ada Lovelace'],
      ['Grace Hopper', 'Grace Hopper'],
      ['Mr. Charles Babbage', 'Mr. Charles Babbage'],
    ])
  })

  test('is nobody that a link below who speaks is called', () => {
    const text =
      '# Tides\n\n- Speaker\n    - [@ada](https://social.example/ada)\n    - [Site](https://ada.example)\n\nThey turn.\n'
    expect(told(text, 'tides')).toEqual([['Tides', '@ada']])
  })

  test('is whoever the file is called like', () => {
    expect(told('# How tides turn\n\nTwice a day.\n', 'Ada Lovelace')).toEqual([
      ['How tides turn', 'Ada Lovelace'],
    ])
  })

  const known = ['Ada Lovelace', 'Grace Hopper', 'Peter Miller', 'Anna Schmidt']
  const strange = ['Reghu Thanumalayan', 'Zorx Quxfoo', 'Modood Alvi Zuq']

  test('stands before the dash, whatever the name, if known names do in most headings', () => {
    const heading = (name: string) => `### 11:35 ${name} - How the tide of ${name.charAt(0)} turns\n\nx\n`
    fc.assert(
      fc.property(
        fc.shuffledSubarray(known, { minLength: 3 }),
        fc.constantFrom(...strange),
        (names, other) => {
          const text = `# Oars\n\n## Day 1\n\n${[...names, other].map(heading).join('\n')}`
          expect(told(text).flatMap(([, ...speakers]) => speakers)).toEqual([...names, other])
        },
      ),
      { numRuns: runs(40) },
    )
  })

  test('is no group of words before the dash of the other headings', () => {
    const text = `# Oars\n\n## Day 1\n\n${known.map((name) => `### ${name} - How tides turn\n\nx\n`).join('\n')}\n### Panel - Company Culture & Diversity\n\nx\n`
    expect(told(text).at(-1)).toEqual(['Panel - Company Culture & Diversity'])
  })
})

describe('what is no talk is left out, and named', () => {
  test.each([
    [
      'page of the site, on no talk',
      '---\nlayout: page\ntitle: Getting here\n---\nBy boat.\n',
      'location.es',
    ],
    ['page of the site, on no talk', '# Organizers\n\n- Ada Lovelace\n', 'Organizers'],
    ['page of the site, on no talk', '# Conduct\n\nBe kind.\n', 'code_of_conduct'],
    ['page of the site, on no talk', 'Ada builds boats.\n', 'bio'],
    ['page of the site, on no talk', '# Rules of the harbour group\n\nAll may row.\n', 'constitution'],
    ['page of the site, on no talk', '- Ask Ada for slides\n', 'TODO'],
    ['diagram', '@startuml\nclass Tide\n@enduml\n', 'tides'],
  ])('a %s', (what, text, stem) => {
    expect(read(text, stem).skipped).toBe(`is a ${what}`)
  })

  test.each([
    [
      '---\ntitle: Redirect\n---\n<meta http-equiv="refresh" content="0;URL=\'/tides/\'" />\n<a href="/tides/">Go on</a>\n',
    ],
    ['---\ntitle: Tides\nredirect_to: /tides/\n---\n'],
  ])('a page that leads to another', (text) => {
    expect(read(text, 'moved').skipped).toBe('leads to another page')
  })

  test('but a note that is called like such a page is one', () => {
    const long = 'The water comes and goes twice a day, and the moon pulls at all of it.'
    expect(read(`---\ntitle: Tides\nredirect_to: /tides/\n---\n${long}\n`, 'tides').skipped).toBeUndefined()
    expect(told('# Accessibility\n\nIt matters.\n', 'accessibility')).toEqual([['Accessibility']])
    expect(read('---\nlayout: talk\nspeaker: Ada Lovelace\n---\nx\n', 'diversity').skipped).toBeUndefined()
  })
})

test('what browsers alone read is no text, unless it is shown as code', () => {
  const style = '<style>\n.tide {\n\n  color: sea;\n}\n</style>'
  const [talk] = read(`# Tides\n\n${style}\n\nThey turn.\n\n\`\`\`html\n${style}\n\`\`\`\n`, 'tides').talks
  expect(talk?.blocks.map(({ form, line }) => [form, line])).toEqual([
    ['paragraph', 10],
    ['code', 12],
  ])
})

describe('the title of a file is', () => {
  test.each([
    [
      'below a heading that only says its kind',
      '20240609_oarconf_2.1',
      '# 20240609_oarconf_2.1\n\n## 2 - Presentations\n\n### 2.1 - Tides\n\nThey turn.\n\n#### Moons\n\nx\n',
      'Tides',
    ],
    [
      'its name, which a line above sections repeats',
      '2_TidesTool',
      '2_TidesTool\n\n## 0 - Overview\n\nThey turn.\n',
      'TidesTool',
    ],
  ])('%s', (_, stem, text, title) => {
    expect(told(text, stem, true)).toEqual([[title]])
  })

  test('the kind, if it holds several', () => {
    expect(told('# Workshops\n\n## Tides\n\nx\n\n## Moons\n\nx\n', 'workshops', true)[0]).not.toEqual([
      'Tides',
    ])
  })
})

describe('lines above lists, in a text without headings, are titles', () => {
  const items = ' * They turn.\n * Twice a day.\n\n'
  const lines = (...titles: readonly string[]) => titles.map((title) => `${title}\n${items}`).join('')

  test('if enough of them name who spoke', () => {
    const text = `Notes from Oar Club north\n\n${lines("Ada Lovelace's keynote (who counts)", 'Tides - Grace Hopper', 'Moons - Zorx Quxfoo', 'Sails and knots', 'Links')}`
    expect(told(text, 'oar-club-north', true)).toEqual([
      ["Ada Lovelace's keynote", 'Ada Lovelace'],
      ['Tides', 'Grace Hopper'],
      ['Moons', 'Zorx Quxfoo'],
      ['Sails and knots'],
    ])
    expect(read(text, 'oar-club-north', true).event).toBe('Oar Club north')
  })

  test('but whoever nobody knows is none of them where hardly anybody is known', () => {
    const all = lines(
      'Tides - Ada Lovelace',
      'Knots - Zorx Bottle',
      'Rooms - Quxfoo Wharf',
      'Travel - Xanthe Barfoo',
    )
    expect(told(all, 'oar-club-north', true).flatMap(([, ...names]) => names)).not.toContain('Zorx Bottle')
    const known = ['Tides - Ada Lovelace', 'Moons - Grace Hopper', 'Sails - Mary Somerville']
    const half = lines(...known, 'Knots - Zorx Bottle', 'Rooms - Quxfoo Wharf', 'Travel - Xanthe Barfoo')
    expect(told(half, 'oar-club-north', true)).toEqual([
      ['Tides', 'Ada Lovelace'],
      ['Moons', 'Grace Hopper'],
      ['Sails', 'Mary Somerville'],
      ['Knots - Zorx Bottle'],
      ['Rooms - Quxfoo Wharf'],
      ['Travel - Xanthe Barfoo'],
    ])
  })

  test('but not if they are sections', () => {
    expect(
      told(lines('Tides', 'Moons - Zorx Quxfoo', 'Sails', 'Knots - Ada Lovelace'), 'tides', true),
    ).toHaveLength(1)
  })
})

test.each([
  ['Oars and Tides #6', 'Knots', 'Knots'],
  ['Oars and Tides', 'Knots', 'Oars and Tides'],
])(
  'below the title "%s" the only heading, which has a speaker, is the talk %s: %s',
  (title, heading, talk) => {
    expect(
      told(`---\ntitle: "${title}"\n---\n\n## ${heading}\nBy Ada Lovelace\n\nx\n`, 'oars6')[0]?.[0],
    ).toBe(talk)
  },
)

test.each(['桨手年會', '桨手カンファレンス', '노잡이 컨퍼런스'])('%s is an event with talks', (event) => {
  const text = `# 2024-06-09 ${event}\n\n## Tides / Ada Lovelace\n\nx\n\n## Moons\n\nx\n\n## Knots\n\nx\n`
  expect(told(text, 'note', true)).toEqual([['Tides', 'Ada Lovelace'], ['Moons'], ['Knots']])
})

describe('what lists other pages', () => {
  test.each([
    [
      'for DocC',
      '# Oars\n\n@Metadata {\n    @TechnologyRoot\n}\n\nBy the sea.\n\n## Topics\n\n- <doc:Tides>\n- <doc:Knots>\n- <doc:Sails>\n',
    ],
    [
      'for a book',
      '# Summary\n\n* Thursday\n    * [Tides](1/tides.md)\n    * [Knots](1/knots.md)\n    * [Sails](1/sails.md)\n',
    ],
  ])('is no talk: %s', (_, text) => {
    expect(read(text, 'SUMMARY', true).skipped).toBe('lists other pages')
  })

  test('names the event by its front matter, if that says a title', () => {
    const text =
      '---\ntitle: OarConf 2024\n---\n\n## All of it\n\n- [Tides](tides.md)\n- [Knots](knots.md)\n- [Sails](sails.md)\n'
    expect(read(text, '_index', true)).toMatchObject({ skipped: 'lists other pages', event: 'OarConf 2024' })
  })

  test('may be a talk that leads to others', () => {
    const text =
      '# Tides\n\nThe moon pulls at the water, and the shore decides how far it comes in the night.\n\n- [Knots](knots.md)\n- [Sails](sails.md)\n- [Reefs](reefs.md)\n'
    expect(told(text, 'tides', true)).toEqual([['Tides']])
  })
})

describe('titles as lines below the headings of days', () => {
  const days = (...titles: readonly [string, string, string]) =>
    `# OarConf 2024\n\n## Day 1\n\n${titles[0]}\n\n- They turn.\n- Twice.\n\n${titles[1]}\n\n- They hold.\n\n## Day 2\n\n${titles[2]}\n\n- x\n`
  const all = [
    ['Tides that turn', 'Ada Lovelace'],
    ['Knots', 'Grace Hopper'],
    ['Sails', 'Mary Somerville'],
  ]

  test.each([
    ['with who spoke behind them', ' - '],
    ['with who spoke on the next line', '\n'],
  ])('are talks: %s', (_, between) => {
    const [one = '', two = '', three = ''] = all.map((talk) => talk.join(between))
    expect(told(days(one, two, three), 'oarconf')).toEqual(all)
  })

  test('are none if nobody whom they may name is known', () => {
    const all = ['Tides that turn - Zorx Bottle', 'Knots - Quxfoo Wharf', 'Sails - Xanthe Barfoo'] as const
    expect(told(days(...all), 'oarconf')).toEqual([['Day 1'], ['Day 2']])
  })

  test('are none if nobody is named', () => {
    expect(told(days('Tides that turn', 'Knots', 'Sails'), 'oarconf')).toEqual([['Day 1'], ['Day 2']])
  })
})

test.each([
  '| Speaker | Ada Lovelace |\n| --- | --- |\n| Date | 2024-06-09 |',
  'Speaker | Ada Lovelace\n--- | ---\nDate | 2024-06-09',
])('a table of fields says who spoke and when: %s', (table) => {
  expect(read(`# Tides\n\n${table}\n\nThey turn.\n`).talks).toMatchObject([
    { title: 'Tides', date: '2024-06-09', speakers: [{ name: 'Ada Lovelace' }] },
  ])
})

test('headings may be written as HTML, unless they are shown as code', () => {
  const text = '<h1 align="center"> Tides </h1>\n\nBy Ada Lovelace\n\n```html\n<h1>Knots</h1>\n```\n'
  expect(told(text, 'note', true)).toEqual([['Tides', 'Ada Lovelace']])
  expect(JSON.stringify(read(text, 'note', true).talks)).toContain('<h1>Knots</h1>')
})

test.each([
  ['*Sprecher: Ada Lovelace, 20. Juni 2024*', ['Ada Lovelace', '2024-06-20', undefined, undefined]],
  ['Speaker: Ada Lovelace, 20 June 2024, 10:30', ['Ada Lovelace', '2024-06-20', '10:30', undefined]],
  ['Room: Hall 3, 14:30–15:15, 20.06.2024', ['', '2024-06-20', '14:30', 'Hall 3']],
  ['Room: Hall 3, first floor', ['', undefined, undefined, 'Hall 3, first floor']],
])('a field may say when it was behind a comma: %s', (line, told) => {
  const [talk] = read(`# Tides\n${line}\n\n- They turn.\n`).talks
  expect([talk?.speakers.map(({ name }) => name).join(), talk?.date, talk?.starts, talk?.room]).toEqual(told)
})

test('code in the item of a heading, as outliners keep it, ends where it did', () => {
  const text = '- ## Docker\n\t```sh\n\tdocker run\n\t```\n\tAfter.\n- ## Compose\n\t- up\n'
  const found = read(text).talks.map(({ title, blocks }) => [
    title,
    ...blocks.map((block) => block.text.trim()),
  ])
  expect(JSON.stringify(found)).toMatch(/Docker.*"docker run","After\."/)
  expect(JSON.stringify(found)).toMatch(/Compose.*"up"/)
})

test('who spoke, when and where is not what a talk is about whose text begins below a heading', () => {
  const line = 'by Ada Lovelace (Oar Ltd) · Room 8 · 2024-06-09 · notes by Ben'
  const textsOf = (text: string) => read(text).talks[0]!.blocks.map((block) => block.text)
  expect(textsOf(`# Tides\n${line}\n\n## In short\n\nThey turn.\n`)).toEqual([
    'In short',
    'They turn.',
    'Details',
    line,
  ])
  expect(textsOf(`# Tides\n${line}\n\nThey turn.\n`)).toEqual(['They turn.', line])
  expect(textsOf(`# Tides\n${line}\n\n## In short\n`)).toEqual([line, 'In short'])
})

describe('a first heading above nothing but fields', () => {
  const fields = '## Meta\nSched URL(s): https://oars.example/tides\n\nVideo:\n\n'

  test('is none of the talk, whose title is the next one', () => {
    const text = `${fields}## Tides that turn - Ada Lovelace, Engine Works\nThey turn.\n\n### Why\n\nThe moon.\n`
    const [talk] = read(text, 'tides-that-turn', true).talks
    expect(talk).toMatchObject({ title: 'Tides that turn', speakers: [{ name: 'Ada Lovelace' }] })
    // The text comes first, and the fields stay.
    expect(talk?.blocks[0]?.text).toBe('They turn.')
    expect(JSON.stringify(talk?.blocks)).toContain('oars.example')
  })

  test('is a section as ever above a text, or beside other sections', () => {
    expect(told(`## Info\nThe tides turn twice.\n\n## Water\nIt falls.\n`, 'tides', true)).toEqual([
      ['Tides'],
    ])
    expect(told(`${fields}## Summary\nThey turn.\n`, 'tides', true)).toEqual([['Tides']])
  })
})

describe('a line that says whom the file is called by', () => {
  test.each(['ADA LOVELACE', 'Ada Lovelace'])('names the speaker of what stands above it: %s', (name) => {
    const [talk] = read(
      `Tides: how do they turn?\n\n${name}\n\n- twice a day\n`,
      '02-ada-lovelace',
      true,
    ).talks
    expect(talk).toMatchObject({ title: 'Tides: how do they turn?', speakers: [{ name: 'Ada Lovelace' }] })
    expect(talk?.blocks.map(({ text }) => text)).toEqual(['twice a day'])
  })

  test('says nothing of a sentence above it, nor of a title of the same words', () => {
    expect(told('The tides turn twice.\n\nTides turn\n\n- x\n', 'tides-turn', true)).toEqual([['Tides turn']])
    expect(told('Ada Lovelace\n\nAda Lovelace\n\n- x\n', 'ada-lovelace', true)[0]?.[0]).toBe('Ada Lovelace')
  })
})
