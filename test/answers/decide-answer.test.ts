import { expect, test } from 'vitest'
import {
  confidenceOf,
  type DecisionInput,
  decideAnswer,
  minCoverageOfAnswer,
} from '../../src/answers/decide-answer.ts'
import type { Speaker } from '../../src/notes/talk.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'
import type { SearchResult, SearchResults } from '../../src/search/search-engine.ts'
import type { AnswerEvidence } from '../../src/search/snippet/answer-evidence.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { fullEvidence, quotationOf } from '../helpers/make-answer.ts'

const { decision } = defaultParameters
const foundFromOf = (talks: number) => minCoverageOfAnswer(talks, decision)
const foundFrom = foundFromOf(gardenTalks.length)
const unsureFrom = decision.minCoverage

/** Of a question that says which talk it is on. */
const named: AnswerEvidence = { ...fullEvidence, subjects: ['helm'] }

const resultsOf = (...coverages: readonly number[]): SearchResult[] =>
  coverages.map((coverage, place) => {
    const talk = gardenTalks[place % gardenTalks.length]!
    const quotation = quotationOf(talk.title, { highlights: [], file: talk.file, line: 1, section: 'title' })
    return {
      talk,
      score: 10 - place,
      coverage: () => coverage,
      quote: () => quotation,
      evidence: () => named,
    }
  })

const foundOf = (coverages: readonly number[]): SearchResults => ({
  best: resultsOf(...coverages)[0],
  results: resultsOf(...coverages),
  total: coverages.length,
  bestCoverage: Math.max(0, ...coverages),
  lead: 0,
  isNear: false,
  offset: 0,
  unknownWords: [],
  notices: [],
  isCorrected: false,
  isOffered: false,
  facets: [],
  isPartial: false,
  corpusVersion: 'garden',
})

const decide = (coverages: readonly number[], input: Partial<DecisionInput> = {}) =>
  decideAnswer({
    question: 'helm and compost?',
    query: parseQuery('helm and compost?'),
    found: foundOf(coverages),
    talkCount: gardenTalks.length,
    decision,
    ...input,
  })

test.each([[0.1], [1]])('says that another engine stood in, at a coverage of %d', (coverage) => {
  const found = { ...foundOf([coverage]), isStandIn: true }
  expect(decide([coverage], { found })).toMatchObject({ isStandIn: true })
  expect(decide([coverage])).not.toHaveProperty('isStandIn')
})

test.each([
  ['no result', [], 'none'],
  ['nothing of substance', [unsureFrom - 0.01], 'none'],
  ['a weak match', [unsureFrom], 'unsure'],
  ['not quite enough', [foundFrom - 0.01], 'unsure'],
  ['enough', [foundFrom], 'found'],
  ['a second talk that covers enough', [0.1, foundFrom], 'found'],
])('%s', (_, coverages, kind) => {
  expect(decide(coverages).kind).toBe(kind)
})

test.each<[string, Partial<AnswerEvidence>, 'passage' | 'summary']>([
  ['a sentence that has one word of it', { topicsSaid: 1 }, 'summary'],
  ['a sentence that has several of its words', { topicsSaid: 2 }, 'passage'],
  ['a sentence that has what is asked for', { topicsSaid: 1, toldThing: 'number' }, 'passage'],
  [
    'a sentence that has hardly anything of it',
    { topicsSaid: 2, share: decision.minShareQuoted - 0.01 },
    'summary',
  ],
])('of a talk that hardly covers a question, %s is followed by a %s', (_, given, form) => {
  const [result] = resultsOf(unsureFrom)
  const best = { ...result!, evidence: () => ({ ...fullEvidence, ...given }) }
  const query = parseQuery('why does the helm turn compost?')
  const found = { ...foundOf([unsureFrom]), best, results: [best] }
  expect(decide([], { query, found })).toMatchObject({ kind: 'unsure', reason: 'weak', shape: { form } })
})

