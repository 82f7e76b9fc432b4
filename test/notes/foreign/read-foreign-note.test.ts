import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'

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
    { numRuns: 500 },
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
      '# Tides\n\n## Presenters\n\n- Ada Lovelace\n- Zora Quxfoo\n\n## Notes\n\nx\n',
    ],
    [
      'in a list below a line',
      '# Tides\n\nSpeakers\n- [Ada Lovelace](https://a.example), engineer\n- Zora Quxfoo\n\nThey turn.\n',
    ],
  ])('%s', (_, text) => {
    expect(speakersOf(text)).toEqual([['Tides', 'Ada Lovelace', 'Zora Quxfoo']])
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
    expect(speakersOf('# Tides - [Zora Long](https://twitter.com/zoralong)\n\nx\n')).toEqual([
      ['Tides', 'Zora Long'],
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
