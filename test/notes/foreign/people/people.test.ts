import { expect, test } from 'vitest'
import { peopleIn } from '../../../../src/notes/foreign/people/people.ts'

test.each([
  ['Zorx Quxfoo @ Oars', 'Zorx Quxfoo'],
  ['Zorx Quxfoo of Oar Ltd', 'Zorx Quxfoo'],
  ['Zorx Quxfoo from Oars, Ben Sample at Ropes', 'Zorx Quxfoo + Ben Sample'],
  ['Zorx Quxfoo. Director of Sails', 'Zorx Quxfoo'],
  ['Prof. Zorx Quxfoo', 'Prof. Zorx Quxfoo'],
  ['from Oars', ''],
  ['R/Oars', 'R/Oars'],
  ['Zorx Quxfoo/Ben Sample', 'Zorx Quxfoo + Ben Sample'],
  ['Zorx of Oars', 'Zorx of Oars'],
  ['Laura Martin\nBen Sample', 'Laura Martin + Ben Sample'],
  ['Laura Martin, Oars\r\nBen Sample (Ropes)\r\n', 'Laura Martin + Ben Sample'],
  ['Zorx\nQuxfoo', 'Zorx Quxfoo'],
  ['María\nJosé García', 'María José García'],
  ['Laura Martin\nDeutsche Telekom', 'Laura Martin Deutsche Telekom'],
])('whoever speaks is told from a firm: %s', (written, names) => {
  expect(
    peopleIn(written)
      .map(({ name }) => name)
      .join(' + '),
  ).toBe(names)
})

test.each([
  ['Zorx Quxfoo und Ben Sample', ['Zorx Quxfoo', 'Ben Sample']],
  ['Zorx Quxfoo', ['Zorx Quxfoo']],
  ['Zorx and Ben', ['Zorx and Ben']],
])('a mapping may name two at once: %s', (name, names) => {
  expect(peopleIn([{ name, affiliation: 'Oars' }]).map((one) => one.name)).toEqual(names)
})

test.each([
  ['ada-miller', ['Ada Miller']],
  ['ada-miller-2', ['Ada Miller 2']],
  ['deadmau5', ['Deadmau5']],
  [
    ['bob-smith', 'joe2'],
    ['Bob Smith', 'Joe2'],
  ],
  ['keynote-01', []],
  ['speaker7', []],
])('of names in addresses only those are nobody that count who speaks: %s', (slugs, names) => {
  expect(peopleIn(slugs, { areSlugs: true }).map(({ name }) => name)).toEqual(names)
})

test.each(['keynote-01', 'Speaker 2'])('%s among people is none', (name) => {
  expect(peopleIn([name, 'Ada Pier'])).toEqual([{ name: 'Ada Pier' }])
})

test.each([
  ['Miller, Ada', ['Ada Miller']],
  ['Lee, Ada', ['Ada Lee']],
  ['van Pier, Ada', ['Ada van Pier']],
  ['Miller, Ada (Oar Ltd)', ['Ada Miller']],
  ['Miller, Ada; Quxfoo, Ben', ['Ada Miller', 'Ben Quxfoo']],
  ['Smith, Ada B.', ['Ada B. Smith']],
  ['Google, Ada', ['Google']],
  ['Ada Miller, Ben Pier', ['Ada Miller', 'Ben Pier']],
  ['Ada, London', ['Ada']],
  ['Ada, Ben, Tom', ['Ada', 'Ben', 'Tom']],
])(
  'whoever is listed by the last name first is called by the first, and first names alone are several: %s',
  (text, names) => {
    expect(peopleIn(text).map(({ name }) => name)).toEqual(names)
  },
)

test.each(['N.N.', 'N. N.', 'NN', 'n/a', 'N/A', 'tbd'])('%s is nobody', (text) => {
  expect(peopleIn(text)).toEqual([])
})

test.each(['Josh Long', 'Larry Page', 'Tom Day', 'Jo March', 'Bill Short'])(
  'somebody whose last name means something is named beside others too: %s',
  (name) => {
    expect(peopleIn(`Ada Miller, ${name}`).map((one) => one.name)).toEqual(['Ada Miller', name])
    expect(peopleIn(`${name} and Ada Miller`).map((one) => one.name)).toEqual([name, 'Ada Miller'])
  },
)

test.each(['Product Lead', 'Oar Cloud', 'Staff Engineer', 'Team Lead', 'Grant Manager'])(
  'what somebody does is nobody: %s',
  (role) => {
    expect(peopleIn(`Ada Miller, ${role}`).map((one) => one.name)).toEqual(['Ada Miller'])
  },
)