test('what the closest talk lacks is not said again on the pages after it', () => {
  const page = (offset: number) => decide([], { found: { ...foundOf([unsureFrom, unsureFrom]), offset } })
  expect(page(0)).toMatchObject({ kind: 'unsure', explanation: expect.stringContaining('The closest is') })
  expect(page(2)).toMatchObject({ kind: 'unsure', explanation: 'These fit less well.' })
})

test('what speaks for an answer is less if no note has the last word of a short question', () => {
  const known = { ...named, questionLength: decision.wordsOfShortQuestion }
  const confidence = (evidence: AnswerEvidence) =>
    confidenceOf({ covered: foundFrom, lead: 0 }, evidence, decision)
  expect(confidence({ ...known, asksUnknown: true })).toBeCloseTo(confidence(known) - decision.unknownPenalty)
  const long = { ...known, questionLength: decision.wordsOfShortQuestion + 1 }
  expect(confidence({ ...long, asksUnknown: true })).toBe(confidence(long))
})

test('of a talk that the question does not name, it counts how far it is ahead, and less what one sentence says', () => {
  const confidence = (evidence: Partial<AnswerEvidence>, lead: number) =>
    confidenceOf({ covered: foundFrom, lead }, { ...named, ...evidence }, decision)
  const gainByShare = (subjects: readonly string[]) =>
    confidence({ subjects, share: 1 }, 0) - confidence({ subjects, share: 0 }, 0)
  expect(gainByShare([])).toBeLessThan(gainByShare(named.subjects))
  expect(confidence({ subjects: [] }, 1)).toBeGreaterThan(confidence({ subjects: [] }, 0.5))
  expect(confidence({}, 1)).toBe(confidence({}, 0.5))
})

test.each([
  ['helm and compost?', true],
  ['speaker:sato helm and compost?', false],
  ['tag:helm helm and compost?', false],
  ['helm and compost? -bees', false],
])(
  'how far a talk is ahead counts among all talks, not among those that are left: “%s”',
  (question, isCounted) => {
    const [result] = resultsOf(foundFrom)
    const best = { ...result!, evidence: () => ({ ...fullEvidence, subjects: [], share: 0.1 }) }
    const confidence = (lead: number | undefined) => {
      const answer = decide([], {
        query: parseQuery(question),
        found: { ...foundOf([foundFrom]), best, results: [best], lead },
      })
      return answer.kind === 'none' ? 0 : answer.confidence
    }
    expect(confidence(1) > confidence(0)).toBe(isCounted)
    if (!isCounted) expect(confidence(1)).toBe(confidence(undefined))
  },
)

test('more is asked of an answer among many talks than among few', () => {
  expect(foundFromOf(5)).toBe(foundFromOf(56))
  expect(foundFromOf(21_715)).toBeGreaterThan(foundFromOf(1000))
  expect(foundFromOf(10_000_000)).toBe(foundFromOf(21_715))
})

const doubted = (evidence: Partial<AnswerEvidence>, others: readonly Partial<AnswerEvidence>[] = []) => {
  const [best, ...rest] = [evidence, ...others].map((given, place) => ({
    ...resultsOf(0.6)[0]!,
    talk: gardenTalks[place]!,
    evidence: () => ({ ...fullEvidence, share: 0, questionLength: 1, ...given }),
  }))
  return decide([0.6], { found: { ...foundOf([0.6]), best, results: [best!, ...rest] } })
}

