import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'
import { bodyOfBlocks } from '../../../src/notes/foreign/talks/body-of-blocks.ts'
import { runs } from '../../helpers/runs.ts'

const titlesOf = (
  text: string,
  options: { readonly hasSiblings?: boolean; readonly split?: 'none' | number } = {},
) =>
  readForeignNote(text, { stem: 'the file', dialect: 'markdown', ...options }).talks.map(({ title }) => title)

describe('a file is one talk', () => {
  test.each([
    ['with one top heading', '# Tides\n\nThey turn.\n\n## Moons\n\nx\n\n## Harbours\n\nx\n'],
    [
      'with a speaker below its top heading',
      '# Tides\n## Ada Lovelace - Engine Works\n\n- They turn.\n\n## Moons\n\nx\n',
    ],
    [
      'whose front matter names the speaker',
      '---\ntitle: Tides\nspeaker: Ada Lovelace\n---\n# Moons\n\nx\n\n# Harbours\n\nx\n',
    ],
  ])('%s', (_, text) => {
    expect(titlesOf(text)).toEqual(['Tides'])
  })

  test('among others, if nothing says that its headings are talks', () => {
    expect(titlesOf('## Moons\n\nx\n\n## Harbours\n\nx\n', { hasSiblings: true })).toEqual(['The file'])
  })

  test('if somebody says so', () => {
    expect(
      titlesOf('# OarConf 2019\n\n## Tides by Ada Lovelace\n\nx\n\n## Moons by Ada Lovelace\n\nx\n', {
        split: 'none',
      }),
    ).toEqual(['OarConf 2019'])
  })
})

describe('a file is several talks', () => {
  test.each([
    [
      'whose headings have speakers',
      '# Notes of mine\n\n## Tides - Ada Lovelace\n\nx\n\n## Moons - Charles Babbage\n\nx\n',
    ],
    ['whose headings are days', '# Monday\n\n## Tides\n\nx\n\n# Tuesday\n\n## Moons\n\nx\n'],
    ['below the name of an event', '# OarConf\n\n## Tides\n\nx\n\n## Moons\n\nx\n'],
  ])('%s', (_, text) => {
    expect(titlesOf(text, { hasSiblings: true })).toEqual(['Tides', 'Moons'])
  })

  test('at the level that somebody says', () => {
    expect(titlesOf('# A\n\n## Tides\n\nx\n\n## Moons\n\nx\n', { split: 2 })).toEqual(['Tides', 'Moons'])
  })
})

test.each([
  ['a draft', '---\ntitle: Tides\ndraft: true\n---\nx\n', 'is a draft'],
  ['a template', '# {{title}}\n\nx\n', 'is a template'],
])('%s gives no talk, and says why', (_, text, reason) => {
  expect(readForeignNote(text, { stem: 'x' })).toMatchObject({ talks: [], skipped: reason })
})

test('no text makes it throw', () => {
  const piece = fc.constantFrom('---\n', '+++\n', 'title: ', 'speaker: [', 'a: b\n', '# ', '## ', '- ', '> ', '[[', ']]', '{{< ', ' >}}', '**', '@a', 'Ada Lovelace', 'by ', ' - ', '\n', '\n\n', '2024-06-09', '```\n', '%%', '| a |\n', '\u0000', '\ud800') // biome-ignore format: a list
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, isLong) => {
      readForeignNote(pieces.join(''), { stem: 'x', isLong })
    }),
    { numRuns: runs(500) },
  )
})

