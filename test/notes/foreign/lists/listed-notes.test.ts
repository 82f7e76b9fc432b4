import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Corpus } from '../../../../src/notes/corpus.ts'
import { listedNotes } from '../../../../src/notes/foreign/lists/listed-notes.ts'
import { readCorpus, readNotes } from '../../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../../helpers/temporary-folder.ts'

const titled = (text: string) =>
  Object.fromEntries(listedNotes(text, '/notes').map(([path, { title }]) => [path, title]))

test('a list of links titles the notes that they lead to', () => {
  const list = [
    '# Oar Days 2024',
    '',
    '- [Tides that turn](day-1-session-1.md)',
    '2. **[Knots that hold](<./day-1-session-2.md>)**, by Ada Example',
    '| 10:00 | [Sails by *night*](late/day%202.md) | Bo Sample |',
    '[Ropes, spliced][ropes]',
    '',
    '[ropes]: day-2-session-2.md',
  ]
  expect(titled(list.join('\n'))).toEqual({
    '/notes/day-1-session-1.md': 'Tides that turn',
    '/notes/day-1-session-2.md': 'Knots that hold',
    '/notes/late/day 2.md': 'Sails by night',
    '/notes/day-2-session-2.md': 'Ropes, spliced',
  })
})

test('words that say no more than the name of the file title nothing', () => {
  const rest = '- [Tides that turn](day-1.md)\n- [Knots that hold](day-2.md)\n'
  const none = [
    '- [Notes](tides.md)\n- [Notes](knots.md)',
    '- [here](tides.md)',
    '- [tides.md](tides.md)',
    '- [Day 3](day-3.md)',
    '- [Session notes](session-3.md)',
    '- [Tides](tides-that-turn.md)',
    '- [best talk of the day, must read](tides-that-turn.md)',
    '- [Reading the book by Bo Sample](refactoring.md)',
    '- [Ada Pier](talk-3.md) - Tides that turn',
    '- [Read more of it here](day-3.md)',
    '- [Next: Knots that hold](day-4.md)',
    '- ![A boat at low tide](tides.md)',
    '- [The tides, as a film](https://video.example/tides.md)',
    '- [What they said of tides](tides.md#said)',
    '- [The whole folder of tides](tides)',
    'What we have on them is in [my notes on the tides](tides.md).',
  ]
  for (const line of none) expect(titled(`${rest}${line}`), line).toEqual(titled(rest))
})

test('a single link is no list', () => {
  expect(titled('[Read the whole story](tides.md)')).toEqual({})
})

const notes = {
  'README.md':
    '# Oar Days 2024\n\n- [Tides that turn](day-1-session-1.md)\n- [Knots that hold](day-1-session-2.md)\n',
  'day-1-session-1.md':
    '**Ada Example**\n**Harbour University**\n\nThe tide turns twice a day.\n\nNobody rows against it.\n',
  'day-1-session-2.md': '# Knots, and how they hold\n\nA knot holds by friction.\n',
}

const titlesOf = ({ talks }: Corpus) => talks.map(({ id, title }) => `${id.split('/').at(-1)}: ${title}`)

test('a note that says no title is called as it is listed, and keeps its id', async () => {
  expect(titlesOf(await readCorpus(writeFolder(notes)))).toEqual([
    'day-1-session-1: Tides that turn',
    'day-1-session-2: Knots, and how they hold',
  ])
})

test('also if an event.yml says what the event is', async () => {
  const corpus = await readCorpus(writeFolder({ ...notes, 'event.yml': 'name: Oar Days\nyear: 2024\n' }))
  expect(titlesOf(corpus)).toContain('day-1-session-1: Tides that turn')
})

test('the list that stands nearest counts', async () => {
  const folder = writeFolder({
    'README.md': '- [Boats and the tide](oar/day-1.md)\n- [Boats on land](oar/day-2.md)\n',
    'oar/README.md': '- [Tides that turn](day-1.md)\n- [Knots that hold](day-3.md)\n',
    'oar/day-1.md': 'The tide turns twice a day.\n\nNobody rows against it.\n',
    'oar/day-2.md': 'Boats are stored upside down.\n\nThey dry so.\n',
  })
  expect(titlesOf(await readCorpus(folder))).toEqual(['day-1: Tides that turn', 'day-2: Boats on land'])
})

