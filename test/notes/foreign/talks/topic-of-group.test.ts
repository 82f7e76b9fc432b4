import { expect, test } from 'vitest'
import { topicAbove } from '../../../../src/notes/foreign/talks/topic-of-group.ts'

test.each([
  ['Tides', 'Tides'],
  ['Tides and how they turn: a report', 'Tides and how they turn: a report'],
  ['Session 3: Tides and harbours', 'Tides and harbours'],
  ['Session 3 - Tides', 'Tides'],
  ['Track B: Tides', 'Tides'],
  ['Track 2 – Session 4: Tides', 'Tides'],
  ['Day 2: Tides', 'Tides'],
  ['Tag 2: Gezeiten', 'Gezeiten'],
  ['Morning session: Tides', 'Tides'],
  ['Topic: Tides', 'Tides'],
  ['Tides track', 'Tides'],
  ['Tides talks', 'Tides'],
  ['Session 1: Tides talks', 'Tides'],
  ['C', 'C'],
])('%s is on %s', (heading, topic) => {
  expect(topicAbove([heading])).toBe(topic)
})

test.each([
  '',
  'Talks',
  'Lightning talks',
  'Keynotes',
  'My favourite talks',
  'Talks at OarConf 2024',
  'Session 3',
  'Track 2 - Session 4',
  'Morning session',
  'Session 2: Keynotes',
  'Day 1: Talks',
  'Day 1: Monday',
  'Day 2 (Fri 7 March)',
  'Fri 7 March',
  '12 May 2024',
  '12 May 2024: Harbour',
  '10:30 - 12:00',
])('%s says no topic', (heading) => {
  expect(topicAbove([heading])).toBeUndefined()
})

test('of headings further up, one that is surely of a part of an event says it', () => {
  expect(topicAbove(['Talks', 'Session 3: Tides', 'Notes'])).toBe('Tides')
  expect(topicAbove(['Morning', 'Notes', 'My conferences'])).toBeUndefined()
  expect(topicAbove(['Ropes', 'Session 3: Tides'])).toBe('Ropes')
})
