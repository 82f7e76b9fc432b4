import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'
import { runs } from '../../helpers/runs.ts'

const read = (text: string, stem = 'notes') =>
  readForeignNote(text, { stem, dialect: 'markdown', hasSiblings: true })

const told = (text: string, stem?: string) =>
  read(text, stem).talks.map(({ title, speakers }) =>
    [title, ...speakers.map(({ name }) => name)].join(' / '),
  )

const people = ['Ada Lovelace', 'Grace Hopper', 'Charles Babbage', 'Mary Miller']

describe('who speaks goes on below the field that says so', () => {
  test.each(['Speakers:', 'Ponentes:', 'Referenten:', '**Palestrantes**'])(
    'an item a name, below %s',
    (label) => {
      const [talk] = read(
        `# Tides\n\n26-06-2024\n\n${label}\n\n* Grace Hopper (@grace)\n* Mary Miller\n\nThey turn.\n`,
      ).talks
      expect(talk?.speakers.map(({ name }) => name)).toEqual(['Grace Hopper', 'Mary Miller'])
      expect(talk?.date).toBe('2024-06-26')
    },
  )

  test('an item that is no name is text, whatever is asked above', () => {
    const [talk] = read('# Tides\n\nAutores\n\n* The moon\n* The sun\n').talks
    expect(talk?.speakers).toEqual([])
  })

  test.each(['## Hosts', 'Hosts:', 'Mentors:'])('nor are items below %s names of speakers', (label) => {
    const [talk] = read(`# Servers\n\n${label}\n\n- Alpha One\n- Netlify Pro\n\nThey run.\n`).talks
    expect(talk?.speakers).toEqual([])
    expect(JSON.stringify(talk?.blocks)).toContain('Netlify Pro')
  })

  test('a name a line, each of which is no text', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(people, { minLength: 2 }),
        fc.constantFrom('Speaker:', '**Speakers:**', 'Presenters:'),
        fc.constantFrom('', ','),
        (names, key, sign) => {
          const text = `# Tides\n\n${key} ${names.join(`${sign}\n`)}\n\nThey turn.\n`
          const [talk] = read(text).talks
          expect(talk?.speakers.map(({ name }) => name)).toEqual(names)
          expect(talk?.blocks.map((block) => block.text)).toEqual(['They turn.'])
        },
      ),
      { numRuns: runs(30) },
    )
  })

  test('with what they do, but not as a field of another key', () => {
    const below = (line: string) => told(`# Tides\n\nSpeaker: Ada Lovelace\n${line}\n\nThey turn.\n`)
    expect(below('Grace Hopper, Navy')).toEqual(['Tides / Ada Lovelace / Grace Hopper'])
    expect(below('Grace Hopper: Navy')).toEqual(['Tides / Ada Lovelace'])
  })
})

test.each([
  'max-flow',
  'will-power',
  'frank-wolfe',
  'jordan-curves',
  'austin-texas',
  'santiago-chile',
  'morgan-stanley',
  'charles-schwab',
  'alan-kay',
])('a file that is called by two words is by nobody: %s', (stem) => {
  expect(told('# How they move on\n\n- Slowly.\n', stem)).toEqual(['How they move on'])
})

describe('`Nombre` is the talk’s only below who speaks', () => {
  test.each(['Nombre', 'Nome', 'Nom'])('%s', (key) => {
    expect(told(`# Charla\n\n${key}: Ada Lovelace\nTítulo: Mareas que giran\n\nGiran.\n`)).toEqual([
      'Mareas que giran',
    ])
    expect(told(`${key}: Ada Lovelace\n\nGiran las mareas.\n`, 'mareas').join()).not.toMatch(/^Ada/)
    expect(told(`# Charla\n\n- ${key}: Mareas que giran\n- Ponente: Ada Lovelace\n\nGiran.\n`)).toEqual([
      'Mareas que giran / Ada Lovelace',
    ])
  })
})

test('`Von` is an hour if its value is one, and whoever it is by otherwise', () => {
  expect(told('# Ebbe\n\nVon: Anna Müller\n\nSie kommt.\n')).toEqual(['Ebbe / Anna Müller'])
  const [talk] = read('# Ebbe\n\nVon: 9:00\nBis: 10:00\n\nSie kommt.\n').talks
  expect(talk).toMatchObject({ speakers: [], starts: '09:00', ends: '10:00' })
})

describe('lines below `Speakers`', () => {
  const talk = (title: string, ...lines: readonly string[]) =>
    `## ${title}\n\nIt sounds.\n\n### Speakers\n\n${lines.join('\n')}\n\n`

  test('are one each, if all of them are people', () => {
    expect(told(`# Tides\n\n### Speakers\n\nAda Lovelace, Engines\nGrace Hopper\n`)).toEqual([
      'Tides / Ada Lovelace / Grace Hopper',
    ])
    const text = `# OarConf 2024\n\n${talk('Tides that turn', 'Ada Lovelace', 'Grace Hopper')}${talk('Knots that hold', 'Ada Lovelace,', 'Engine Works')}${talk('Sound for all', 'Harman Kardon', 'Bowers Wilkins')}${talk('Sound for some', 'Harman Kardon')}`
    expect(told(text)).toEqual([
      'Tides that turn / Ada Lovelace / Grace Hopper',
      'Knots that hold / Ada Lovelace',
      'Sound for all',
      'Sound for some',
    ])
  })
})

