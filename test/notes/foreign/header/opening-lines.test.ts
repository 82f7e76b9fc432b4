import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'
import { runs } from '../../../helpers/runs.ts'

const told = (text: string, stem: string) =>
  readForeignNote(text, { stem, dialect: 'markdown', hasSiblings: true }).talks.map(({ title, speakers }) =>
    [title, ...speakers.map(({ name }) => name)].join(' / '),
  )

const body = '- They turn.\n\n# Moons\n\n- They pull.\n\n# Harbours\n\n- They wait.\n'

describe('a title without a mark above all headings', () => {
  test('stands among the day and the number of the session, in any order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['20241126', 'DEV317-R', '26 November 2024'], { minLength: 1 }),
        fc.nat(),
        (marks, place) => {
          const at = place % (marks.length + 1)
          const lines = [...marks.slice(0, at), 'How tides turn in ports', ...marks.slice(at)]
          const text = `${lines.join('\n')}\n\nAda Lovelace\nCharles Babbage\n\n${body}`
          expect(told(text, '20241126-water')).toEqual([
            'How tides turn in ports / Ada Lovelace / Charles Babbage',
          ])
        },
      ),
      { numRuns: runs(30) },
    )
  })

  test('has the words of the file’s name, and what is marked below it are its sections', () => {
    expect(told(`how tides really turn\n\n${body}`, 'how-tides-turn')).toEqual(['how tides really turn'])
  })

  test.each([
    ['a sentence', 'The tides turn, as they do.'],
    ['who speaks', 'Ada Lovelace - Engine Works'],
    ['an event', 'OarConf 2024'],
    ['a field', 'Speaker: Ada Lovelace'],
    ['of another matter', 'Read this first'],
  ])('is none if the line is %s', (_, line) => {
    expect(told(`${line}\n\n${body}`, 'tides')).not.toContainEqual(expect.stringContaining(line))
  })
})

describe('fields that are marked as headings', () => {
  test('are fields, on any level', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (depth) => {
        const sign = '#'.repeat(depth)
        const text = `${sign} title: knots that hold\n${sign} speaker: [ada lovelace](https://ada.example)\n\n#### notes:\n\n- They hold.\n`
        expect(told(text, 'ropes')).toEqual(['knots that hold / ada lovelace'])
      }),
      { numRuns: runs(6) },
    )
  })

  test('are those of several talks if they come again', () => {
    const talk = (title: string) => `## Title: ${title}\n\n## Speaker: Ada Lovelace\n\n- They hold.\n\n`
    expect(told(`${talk('Knots')}${talk('Tides')}`, 'ropes').join()).not.toBe('Knots / Ada Lovelace')
  })
})

describe('a heading that says who speaks, in a file that is called by what they spoke on', () => {
  test.each([
    ['OpeningKeynote', '# Ada Lovelace @ada Engines', 'Opening Keynote / Ada Lovelace'],
    ['tides-and-moons', '# Ada Lovelace', 'Tides and moons / Ada Lovelace'],
    [
      'keynote-lovelace',
      '# Keynote\n\n## Ada Lovelace, [@ada](https://ada.example)',
      'Keynote / Ada Lovelace',
    ],
    ['ada-lovelace-notes', '# Ada Lovelace', 'Ada Lovelace / Ada Lovelace'],
  ])('%s', (stem, heading, talk) => {
    expect(told(`${heading}\n\nShe counts.\n\n## Summary\n\n- To count.\n`, stem)).toEqual([talk])
  })
})

test('tags on the line of the speaker are nobody’s', () => {
  expect(
    told('# Tides\n\n**#tides19; by Uli Zweifel, [@uli](https://uli.example)**\n\nThey turn.\n', 'x'),
  ).toEqual(['Tides / Uli Zweifel'])
})

test('a name before a day is one, though the text has its words in small letters', () => {
  expect(
    told('# Tides\n\n_Mark Lovelace, February 7, 2018, 12:15pm EST_\n\nThey mark the moon.\n', 'x'),
  ).toEqual(['Tides / Mark Lovelace'])
})