describe('who speaks', () => {
  const speakersOf = (text: string) =>
    readForeignNote(text, { stem: 'the file', dialect: 'markdown', hasSiblings: true }).talks.map(
      ({ title, speakers }) => [title, ...speakers.map(({ name }) => name)],
    )
  test.each([
    [
      'in a list below a heading',
      '# Tides\n\n## Presenters\n\n- Ada Lovelace\n- Zorx Quxfoo\n\n## Notes\n\nx\n',
    ],
    [
      'in a list below a line',
      '# Tides\n\nSpeakers\n- [Ada Lovelace](https://a.example), engineer\n- Zorx Quxfoo\n\nThey turn.\n',
    ],
  ])('%s', (_, text) => {
    expect(speakersOf(text)).toEqual([['Tides', 'Ada Lovelace', 'Zorx Quxfoo']])
  })

  test('in the first line of a quotation, the rest of which stays', () => {
    const [talk] = readForeignNote('# Tides\n> Ada Lovelace\n> They turn twice a day.\n', {
      stem: 'tides',
      dialect: 'markdown',
    }).talks
    expect(talk?.speakers).toEqual([{ name: 'Ada Lovelace' }])
    expect(talk?.blocks.map(({ text }) => text)).toEqual(['They turn twice a day.'])
  })

  test('beside a link to their profile, whatever their name', () => {
    expect(speakersOf('# Tides - [Zorx Long](https://twitter.com/zorxlong)\n\nx\n')).toEqual([
      ['Tides', 'Zorx Long'],
    ])
  })

  test('in a heading that says so, which is no title', () => {
    expect(speakersOf('Tides of the north\n\n## Speaker: Ada Lovelace\n\nx\n\n## Moons\n\nx\n')).toEqual([
      ['Tides of the north', 'Ada Lovelace'],
    ])
  })

  test('as the title, if it is a name that people have', () => {
    expect(speakersOf('# Charles Babbage\n\n- Engines turn.\n')).toEqual([
      ['Charles Babbage', 'Charles Babbage'],
    ])
    expect(speakersOf('# Machine Learning\n\n- Engines turn.\n')).toEqual([['Machine Learning']])
  })

  test('below what a program is told of the page', () => {
    expect(
      speakersOf('# Tides\n\n@Metadata {\n    @TitleHeading("Talk")\n}\n\nAda Lovelace\n\n## Moons\n\nx\n'),
    ).toEqual([['Tides', 'Ada Lovelace']])
  })

  test('a firm behind a role is nobody', () => {
    expect(
      speakersOf(
        '# Tides\n\n- Speaker: [Ada Lovelace](https://a.example), CEO, [Clever Engine](https://b.example)\n',
      ),
    ).toEqual([['Tides', 'Ada Lovelace']])
  })
})

test('a day as the top heading holds talks, also among other files', () => {
  expect(
    titlesOf('# Friday, Apr 21\n\n## Tides ([link](https://oar.example/1))\n\nx\n\n## Moons\n\nx\n', {
      hasSiblings: true,
    }),
  ).toEqual(['Tides', 'Moons'])
})

test('a note of which only the first heading has a speaker is one talk', () => {
  expect(
    titlesOf('# Tides - Ada Lovelace\n\nx\n\n# First rule of tides\n\nx\n', { hasSiblings: true }),
  ).toEqual(['Tides'])
})

test('a page that holds a title alone is left out, and said', () => {
  expect(
    readForeignNote('---\ntitle: Search\nlayout: search\n---\n', { stem: 'search', dialect: 'markdown' })
      .skipped,
  ).toBe('holds no text')
})

