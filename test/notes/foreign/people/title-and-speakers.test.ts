import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createIsName } from '../../../../src/notes/foreign/people/person-names.ts'
import { titleAndSpeakers } from '../../../../src/notes/foreign/people/title-and-speakers.ts'
import { runs } from '../../../helpers/runs.ts'

const split = (heading: string) => titleAndSpeakers(heading, createIsName(`# ${heading}`))

describe('a heading is a title and who speaks', () => {
  test.each([
    ['Tides - Ada Lovelace', 'Tides', ['Ada Lovelace']],
    ['Tides - Ada Lovelace, lead engineer at Engine Ltd', 'Tides', ['Ada Lovelace']],
    ['Tides — and why they turn — Ada Lovelace', 'Tides — and why they turn', ['Ada Lovelace']],
    ['Boats / oars | ropes - Ada Lovelace', 'Boats / oars | ropes', ['Ada Lovelace']],
    ['Ada Lovelace | Tides – a story', 'Tides – a story', ['Ada Lovelace']],
    ['Tides - Laura Martin, David Brown', 'Tides', ['Laura Martin', 'David Brown']],
    ['Tides - Laura Martin, Morgan Stanley', 'Tides', ['Laura Martin']],
    ['How tides turn w/ Ada Lovelace', 'How tides turn', ['Ada Lovelace']],
    ['Rowing w/ oars', 'Rowing w/ oars', []],
    ['Tides by Ada Lovelace and Charles Babbage', 'Tides', ['Ada Lovelace', 'Charles Babbage']],
    [
      '"Keep it Wet, Keep it Safe! Better Docks" by Ada Lovelace',
      'Keep it Wet, Keep it Safe! Better Docks',
      ['Ada Lovelace'],
    ],
    ['Tides (Ada Lovelace, Engine Works)', 'Tides', ['Ada Lovelace']],
    ['How tides turn- Ada Lovelace', 'How tides turn- Ada Lovelace', []],
    ['Tides of Ada- Lovelace and the Moon', 'Tides of Ada- Lovelace and the Moon', []],
    ['Pre- and Post-Tide Analysis', 'Pre- and Post-Tide Analysis', []],
    ['Real-Time Tides', 'Real-Time Tides', []],
    ['Ada Lovelace | Engine Works | "How tides turn"', 'How tides turn', ['Ada Lovelace']],
    [
      'Ada Lovelace, Mary Miller - "Tides, and why they turn again"',
      'Tides, and why they turn again',
      ['Ada Lovelace', 'Mary Miller'],
    ],
    ['How tides turn, Ada Lovelace', 'How tides turn', ['Ada Lovelace']],
    ['Tides - Ada Lovelace, Ann Fong-Jones', 'Tides', ['Ada Lovelace', 'Ann Fong-Jones']],
    ['Tides (Ada Lovelace, Mary Miller)', 'Tides', ['Ada Lovelace', 'Mary Miller']],
    [
      'Tides (Ada Lovelace, Mary Miller, Zorx Quxfoo)',
      'Tides',
      ['Ada Lovelace', 'Mary Miller', 'Zorx Quxfoo'],
    ],
    ['Tides by Ada Lovelace, Mary Miller', 'Tides', ['Ada Lovelace', 'Mary Miller']],
    ['Ada Lovelace, Mary Miller: Tides that turn', 'Tides that turn', ['Ada Lovelace', 'Mary Miller']],
    [
      'Keynote: Ada Lovelace, Mary Miller',
      'Keynote: Ada Lovelace, Mary Miller',
      ['Ada Lovelace', 'Mary Miller'],
    ],
    ['Tides - Ada Lovelace, Jane Street', 'Tides', ['Ada Lovelace']],
    ['Tides - Ada Lovelace, Palo Alto', 'Tides', ['Ada Lovelace']],
    ['Tides (Ada Lovelace, New Kettle)', 'Tides', ['Ada Lovelace']],
    ['Talk 3 - Tides (4:30pm)', 'Tides', []],
    ['2.4 - Tides', 'Tides', []],
    ['Ada Lovelace - from Engine Works', 'Ada Lovelace', ['Ada Lovelace']],
    ['Ada Lovelace - Senior Software Engineer @ Engine Works', 'Ada Lovelace', ['Ada Lovelace']],
    ['Ada Lovelace - Exec Dir - Engine Works', 'Ada Lovelace', ['Ada Lovelace']],
    ['Ada Lovelace - Becoming a lead engineer', 'Becoming a lead engineer', ['Ada Lovelace']],
    ['Ada Lovelace - From engines to tides', 'From engines to tides', ['Ada Lovelace']],
    ['Tides in 2024 10:20 - 10:50am', 'Tides in 2024', []],
    ['Tides, 9:15 am to 9:45 am', 'Tides', []],
    ['Tides that turn - 8:00 AM Thursday in Harbour Hall', 'Tides that turn', []],
    ['Tides that turn - by Ada Lovelace - 23:15', 'Tides that turn', ['Ada Lovelace']],
    [':ocean: How tides turn', 'How tides turn', []],
    ['09h30-12h30 (Amphi Bleu) : How tides turn', 'How tides turn', []],
    ['14h30-15h15 252 AB: How tides turn', 'How tides turn', []],
    ['Talk 2.5: How tides turn (1:00pm, Open Spaces)', 'How tides turn', []],
    ['How tides turn - Speaker Ada Lovelace', 'How tides turn', ['Ada Lovelace']],
    [':+1: How tides turn - Ada Lovelace', 'How tides turn', ['Ada Lovelace']],
    ['How boats were built by Old Sailors - @ada_l', 'How boats were built by Old Sailors', ['@ada_l']],
    ['How boats were built by Ada Lovelace - @ada_l', 'How boats were built', ['Ada Lovelace']],
    ['How tides turn @ada_l', 'How tides turn @ada_l', []],
    ['How tides turn (@ada_l)', 'How tides turn', ['@ada_l']],
    ['How tides turn Ada Lovelace @ada_l', 'How tides turn', ['Ada Lovelace']],
    ['How tides turn @oarconf', 'How tides turn @oarconf', []],
    ['How tides turn (from @ebb to @flow)', 'How tides turn (from @ebb to @flow)', []],
    [
      'How tides turn, and why they turn with Ada Lovelace @ada_l',
      'How tides turn, and why they turn',
      ['Ada Lovelace'],
    ],
    ['Keynote: Ada Lovelace', 'Keynote: Ada Lovelace', ['Ada Lovelace']],
    ['Ada Lovelace Keynote', 'Ada Lovelace Keynote', ['Ada Lovelace']],
    ['Ada Lovelace’s closing keynote', 'Ada Lovelace’s closing keynote', ['Ada Lovelace']],
    ['Tides in the harbour/ Ada Lovelace', 'Tides in the harbour', ['Ada Lovelace']],
    ['Design Systems + Dreams - delivering at scale', 'Design Systems + Dreams - delivering at scale', []],
    ['State Machines: an introduction', 'State Machines: an introduction', []],
    ['Oil, water and Salt', 'Oil, water and Salt', []],
  ])('%s', (heading, title, names) => {
    expect(split(heading)).toEqual({ title, names })
  })
})

