import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withClock } from '../../../src/answers/answers.ts'
import { breaksOf, lunchOf } from '../../../src/answers/programme/find/breaks.ts'
import { isOn, timeOfMinutes } from '../../../src/answers/programme/find/slot-times.ts'
import type { Slot } from '../../../src/notes/talk.ts'
import { quayCorpus } from '../../corpora/quay.ts'
import { answersOf, answersOver } from '../../helpers/answers-of.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const quay = answersOf(quayCorpus)

/** Sunday 29 November 2026, 11:00 in Berlin, the second of four days. */
const ask = (question: string, at = '2026-11-29T10:00:00Z', answers = quay) =>
  withClock(answers, () => ({ at: Date.parse(at), zone: 'Europe/Berlin' })).answerQuestion(question)

test.each([
  'talks per day',
  'talks by day',
  'how many talks each day',
  'how many talks are there each day?',
  'number of talks per day',
  'hi, how many talks are on every day please?',
])('“%s” counts the talks of each day of the event, in order', async (question) => {
  expect(await ask(question)).toMatchObject({
    kind: 'listing',
    values: [
      { value: 'Saturday 28 November 2026', talks: 3, question: 'What was on 28 November 2026?' },
      { value: 'Sunday 29 November 2026', talks: 4, question: 'What is on 29 November 2026?' },
      { value: 'Tuesday 1 December 2026', talks: 2, question: 'What is on 1 December 2026?' },
    ],
  })
})

test('whoever looks at a day from such a list gets its talks', async () => {
  expect(await ask('What is on 1 December 2026?')).toMatchObject({ kind: 'listing', total: 3 })
})

test.each([
  'what can I still catch?',
  'what is still to come?',
  'can I still see anything?',
  'which talks can we still make',
])('“%s” lists what is not over', async (question) => {
  const answer = await ask(question)
  expect(answer).toMatchObject({ kind: 'listing' })
  expect(answer.results.map(({ talk }) => talk.title)).toEqual([
    'Ropes of steel',
    'Knots',
    'Dry docks',
    'Night sailing',
  ])
})

test.each([
  ['when is the next break?', 'from 12:15 to 13:30 on Sunday 29 November 2026'],
  ['coffee break?', 'from 12:15 to 13:30 and from 14:15 to 23:30 on Sunday 29 November 2026'],
  ['when are the breaks', 'from 12:15 to 13:30 and from 14:15 to 23:30 on Sunday 29 November 2026'],
  ['when is the last break on Tuesday?', 'from 14:30 to 16:00 on Tuesday 1 December 2026'],
])('“%s”: that the notes do not say it, and when nothing is on', async (question, when) => {
  expect(await ask(question)).toMatchObject({
    kind: 'listing',
    explanation: `The notes do not say when breaks are. No talk is on ${when}.`,
  })
})

test('a break that is over is not the next one', async () => {
  const answer = await ask('when is the next break?', '2026-11-29T13:00:00Z')
  expect(answer).toMatchObject({ explanation: expect.stringContaining('from 14:15 to 23:30') })
  const late = await ask('when is the next break?', '2026-11-29T22:45:00Z')
  expect(late).toMatchObject({ explanation: expect.stringContaining('none between talks is left') })
})

test.each(['when is lunch on Tuesday?', 'when is lunch tomorrow?', 'lunch tomorrow'])(
  '“%s” is of the day that is said',
  async (question) => {
    const answer = await ask(question, '2026-11-30T10:00:00Z')
    expect(answer).toMatchObject({ explanation: expect.stringContaining('on Tuesday 1 December 2026') })
  },
)

test('once all is over, talks are still counted by day, and no break is next', async () => {
  const later = '2027-02-01T10:00:00Z'
  expect(await ask('talks per day', later)).toMatchObject({ kind: 'listing', total: 3 })
  expect(await ask('when is the next break?', later)).toMatchObject({
    explanation: 'The notes do not say when breaks are, and no talk is still to come.',
  })
})

