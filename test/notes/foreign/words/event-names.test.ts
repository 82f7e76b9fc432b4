import { describe, expect, test } from 'vitest'
import {
  eventInTitle,
  eventNameOf,
  isEventTitle,
  isGenericName,
} from '../../../../src/notes/foreign/words/event-names.ts'
import { eventOfDay } from '../../../../src/notes/foreign/words/heading-word-lists.ts'

describe('a title', () => {
  test.each(['OarConf', 'Notes from OarConf 2019', 'OarConf - Sessions on Thursday June 12'])(
    'names an event: %s',
    (title) => {
      expect(isEventTitle(title)).toBe(true)
    },
  )

  test.each([
    'Meet the tides (OarConf 2021)',
    'Tides that turn at OarConf',
    "Ada Lovelace's talk on engines that count for people who steam, OarConf 2008",
  ])('says what somebody spoke on: %s', (title) => {
    expect(isEventTitle(title)).toBe(false)
  })
})

test.each([
  ['OarConf - Feb 4, 2016, Harbour :: by the Oar Club', 'OarConf'],
  ['Oar Days 2026 Obsidian Vault', 'Oar Days 2026'],
  ['Notes: OarConf 2026', 'OarConf 2026'],
  ['My notes – Oar Days 2026', 'Oar Days 2026'],
  ['OarConf 2026 – Conference Diary', 'OarConf 2026'],
  ['OarConf 2014 – Day 2', 'OarConf 2014'],
  ['Oar Day 2022', 'Oar Day 2022'],
  ['Oar Day 2022 – Day 2', 'Oar Day 2022'],
  ['Vendredi 19 Avril, OarConf France 2019', 'OarConf France 2019'],
  ['Friday 19 April 2019 - OarConf', 'OarConf'],
  ['OarConf 2014 Keynote', 'OarConf 2014'],
  ['Welcome to OarConf 2014!', 'OarConf 2014'],
  ['OARHU is a one day, single track conference in Ely', 'OARHU'],
  ['Rust is the future of oars', 'Rust is the future of oars'],
  ['What is a conference for', 'What is a conference for'],
  ['Welcome to the Oar Days', 'Oar Days'],
  ['OarConf: welcome to all', 'OarConf: welcome to all'],
  ['My OarConf 2014 notes', 'OarConf 2014'],
  ['OarConf France 2023 - 11ème édition', 'OarConf France 2023'],
  ['Thoughts from OarConf 2014', 'OarConf 2014'],
  ['OarConf 2014 Schedule & Notes', 'OarConf 2014'],
  ['OarConf 2014 Unofficial Notes', 'OarConf 2014'],
  ['OarConf 2014 - 10/8/2014', 'OarConf 2014'],
  ['OarConf 2014 Schedule - Part 10 of 11', 'OarConf 2014'],
  ['2016 - 2017 Tech Talks', '2016 - 2017 Tech Talks'],
  // What asks for more is not cut.
  ['Once upon a harbour on GitHub', 'Once upon a harbour on GitHub'],
  ['The harbour of talks', 'The harbour of talks'],
  ['Oar Con talks', 'Oar Con'],
])('"%s" is of %s', (title, name) => {
  expect(eventNameOf(title)).toBe(name)
})

test.each(['Oar Community Day 2024', 'Ruder-Tag 2014', 'Harbour Inspiration day 2024'])(
  'an event that is called a day, and its year: %s',
  (title) => {
    expect(eventOfDay(title)).toBeUndefined()
    expect(eventNameOf(title)).toBe(title)
    expect(isEventTitle(title)).toBe(true)
  },
)

test.each([
  ['OarConf - Friday, April 29', 'OarConf'],
  ['OarConf 2019: Day Two', 'OarConf 2019'],
  ['Oar Day 2024 - Day 1', 'Oar Day 2024'],
  ['Advanced Oars Training Day 2 - 2019', undefined],
  ['Why we row on Friday', undefined],
  ['Harbour Day 2022', undefined],
  ['Hafen Tag 2022', undefined],
])('the day of an event: %s', (title, event) => {
  expect(eventOfDay(title)).toBe(event)
})

test.each([
  ['Oars 2015', '2015-09-18-oars', 'Oars 2015'],
  ['OarConf', 'oarconf', 'OarConf'],
  ['Oars 2015', 'oars', undefined],
  ['Conference Notes', 'notes', undefined],
  ['Tides of the north', '2015-tides', undefined],
])('the title of a whole file, "%s" in %s, is the event %s', (title, stem, event) => {
  expect(eventInTitle(title, stem)).toBe(event)
})

test.each([
  ['oar-conference-notes', true],
  ['tech conference 2024', true],
  ['harbour conferences 2024', true],
  ['2024_09_harbour_conference', false],
])('%s may hold notes of any event: %s', (name, isGeneric) => {
  expect(isGenericName(name)).toBe(isGeneric)
})

test.each([
  ['Static site for OarConf', 'OarConf'],
  ['OarConf 2024 公式Webサイト', 'OarConf 2024'],
  ['Source code of the website of OarConf 2024', 'OarConf 2024'],
  ['The official website for the Oar Days', 'Oar Days'],
  ['OarConf 2024 website', 'OarConf 2024'],
  ['Oar Days website source code', 'Oar Days'],
  ['Sites of old harbours', 'Sites of old harbours'],
])('what holds the site of an event is called like that: %s', (title, name) => {
  expect(eventNameOf(title)).toBe(name)
})

test.each([
  ['OarConf 2023 (Harbour, 26-29 September 2023)', 'OarConf 2023 (Harbour)'],
  ['OarConf 2023, 26–29 September 2023', 'OarConf 2023'],
  ['OarConf (1 & 2 February 2020)', 'OarConf'],
  ['OarConf, 9.-11. Oktober 2019', 'OarConf'],
  ['Oar Days, 3rd - 5th May 2019', 'Oar Days'],
  ['Oar Days - Part 2 - 3 May 2019', 'Oar Days - Part 2'],
  ['OarConf Hall 7, 3 May 2019', 'OarConf Hall 7'],
  ['OarConf EU 2025, Ely, April 1-4 2025', 'OarConf EU 2025, Ely'],
  ['Oar Annual, May 13-15 2025, Ely', 'Oar Annual, Ely'],
  ['Oar Days 2024 (Ely, 3-5 June 2024)', 'Oar Days 2024 (Ely)'],
])('all days of an event go from its name, and no other figure: %s', (title, name) => {
  expect(eventNameOf(title)).toBe(name)
})
