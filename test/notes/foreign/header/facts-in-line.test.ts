import { expect, test } from 'vitest'
import { factsInLine } from '../../../../src/notes/foreign/header/facts-in-line.ts'

const read = (line: string) => {
  const facts = factsInLine(line, () => false)
  if (facts === undefined) return undefined
  const { date, starts, ends, room } = facts.slot
  const people = facts.speakers.map(({ name }) => name).join(' & ')
  return [people, date, starts, ends, room].map((one) => one || '-').join(' | ')
}

test.each([
  ['2024-03-21, Room C', '- | 2024-03-21 | - | - | Room C'],
  ['Room C, 21 March 2024', '- | 2024-03-21 | - | - | Room C'],
  ['Ada Lovelace — OarConf 2024, 22 April', 'Ada Lovelace | 2024-04-22 | - | - | -'],
  ['OarConf 2024 / Ada Lovelace / 21 March', 'Ada Lovelace | 2024-03-21 | - | - | -'],
  ['Guild meeting 2024-02-11, Ada Lovelace', 'Ada Lovelace | 2024-02-11 | - | - | -'],
  ['Ada Lovelace · Track 2 · 10:30', 'Ada Lovelace | - | 10:30 | - | -'],
  ['10:30–11:15, Hall 2', '- | - | 10:30 | 11:15 | Hall 2'],
  ['10:30 - 11:15 @ Main Stage', '- | - | 10:30 | 11:15 | Main Stage'],
  ['Thursday 10:30, Ada Lovelace', 'Ada Lovelace | - | 10:30 | - | -'],
  ['Day 1, 10:30, Room C, Ada Lovelace', 'Ada Lovelace | - | 10:30 | - | Room C'],
  ['21.03.2024, Raum 3, Ada Lovelace', 'Ada Lovelace | 2024-03-21 | - | - | Raum 3'],
  ['Where: Main Hall', '- | - | - | - | Main Hall'],
  ['10:15', '- | - | 10:15 | - | -'],
  ['Fri 19 Sep 2025, 10:15, Room Thames', '- | 2025-09-19 | 10:15 | - | Room Thames'],
  ['by Ada Lovelace on 21 March 2024', 'Ada Lovelace | 2024-03-21 | - | - | -'],
  [
    'Ada Lovelace and Ben Carter (Oar Ltd), 2pm, Room 5',
    'Ada Lovelace & Ben Carter | - | 14:00 | - | Room 5',
  ],
])('“%s” says who, when and where', (line, facts) => {
  expect(read(line)).toBe(facts)
})

test.each([
  'Ada Lovelace, OarConf 2024',
  '27 May 2025, 14:30',
  'Oslo, 2024-03-21',
  'Tides, 21 March 2024, Room C',
  'Room 1, Room 2, 10:30',
  '10:30, 11:30, 12:30',
  'We met at 10:30, in Room C.',
  'The moon pulls water twice a day.',
])('“%s” is no line of facts', (line) => {
  expect(read(line)).toBeUndefined()
})