describe('a talk is called as pages of sites are', () => {
  test.each(['Resources', 'Contact', 'Tickets', 'Volunteers', 'Bio: counting with cells'])('%s', (title) => {
    for (const mark of ['layout: talk', 'type: talk\nlayout: page', 'layout: page\ntags: [talk, cells]'])
      expect(told(`---\n${mark}\ntitle: "${title}"\n---\n\nMuch is said of it.\n`, '1-bio')).toEqual([title])
    expect(
      read(`---\nlayout: page\ntitle: "${title}"\n---\n\nMuch is said of it.\n`, '1-bio').skipped,
    ).toBeDefined()
  })
})

test.each([
  'By: Knuth',
  'By: Dhh',
  'Who: Wozniak',
  'By: Mary',
  'By: Ada Lovelace',
  'Speaker: Knuth',
  'By: 李明',
])('a name behind a key is who speaks, and one word may be it: “%s”', (line) => {
  const [talk] = read(`# Tides that turn\n\n${line}\n\nThe moon pulls.\n`).talks
  expect(talk?.speakers.map(({ name }) => name)).toEqual([line.replace(/^\w+: /, '')])
  expect(talk?.blocks.map(({ text }) => text)).toEqual(['The moon pulls.'])
})

test('what a name links to beside a firm is a link of the talk, such as slides or a recording', () => {
  for (const page of ['https://speakerdeck.com/ada/ropes', 'https://youtu.be/abcdefghijk']) {
    const [talk] = read(`# Ropes\n\nSpeaker: [Ada Lovelace](${page}) from Sail Inc\n\nThey hold.\n`).talks
    expect(talk?.speakers.map(({ name }) => name)).toEqual(['Ada Lovelace'])
    expect(talk?.links.map(({ url }) => url)).toEqual([page])
  }
})

test.each([
  'Speaker: TBD',
  'Speaker: unknown',
  'By: Ada Lovelace (remote)',
  'Speaker: Ada Lovelace (she/her)',
])('%j is no text of the talk', (line) => {
  const [talk] = read(`# Tides\n\n${line}\n\nThey turn.\n`).talks
  expect(talk?.blocks.map(({ text }) => text)).toEqual(['They turn.'])
})

test('what the first and the second speaker spoke on stays', () => {
  const [talk] = read(
    '# Meetup May\n\nFirst speaker: Ada Lovelace - Why tides turn\nSecond speaker: Mary Miller - Long oars\n\nFull.\n',
  ).talks
  expect(talk?.blocks.map(({ text }) => text).join(' ')).toMatch(/Why tides turn.*Long oars/)
})

describe('who has written notes is no speaker', () => {
  test.each(['Notes by Mary Miller', '**Notes by Mary Miller**'])(
    '%s is neither a title nor a name, below whatever heading',
    (line) => {
      const text = `# OarConf 2024 notes\n\n## Session: Eddies\n${line}\n\n- They turn.\n\n## Rapids\n${line}\n\n- They run.\n`
      expect(told(text).sort()).toEqual(['Eddies', 'Rapids'])
    },
  )

  test.each(['Recap', 'Summary', 'Photos', 'Meeting notes'])('whoever gives “%s by …” speaks', (title) => {
    expect(
      told(`# OarConf 2024\n\n## ${title} by Ada Lovelace\n\nThey last.\n\n## Knots\n\nHold.\n`),
    ).toContain(`${title} / Ada Lovelace`)
  })

  test('whoever gives what only begins like that speaks', () => {
    expect(told('# Notes on tides by Mary Miller\n\nThey turn.\n')).toEqual(['Notes on tides / Mary Miller'])
    const talks = ['Notes by hand by Mary Miller', 'Photos by drone by Ada Lovelace']
    expect(told(`# OarConf 2024\n\n${talks.map((talk) => `## ${talk}\n\nThey last.\n\n`).join('')}`)).toEqual(
      ['Notes by hand / Mary Miller', 'Photos by drone / Ada Lovelace'],
    )
  })
})

test('a line that points to somebody names nobody who speaks, and stays', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('See', 'Siehe', 'Vgl.', 'Cf.', 'Voir', 'Thanks'),
      fc.constantFrom(...people),
      fc.constantFrom('', ' and [[Oar locks]].'),
      (sign, name, more) => {
        const [talk] = read(`# Tides\n\n${sign} [[${name}]]${more}\n\nThey turn.\n`).talks
        expect(talk?.speakers).toEqual([])
        expect(talk?.blocks.map(({ text }) => text).join('\n')).toContain(`${sign} ${name}`)
      },
    ),
    { numRuns: runs(30) },
  )
  expect(told('# Tides\n\n[[Ada Lovelace]] and [[Mary Miller]]\n\nThey turn.\n')).toEqual([
    'Tides / Ada Lovelace / Mary Miller',
  ])
})