describe('headings', () => {
  test('that come again and again are sections, at whatever level', () => {
    const talk = (title: string) => `## ${title}\n\n- Ada Lovelace, engineer\n\n## What I think ⭐⭐\n\nx\n\n`
    expect(titlesOf(`# OarConf 2019\n\n${talk('Tides')}${talk('Moons')}${talk('Harbours')}`)).toEqual([
      'Tides',
      'Moons',
      'Harbours',
    ])
  })

  test('that only say where it was are no talks', () => {
    expect(
      titlesOf(
        '# OarConf 2019\n\n### Harbour Hall\n\n## Tides - Ada Lovelace\n\nx\n\n## Moons - Ada Lovelace\n\nx\n',
      ),
    ).toEqual(['Tides', 'Moons'])
    expect(
      titlesOf('# OarConf 2019\n\n#### 9 June 2019, Harbour Hall\n\n###### *Ada Lovelace*\n\n1. Tides\n'),
    ).toEqual(['OarConf 2019'])
  })

  test('of a day hold talks, whose event the day names', () => {
    const note = readForeignNote('# OarConf - Friday, April 29\n\n## Tides\n\nx\n\n## Moons\n\nx\n', {
      stem: 'friday',
      dialect: 'markdown',
      hasSiblings: true,
    })
    expect([note.event, ...note.talks.map(({ title }) => title)]).toEqual(['OarConf', 'Tides', 'Moons'])
  })

  test('stand below a line that names the event', () => {
    const note = readForeignNote(
      'OarConf 2018\n\n# Tides\n\n## Ada Lovelace\n\nx\n\n# Moons\n\n## Charles Babbage\n\nx\n',
      {
        stem: 'notes-1',
        dialect: 'markdown',
      },
    )
    expect(note.event).toBe('OarConf 2018')
    expect(
      readForeignNote(
        '**Presenter:** Oars at OarConf\n\n# Tides by Ada Lovelace\n\nx\n\n# Moons by Ada Lovelace\n\nx\n',
        {
          stem: 'notes-1',
          dialect: 'markdown',
        },
      ).event,
    ).toBeUndefined()
  })

  test('that say that talks follow hold them', () => {
    expect(
      titlesOf('## Oral Presentations\n\n### Tides\n\nx\n\n### Moons\n\nx\n', { hasSiblings: true }),
    ).toEqual(['Tides', 'Moons'])
  })

  test.each([
    ['a session in its title', '# Meet the tides (OarConf 2021)\n\n## Ebb\n\nx\n\n## Flood\n\nx\n'],
    ['a whole talk', "# Notes on Ada's talk on tides\n\n# Ebb\n\nx\n\n# Flood\n\nx\n"],
    ['a day and a subject', '# Oars, as we make them - 18 Jan 2017\n\n## Wood\n\nx\n\n## Iron\n\nx\n'],
  ])('below one that names %s are its sections', (_, text) => {
    expect(
      readForeignNote(text, { stem: 'oars, as we make them 18 Jan 2017', dialect: 'markdown' }).talks,
    ).toHaveLength(1)
  })
})

test('of a list of talks only its items are talks', () => {
  const items = (who: readonly string[]) =>
    who.map((name) => `* [Tides of ${name}](https://youtu.be/${name}) by **Ada ${name}**\n`).join('')
  const text = `# Talks\n\n## North\n\n${items(['Lovelace', 'Miller', 'Smith'])}\n## South\n\nMore to come, one day.\n\n${items(['Brown', 'Jones'])}`
  expect(titlesOf(text).filter((title) => /^(?:North|South)$/.test(title))).toEqual([])
})

test('talks are of the day that their file is called by, if that is of one evening, unless they say another', () => {
  const datesOf = (text: string, stem = '2018-9-26-oar-meetup') =>
    readForeignNote(text, { stem, dialect: 'markdown' }).talks.map(({ date }) => date)
  const talk = (title: string) => `## ${title}: Ada Lovelace\n\nx\n\n`
  const text = talk('Tides') + talk('Moons')
  expect(datesOf(text)).toEqual(['2018-09-26', '2018-09-26'])
  expect(datesOf(`---\ndate: 2018-09-27\n---\n${text}`)).toEqual(['2018-09-27', '2018-09-27'])
  // A post may be written long after.
  expect(datesOf(text, '2018-09-26-what-i-heard')).toEqual([undefined, undefined])
})

describe('slides', () => {
  const deck = (titles: readonly string[]) => titles.map((title) => `# ${title}\n\nx\n`).join('\n---\n\n')
  const parts = ['Tides', 'Ebb', 'Flood', 'Moons', 'Rope', 'Ends']
  test('are one talk, with the title of the first', () => {
    expect(titlesOf(deck(parts))).toEqual(['Tides'])
    expect(titlesOf(deck(parts.slice(0, 3)))).toHaveLength(3)
  })

  test('are none if their headings have speakers, or the first names an event', () => {
    expect(titlesOf(deck(parts.map((title) => `${title} - Ada Lovelace`)))).toHaveLength(6)
    expect(titlesOf(deck(['OarConf 2019', ...parts]))).toHaveLength(6)
  })
})

test('an hour and a place in the programme are no part of a title, nor a heading', () => {
  expect(titlesOf('# Monday Morning Session 2: Tides\n\nx\n', { hasSiblings: true })).toEqual(['Tides'])
  expect(
    titlesOf('# Keynote - DHH\n\n## 9:00 AM session\n\n### Ebb\n\nx\n\n### Flood\n\nx\n', {
      hasSiblings: true,
    }),
  ).toEqual(['Keynote - DHH'])
})

