import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'

const titlesOf = (text: string) =>
  readForeignNote(text, { stem: 'oarconf-2' }).talks.map(({ title, speakers }) =>
    [title, ...speakers.map(({ name }) => name)].join(' / '),
  )

const heading = (depth: number, text: string) =>
  `${'#'.repeat(depth)} ${text}\n\n- They hold.\n- They turn.\n\n`

const talks = [
  'Knots that hold - Ada Lovelace, Rope Maker',
  'Tides that turn - Ben Sample, Harbour Master at Oars',
  'Sails that pull - Cleo Beispiel, Sailor',
  'Oars that bend - Dan Muster, Oar Maker',
]

test.each([0, 1, 3])(
  'a talk is one of all although its heading is as high as that of all, the %i. of them',
  (slip) => {
    const text = talks.map((title, at) => heading(at === slip ? 2 : 3, title)).join('')
    const even = talks.map((title) => heading(3, title)).join('')
    const of = heading(2, 'OarConf 2024 - Day Two')
    expect(titlesOf(`${of}${text}`).toSorted()).toEqual(titlesOf(`${of}${even}`).toSorted())
  },
)

test('what is as high as all and names nobody stays where it is', () => {
  const text = [
    heading(2, 'OarConf 2024'),
    ...talks.map((title) => heading(3, title)),
    heading(2, 'What to read'),
  ].join('')
  expect(titlesOf(text)).toHaveLength(talks.length + 1)
})

const steps = (first: string, ...others: readonly string[]) =>
  [first, ...others].map((text, at) => `${'#'.repeat(at + 1)} ${text}\n\n`).join('')

test.each([
  ['the event', ['# Monday, 03/17/2024', 'Harbour Week', 'Ropes, all of them']],
  ['what follows', ['OarConf 2024', 'My notes', 'Talks']],
])('talks are talks, in however many steps %s is said above them', (_, [first = '', ...others]) => {
  const below = others.length + 2
  const text =
    steps(first.replace('# ', ''), ...others) + talks.map((title) => heading(below, title)).join('')
  expect(titlesOf(text).toSorted()).toEqual(
    [
      'Knots that hold / Ada Lovelace',
      'Oars that bend / Dan Muster',
      'Sails that pull / Cleo Beispiel',
      'Tides that turn / Ben Sample',
    ].toSorted(),
  )
})

test('a day among the steps is that of the talks below', () => {
  const text = steps('OarClub', '2024-06-09') + talks.map((title) => heading(3, title)).join('')
  const { talks: read } = readForeignNote(text, { stem: 'oars' })
  expect(read.filter(({ speakers }) => speakers.length > 0).map(({ date }) => date)).toEqual(
    talks.map(() => '2024-06-09'),
  )
})

test('steps above sections that nobody spoke below are left as they are', () => {
  const text = `${steps('Knots', 'What they are', 'How they hold')}${['One', 'Two', 'Three'].map((part) => heading(4, `${part} of them`)).join('')}`
  expect(titlesOf(text)).toHaveLength(1)
})

describe('headings of wikis and of lists', () => {
  test.each([
    ['AsciiDoc', '=== Tides that turn\n**Speaker: Ada Lovelace**\n\n* They turn.\n'],
    ['a wiki', '== Tides that turn ==\n\nSpeaker: Ada Lovelace\n\n* They turn.\n'],
  ])('%s, in a file that says to be Markdown', (_, text) => {
    const { talks: read } = readForeignNote(text, { stem: 'x-1', dialect: 'markdown', hasSiblings: true })
    expect(read.map(({ title, speakers }) => [title, speakers[0]?.name])).toEqual([
      ['Tides that turn', 'Ada Lovelace'],
    ])
  })

  test('a heading within a numbered item', () => {
    const items = ['Tides', 'Moons', 'Knots'].map((title) => `1. ### ${title}\n\t- They turn.\n\n`).join('')
    const { talks: read } = readForeignNote(`# OarConf 2024\n\n## Day 1\n${items}`, { stem: 'readme' })
    expect(read.map(({ title }) => title)).toEqual(['Tides', 'Moons', 'Knots'])
  })

  test('are code if they are shown as such', () => {
    const text = '# Tides\n\n```\n== Moons ==\n```\n\nThey turn.\n'
    const { talks: read } = readForeignNote(text, { stem: 'tides', dialect: 'markdown' })
    expect(read.map(({ title }) => title)).toEqual(['Tides'])
  })
})

test.each([0, 1, 2, 3])(
  'talks that are counted are talks, although the %i. stands lower by a slip',
  (slip) => {
    const text = talks.map((title, at) => heading(at === slip ? 3 : 2, `Talk ${at + 1}: ${title}`)).join('')
    expect(titlesOf(`# OarConf 2024 Notes\n\n${text}`)).toHaveLength(talks.length)
  },
)

test('a day of an event, with notes behind it, holds what was on', () => {
  const text = `# Oars Day 2 Notes #\n\n${heading(2, 'Knots that hold')}${heading(2, 'Tides that turn')}`
  expect(titlesOf(text)).toEqual(['Knots that hold', 'Tides that turn'])
})

test.each(['Demo / 結び目', 'Tips / Notes', 'Demo / Knots'])(
  'a slash in a heading divides no title: %s',
  (title) => {
    const both = `# OarConf 2024\n\n${heading(2, title)}${heading(2, 'Tides that turn')}`
    expect(titlesOf(both)).toEqual([title, 'Tides that turn'])
  },
)
