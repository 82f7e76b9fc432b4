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

describe('a title', () => {
  test.each([
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

  test.each(['OARCONF - SPRING TIDES', 'Tides that turn - SPRING AND NEAP'])(
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