test.each(['See Yang', 'Vedi Miller'])('%s is a name', (name) => {
  expect(told(`# Tides\n\n${name}\n\nThey turn.\n`)).toEqual([`Tides / ${name}`])
})

test.each(['A. Keynote', 'B Speaker', 'A. Panel'])('%s is nobody', (name) => {
  expect(told(`# Tides\n\nSpeaker: ${name}\n\nThey turn.\n`)).toEqual(['Tides'])
})

test('a handle that is a link behind a title is that of who speaks, and no link of the talk', () => {
  const [talk] = read('# Tides that turn [@ada](https://twitter.com/ada)\n\nThey turn.\n').talks
  expect(talk).toMatchObject({ title: 'Tides that turn', speakers: [{ name: '@ada' }], links: [] })
  const [other] = read('# Tides of [@oars/core](https://oars.example/core)\n\nThey turn.\n').talks
  expect(other).toMatchObject({ speakers: [] })
})

test('an item that links to a profile, with a firm behind the name, says who speaks', () => {
  const linked = '- [Ada Lovelace](https://twitter.com/ada), '
  expect(told(`# Tides\n\n${linked}Harbour\n- They turn.\n`)).toEqual(['Tides / Ada Lovelace'])
  expect(told(`# Tides\n\n${linked}whose book is on tides\n- They turn.\n`)).toEqual(['Tides'])
})

test('who edited a page last, and when, is neither its speaker nor text', () => {
  const edited = 'Last edited by: Bob Smith\nLast edited time: 2 May 2019 10:30'
  const [talk] = read(`# Tides\n\nSpeaker: Ada Pier\n${edited}\n\nThey turn.\n`).talks
  expect(talk?.speakers.map(({ name }) => name)).toEqual(['Ada Pier'])
  expect(talk?.date).toBeUndefined()
  expect(talk?.blocks.map(({ text }) => text)).toEqual(['They turn.'])
})

describe('a picture that says that somebody follows', () => {
  test.each([
    '🎤 **Speaker:** Zorx Quxfoo',
    '**🎤 Speaker:** Zorx Quxfoo',
    '👤 Zorx Quxfoo',
    '🗣️ Zorx Quxfoo, Tea Ltd',
    '- 🎙️ Zorx Quxfoo',
    ':bust_in_silhouette: [Zorx Quxfoo](https://tea.example/)',
  ])('%s', (line) => {
    expect(told(`# Tides\n\n${line}\n\nThey turn twice a day.\n`)).toEqual(['Tides / Zorx Quxfoo'])
  })

  test('stands beside others that say when', () => {
    const [talk] = read('# Tides\n\n👤 Zorx Quxfoo\n📅 2024-06-09\n\nThey turn.\n').talks
    expect(talk).toMatchObject({ date: '2024-06-09', speakers: [{ name: 'Zorx Quxfoo' }] })
  })

  test.each([
    '🎤 Tides and ropes are one thing, as all say',
    '🎤 Keynote',
    '🎙️ Panel Discussion',
    '🎤 Lightning Talk',
    '🎤 Audience Questions',
    '🔑 Key Insight',
    '🚀 Zorx quxfoo',
  ])('but not in %s', (line) => {
    expect(told(`# Tides\n\n${line}\n\nThey turn.\n`)).toEqual(['Tides'])
  })
})

test('links of which nobody knows what they are may stand in items above the speaker', () => {
  const [talk] = read(
    '# Tides\n\n- Info: https://oars.example/tides\n- Speaker: Zorx Quxfoo\n\nThey turn.\n',
  ).talks
  expect(talk).toMatchObject({
    speakers: [{ name: 'Zorx Quxfoo' }],
    links: [{ url: 'https://oars.example/tides' }],
  })
  expect(told('# Tides\n\n- Info: https://oars.example/tides\n- They turn.\n')).toEqual(['Tides'])
})

test.each(['Attendees', 'Participants'])('whoever stands below %s has listened', (heading) => {
  const text = `# Tides\n\n## ${heading}\nAda Lovelace\nMary Miller\n\n## Notes\nThey turn.\n`
  expect(told(text)).toEqual(['Tides'])
  expect(told(text.replace(`## ${heading}`, `## Convener\nGrace Hopper\n\n## ${heading}`))).toEqual([
    'Tides / Grace Hopper',
  ])
})

test('a handle alone is no title, but who speaks', () => {
  const { talks } = readForeignNote('@zorxquxfoo\n\nComposition\n  - of parts\n', {
    stem: 'composition',
    dialect: 'plain',
  })
  expect(talks).toMatchObject([{ title: 'Composition', speakers: [{ name: '@zorxquxfoo' }] }])
})

test('a file that is called by its place and somebody is on what they spoke on', () => {
  expect(told('# Do tides need markup?\n\n- They turn.\n', '3 - Mary Miller')).toEqual([
    'Do tides need markup? / Mary Miller',
  ])
  expect(told('# Max flow in practice\n\n- It flows.\n', '3 - Max Flow')).toEqual(['Max flow in practice'])
})