const keeping = (...kept: readonly (keyof Slot)[]) =>
  quayCorpus.talks.map(({ date, starts, ends, room, again, ...talk }) => {
    const slot = { date, starts, ends, room }
    return { ...talk, ...Object.fromEntries(kept.flatMap((key) => (slot[key] ? [[key, slot[key]]] : []))) }
  })
const daysAlone = answersOver(...keeping('date'))
const undated = answersOver(...keeping())

test.each(['speakers per day', 'how many speakers are there each day?', 'number of speakers by day'])(
  '“%s” counts the speakers of each day, with or without times',
  async (question) => {
    for (const answers of [quay, daysAlone]) {
      expect(await ask(question, undefined, answers)).toMatchObject({
        kind: 'listing',
        values: [
          { value: 'Saturday 28 November 2026: 3 speakers', question: 'What was on 28 November 2026?' },
          { value: 'Sunday 29 November 2026: 3 speakers', question: 'What is on 29 November 2026?' },
          { value: 'Tuesday 1 December 2026: 2 speakers', question: 'What is on 1 December 2026?' },
        ],
      })
    }
  },
)

test.each(['which day has the most talks?', 'what day had most talks', 'which is the busiest day?'])(
  '“%s” counts the talks of each day, and says which has most',
  async (question) => {
    for (const answers of [quay, daysAlone]) {
      const answer = await ask(question, undefined, answers)
      expect(answer).toMatchObject({ kind: 'listing', total: 3 })
      expect(answer.explanation).toMatch(/The most, 4, are on Sunday 29 November 2026\.$/)
    }
  },
)

test('talks are counted on a day of which no times are known, also once all is over', async () => {
  for (const at of [undefined, '2027-02-01T10:00:00Z']) {
    expect(await ask('how many talks on Tuesday', at, daysAlone)).toMatchObject({
      explanation: '2 talks on Tuesday 1 December 2026.',
    })
  }
})

test.each([
  ['what is on at 3pm?', 'The notes do not say at what times talks are on Sunday 29 November 2026.'],
  ['what is on tomorrow morning?', 'No talk on Monday 30 November 2026, before 12:00.'],
  [
    'is there a break at 3?',
    'The notes do not say when breaks are, nor at what times talks are on Sunday 29 November 2026.',
  ],
])('of days without times, “%s” claims nothing about times', async (question, explanation) => {
  const answer = await ask(question, undefined, daysAlone)
  expect(answer.explanation.startsWith(explanation)).toBe(true)
})

test.each([
  'what is on now?',
  'what is on tomorrow at 3?',
  'is the talk over?',
  'hi, has the session started yet?',
  'what did I miss on Monday?',
  'what did we miss yesterday',
  'was habe ich am Montag verpasst?',
])('notes that know no days answer “%s” with that alone', async (question) => {
  expect(await ask(question, undefined, undated)).toMatchObject({
    kind: 'listing',
    explanation: 'The notes do not say when talks are.',
  })
})

test('of an event whose talks have no days, its own days are told', async () => {
  const explanation =
    'Quay Days 2026 is from 28 November to 1 December 2026; the notes do not say on which day each of its talks is.'
  for (const question of ['how many talks on Tuesday?', 'talks in November 2026', 'what is on tomorrow?']) {
    const answer = await ask(question, undefined, undated)
    expect(answer).toMatchObject({
      kind: 'listing',
      explanation,
      suggestions: ['list talks event:"Quay Days 2026"'],
    })
  }
  expect(await ask('talks in December 2027', undefined, undated)).toMatchObject({
    explanation: 'The notes do not say when talks are.',
  })
})

