import { expect, test } from 'vitest'
import type { Answered, Unanswered } from '../../src/answers/answer.ts'
import { askOtherwise } from '../../src/answers/ask-otherwise.ts'
import type { Asking, SearchedAnswer } from '../../src/answers/asking.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { found, result } from '../helpers/make-answer.ts'
import { makeCorpus } from '../helpers/make-talk.ts'

const corpus = makeCorpus(...gardenTalks)
const [typedTalk, relatedTalk] = gardenTalks

const sure = (given: Partial<Answered> = {}) => found([result(relatedTalk!)], given)
const unsure = (reason: Answered['reason'], given: Partial<Answered> = {}): Answered =>
  found([result(typedTalk!)], { kind: 'unsure', ...(reason && { reason }), confidence: 1, ...given })
const nothing: Unanswered = {
  kind: 'none',
  reason: 'no-match',
  question: '',
  results: [],
  explanation: 'Nothing.',
  suggestions: ['Any talks on compost?'],
  notices: [],
  corpusVersion: '0123456789ab',
}

/** Which is shown of what the notes say to a question as it was typed, and to related words. */
async function shownOf(asTyped: Answered | Unanswered, inRelatedWords: Answered | Unanswered) {
  const searched = (answer: Answered | Unanswered): SearchedAnswer => ({
    answer,
    didYouMean: undefined,
    isOffered: false,
    unknownWords: [],
  })
  const question = 'how do they verify software?'
  const query = parseQuery(question)
  const asking: Asking = {
    question,
    query,
    parts: { corpus, engine: createLunrEngine(corpus), examples: [], parameters: defaultParameters },
    options: {},
    isOfOtherNotes: false,
    timeLeft: () => ({}),
    search: async (_question, _options, asked) => searched(asked?.isWide ? inRelatedWords : nothing),
    answerFromNotes: async () => nothing,
    answerAnew: async () => nothing,
  }
  const answer = await askOtherwise(searched(asTyped), {}, asking)
  return answer.results[0]?.talk === relatedTalk ? 'related' : 'as typed'
}

test.each([
  ['nothing', nothing, sure(), 'related'],
  ['nothing', nothing, unsure('weak', { results: sure().results }), 'related'],
  ['what is near in meaning', unsure('near'), sure(), 'related'],
  [
    'what is near in meaning',
    unsure('near'),
    unsure('weak', { results: sure().results, confidence: 3 }),
    'as typed',
  ],
  ['something unsure', unsure('weak'), sure(), 'related'],
  [
    'something unsure',
    unsure('weak'),
    unsure('weak', { results: sure().results, confidence: 1.2 }),
    'related',
  ],
  [
    'something unsure',
    unsure('weak'),
    unsure('weak', { results: sure().results, confidence: 0.8 }),
    'as typed',
  ],
  [
    'something unsure',
    unsure('weak'),
    unsure('weak', { results: sure().results, confidence: 2, isPartial: true }),
    'as typed',
  ],
  ['something unsure', unsure('weak'), sure({ isPartial: true }), 'as typed'],
  ['something unsure', unsure('weak'), nothing, 'as typed'],
])('after %s, the surer of two readings is shown', async (_, asTyped, inRelatedWords, shown) => {
  expect(await shownOf(asTyped, inRelatedWords)).toBe(shown)
})
