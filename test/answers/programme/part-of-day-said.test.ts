/** What was said in a part of a day is answered from the talks of that part. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withClock } from '../../../src/answers/answers.ts'
import { slotsOf } from '../../../src/notes/talk-slots.ts'
import { harbourCorpus } from '../../corpora/harbour.ts'
import { lanternCorpus } from '../../corpora/lantern.ts'
import { answersOf } from '../../helpers/answers-of.ts'
import { runs } from '../../helpers/runs.ts'

/** Saturday 28 November 2026, 14:05 in Helsinki. */
const now = () => ({ at: Date.parse('2026-11-28T12:05:00Z'), zone: 'UTC' })
const lantern = withClock(answersOf(lanternCorpus), now)

async function ask(question: string) {
  const { kind, results, explanation, notices, suggestions } = await lantern.answerQuestion(question, {
    list: { limit: 100 },
  })
  const titles = results.map(({ talk }) => talk.title)
  return { kind, titles, said: explanation, read: notices.map(({ message }) => message), suggestions }
}

const asked: readonly (readonly [question: string, kind: string, titles: readonly string[], read: string])[] =
  [
    [
      'what was said about queues this morning?',
      'found',
      ['Queues everywhere'],
      'Saturday 28 November 2026, before 12:00',
    ],
    [
      'what was said before 11 about queues',
      'found',
      ['Queues everywhere'],
      'Saturday 28 November 2026, before 11:00',
    ],
    ['what did they say about queues after 11?', 'none', [], 'Saturday 28 November 2026, from 11:00 on'],
    ['what did they say about rust this morning?', 'none', [], 'Saturday 28 November 2026, before 12:00'],
    [
      'what did they say about rust on Friday morning?',
      'found',
      ['Rust for Pythonistas'],
      'Friday 27 November 2026, before 12:00',
    ],
    [
      'what was said about rust on friday afternoon',
      'none',
      [],
      'Friday 27 November 2026, from 12:00 to 18:00',
    ],
    [
      'what was said about feature flags yesterday between 2 and 4',
      'found',
      ['Feature flags gone wrong'],
      'Friday 27 November 2026, from 14:00 to 16:00',
    ],
    [
      'what was said about feature flags between 2 and 4 yesterday',
      'found',
      ['Feature flags gone wrong'],
      'Friday 27 November 2026, from 14:00 to 16:00',
    ],
    [
      'what did Lena say this afternoon',
      'found',
      ['Rust for Pythonistas, continued'],
      'Saturday 28 November 2026, from 12:00 to 18:00',
    ],
    [
      'what was said about accessibility after lunch',
      'found',
      ['Accessibility is a bug class'],
      'Saturday 28 November 2026, after lunch',
    ],
    [
      'was wurde heute morgen über Queues gesagt?',
      'found',
      ['Queues everywhere'],
      'Saturday 28 November 2026, before 12:00',
    ],
  ]

test.each(asked)('“%s” is %s: %j', async (question, kind, titles, read) => {
  const answer = await ask(question)
  expect([answer.kind, answer.titles]).toEqual([kind, titles])
  expect(answer.read.join(' ')).toContain(`is read as ${read}`)
  if (kind === 'none') expect(answer.said).toBe('No talk of that time says this.')
  if (kind === 'none') expect(answer.suggestions).not.toEqual([])
})

test.each([
  ['what was said this morning?', 4],
  ['what did we learn yesterday afternoon', 2],
  ['what was discussed on friday morning', 2],
  ['takeaways of this morning', 4],
  ['Was wurde heute Nachmittag gesagt', 5],
])('“%s” lists the %d talks of that part of the day', async (question, count) => {
  const answer = await ask(question)
  expect([answer.kind, answer.titles.length]).toEqual(['listing', count])
})

test.each(['what was said about scaling from 2 to 4 servers', 'what did they say about python before 2015'])(
  '“%s” says no time of day',
  async (question) => {
    expect((await ask(question)).read.join(' ')).not.toMatch(/from 14:00|before \d\d:/)
  },
)

test('no talk of another time answers what was said between two hours', async () => {
  const hour = fc.integer({ min: 7, max: 19 })
  const topic = fc.constantFrom('rust', 'queues', 'testing', 'python', 'accessibility', 'Lena', 'Jonas')
  await fc.assert(
    fc.asyncProperty(hour, hour, topic, async (from, until, about) => {
      if (from >= until) return
      const hours = [from, until].map((one) => `${`${one}`.padStart(2, '0')}:00`)
      const { results } = await lantern.answerQuestion(
        `what was said about ${about} between ${hours[0]} and ${hours[1]}?`,
      )
      for (const { talk } of results) {
        const isThen = slotsOf(talk).some(
          ({ date, starts = '' }) => date === '2026-11-28' && hours[0]! <= starts && starts < hours[1]!,
        )
        expect([talk.title, isThen]).toEqual([talk.title, true])
      }
    }),
    { numRuns: runs(100) },
  )
})

/** Their notes know no day. */
const harbour = withClock(answersOf(harbourCorpus), now)

test.each([
  ['what did they say about queues yesterday?', 'yesterday'],
  ['what was said this morning about queues', 'this morning'],
  ['what did they say about queues on Monday', 'on Monday'],
])('notes that know no days answer “%s” without “%s”, and say so', async (question, typed) => {
  const { kind, results, notices } = await harbour.answerQuestion(question)
  expect([kind, results[0]?.talk.title]).toEqual(['found', 'Queues that forgive'])
  expect(notices.map(({ message }) => message)).toEqual([
    `The notes do not say on which days talks were, so “${typed}” is left out.`,
  ])
})

test.each([
  [
    harbour,
    'was wurde am Montag über Queues gesagt?',
    'The notes do not say on which days talks were, so the day is left out.',
  ],
  [lantern, 'was wurde gestern über Rust gesagt?', 'The time is read as Friday 27 November 2026.'],
  [
    lantern,
    'was wurde heute Vormittag über Queues gesagt?',
    'The time is read as Saturday 28 November 2026, before 12:00.',
  ],
])('no notice quotes words that nobody typed: “%s”', async (answers, question, read) => {
  const { kind, notices } = await answers.answerQuestion(question)
  expect([kind, ...notices.map(({ message }) => message)]).toEqual(['found', read])
})

test('notes that know no days say so if anything that was said on one is asked for', async () => {
  const { kind, explanation } = await harbour.answerQuestion('what was said this morning?')
  expect([kind, explanation]).toEqual(['none', 'The notes do not say on which days talks were.'])
})

test.each([
  [
    'what did they say yesterday about rust but not by Grace Adeyemi',
    ['yesterday', 'but not by Grace Adeyemi'],
  ],
  ['what was said about rust yesterday, not by Grace Adeyemi', ['yesterday', 'not by Grace Adeyemi']],
])('what is said besides a day in “%s” is read too, and said where it stands', async (question, said) => {
  const { results, notices } = await lantern.answerQuestion(question)
  expect(results[0]?.talk.title).toBe('Rust for Pythonistas')
  expect(notices.map(({ start, end }) => question.slice(start, end))).toEqual(said)
})
