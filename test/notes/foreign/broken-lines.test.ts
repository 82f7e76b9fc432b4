import { expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'

const read = (text: string, stem = 'talks') =>
  readForeignNote(text, { stem, dialect: 'markdown' }).talks.map(
    ({ title, speakers }) => `${title} | ${speakers.map(({ name }) => name).join(', ')}`,
  )

const broken = ['  ', '\\', '<br>']

test.each(broken)('lines that end with %j are the items of a list of talks', (end) => {
  const text = [
    '# Talks',
    `**The first evening**${end}\n[Tides that turn](https://oars.example/t.pdf) by Ada Pier (@pier)${end}\nKnots that hold by Bob Smith`,
    `**The second evening**${end}\n[Why oars break](https://oars.example/o.pdf) by adaexample${end}\n[Tar](https://oars.example/r.pdf) by Bob Smith${end}`,
  ].join('\n\n')
  expect(read(text)).toEqual([
    'Tides that turn | Ada Pier',
    'Knots that hold | Bob Smith',
    expect.stringMatching(/^Why oars break/),
    'Tar | Bob Smith',
    // What stands around them.
    'Talks | ',
  ])
})

test('a title in bold with the speaker on the next line is an item', () => {
  const talks = [
    '**Tides that turn**  \nby Ada Pier',
    '**[Knots](https://oars.example/k)**\nBy Bob Smith, Oar Ltd',
  ]
  expect(read(`# June\n\n## Talks\n\n${talks.join('\n\n')}\n`, 'june')).toEqual([
    'Tides that turn | Ada Pier',
    'Knots | Bob Smith',
  ])
})

test.each([
  [
    'the head of one talk',
    '# Tides that turn\n\n**Tides that turn**  \nby Ada Pier\n\nThey turn twice a day.\n',
  ],
  [
    'who made what',
    '# Tides that turn\n\nThey turn twice.\n\nPhotos by Ada Pier  \nMusic by Bob Smith  \nWords by Ada Pier\n',
  ],
  ['an address', '# Tides that turn\n\nThey turn by the harbour.\n\nAda Pier  \nOar Ltd  \nHarbour 1\n'],
  ['a verse', '# Tides that turn\n\nThe tides go by  \nthe boats go by  \nand so do we\n'],
  [
    'lines that go on',
    '# Tides that turn\n\nA talk by Ada Pier\nthat was read by Bob Smith\nand heard by Ada Pier\n',
  ],
])('%s is no list', (_, text) => {
  expect(read(text, 'tides-that-turn')).toHaveLength(1)
  expect(readForeignNote(text, { stem: 'tides-that-turn', dialect: 'markdown' }).isList).toBe(false)
})
