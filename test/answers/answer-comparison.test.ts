import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf, answersOver } from '../helpers/answers-of.ts'
import { makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'

const things = ['kettles', 'barrels', 'ropes', 'lanterns']
const talks = things.map((thing) =>
  makeTalk(thing, { title: `About ${thing}`, tags: [thing], summary: passage(`How ${thing} are made.`, 3) }),
)
const both = makeTalk('both', {
  title: 'Sails and oars',
  tags: ['sails', 'oars'],
  summary: passage('Sails are faster than oars.', 3),
})
const answers = answersOver(...talks, both)

const comparisons = [
  (one: string, other: string) => `${one} vs ${other}?`,
  (one: string, other: string) => `${one} versus ${other}`,
  (one: string, other: string) => `what's the difference between ${one} and ${other}?`,
  (one: string, other: string) => `compare ${one} and ${other}`,
  (one: string, other: string) => `how do ${one} compare to ${other}?`,
  (one: string, other: string) => `which is better, ${one} or ${other}?`,
  (one: string, other: string) => `is ${one} better than ${other}?`,
  (one: string, other: string) => `should we use ${one} or ${other}?`,
]

test('of two things that no talk compares, the talk on each is shown, in the order in which they were named', async () => {
  const pair = fc.shuffledSubarray(things, { minLength: 2, maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(pair, fc.constantFrom(...comparisons), async ([one, other], asking) => {
      const answer = await answers.answerQuestion(asking(one!, other!))
      if (answer.kind === 'found') return
      expect(answer).toMatchObject({
        kind: 'unsure',
        shape: { form: 'talks', shown: 2 },
        total: 2,
        explanation: `No talk was found that compares ${one} with ${other}. These are on each:`,
      })
      expect(answer.results.map(({ talk }) => talk.title)).toEqual([`About ${one}`, `About ${other}`])
    }),
  )
})

test.each(comparisons.map((asking) => [asking('kettles', 'zeppelins'), asking('zeppelins', 'kettles')]))(
  '“%s” and “%s” say what the notes lack, and what they say of the other',
  async (...questions) => {
    for (const question of questions) {
      const answer = await answers.answerQuestion(question)
      expect(answer.kind).toBe('unsure')
      expect(answer.results[0]?.talk.title).toBe('About kettles')
      expect(answer.explanation).toContain('“zeppelins”')
    }
  },
)

test('a talk that has both is shown as ever, and so is what compares nothing', async () => {
  for (const question of ['sails vs oars', 'is there anything on kettles or zeppelins at sea?', 'kettles']) {
    const answer = await answers.answerQuestion(question)
    expect(answer.explanation).not.toMatch(/compares|On \w+, they say/)
  }
})

const pairs = (told: string) => {
  const talk = makeTalk('pair', {
    title: 'Out at sea',
    tags: ['anchors', 'chains'],
    summary: passage(told, 3),
  })
  const pair = makeCorpus(talk, ...talks)
  return answersOf(pair)
}
const ofBoth = [
  'anchors vs chains',
  'difference between anchors and chains',
  'are anchors better than chains?',
]

test.each(
  [
    'Anchors hold the ship where chains only tie it.',
    'Anchors hold the ship; chains tie it.',
    'Anchors or chains? Chains, if you must.',
    'We moved from chains to anchors.',
    'Chains rust but anchors do not.',
    'Chains statt Anchors, weil sie leicht sind.',
    'Out of anchors and chains, anchors were picked.',
    'A week was spent on comparing anchors with chains.',
    'Held for a year: anchors 41 ships, chains 28.',
    'Chains are easier. Anchors hold 41 ships, chains 28.',
  ].flatMap((told) => ofBoth.map((question) => [question, told])),
)('“%s” is answered by “%s”', async (question, told) => {
  expect(await pairs(told).answerQuestion(question)).toMatchObject({ kind: 'found' })
})

test.each(ofBoth)('“%s” is not answered by a talk that only has both, and it is said', async (question) => {
  const answer = await pairs('Every ship has anchors, chains and oars.').answerQuestion(question)
  expect(answer).toMatchObject({
    kind: 'unsure',
    explanation: 'No talk was found that compares anchors with chains. “Out at sea” has both.',
  })
})

test.each([
  'Anchors or chains? A year with both',
  'Our moorings: anchor chains vs anchors',
  'Chains vs. anchors',
])('a talk called “%s” compares the two', async (title) => {
  const moored = makeTalk('moored', {
    title,
    summary: passage('One year at the quay, with a table of both.', 3),
  })
  const ask = answersOf(makeCorpus(moored, ...talks))
  for (const question of ofBoth)
    expect(await ask.answerQuestion(question)).toMatchObject({
      kind: 'found',
      question,
      results: [{ talk: { title } }],
    })
  expect(await ask.answerQuestion('are anchors faster than chains?')).toMatchObject({
    kind: 'unsure',
    explanation: `“${title}” compares anchors with chains.`,
  })
})

test.each(['Anchors, chains and oars', 'Chains at anchor: sails or oars?'])(
  'a talk called “%s” need not compare two of these',
  async (title) => {
    const moored = makeTalk('moored', {
      title,
      summary: passage('Anchors and chains are kept in the hold.', 3),
    })
    const answer = await answersOf(makeCorpus(moored, ...talks)).answerQuestion('anchors vs chains')
    expect(answer).toMatchObject({
      kind: 'unsure',
      explanation: expect.stringContaining('No talk was found'),
    })
  },
)

test.each([
  'Anchors hold 3 ships.',
  'At Quay Days 2012 there were anchors and 20 chains.',
  'Anchors hold 41 ships and cables 9 s. Chains were not needed.',
])('figures do not compare what “%s” says', async (told) => {
  expect(await pairs(told).answerQuestion('anchors vs chains')).toMatchObject({ kind: 'unsure' })
})

test.each([
  'kettles OR barrels',
  '(kettles OR barrels)',
  'which talks are there on kettles and barrels?',
  'are there talks on kettles and barrels?',
])('“%s” asks for talks on either, and compares nothing', async (question) => {
  const answer = await answers.answerQuestion(question)
  expect(answer).toMatchObject({
    kind: 'found',
    explanation: 'A talk on each:',
    shape: { form: 'talks', shown: 2 },
  })
  expect(answer.results.map(({ talk }) => talk.title)).toEqual(['About kettles', 'About barrels'])
})

test('which of two is faster is told by what says so alone', async () => {
  const answer = await pairs('Anchors hold the ship; chains tie it.').answerQuestion(
    'are anchors heavier than chains?',
  )
  expect(answer.kind).toBe('unsure')
})

test.each([
  'anchors vs zeppelins',
  'are zeppelins better than anchors?',
  'difference between zeppelins and anchors',
])('“%s” is not answered by what is said of one of them', async (question) => {
  const answer = await pairs('Anchors hold the ship; they are dear, but last.').answerQuestion(question)
  expect(answer.kind).toBe('unsure')
  expect(answer.explanation).toContain('“zeppelins”')
})