describe('a title', () => {
  const read = (text: string, stem = 'a') => {
    const { talks, titleEvent } = readForeignNote(text, { stem, dialect: 'markdown', hasSiblings: true })
    return [titleEvent, ...talks.map(({ title }) => title)]
  }
  test.each([
    ['behind the name of its event', '# OarConf 2019 - Tides that turn twice\n\nx\n', 'a'],
    ['behind it in the name of the file', '- They turn.\n', 'OarConf 2019 - Tides that turn twice'],
    ['in a line below it', '# OarConf 2019\n\nTITLE OF SESSION: Tides that turn twice\n\n# Ebb\n\nx\n', 'a'],
  ])('%s', (_, text, stem) => {
    expect(read(text, stem)).toEqual(['OarConf 2019', 'Tides that turn twice'])
  })

  test.each([
    [
      'that begins with a product and its year',
      '# Oars 2020: why they still turn\n\nx\n',
      'Oars 2020: why they still turn',
    ],
    [
      'beside a badge',
      '# Tides [![How it went](https://a.example/b.svg)](https://a.example)\n\nx\n',
      'Tides',
    ],
    ['of slides', '# [fit] Tides that turn\n\nx\n', 'Tides that turn'],
  ])('%s', (_, text, title) => {
    expect(read(text)).toEqual([undefined, title])
  })

  test.each([
    [
      'that only a section has, in a file with a better name',
      '# Resources\n\n* x\n',
      'tides of the north',
      'Tides of the north',
    ],
    [
      'that asks, though sections ask too',
      '# Why do they turn?\n\nx\n',
      'tides of the north',
      'Why do they turn?',
    ],
    ['below tags', '#sea #tides\n\n# Tides\n\nx\n', 'a', 'Tides'],
    [
      'in a line above a list, if the file is called by an abbreviation',
      'Tides in the whole of the north\n\n- They turn.\n',
      '1_twn',
      'Tides in the whole of the north',
    ],
    ['not in any line above a list', 'Zorx ____ - said so\n\n- They turn.\n', 'Tides', 'Tides'],
    [
      'before a name, above sections',
      '30 tides: Why they turn by [Ada Lovelace](https://twitter.com/ada)\n\n> They do.\n\n### What turns\n\nx\n',
      '18-tides',
      '30 tides: Why they turn',
    ],
  ])('%s', (_, text, stem, title) => {
    expect(read(text, stem)[1]).toBe(title)
  })

  test('is no line that says something else', () => {
    expect(read('**Presenter:** Zorx Quxfoo\n\n## Bio\n\nx\n\n## Abstract\n\nx\n', 'tides')[1]).toBe('Tides')
  })
})

describe('pages beside talks', () => {
  const read = (text: string, isBeside: boolean) =>
    readForeignNote(text, { stem: 'ada', dialect: 'markdown', isBeside }).skipped
  const page = '---\nname: Ada Lovelace\ncompany: Engine Works\n---\nShe counts.\n'
  test('of a person are left out, and named', () => {
    expect(read(page, true)).toBe('is on a person, a firm or a place')
    expect(read(`---\ntype: Speaker\n---\nShe counts.\n`, false)).toBe('is on a person, a firm or a place')
  })

  test('that only say where to find somebody are left out among others', () => {
    expect(
      readForeignNote('* Twitter: [@ada](https://twitter.com/ada)\n\n## Talks\n\n* [[Tides]]\n', {
        stem: 'Ada-Lovelace',
        dialect: 'markdown',
        hasSiblings: true,
      }).skipped,
    ).toBe('is on a person, a firm or a place')
  })

  test('are talks all the same if they say so', () => {
    expect(read(page, false)).toBeUndefined()
    expect(read('---\nname: Tides\ndate: 2019-04-01\n---\nThey turn.\n', true)).toBeUndefined()
  })

  test('that a program fills are left out, and named', () => {
    expect(
      read('---\ntitle: Talks\n---\n{% for talk in site.talks %}\n- {{ talk.title }}\n{% endfor %}\n', false),
    ).toBe('is filled by a program')
  })
})