test.each<[string, Partial<AnswerEvidence>, string]>([
  [
    'what the notes on a thing do not mention',
    { subjects: ['Fitocracy'], missing: ['users', 'visitors'], missingObjects: ['users', 'visitors'] },
    'The notes on Fitocracy say nothing about “users” or “visitors”. They say:',
  ],
  [
    'a thing that the question says twice',
    { subjects: ['C', 'C#', 'c'], missing: ['founded'] },
    'The notes on C and C# do not mention “founded”. They say:',
  ],
  [
    'words of which it is not certain that they are what is asked for',
    { subjects: ['Gnammo'], missing: ['founded'] },
    'The notes on Gnammo do not mention “founded”. They say:',
  ],
  [
    'a name that they do not have',
    { subjects: ['Kivy'], lackingName: 'Windows Phone' },
    'The notes on Kivy do not mention “Windows Phone”. They say:',
  ],
  [
    'a number that they do not have',
    {
      subjects: ['Gidsy'],
      lackingThing: { thing: 'number', counted: { text: 'bookings', term: 'book' }, isNowhere: true },
    },
    'The notes on Gidsy do not say how many bookings. They say:',
  ],
  [
    'a price that they do not have',
    { subjects: ['Sentry'], lackingThing: { thing: 'price', isNowhere: true } },
    'The notes on Sentry name no price. They say:',
  ],
  [
    'if the notes are on nothing that was named, what the closest talk does not mention',
    { missing: ['helm'] },
    'No talk fits this well. The closest is “Compost at scale”, which does not mention “helm”. What that talk is about:',
  ],
  [
    'what of it may be told in another form',
    { lackingThing: { thing: 'year', isNowhere: false } },
    'No talk fits this well. The closest is “Compost at scale”, which may not say in which year. What that talk is about:',
  ],
  [
    'nothing else, if nothing is certain',
    {},
    'No talk fits this well. The closest is “Compost at scale”. What that talk is about:',
  ],
])('an unsure answer says %s', (_, evidence, explanation) => {
  const reason = evidence.subjects ? 'says-nothing' : 'weak'
  expect(doubted(evidence)).toMatchObject({ kind: 'unsure', reason, explanation })
})

test('nothing is denied if the quotation has a thing of the kind asked for, and “why?” alone has no words', () => {
  expect(doubted({ subjects: ['PyRun'], missing: ['big'], toldThing: 'number' })).toMatchObject({
    reason: 'weak',
  })
  const why = { query: parseQuery('why?'), question: 'why?' }
  expect(decide([0.9], why)).toMatchObject({ kind: 'none', reason: 'no-words' })
})

test('a duration answers beside a word of the question, and otherwise may be of something else', () => {
  const kindOf = (topicsSaid: number) =>
    doubted({ subjects: ['PyRun'], missing: [], toldThing: 'duration', topicsSaid }).kind
  expect(kindOf(1)).toBe('found')
  expect(kindOf(0)).toBe('unsure')
})

test('if nothing fits, it says which word no note has, if there is one', () => {
  const unknownWords = [{ text: 'helm', start: 0, end: 4 }]
  const found = { ...foundOf([0.1]), unknownWords }
  expect(decide([0.1], { found }).explanation).toBe('No note mentions “helm”.')
})

test.each(['tonight', 'Friday', '3pm', '14', 'tmrw'])(
  'a time such as “%s” is not named as missing beside a topic',
  (time) => {
    const asked = `helm ${time}?`
    const unknownWords = ['helm', time].map((text) => ({
      text,
      start: asked.indexOf(text),
      end: asked.indexOf(text) + text.length,
    }))
    const found = { ...foundOf([0.1]), unknownWords }
    expect(decide([0.1], { found, query: parseQuery(asked) }).explanation).toBe('No note mentions “helm”.')
    expect(doubted({ missing: ['helm', time] }).explanation).toContain(
      'which does not mention “helm”. What that talk is about:',
    )
    expect(doubted({ missing: [time] }).explanation).not.toContain(time)
  },
)

test('what another talk on the same says is not said to be missing', () => {
  const kivy = { subjects: ['Kivy'], missing: ['users'] }
  expect(doubted(kivy, [{ subjects: ['Kivy'], missing: [] }])).toMatchObject({ reason: 'weak' })
  expect(doubted(kivy, [{ subjects: ['Flask'], missing: [] }])).toMatchObject({ reason: 'says-nothing' })
})

test('of what is asked for and is not there, each counts against an answer, but not if the talk was named', () => {
  const evidence = { ...named, share: 0.5, questionLength: decision.wordsOfLongQuestion / 2 }
  const confidence = (given: Partial<AnswerEvidence>) =>
    confidenceOf({ covered: 0.5, lead: 0 }, { ...evidence, ...given }, decision)
  const thing = { thing: 'number', isNowhere: false } as const
  expect(confidence({})).toBeCloseTo(1.5)
  expect(confidence({ lackingName: 'OAuth' })).toBeLessThan(confidence({}))
  expect(confidence({ lackingName: 'OAuth', lackingThing: thing })).toBeLessThan(
    confidence({ lackingThing: thing }),
  )
  expect(confidence({ isOnlyAbout: true })).toBeLessThan(confidence({}))
  expect(confidence({ isNamed: true, lackingName: 'OAuth' })).toBeGreaterThan(confidence({}))
})

