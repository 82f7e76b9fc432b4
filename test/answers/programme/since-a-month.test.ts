/** A topic and a month, or a day, since or before which talks on it are wanted. */
import { expect, test } from 'vitest'
import { withClock } from '../../../src/answers/answers.ts'
import { answersOver } from '../../helpers/answers-of.ts'
import { makeTalk, passage } from '../../helpers/make-talk.ts'

const event = { id: 'harbour', name: 'Harbour 2025', tags: [] }
const talks = [
  makeTalk('ropes', {
    title: 'New ropes',
    event,
    date: '2025-02-01',
    summary: passage('Ropes are new and cheap.', 4),
  }),
  makeTalk('locks', {
    title: 'New locks',
    event,
    date: '2025-07-01',
    summary: passage('Locks are new. The old ropes are forbidden since June 2024.', 4),
  }),
]
talks.push(makeTalk('sails', { title: 'New sails', event, summary: passage('Sails are new and red.', 4) }))
const at = Date.parse('2026-12-01T10:00:00Z')
const answers = withClock(answersOver(...talks), () => ({ at, zone: 'UTC' }))

async function ask(question: string) {
  const { kind, results, explanation, notices } = await answers.answerQuestion(question)
  const titles = results.map(({ talk }) => talk.title)
  return { kind, titles, explanation, read: notices.map(({ message }) => message) }
}

test.each([
  ['locks since May 2025', ['New locks'], '“since May 2025” is read as since Thursday 1 May 2025.'],
  [
    'anything on locks since 1 May 2025?',
    ['New locks'],
    '“since 1 May 2025” is read as since Thursday 1 May 2025.',
  ],
  ['ropes before June 2025', ['New ropes'], '“before June 2025” is read as before Sunday 1 June 2025.'],
  ['talks on locks since June 2025', ['New locks'], '“since June 2025” is read as since Sunday 1 June 2025.'],
])('“%s” is answered from the talks of that time', async (question, titles, read) => {
  const answer = await ask(question)
  expect(answer.read).toContain(read)
  expect(answer).toMatchObject({ kind: 'found', titles })
})

test('that no talk of that time says it is said, and so it is if nobody knows when one was', async () => {
  expect(await ask('locks before May 2025')).toMatchObject({
    kind: 'none',
    explanation: 'No talk of those days says this.',
  })
  expect(await ask('sails since May 2025')).toMatchObject({
    kind: 'found',
    titles: ['New sails'],
    read: ['The notes do not say on which day that was, so “since May 2025” is left out.'],
  })
})

test.each([
  'what’s new since May 2025',
  'what is new since May 2025?',
  'whats new since 2025-05-01',
  'what’s new in locks since May 2025?',
])('“%s” asks for the talks since then', async (question) => {
  expect(await ask(question)).toMatchObject({ kind: 'found', titles: ['New locks'] })
})

test.each(['what is forbidden since June 2024?', 'ropes forbidden since June 2024'])(
  '“%s” is answered by who says that with the month, whenever it was said',
  async (question) => {
    const answer = await ask(question)
    expect(answer).toMatchObject({ kind: 'found', read: [] })
    expect(answer.titles[0]).toBe('New locks')
  },
)