describe('who speaks, told otherwise', () => {
  const speakers = (text: string, stem = 'the file') =>
    readForeignNote(text, { stem, dialect: 'markdown', hasSiblings: true }).talks.flatMap((talk) =>
      talk.speakers.map(({ name }) => name),
    )
  test.each([
    [
      'with the work, below other facts',
      '# Tides\n\n- Length 51:14\n- Zorx Quxfoo as lead engineer, Oar Ltd\n\nx\n',
    ],
    ['with the firm', '# Tides\n\nZorx Quxfoo from OAR\n\nThey turn.\n'],
    [
      'after "by", with several firms',
      '# Tides\n\nby Zorx Quxfoo from OAR and Harbour Institute of Technology\n\nx\n',
    ],
    ['alone, above the sections', '# Tides\n## Zorx Quxfoo\n## Summary\nThey turn.\n'],
    ['alone on a line above them', '# Tides\n\nZorx Quxfoo\n\n## Abstract\n\nThey turn.\n'],
    [
      'with a firm in brackets, among details',
      '# Tides\n\n## Details:\n\n* https://a.example/49\n* Ada Lovelace (Oarworks)\n\n## Notes:\n\nThey turn.\n',
      'Ada Lovelace',
    ],
    ['with a dash', '# Tides\n\n— Zorx Smith\n\nThey turn.\n', 'Zorx Smith'],
    ['with more than a name', '# Tides\n\nby Zorx Quxfoo II\n\nThey turn.\n', 'Zorx Quxfoo II'],
    ['before a firm, behind the title', '# Tides turn - Zorx Quxfoo (Oar Ltd)\n\nx\n'],
    [
      'below a heading for it, further down',
      '## Slides: https://a.example/tides\n\n## Our Speaker:\n\n- Zorx Quxfoo [Engineer] - [Twitter](https://twitter.com/z)\n\n## Links\n\nx\n',
    ],
    [
      'below a heading that says the title otherwise',
      '---\ntitle: Tides\n---\n# Tides, and how they turn\n\n**Speaker(s):** Zorx Quxfoo\n\nThey turn.\n',
    ],
    ['as who gave it', '# Tides\n\nTalk given by: Zorx Quxfoo\n\nThey turn.\n'],
    ['as the path of a page', '---\ntitle: Tides\nspeakers:\n  - _people/zorx-quxfoo.md\n---\nThey turn.\n'],
  ])('%s', (_, text, name = 'Zorx Quxfoo') => {
    expect(speakers(text)).toEqual([name])
  })

  test('in the name of the file', () => {
    expect(speakers('# Tides\n\nThey turn.\n', 'zorx-quxfoo_tides')).toEqual(['Zorx Quxfoo'])
  })

  test('by a handle, unless it is a firm’s', () => {
    expect(speakers('# Tides - @zorxq\n\nThey turn.\n')).toEqual(['@zorxq'])
    expect(speakers('# Tides - @Oarworks\n\nThey turn.\n')).toEqual([])
  })

  test('above the only other heading, which is the title', () => {
    const [talk] = readForeignNote('# Ada Lovelace\n\n#### Engines that count themselves\n\nThey do.\n', {
      stem: 'ada-lovelace',
      dialect: 'markdown',
    }).talks
    expect([talk?.title, ...(talk?.speakers ?? []).map(({ name }) => name)]).toEqual([
      'Engines that count themselves',
      'Ada Lovelace',
    ])
  })

  test.each([
    ['a field', 'title: Zorx Quxfoo\ntalk: Engines that count themselves', 'They do.'],
    [
      'the heading with which a page on somebody begins',
      'title: Zorx Quxfoo',
      '### Engines that count themselves\n\nThey do.\n\n##### Pronouns: she/her',
    ],
  ])('as the title of a page, if %s says what was spoken on', (_, fields, text) => {
    const [talk] = readForeignNote(`---\n${fields}\n---\n\n${text}\n`, {
      stem: 'zorx',
      dialect: 'markdown',
    }).talks
    expect([talk?.title, ...(talk?.speakers ?? []).map(({ name }) => name)]).toEqual([
      'Engines that count themselves',
      'Zorx Quxfoo',
    ])
  })

  test('is nobody whom a title only looks like', () => {
    const text = '### Engines that count themselves\n\nThey do.\n'
    expect(speakers(`---\ntitle: Zorx Quxfoo\n---\n\n${text}`)).toEqual([])
    expect(speakers(`---\ntitle: Zorx Quxfoo\nspeaker: Ada Lovelace\n---\n\n${text}`)).toEqual([
      'Ada Lovelace',
    ])
  })

  test('no place, and nobody who only reports', () => {
    expect(speakers('# Oars 2015\n\n### San Quxfoo, MO\n\nx\n')).toEqual([])
    expect(
      speakers('---\ntitle: April meetup\nauthor: Ada Lovelace\ncategories: [Event]\n---\n## Tides\n\nx\n'),
    ).toEqual([])
  })
})

