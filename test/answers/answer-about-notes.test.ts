import { expect, test } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { makeCorpus, makeTalk } from '../helpers/make-talk.ts'

const quay = { id: 'quay-2019', name: 'Quay Days 2019', year: 2019, starts: '2019-05-04' }
const pier = { id: 'pier-2021', name: 'PierConf', year: 2021 }
const corpus = makeCorpus(
  makeTalk('knots', { event: quay, title: 'Knots', tags: ['ropes'] }),
  makeTalk('splices', { event: quay, title: 'Splices', tags: ['ropes', 'steel'] }),
  makeTalk('opening', { event: quay, title: 'Opening', kind: 'keynote' }),
  makeTalk('closing', { event: pier, title: 'Closing', kind: 'keynote', tags: ['tea'] }),
  makeTalk('start', { event: pier, title: 'Where should we start?', tags: ['tea'] }),
)
const answersOver = (notes: typeof corpus) => createAnswers(notes, createLunrEngine(notes), { examples: [] })
const answers = answersOver(corpus)

test.each([
  'how old are these notes?',
  'are the notes up to date?',
  'hi, how recent are your notes',
  'when were the notes taken?',
  'how far back do the notes go?',
  'which years are the notes from',
  'what year is this from?',
  'what’s new?',
  'what is new in the notes',
])('“%s” is answered by the times of the newest and the oldest talk', async (question) => {
  expect(await answers.answerQuestion(question)).toMatchObject({
    kind: 'listing',
    question,
    explanation:
      'The newest talk is of PierConf, 2021, the oldest of Quay Days 2019, which began on Saturday 4 May 2019. ' +
      'They do not say when they were written.',
  })
})

test.each(['who took these notes?', 'who wrote the notes', 'whose notes are these?'])(
  '“%s”: that they do not say it',
  async (question) => {
    expect(await answers.answerQuestion(question)).toMatchObject({
      kind: 'listing',
      explanation: 'The notes do not say who took them.',
    })
  },
)

test.each([
  ['what were the best talks?', ['Closing', 'Opening']],
  ['best talk', ['Closing', 'Opening']],
  ['which talks are worth watching?', ['Closing', 'Opening']],
  ['most interesting sessions', ['Closing', 'Opening']],
  ['which talks do you recommend?', ['Closing', 'Opening']],
  ['recommend me a talk', ['Closing', 'Opening']],
  ['suggest something to watch', ['Closing', 'Opening']],
  ['any good talks?', ['Closing', 'Opening']],
  ['which talk should I watch first', ['Closing', 'Opening']],
  ['which talks at Quay Days 2019 should we see', ['Opening']],
  ['best talks at Quay Days 2019', ['Opening']],
])('“%s”: that no talk is rated, and which are keynotes', async (question, titles) => {
  const answer = await answers.answerQuestion(question)
  expect(answer.explanation).toMatch(/^The notes do not rate talks\. Th(?:ese are|is is) the keynotes?:$/)
  expect(answer.results.map(({ talk }) => talk.title)).toEqual(titles)
})

test.each([
  'where do I start?',
  'I missed the conference, what should I know?',
  'give me an overview',
  'what are the highlights?',
  'can you write me a summary of all talks?',
  'summarise everything please',
  'main takeaways of the conference',
  'what are the lessons from all the talks?',
  'what was the conference about?',
  "I'm new here",
  'show me everything',
  'what did I miss?',
  'tl;dr',
  'TLDR of all talks',
])('“%s” is answered by what most talks are about', async (question) => {
  expect(await answers.answerQuestion(question)).toMatchObject({
    kind: 'listing',
    of: 'tag',
    explanation: 'The notes have 5 talks. Topics of the most talks come first:',
    values: [{ value: 'ropes' }, { value: 'tea' }, { value: 'steel' }],
    suggestions: ['Which keynotes are there?', 'Which talks are there?'],
  })
})

test('an overview of an event is of its talks alone', async () => {
  for (const question of [
    'overview of Quay Days 2019',
    'I missed Quay Days 2019, what should I know?',
    'highlights of quay days',
    'tl;dr quay days',
    'summarize Quay Days 2019',
  ])
    expect(await answers.answerQuestion(question)).toMatchObject({
      kind: 'listing',
      total: 2,
      explanation: expect.stringMatching(/^The notes have 3 talks at quay days/i),
    })
})

test.each([
  'best talks on ropes',
  'overview of ropes',
  'what should I know about steel?',
  'where do I start with ropes?',
  'summary of the talk on knots',
  'what is new in tea?',
  'good talks on ropes',
  'summarize the talk on knots',
  'suggest a knot',
  'best way to splice',
  'Where should we start?',
])('“%s” asks of what talks say', async (question) => {
  expect((await answers.answerQuestion(question)).kind).not.toBe('listing')
})

test('without notes, none of these is answered as if there were some', async () => {
  for (const question of ['how old are these notes?', 'best talks', 'give me an overview'])
    expect((await answersOver(makeCorpus()).answerQuestion(question)).results).toEqual([])
})

test.each([
  ['list of libraries', 'libraries'],
  ['which libraries were mentioned?', 'libraries'],
  ['what tools were recommended', 'tools'],
  ['which books are mentioned in the talks?', 'books'],
  ['Liste der Bibliotheken', 'libraries'],
])('“%s”: that no list of them is kept, and what talks are about', async (question, things) => {
  expect(await answers.answerQuestion(question)).toMatchObject({
    kind: 'listing',
    of: 'tag',
    explanation: `The notes keep no list of ${things}. What talks are tagged with, most first:`,
    values: [{ value: 'ropes' }, { value: 'tea' }, { value: 'steel' }],
  })
})

test.each(['which libraries handle ropes?', 'what tools do people use for splices', 'libraries'])(
  '“%s” is a question on what talks say',
  async (question) => {
    expect((await answers.answerQuestion(question)).explanation).not.toMatch(/keep no list/)
  },
)
