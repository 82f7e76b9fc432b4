/** `last year` and `this year` are all talks of that year, whether or not the notes say on which day they were. */
import { expect, test } from 'vitest'
import { withClock } from '../../../src/answers/answers.ts'
import { answersOver } from '../../helpers/answers-of.ts'
import { makeTalk, passage } from '../../helpers/make-talk.ts'

const at = (year: number) => ({ id: `quay-${year}`, name: `Quay Days ${year}`, year })
const about = (id: string, year: number, given: object = {}) =>
  makeTalk(id, { event: at(year), summary: passage(`The ${id} are new and red.`, 3), ...given })
const answers = withClock(
  answersOver(
    about('sails', 2025, { date: '2025-05-01' }),
    about('ropes', 2025),
    about('masts', 2025, { date: '2025-05-02', speakers: [{ name: 'Ada Example' }] }),
    about('decks', 2025),
    about('hulls', 2026, { date: '2026-05-02' }),
    about('knots', 2024, { date: '2024-05-02' }),
  ),
  () => ({ at: Date.parse('2026-12-01T10:00:00Z'), zone: 'UTC' }),
)

async function ask(question: string) {
  const { kind, results, explanation, notices } = await answers.answerQuestion(question)
  const titles = results.map(({ talk }) => talk.title).sort()
  return { kind, titles, explanation, read: notices.map(({ message }) => message) }
}

test.each([
  'talks in 2025',
  'talks last year',
  'what did we see last year?',
  'which talks were there last year',
  'how many talks last year?',
])('“%s” has all talks of that year, and says how many have no day', async (question) => {
  expect(await ask(question)).toMatchObject({
    kind: 'listing',
    titles: ['decks', 'masts', 'ropes', 'sails'],
    explanation: 'The notes have 4 talks of 2025. 2 of them have no day.',
  })
})

test('of this year, those that were are talks of it too', async () => {
  const ofYear = await ask('talks in 2026')
  expect(ofYear).toMatchObject({ titles: ['hulls'], explanation: 'The notes have 1 talk of 2026.' })
  expect(await ask('talks this year')).toEqual(ofYear)
})

test('what was said on something last year may be said in a talk without a day', async () => {
  expect(await ask('what was said about ropes last year?')).toEqual({
    kind: 'found',
    titles: ['ropes'],
    explanation: '',
    read: ['“last year” is read as 2025.'],
  })
  expect(await ask('talks on knots last year')).toMatchObject({
    kind: 'none',
    explanation: 'No talk of 2025 says this.',
  })
  expect(await ask('who spoke last year')).toMatchObject({
    explanation: 'The notes name 1 speaker of talks of 2025.',
  })
})