test('a list that changes titles its notes anew', async () => {
  const folder = writeFolder(notes)
  const before = await readNotes(folder)
  await writeFile(
    join(folder, 'README.md'),
    notes['README.md'].replace('Tides that turn', 'Tides, explained'),
  )
  const after = await readNotes(folder, { earlier: before.files })
  expect(titlesOf(after.corpus)).toContain('day-1-session-1: Tides, explained')
})

const table = [
  '# Oar Days 2024',
  '',
  '| # | Talk | Speakers | Notes by |',
  '| - | :--- | --- | --- |',
  '| 1 | [Tides that turn](tides-that-turn.md) | Ada Pier (Oar Ltd), Bob Smith | Eve |',
  '| 2 | [Knots](knots-that-hold.md) | [Finn White](https://finn.example) | Eve |',
  '| 3 | [Sails](sails-that-tear.md) | TBA | Eve |',
  '',
  'And | [Ropes](ropes-that-last.md) | were | dry',
].join('\n')
const ofOneTable = {
  'README.md': table,
  'tides-that-turn.md': '# Tides that turn\n\nThe tide turns twice a day.\n',
  'knots-that-hold.md': '# Knots that hold\n\nBy Gus Brown\n\nA knot holds by friction.\n',
  'sails-that-tear.md': '# Sails that tear\n\nA sail tears at its seams.\n',
  'ropes-that-last.md': '# Ropes that last\n\nA dry rope lasts.\n',
}
const speakersOf = ({ talks }: Corpus) =>
  Object.fromEntries(talks.map(({ title, speakers }) => [title, speakers.map(({ name }) => name)]))

test('the column of a table says who speaks, unless a note says so itself', async () => {
  expect(speakersOf(await readCorpus(writeFolder(ofOneTable)))).toEqual({
    'Tides that turn': ['Ada Pier', 'Bob Smith'],
    'Knots that hold': ['Gus Brown'],
    'Sails that tear': [],
    'Ropes that last': [],
  })
})

test.each(['Author', 'Notes by', 'Attended by', 'By', 'Who', 'Host', 'Facilitator'])(
  'whoever stands below “%s” need not speak',
  async (header) => {
    const corpus = await readCorpus(
      writeFolder({ ...ofOneTable, 'README.md': table.replace('Speakers', header) }),
    )
    expect(speakersOf(corpus)['Tides that turn']).toEqual([])
  },
)

test('a table without bars at its edges says so too', async () => {
  const rows = '[Tides](tides-that-turn.md) | Ada Pier\n[Sails](sails-that-tear.md) | Eve Brown\n'
  const corpus = await readCorpus(
    writeFolder({ ...ofOneTable, 'README.md': `Talk | Presenter\n---|---\n${rows}` }),
  )
  expect(speakersOf(corpus)).toMatchObject({
    'Tides that turn': ['Ada Pier'],
    'Sails that tear': ['Eve Brown'],
  })
})

test.each(['N/A', 'cancelled', 'x', 'Yes', 'keynote', 'multiple speakers', '-', '?'])(
  'nobody is called “%s”',
  async (cell) => {
    const of = { ...ofOneTable, 'README.md': table.replace('Ada Pier (Oar Ltd), Bob Smith', cell) }
    expect(speakersOf(await readCorpus(writeFolder(of)))['Tides that turn']).toEqual([])
  },
)

test.each(['Presenter', 'Presenters', 'Speaker(s)', 'Referentin', 'Sprecher:in', 'Ponente', 'Intervenants'])(
  'who stands below “%s” speaks',
  async (header) => {
    const of = { ...ofOneTable, 'README.md': table.replace('Speakers', header) }
    expect(speakersOf(await readCorpus(writeFolder(of)))['Tides that turn']).toEqual([
      'Ada Pier',
      'Bob Smith',
    ])
  },
)
