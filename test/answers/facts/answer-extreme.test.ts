import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readExtremeRequest } from '../../../src/answers/facts/read-extreme-request.ts'
import { mayAskOfTalks } from '../../../src/answers/request-signs.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { lanternCorpus } from '../../corpora/lantern.ts'
import { answersOf } from '../../helpers/answers-of.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'
import { runs } from '../../helpers/runs.ts'

const lantern = answersOf(lanternCorpus)

async function ask(question: string, answers = lantern) {
  const { kind, explanation, results } = await answers.answerQuestion(question, { list: { limit: 100 } })
  return { kind, said: explanation, titles: results.map(({ talk }) => talk.title) }
}

test.each([
  ['longest talk', '“Night hack” is the longest, at 4 hours.'],
  ['which talk was the longest?', '“Night hack” is the longest, at 4 hours.'],
  ['how long is the longest talk?', '“Night hack” is the longest, at 4 hours.'],
  ['the shortest keynote', '“Opening: what lanterns taught us” is the shortest, at 45 minutes.'],
  [
    'longest talk of Lantern Conf 2025',
    'The notes do not say how long any of the 2 talks at Lantern Conf 2025 takes.',
  ],
  ['which talk has the most speakers?', '“Closing panel” has the most speakers, 2.'],
  [
    'which talk at Lantern Conf 2026 has the most tags?',
    '6 talks have the most tags of all at Lantern Conf 2026',
  ],
  [
    'longest talk date:2026-11-29',
    '“Closing panel” is the longest talk on Sunday 29 November 2026, at 1 hour.',
  ],
  ['talks longer than two hours', '1 talk takes more than 2 hours.'],
  ['which talks take less than an hour and a half at Lantern Conf 2025?', 'The notes do not say how long'],
  ['keynotes under 20 min', 'No keynote takes less than 20 minutes.'],
  ['talk with the most links', 'None of the 24 talks has any links.'],
  ['the longest talk on saturday', 'The notes have no event, year, speaker or tag “saturday” to look in.'],
])('“%s” is told: %s', async (question, said) => {
  const answer = await ask(question)
  expect([answer.kind, answer.said.startsWith(said) ? said : answer.said]).toEqual(['listing', said])
})

test.each([
  [
    'the longest talk on Sunday',
    '“Closing panel” is the longest talk on Sunday 29 November 2026, at 1 hour.',
  ],
  [
    'which talk on Sunday was the shortest?',
    '5 talks are the shortest on Sunday 29 November 2026, at 40 minutes each.',
  ],
  [
    'which talk had the most speakers on day 3?',
    '“Closing panel” has the most speakers of all on Sunday 29 November 2026, 2.',
  ],
  [
    'longest talk on Saturday morning',
    '“Keynote: slow software” is the longest talk on Saturday 28 November 2026, before 12:00, at 1 hour.',
  ],
  [
    'der kürzeste Vortrag am Freitag',
    '“Feature flags gone wrong” is the shortest talk on Friday 27 November 2026, at 40 minutes.',
  ],
])('by somebody who is there, “%s” is told: %s', async (question, said) => {
  const now = { at: Date.parse('2026-11-29T12:00:00+02:00'), zone: 'Europe/Helsinki' }
  expect((await lantern.answerQuestion(question, { now })).explanation).toBe(said)
})

test.each([
  'longest common subsequence',
  'talks longer than a novel',
  'how do I make requests shorter than 10 ms',
  'the longest function',
  'most used library',
  'the talk with the best links',
])('“%s” asks for no such talk', (question) => {
  expect(readExtremeRequest(question)).toBeUndefined()
})

test('the talks that are told have most, and no other has as many', async () => {
  const counts = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 })
  const bound = fc.constantFrom('most', 'fewest')
  await fc.assert(
    fc.asyncProperty(counts, bound, async (each, which) => {
      const talks = each.map((count, at) =>
        makeTalk(`talk-${at}`, {
          title: `Talk ${at}`,
          tags: Array.from({ length: count }, (_, tag) => `tag ${tag}`),
        }),
      )
      const corpus = makeCorpus(...talks)
      const question = `which talk has the ${which} tags?`
      expect(mayAskOfTalks(parseQuery(question))).toBe(true)
      const { titles } = await ask(question, answersOf(corpus))
      const edge = which === 'most' ? Math.max(...each) : Math.min(...each)
      const right = talks.filter(({ tags }) => tags.length === edge && (which !== 'most' || edge > 0))
      expect(titles.toSorted()).toEqual(right.map(({ title }) => title).toSorted())
    }),
    { numRuns: runs(40) },
  )
})