test('who speaks may be written small behind a word that says so', () => {
  expect(told('# Tides\n\nby ada miller\n\nThey turn.\n', 'x')).toEqual(['Tides / Ada Miller'])
  expect(told('# Tides\n\nby the harbour\n\nThey turn.\n', 'x')).toEqual(['Tides'])
  expect(told('# Tides\n\nby grace period\n\nThey turn.\n', 'x')).toEqual(['Tides'])
})

test('sections that come again with a remark belong to the talk above them', () => {
  const talk = (title: string, remark: string) =>
    `## ${title}\n\n- They turn.\n\n## My Notes${remark}\n\n- Again.\n\n`
  const text = ['', ' (not all of it)', ''].map((remark, at) =>
    talk(`Tides ${'ABC'[at]} that turn - Ada Lovelace`, remark),
  )
  expect(told(`# Lightning Talks\n\n${text.join('')}`, 'LightningTalks')).toEqual([
    'Tides A that turn / Ada Lovelace',
    'Tides B that turn / Ada Lovelace',
    'Tides C that turn / Ada Lovelace',
  ])
})

test.each(['Palestra', 'Charla'])('a field below `%s` says the title', (kind) => {
  const text = `# ${kind}\n\n* **Nome:** Nós que seguram\n* ***Palestrante:*** Ada Lovelace\n\n## Anotações\n\n- Eles seguram.\n`
  expect(told(text, 'nos')).toEqual(['Nós que seguram / Ada Lovelace'])
})

test('the name of a file that says more than the first of several headings is the title', () => {
  const text = '# Serverless tides\n\n- They turn.\n\n# Moons\n\n- They pull.\n'
  expect(told(text, 'MBL306 - Serverless tides and moons, and how they turn')).toEqual([
    'MBL306 - Serverless tides and moons, and how they turn',
  ])
})

test('whoever stands behind `Speaker bio`, if nobody else does, has spoken', () => {
  const talk = (title: string, name: string) =>
    `### ${title}\n\nOn Thursday in the hall.\n\n> #### Speaker Bio : ${name}\n> ${name} sails.\n\n`
  expect(
    told(
      `# OarConf 2024\n\n## Jeudi\n\n${talk('Tides', 'Zadie Quill')}${talk('Knots', 'Ada Lovelace')}`,
      'README',
    ),
  ).toEqual(['Tides / Zadie Quill', 'Knots / Ada Lovelace'])
})

test('another line with a colon below the field of the speaker names nobody', () => {
  expect(told('# Tides\n\n**Speaker: Ada Lovelace**\n\nKelsey Shirt: CoreOS\n\n* They turn.\n', 'x')).toEqual(
    ['Tides / Ada Lovelace'],
  )
})

describe('a first line without a mark', () => {
  test.each([
    ['that says the name of the file and more', 'tides-in-ports', 'Tides in Ports - The Best Way to Sleep'],
    ['that says one word of it, and what that is', 'tides', 'Tides - A Way to Sleep'],
  ])('%s is the title', (_, stem, line) => {
    expect(told(`${line}\n\nThe moon pulls.\nThe shore waits.\n`, stem)).toEqual([line])
  })

  test('that begins to tell is none', () => {
    expect(told('Tides turn twice a day\n\nThe moon pulls.\nThe shore waits.\n', 'tides')).toEqual(['Tides'])
  })
})

test.each([
  ['Day-3_1-Tides that turn', 'Tides that turn'],
  ['Day 2 Operations', 'Day 2 Operations'],
  ['day-1-with-rust', 'Day 1 with rust'],
  ['Day-1-keynotes', 'Day 1 keynotes'],
])('the name of a file counts the talks of a day: %s', (stem, title) => {
  expect(told('- They turn.\n- They pull.\n', stem)).toEqual([title])
})