describe('no word of a line below a title is lost, whatever its key', () => {
  const lines = [
    'Event: OarConf 2019',
    'Attendees: Ada, Bob',
    'Follow-ups: Try longer oars',
    'Kind: unconference',
    'Language: with hands and feet',
    'Recorded: nobody knows',
    'Audience: 200 rowers',
    'Company: Oarworks Ltd',
    'Rating: five shells',
    'Mood: stormy',
    'Location: Harbour Hall',
    'Room: Boathouse B',
    'Track: rivers',
    'Video: https://video.example/oars',
    'Description: It tells of currents.',
  ]
  const signs = fc.constantFrom('', '- ', '* ')
  const keys = fc.constantFrom('plain', 'bold')
  const written = (line: string, sign: string, key: string) =>
    sign + (key === 'bold' ? line.replace(/^([^:]+):/, '**$1:**') : line)
  const others = ['Speaker: Zorx Quxfoo', 'Date: 2019-05-01']

  test.each(['one talk', 'several talks'])('of %s', (how) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        signs,
        keys,
        fc.subarray(others, { minLength: 1 }),
        (line, sign, key, beside) => {
          const head = [...beside, line].map((one) => written(one, sign, key)).join('\n')
          const talk = `Oars that bend\n\n${head}\n\nThey row far.\n`
          const text =
            how === 'one talk'
              ? `# ${talk}`
              : `# Oar days\n\n## ${talk}\n## Tides\n\nSpeaker: Emil Ease\n\nThey turn.\n`
          const note = readForeignNote(text, { stem: 'oars', dialect: 'markdown' })
          expect(note.talks).toHaveLength(how === 'one talk' ? 1 : 2)
          // The only talk's event is the note's.
          const told = JSON.stringify(how === 'one talk' ? note : note.talks[0])
          for (const word of line.slice(line.indexOf(':') + 1).match(/[\p{L}\p{N}]+/gu) ?? [])
            expect(told).toContain(word)
        },
      ),
      { numRuns: runs(300) },
    )
  })
})

test('the marks of footnotes are left out; code that is no block and classes of characters stay', () => {
  const texts = (text: string) =>
    readForeignNote(text, { stem: 'tides', dialect: 'markdown' }).talks[0]?.blocks.map((block) => block.text)
  expect(texts('# Tides\n\nThey turn.[^1]\n\n[^1]: Twice a day.\n')).toEqual(['They turn.', 'Twice a day.'])
  for (const said of [
    "import Tide from 'tide'",
    "import Foundation from 'swift' is how it begins.",
    'import taxes on tides, from now on',
    '[^a-z]: means everything but small letters.',
  ])
    expect(texts(`# Tides\n\n${said}\n`)).toEqual([said])
})

test('what Notion writes behind the names of what is related is no part of them, and other files are', () => {
  const titleOf = (title: string) =>
    readForeignNote(`---\ntitle: ${title}\n---\n\nThey turn.\n`, { stem: 'tides' }).talks[0]?.title
  expect(titleOf('Tides (../Tags/Tides.md)')).toBe('Tides')
  expect(titleOf('Tides (Tags/High%20tides.md)')).toBe('Tides')
  for (const title of ['What goes into a good README (README.md)', 'Writing docs (docs/README.md)'])
    expect(titleOf(title)).toBe(title)
})

test('an id of a video alone is one of YouTube, and a name is none', () => {
  const linksOf = (fields: string) =>
    readForeignNote(`---\ntitle: Tides\n${fields}\n---\n\nThey turn.\n`, {
      stem: 'tides',
    }).talks[0]?.links.map(({ url }) => url)
  expect(linksOf('videoId: abc123def45')).toEqual(['https://www.youtube.com/watch?v=abc123def45'])
  expect(linksOf('video_id: tides-anew-')).toEqual([])
  expect(linksOf('video_id: abc123def45\nvideo_provider: parent')).toEqual([])
})