describe('a heading is split into title and speakers', () => {
  test.each([
    ['Tides - Zorx Quxfoo of Engine Works', 'Tides', ['Zorx Quxfoo']],
    ['Tides - Zorx Hall @zorxhall', 'Tides', ['Zorx Hall']],
    ['Tides -Zorx Quxfoo @zorx', 'Tides', ['Zorx Quxfoo']],
    ['Tides - Ada Lovelace - ada@engine.example', 'Tides', ['Ada Lovelace']],
    ['Opening Keynote - [Zorx Quxfoo]: https://github.com/zorx', 'Opening Keynote', ['Zorx Quxfoo']],
    ['Zorx "Zo" Quxfoo - Keynote', 'Keynote', ['Zorx Quxfoo']],
    ['Session: Tides - Ada Lovelace', 'Tides', ['Ada Lovelace']],
    ['Day 1 - 02 - Tides - Ada Lovelace', 'Tides', ['Ada Lovelace']],
    ['<img src="x.png" width="25"> Tides', 'Tides', []],
    ['vector<int> and friends', 'vector<int> and friends', []],
    [
      'Take Care of Each Other: Ships without captains',
      'Take Care of Each Other: Ships without captains',
      [],
    ],
  ])('%s', (heading, title, names) => {
    expect(split(heading)).toEqual({ title, names })
  })
})

test('whoever stands before a colon is somebody if they are known, and not a thing beside others', () => {
  const headings = [
    'Ada Lovelace: Tides that turn',
    'Mary Miller: knots of all kinds',
    'Zorx Quxfoo: the log of all',
    'Apache Kafka: the log of all',
  ]
  const isName = createIsName(headings.map((one) => `## ${one}`).join('\n\n'))
  expect(headings.map((one) => titleAndSpeakers(one, isName).names)).toEqual([
    ['Ada Lovelace'],
    ['Mary Miller'],
    [],
    [],
  ])
})

test('what code is called, at the end of a title, is nobody', () => {
  const titles = ['How tides turn', 'From @ebb', 'Nesting, layers', 'Understanding @ebb']
  fc.assert(
    fc.property(
      fc.constantFrom(...titles),
      fc.constantFrom('', 'with ', 'and ', 'to ', 'on Twitter ', 'in C: '),
      fc.stringMatching(/^[a-z]{3,12}$/),
      (title, between, word) => {
        const heading = `${title} ${between}@${word}`
        expect(split(heading)).toEqual({ title: heading, names: [] })
      },
    ),
    { numRuns: runs(60) },
  )
})
