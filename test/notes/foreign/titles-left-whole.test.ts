/** What looks like something beside a title, and is a part of one, or says nothing of it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'
import { runs } from '../../helpers/runs.ts'

const told = (text: string, stem = 'x') =>
  readForeignNote(text, { stem, dialect: 'markdown', hasSiblings: true }).talks.map(({ title, speakers }) =>
    [title, ...speakers.map(({ name }) => name)].join(' / '),
  )

const body = 'They turn.\n\nThe moon pulls.\n'

describe('headings that differ only in what stands in brackets behind them are one each', () => {
  const names = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']

  test.each(['Workshop', 'Ropes', 'Demo', 'Q&A'])('%s, of several people', (kind) => {
    const parts = names.map((name) => `## ${kind} (${name})\n\n${body}\n`).join('')
    const last = `## Tides by Barbara Liskov\n\n${body}`
    expect(told(`# OarConf 2024\n\n## Break (10:30)\n\nCoffee.\n\n${parts}${last}`)).toEqual([
      ...names.map((name) => `${kind} / ${name}`),
      'Tides / Barbara Liskov',
    ])
  })

  test('at several hours', () => {
    const hours = [10, 11, 12].map((hour) => `## Office hours (${hour}:00)\n\n${body}\n`).join('')
    expect(told(`# OarConf 2024\n\n## Tides by Barbara Liskov\n\n${body}\n${hours}`)).toHaveLength(4)
  })
})

describe('a line above the first heading is no title', () => {
  const lines = [
    'Watched this with the whole team at lunch',
    'See also my older post',
    'Berlin, big hall upstairs',
  ]
  const marks = ['2024-06-09', '9 June 2024', 'DEV317-R', 'AWS 2024']

  test('if a heading that holds all others is one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.constantFrom(...marks),
        fc.integer({ min: 1, max: 3 }),
        (line, mark, depth) => {
          const sign = '#'.repeat(depth)
          const text = `${line}\n${mark}\n\n${sign} Knots that hold\n\nAda Lovelace\n\n${sign}# How\n\nThey hold.\n`
          expect(told(text)).toEqual(['Knots that hold / Ada Lovelace'])
        },
      ),
      { numRuns: runs(20) },
    )
  })

  test.each(['AWS 2024', 'ISO 8601', 'HTTP 404', 'RFC 2119'])(
    'beside %s, which is no session’s code',
    (mark) => {
      expect(told(`${lines[1]}\n${mark}\n\n## Knots\n\n${body}\n## Tides\n\n${body}`)).not.toContain(lines[1])
    },
  )

  test('and the day beside it is that of the talk', () => {
    const text = 'Berlin, big hall upstairs\n9 June 2024\n\n# Knots that hold\n\nAda Lovelace\n\nThey hold.\n'
    expect(readForeignNote(text, { stem: 'x' }).talks[0]?.date).toBe('2024-06-09')
  })
})

describe('what a title begins with stays', () => {
  test.each([
    '24h CTF - lessons learned',
    '48h Hack Day: what we built',
    '1h - a talk on time',
    ':root: where styles begin',
    ':is: and :where',
    'Freitag',
  ])('%s', (title) => {
    expect(told(`# ${title}\n\n${body}`)).toEqual([title])
  })

  test.each([
    ':cloud: Tides',
    ':cloud: :+1: Tides',
    '09h30-12h30 (Hall 2) : Tides',
    '9h-10h - Tides',
    '9h30 : Tides',
  ])('but in %s', (title) => {
    expect(told(`# ${title}\n\n${body}`)).toEqual(['Tides'])
  })
})

test('a weekday among several headings is one of the days', () => {
  expect(
    told(`# Freitag\n\n## Tides by Ada Lovelace\n\n${body}\n## Knots by Alan Turing\n\n${body}`),
  ).toEqual(['Tides / Ada Lovelace', 'Knots / Alan Turing'])
})

test.each(['=', '==', '==='])('a sum behind %s is no title', (signs) => {
  const text = `100 EUR oars\n200 EUR ropes\n${signs} 300 EUR\n\nAll of it for the boat.\n`
  expect(told(text, 'what-a-boat-costs')).toEqual(['What a boat costs'])
})

test('a talk may be called like a pause, if something is told of it', () => {
  const talk = `## Tides by Ada Lovelace\n\n${body}\n`
  const text = `# OarConf 2024\n\n${talk}## Café\n\nA language for pages, and how its words are typed.\n`
  expect(told(text)).toEqual(['Tides / Ada Lovelace', 'Café'])
  expect(
    told(`# OarConf 2024\n\n${talk}## Café\n\n11:00 - 11:30\n\n## Knots by Alan Turing\n\n${body}`),
  ).not.toContain('Café')
})

test('an example in JSON above the title says nothing of the talk', () => {
  expect(told(`{ "name": "x", "title": "an example" }\n\n# Parsing JSON\n\n${body}`)).toEqual([
    'Parsing JSON',
  ])
  expect(told(`{\n  "title": "Tides"\n}\n\n## How\n\n${body}`)).toEqual(['Tides'])
})

describe('a list of talks below subjects of several words', () => {
  const subjects = ['Python and Data Science', 'Security and Privacy Matters', 'Web and Mobile Development']
  const titles = ['Moving boats', 'Rowing boats', 'Knots that hold']

  test('is one if it is of links', () => {
    const text = subjects
      .map(
        (subject, at) =>
          `## ${subject}\n\n- [${titles[at]}](https://youtube.com/watch?v=aaaaaaaaaa${at})\n\n`,
      )
      .join('')
    expect(told(`# Talks to watch\n\n${text}`, 'talks').toSorted()).toEqual(titles.toSorted())
  })
})