test('of an event that goes on for long, and whose talks have days, a time without any is one', async () => {
  const event = { id: 'meetup', name: 'Quay Meetup', year: 2026, starts: '2026-01-05', ends: '2026-12-20' }
  const meetup = answersOver(
    makeTalk('sails', { title: 'Sails', event, date: '2026-01-05' }),
    makeTalk('masts', { title: 'Masts', event, date: '2026-12-20' }),
  )
  for (const question of ['talks in June 2026', 'what is on today?', 'talks tomorrow']) {
    const { explanation } = await ask(question, '2026-06-10T10:00:00Z', meetup)
    expect(explanation).toContain('No talk')
    expect(explanation).not.toContain('do not say on which day')
  }
})

test.each([
  'is the talk over?',
  'hi, is the talk over?',
  'has the session already started',
  'is this talk still running?',
])('“%s” is of what is on now, since no talk is named', async (question) => {
  const answer = await ask(question, '2026-11-29T10:30:00Z')
  expect(answer.results.map(({ talk }) => talk.title)).toEqual(['Ropes of steel', 'Knots'])
})

test.each([
  'how long is the current talk?',
  'how much longer is this talk',
  'when does this talk end?',
  'what time does the current session end',
  'when will this talk be over?',
])('“%s” is of what is on now, too', async (question) => {
  const answer = await ask(question, '2026-11-29T10:30:00Z')
  expect(answer.results.map(({ talk }) => talk.title)).toEqual(['Ropes of steel', 'Knots'])
})

test.each([
  ['has Mia Buoy spoken already?', ['Fog horns', 'Dry docks']],
  ['did Mia speak yet?', ['Fog horns', 'Dry docks']],
  ['knots talk time', ['Knots']],
  ['when lunch?', []],
  ['how many days is the conference?', []],
  ['how many days does Quay Days 2026 last', []],
])('“%s” is answered from the programme', async (question, titles) => {
  const answer = await ask(question)
  expect(answer.kind).toBe('listing')
  expect(answer.results.map(({ talk }) => talk.title)).toEqual(titles)
})

test.each([
  'when was this conference?',
  'is the conference over?',
  'when is the conference',
  'how long is the event?',
])(
  '“%s” is answered by when the event began, if no talk has a day, and only if there is one event',
  async (question) => {
    expect(await ask(question, '2027-02-01T10:00:00Z', undated)).toMatchObject({
      kind: 'listing',
      explanation: expect.stringContaining('Quay Days 2026'),
    })
    const other = { ...quayCorpus.talks[0]!.event, id: 'other', name: 'Other Days' }
    const two = answersOver(...keeping().map((talk, at) => (at === 0 ? { ...talk, event: other } : talk)))
    expect((await ask(question, '2027-02-01T10:00:00Z', two)).kind).not.toBe('listing')
  },
)

test.each([
  ['best talk on Tuesday?', 'what is on on Tuesday?'],
  ["what's good tomorrow?", 'what is on tomorrow?'],
  ['overview of today', 'what is on today?'],
  ['highlights of Tuesday', 'what is on on Tuesday?'],
  ['i am late, what did i miss?', 'what did i miss?'],
  ["what's the last thing on Tuesday?", 'last talk on Tuesday'],
  ['which talks are in parallel right now', 'what is on now?'],
  ['remind me of the talks on Tuesday', 'what is on on Tuesday?'],
  ['which room for knots?', 'which room is knots in?'],
  ['welcher Raum für Knots?', 'which room is knots in?'],
])('“%s” is answered as “%s”', async (question, same) => {
  const [answer, other] = [await ask(question), await ask(same)]
  expect([answer.kind, other.kind]).toEqual(['listing', 'listing'])
  expect(answer.explanation).toBe(other.explanation)
})

test.each(['links of talks on Tuesday', "links of Tuesday's talks"])(
  '“%s” is of the talks of that day',
  async (question) => {
    const link = { title: 'Chart of the bay', url: 'https://example.org/bay', kind: 'site' } as const
    const linked = answersOver(...quayCorpus.talks.map((talk) => ({ ...talk, links: [link] })))
    expect(await ask(question, undefined, linked)).toMatchObject({ kind: 'listing', of: 'link', total: 2 })
  },
)

