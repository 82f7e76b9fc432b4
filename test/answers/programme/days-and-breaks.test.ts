import { expect, test } from 'vitest'
import { createAnswers, withClock } from '../../../src/answers/answers.ts'
import { breaksOf, lunchOf } from '../../../src/answers/programme/find/lunch.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { quayCorpus } from '../../corpora/quay.ts'

const quay = createAnswers(quayCorpus, createLunrEngine(quayCorpus), { examples: [] })

/** Sunday 29 November 2026, 11:00 in Berlin, the second of four days. */
const ask = (question: string, at = '2026-11-29T10:00:00Z') =>
  withClock(quay, () => ({ at: Date.parse(at), zone: 'Europe/Berlin' })).answerQuestion(question)

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

test('a break among other words is a topic', async () => {
  for (const question of [
    'when do ropes break?',
    'how long do breaking ropes last',
    'break',
    'times per day',
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