test.each([
  ['name', 'unsure'],
  ['price', 'unsure'],
  ['number', 'unsure'],
  ['date', 'unsure'],
  ['licence', 'unsure'],
  ['place', 'found'],
] as const)('if all is said but what is asked for, and that is a %s, the answer is %s', (thing, kind) => {
  const best = {
    ...resultsOf(1)[0]!,
    evidence: () => ({
      ...named,
      share: 1,
      questionLength: decision.wordsOfLongQuestion,
      lackingThing: { thing, isNowhere: false },
    }),
  }
  const answer = decide([1], { found: { ...foundOf([1]), best, results: [best] } })
  expect(answer.kind).toBe(kind)
})

test.each([
  ['helm and compost?', 'No note mentions “helm” or “compost”.'],
  ['compost year:2012', 'The notes say nothing about this.'],
  ['compost -helm', 'The notes say nothing about this.'],
  ['wie mache ich Kompost schneller?', 'No note mentions “Kompost” or “schneller”.'],
  ['was ist ein Helm?', 'No note mentions “Helm”.'],
  ['wie geht das?', 'The notes say nothing about this.'],
  ['did the ich or the mache grow?', 'No note mentions “ich”, “mache” or “grow”.'],
])('if nothing is found, “%s” is told that %s', (question, explanation) => {
  const asked = { question, query: parseQuery(question) }
  expect(decide([], asked)).toMatchObject({ reason: 'no-match', explanation })
})

test('an unsure answer quotes no sentences that have little of the question, but says what the talk is about', () => {
  const shapeOfShare = (share: number) => {
    const answer = doubted({ share, lackingThing: { thing: 'year', isNowhere: false } })
    return (
      answer.kind === 'unsure' && [answer.shape.form, answer.explanation.endsWith('What that talk is about:')]
    )
  }
  expect(shapeOfShare(0.1)).toEqual(['summary', true])
  expect(shapeOfShare(0.9)).toEqual(['passage', false])
})

test.each([
  'who gave the talk on compost?',
  'who presented the compost talk?',
  'who spoke about compost?',
  'who was the speaker on compost?',
  'which speaker covered compost?',
  'who did the compost talk?',
  'whose talk is the one on compost?',
  'compost speaker',
  'wer hielt den Vortrag über Kompost?',
  'wer hat über Kompost gesprochen?',
  'von wem ist der Vortrag über Kompost?',
  'qui a parlé de compost ?',
])('“%s” is not answered by a talk without a speaker, unless its notes name somebody', (question) => {
  const decideOn = (speakers: readonly Speaker[], text: string) => {
    const quotation = quotationOf(text, { highlights: [], file: 'a.md', line: 1, section: 'Notes' })
    const [best] = resultsOf(1)
    const first = { ...best!, talk: { ...best!.talk, speakers }, quote: () => quotation }
    const found = { ...foundOf([1]), best: first, results: [first] }
    return decide([1], { question, query: parseQuery(question), found })
  }
  expect(decideOn([], 'Compost is turned once a week.')).toMatchObject({
    kind: 'unsure',
    reason: 'says-nothing',
    explanation: `The notes name no speaker of “${gardenTalks[0]!.title}”. They say:`,
  })
  expect(decideOn([{ name: 'Ruth Quern' }], 'Compost is turned once a week.').kind).toBe('found')
  expect(decideOn([], 'Ruth Quern turns the compost once a week.').kind).toBe('found')
  expect(decideOn([], 'A talk by Ruth Quern on compost.').kind).toBe('found')
  expect(decideOn([], 'The Garden Day has compost on show.').kind).toBe('unsure')
})
