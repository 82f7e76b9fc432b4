import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'

const read = (text: string, stem = 'a') => readForeignNote(text, { stem, dialect: 'markdown' })
const isList = (text: string, stem?: string) => read(text, stem).isList

const plain = '- Wooden boats that float\n- Iron boats that float too\n'
const dated = ['Rope', 'Why oars break', 'Tar', 'Mend the sails', 'Pay the crew']
  .map((title, month) => `- 2024-0${month + 1}-15: ${title}\n`)
  .join('')

test.each([
  '# Talks',
  '# My talks',
  '# Talks at OarConf',
  '# Conference talks 2019',
  '# Presentations by Ada Example',
  '# Speaking engagements',
  '# Boats\n\nWe gave the following talks:',
  '# Boats\n\n## Sessions I attended:',
])('%j announces talks', (above) => {
  expect(isList(`${above}\n\n${plain}`)).toBe(true)
  expect(isList(`${above}\n\n${dated}`)).toBe(true)
})

test.each([
  '# Speaking clock',
  '# Public speaking',
  '# Presentations: how to',
  '# Presentations: How to',
  '# Talks with the landlord',
  '# Lightning talks',
  '# Talks of peace',
  '# Things\n\nWhat I need for my presentations:',
  '# Team meeting\n\nThe budget is ninety doubloons.\n\nWe talked about sessions:',
  '# Login\n\n## Sessions',
  '# Changelog',
  '# CHANGES',
  '# Release notes',
  '# Monday',
  '# OarConf budget',
])('%j announces none', (above) => {
  expect(isList(`${above}\n\n${plain}`)).toBe(false)
  expect(isList(`${above}\n\n${dated}`)).toBe(false)
})

test.each(['# Speaking', '# Talks', '# Presentations'])('below %j what one should do is no talk', (above) => {
  expect(
    isList(`${above}\n\n- Know your audience\n- Practise in front of others\n- Don't read your slides\n`),
  ).toBe(false)
  expect(
    isList(
      `${above}\n\n- [Know your audience](https://youtu.be/a)\n- [Practise in front of others](https://youtu.be/b)\n`,
    ),
  ).toBe(true)
})

test('a heading below items belongs to none of them', () => {
  const { talks } = read('# Talks\n\n- Wooden boats that float\n\n### Old\n\n- Iron boats that float\n')
  expect(talks.map(({ title, blocks }) => [title, blocks.length])).toEqual([
    ['Wooden boats that float', 0],
    ['Iron boats that float', 0],
  ])
})

test('a day tells talks below the name of an event, unless that day is what the file is called', () => {
  expect(isList(`# Oar Meetup\n\n${dated}`, 'meetup')).toBe(true)
  expect(isList(dated, '2024-01-15')).toBe(false)
  expect(isList(`# Talks\n\n${dated}`, 'CHANGELOG')).toBe(false)
})

test('a talk with a day is one whatever its length, and what stands above the list is served', () => {
  const { talks } = read(`# Oar Meetup\n\nWe meet in the harbour tavern.\n\n${dated}`, 'meetup')
  expect(talks.map(({ title, line }) => [title, line])).toEqual([
    ['Rope', 5],
    ['Why oars break', 6],
    ['Tar', 7],
    ['Mend the sails', 8],
    ['Pay the crew', 9],
    ['Oar Meetup', 3],
  ])
})

/** Words that are nowhere else, numbered by letters. */
const wordsFrom = (count: number, at: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const digits = `${at * 10 + index}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
    return `qua${digits}`
  })

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const forms: readonly ((title: string, name: string) => string)[] = [
  (title) => `- ${title}`,
  (title) => `- 2024-01-15: ${title}`,
  (title, name) => `- ${title} – ${name}`,
  (title, name) => `- 2024-02-15 ${name}: ${title}`,
  (title, name) => `- [${title}](https://youtu.be/abc) by ${name}`,
  (title, name) => `- **${title}** (${name})`,
  (title, name) => `- ${name} on ${title}`,
  (title) => `- [${title}](https://oars.example/a) with more (12:30)`,
  (title, name) => `\n${title}, says ${name}.\n`,
  (title) => `\n2024-03-15 - ${title}\n`,
  (title) => `  - ${title}`,
  (title) => `\n## ${title}\n\nBelow it stands more.\n`,
  (title) => `- ${title} ([slides](https://oars.example/b))`,
  (title) => `- Topic: ${title}`,
]

test('no word of a list is lost, whatever stands in it', () => {
  const line = fc.record({
    form: fc.constantFrom(...forms),
    count: fc.integer({ min: 1, max: 5 }),
    first: fc.constantFrom('Ada', 'Bo', 'Maria', 'Zorblax'),
  })
  const head = fc.constantFrom('# Talks', '# Oar Meetup', '# Boats', '# My talks\n\nSome of them:', '')
  fc.assert(
    fc.property(head, fc.array(line, { minLength: 1, maxLength: 12 }), (above, items) => {
      const body = items.map(({ form, count, first }, index) => {
        const [surname = '', ...title] = wordsFrom(count + 1, index + 1)
        return form(capital(title.join(' ')), `${first} ${capital(surname)}`)
      })
      const text = `${above}\n\nThey met quae qube.\n\n${body.join('\n')}\n`
      const { talks, event, isList } = read(text, 'boats')
      fc.pre(isList)
      const served = JSON.stringify([
        event,
        talks.map(({ title, speakers, tags, blocks }) => [
          title,
          speakers,
          tags,
          blocks.map((block) => block.text),
        ]),
      ]).toLowerCase()
      const words = text.toLowerCase().match(/\bqu[a-z]+/g) ?? []
      expect(words.filter((word) => !served.includes(word))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('what a list of talks says of itself is none, and no item holds the headings below it', () => {
  const text = [
    '# Awesome talks\n\nTopics that I like are:\n\n* Ropes of hemp\n* Sails of linen and of silk\n',
    '#### Sea\n\n* [Tides](https://youtu.be/a) by **Ada Lovelace** [1:13:40]\n  * They turn.\n',
    '#### Wind\n\n* [Gusts](https://youtu.be/b) by **Alan Turing** [46:39]\n* [Calms](https://youtu.be/c) by **Grace Hopper**\n',
  ].join('\n')
  const talks = read(text, 'README').talks.filter(({ kind }) => kind !== 'notes')
  expect(talks.map(({ title, speakers }) => [title, speakers[0]?.name])).toEqual([
    ['Tides', 'Ada Lovelace'],
    ['Gusts', 'Alan Turing'],
    ['Calms', 'Grace Hopper'],
  ])
})

test('whoever stands in brackets behind items is somebody, if half of them have common names', () => {
  const list = (names: readonly string[]) =>
    `# Talks\n\n${names.map((name, at) => `* [Tides, part ${at + 1} (${name})](https://a.example/${at})`).join('\n')}\n`
  const speakersOf = (names: readonly string[]) =>
    read(list(names)).talks.flatMap(({ speakers }) => speakers.map(({ name }) => name))
  const people = ['Zorx Quxfoo', 'Ada Lovelace', 'Alan Turing', 'Quux Zorxfoo']
  expect(speakersOf(people)).toEqual(people)
  expect(speakersOf(['Zorx Quxfoo', 'Quux Barfoo', 'Foo Quxbar', 'Quux Zorxfoo'])).toEqual([])
})