test('of who speaks, by any part of the name, the days of talks are said if no more is known', async () => {
  const hulls = makeTalk('hulls', { title: 'Hulls', date: '2026-05-04', speakers: [{ name: 'Ada Example' }] })
  for (const question of ['when is Ada on?', 'when is Ada Example on?'])
    expect(await ask(question, undefined, answersOver(hulls))).toMatchObject({
      kind: 'listing',
      slots: [{ date: '2026-05-04' }],
    })
  expect((await ask('when is Hulls Ltd on?', undefined, answersOver(hulls))).kind).not.toBe('listing')
})

test('where a talk is, of which no room is known, is told of the room', async () => {
  const hulls = answersOver(makeTalk('hulls', { title: 'Hulls' }))
  expect((await ask('where is the Hulls talk?', undefined, hulls)).explanation).toMatch(
    /^The notes do not say in which room “Hulls” is\./,
  )
})

test('of a keynote, its day is said if no more is known', async () => {
  expect(await ask('is the keynote over?', undefined, daysAlone)).toMatchObject({
    explanation: '“Anchors”: Tue 1 Dec 2026.',
  })
})

test.each([
  ['is there a break at 1?', 'No talk is on from 12:15 to 13:30'],
  ['hi, is there a break at 1?', 'No talk is on from 12:15 to 13:30'],
  ['break at 12:30?', 'No talk is on from 12:15 to 13:30'],
  ['is there a coffee break at 11?', 'Talks are on around 11:00'],
  ['any breaks after 2?', 'No talk is on from 14:15 to 23:30'],
  ['is it break time?', 'Talks are on around 11:00'],
  ['is there a break now?', 'Talks are on around 11:00'],
  ['is there a break in the morning?', 'and none between talks is then'],
  [
    'do we have a break on Tuesday afternoon?',
    'No talk is on from 12:00 to 14:00 and from 14:30 to 16:00 on Tuesday',
  ],
  ['is there a break between talks?', 'No talk is on from 12:15 to 13:30 and from 14:15 to 23:30'],
  ['is it lunch time?', 'No talk is on from 12:15 to 13:30'],
])('“%s” is answered from the times of talks, with the notes’ silence on breaks', async (question, told) => {
  const answer = await ask(question)
  expect(answer.kind).toBe('listing')
  expect(answer.explanation).toMatch(/^The notes do not say when (?:breaks are|lunch is)[.,]/)
  expect(answer.explanation).toContain(told)
})

test('at any moment of a day, a break is told if and only if no talk is on', async () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(timeOfMinutes)
  await fc.assert(
    fc.asyncProperty(minute, async (time) => {
      const { explanation } = await ask(`is there a break at ${time}?`)
      const isOnThen = quayCorpus.talks.some((talk) => isOn(talk, { date: '2026-11-29', time }))
      expect(explanation.includes('Talks are on around')).toBe(isOnThen)
    }),
  )
})

test('a break among other words is a topic', async () => {
  for (const question of [
    'when do ropes break?',
    'how long do breaking ropes last',
    'break',
    'times per day',
    'is there a break in the rope?',
    'any breaks in compatibility?',
    'is the talk on knots hard?',
    'how long does the current rope take?',
    'when does this rope end?',
    'high time',
    'room for improvement',
    'best practices',
    'overview of knots',
    'did anyone speak?',
  ])
    expect((await ask(question)).kind).not.toBe('listing')
})

test('lunch is the longest of the breaks around noon', () => {
  const slots = [
    { starts: '09:00', ends: '10:00' },
    { starts: '10:30', ends: '12:15' },
    { starts: '13:45', ends: '14:00' },
    { starts: '14:05', ends: '15:00' },
  ]
  expect(breaksOf(slots)).toEqual([
    { from: '10:00', until: '10:30' },
    { from: '12:15', until: '13:45' },
  ])
  expect(lunchOf(slots)).toEqual({ from: '12:15', until: '13:45' })
})