test('speakers stand below a heading of their own in each of several talks', () => {
  const talk = (title: string, ...names: readonly string[]) =>
    `### 09h30-10h15 : ${title}\n\n#### Abstract\n\nThey turn.\n\n##### Speakers\n\n${names.map((name) => `**${name}**\n\nMembre de Motiv'Her, and of much else by the sea, as one is who likes to sail there.\n\n`).join('')}`
  expect(
    told(
      `# OarConf 2024\n\n## Mercredi 12 avril 2024\n\n${talk('Tides', 'Zadie Quill', 'Ada Lovelace')}${talk('Knots', 'Uli ZWEIFEL')}### 10h15-10h40 : Pause\n\n`,
      '20240412_oars',
    ),
  ).toEqual(['Tides / Zadie Quill / Ada Lovelace', 'Knots / Uli Zweifel'])
})

test.each([
  ['ada_miller', 'Tides that turn\n\nThe moon pulls.\nThe shore waits.\n', 'Tides that turn / Ada Miller'],
  ['tor-harbour', '# Tor-Harbour Server\n\nIt serves.\n', 'Tor-Harbour Server'],
  ['water-bots', 'ask.example.org\n\n# What you need:\n\n- A boat.\n\n# Oars\n\n- Two.\n', 'Water bots'],
])('in %s', (stem, text, talk) => {
  expect(told(text, stem)).toEqual([talk])
})

describe('a speaker within an item', () => {
  const items = (...lines: readonly string[]) =>
    told(
      `# OarConf 2024\n\n## Tides\n\n- They turn.\n\n## Sails\n\n- They pull.\n\n## Knots\n\n${lines.join('\n')}\n`,
      'oarconf-2024',
    )

  test.each([0, 1, 2])('is that of the section, unless items stand before it: %i do', (before) => {
    const others = Array.from({ length: before }, (_, at) => `- Knot ${at} holds.`)
    const speaks = before === 0 ? 'Knots / Ada Lovelace' : 'Knots'
    expect(items(...others, '- About it', '    - speaker: Ada Lovelace')).toEqual(['Tides', 'Sails', speaks])
  })

  test('stands beside the others, too', () => {
    expect(items('- It holds.', '- Speaker: Ada Lovelace')).toEqual([
      'Tides',
      'Sails',
      'Knots / Ada Lovelace',
    ])
  })
})

test('headings below `Presenters` name them, each with its firm or not', () => {
  const people = '### Ada Lovelace from Engine Works\n\n- Has a book.\n\n### Ben Sample\n\n'
  const text = `# Tides\n\n## Takeaways\n\n- They turn.\n\n## Presenters\n\n${people}## Next\n\n### Zadie Quill\n\n- They pull.\n`
  expect(told(text, 'tides')).toEqual(['Tides / Ada Lovelace / Ben Sample'])
})

const slotBelow = (line: string) => {
  const [talk] = readForeignNote(`# Tides that turn\n\n${line}\n\nThey turn twice a day.\n`, {
    stem: 'tides',
    dialect: 'markdown',
  }).talks
  const { speakers = [], date, starts, ends, room } = talk ?? {}
  return [speakers.map(({ name }) => name).join(', '), date, starts, ends, room]
}

test.each([
  ['Ada Lovelace, 27 May 2025, 14:30, Main Stage', '14:30', undefined, 'Main Stage'],
  ['Ada Lovelace, 27.05.2025, 14:30 Uhr, Saal B', '14:30', undefined, 'Saal B'],
  ['Ada Lovelace, May 27, 2025, 2:30 PM - 3:15 PM', '14:30', '15:15', undefined],
  ['*Ada Lovelace — 2025-05-27, 14:30*', '14:30', undefined, undefined],
  ['Ada Lovelace, 27 May 2025, Room 4', undefined, undefined, 'Room 4'],
  ['Ada Lovelace, 27 May 2025, Oar Ltd', undefined, undefined, undefined],
  ['Ada Lovelace, 27 May 2025, version 2.10', undefined, undefined, undefined],
])('%s below a title says who, when and where', (line, starts, ends, room) => {
  expect(slotBelow(line)).toEqual(['Ada Lovelace', '2025-05-27', starts, ends, room])
})

test('a day and an hour alone may be those of the note', () => {
  expect(slotBelow('27 May 2025, 14:30')).toEqual(['', '2025-05-27', undefined, undefined, undefined])
})