const servedTalk = (text: string) => {
  const [talk] = readForeignNote(text, { stem: 'tides', dialect: 'markdown' }).talks
  return { tags: talk!.tags, ...bodyOfBlocks(talk!.blocks, talk!.line) }
}

test('what says nothing by itself is no summary', () => {
  const talkOf = (text: string) => servedTalk(`# Tides - Ada Miller\n\n${text}\n`)
  for (const label of ['Why we came:', '10:10', '10:10 - 11:00', ':construction:'])
    expect([label, talkOf(`${label}\n\n- They turn.`).summary.text]).toEqual([label, ''])
  const said = ({ sections }: ReturnType<typeof talkOf>) =>
    sections.flatMap(({ passages }) => passages.map(({ text }) => text))
  expect(said(talkOf('Why we came:\n\n- They turn.'))).toEqual(['Why we came:', 'They turn.'])
  expect(said(talkOf('**Notes:**\n\n- They turn.'))).toEqual(['They turn.'])
  for (const text of [
    'They turn: twice a day.',
    'In this talk Ada told us why tides turn:',
    'Notes on tides',
  ])
    expect(talkOf(`${text}\n\n- They turn.`).summary.text).toBe(text)
})

test('a field that says that there is nothing says nothing, and what is called one topic is one tag', () => {
  const talkOf = (...fields: readonly string[]) => {
    const text = ['# Tides', '**Speaker:** [Ada Miller](https://e.org/ada) <br>', ...fields, '', 'They turn.']
    return servedTalk(text.join('\n'))
  }
  const talk = talkOf('**Topic:** Tides at sea <br>', '**Slides:** N/A <br>', '**Local:** N/A <br>')
  expect([talk.tags, talk.summary.text, talk.sections]).toEqual([['tides at sea'], 'They turn.', []])
  expect(talkOf('**Topic:** tides, moons').tags).toEqual(['tides', 'moons'])
  expect(talkOf('**Topic:** #tides #moons').tags).toEqual(['tides', 'moons'])
  expect(talkOf('**Tags:** tides moons <br>').tags).toEqual(['tides', 'moons'])
  const sentence = 'Why tides turn and what it does to us'
  expect(talkOf(`**Topic:** ${sentence}`).tags).toEqual([sentence.toLowerCase()])
})

test('a label with the address on a line of its own below says what is there', () => {
  const kindsOf = (text: string) =>
    readForeignNote(`# Tides - Ada Miller\n\nThey turn.\n\n${text}\n`, {
      stem: 'tides',
      dialect: 'markdown',
    }).talks[0]!.links.map(({ kind, title }) => [kind, title])
  expect(kindsOf('Presentation slides:\n\nhttps://e.org/tides/#/')).toEqual([
    ['slides', 'Presentation slides'],
  ])
  expect(kindsOf('## Code\n\nhttps://e.org/tides')).toEqual([['code', 'Code']])
  const page = [['site', 'Page on e.org']]
  expect(kindsOf('Presentation slides:\n\nThey are at https://e.org/tides')).toEqual(page)
  expect(kindsOf('We saw the slides.\n\nhttps://e.org/tides')).toEqual(page)
})

test('who speaks is read in a line that is set in below the title, and code there stays code', () => {
  const talkOf = (line: string) =>
    readForeignNote(`# Tides\n\n    ${line}\n\n## Moons\n\n    - They pull.\n`, {
      stem: 'tides',
      dialect: 'markdown',
    }).talks[0]!
  const { speakers, blocks } = talkOf('- Ada Miller, Harbour Master')
  expect([speakers, blocks.at(-1)?.text]).toEqual([[{ name: 'Ada Miller' }], 'Ada Miller, Harbour Master'])
  for (const code of ['@tides', 'git commit', 'print "Ada Miller"', 'author: Ada Miller', 'SELECT name, age'])
    expect([code, talkOf(code).speakers, talkOf(code).blocks[0]?.form]).toEqual([code, [], 'code'])
})
