import { expect, test } from 'vitest'
import { signOfRewording } from '../../src/answers/answer-reworded.ts'
import { answersOf, answersOver } from '../helpers/answers-of.ts'
import { makeCorpus, makeTalk } from '../helpers/make-talk.ts'

const quay = { id: 'quay-2019', name: 'Quay Days 2019', year: 2019, starts: '2019-05-04' }
const pier = { id: 'pier-2021', name: 'PierConf', year: 2021 }
const answers = answersOver(
  makeTalk('knots', { event: quay, title: 'Knots', tags: ['ropes'] }),
  makeTalk('splices', { event: quay, title: 'Splices', tags: ['ropes', 'steel'] }),
  makeTalk('opening', { event: quay, title: 'Opening', kind: 'keynote' }),
  makeTalk('closing', { event: pier, title: 'Closing', kind: 'keynote', tags: ['tea'] }),
  makeTalk('start', { event: pier, title: 'Where should we start?', tags: ['tea'] }),
)

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
      'The newest talk is from PierConf, 2021, the oldest from Quay Days 2019 (which began on Saturday 4 May 2019). ' +
      'The notes do not say when they were written.',
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
])('“%s”: that talks are not ranked, and which are keynotes', async (question, titles) => {
  const answer = await answers.answerQuestion(question)
  expect(answer.explanation).toMatch(/^Talks are not ranked by ratings\. Th(?:ese are|is is) the keynotes?:$/)
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
  'recap',
  'quick recap please',
  'give me a recap of the conference',
  'summary',
  'summarize',
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
    'tl;dr of Quay Days 2019',
    'recap of quay days',
    'give me a summary of Quay Days 2019',
  ])
    expect(await answers.answerQuestion(question)).toMatchObject({
      kind: 'listing',
      total: 2,
      explanation: expect.stringMatching(/^The notes have 3 talks at quay days/i),
    })
})

const praise = ['good', 'great', 'nice', 'cool', 'interesting', 'really good', 'awesome', 'fun']
const leads = ['', 'any ', 'some ', 'are there any ', 'are there ', 'were there any ', 'what are some ']

test.each(praise)('talks that are %s are asked for alike, however they are called', async (good) => {
  for (const lead of leads)
    for (const talks of ['talks', 'sessions', 'keynotes', 'presentations'])
      for (const [at, total] of [
        ['', 2],
        [' at Quay Days 2019', 1],
      ] as const) {
        const question = `${lead}${good} ${talks}${at}`
        expect(await answers.answerQuestion(question), question).toMatchObject({
          explanation: expect.stringMatching(/^Talks are not ranked by ratings\./),
          total,
        })
      }
})

test('of a year, too', async () => {
  for (const question of [
    'any great talks in 2019',
    'best talks of 2019',
    'are there any cool talks from 2019?',
  ])
    expect(await answers.answerQuestion(question)).toMatchObject({
      explanation: 'Talks are not ranked by ratings. This is the keynote:',
      results: [{ talk: { title: 'Opening' } }],
    })
})

test('tl;dr, a recap and a summary of a talk are the summary of it, however they are written', async () => {
  const asTyped = await answers.answerQuestion('summary of the talk on splices')
  expect(asTyped.results[0]?.talk.title).toBe('Splices')
  for (const lead of ['tl;dr', 'TL;DR', 'tl; dr', 'tl:dr', 'tldr', 'recap', 'quick recap'])
    for (const of of [' of', ' for', ':', '']) {
      const question = `${lead}${of} the talk on splices`
      const { kind, explanation, results } = await answers.answerQuestion(question)
      expect({ kind, explanation, title: results[0]?.talk.title }, question).toEqual({
        kind: asTyped.kind,
        explanation: asTyped.explanation,
        title: 'Splices',
      })
    }
})

test('tl;dr in quotation marks, or within other words, is no such wish', async () => {
  const inQuotes = await answers.answerQuestion('"tl;dr"')
  expect(inQuotes).toMatchObject({ kind: 'none', question: '"tl;dr"' })
  for (const words of ['html;drawing', 'html; dr', 'tl;draw'])
    expect(signOfRewording.test(words), words).toBe(false)
  expect((await answers.answerQuestion('tl;dr quay days')).question).toBe('tl;dr quay days')
})

test.each([
  'cool talks on ropes',
  'good knots',
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

test('a title that could ask for a list names its talk', async () => {
  const talks = makeCorpus(makeTalk('twice', { title: 'Who gave two talks?' }), makeTalk('knots', {}))
  const { kind, results } = await answersOf(talks).answerQuestion('Who gave two talks?')
  expect(kind).not.toBe('listing')
  expect(results[0]?.talk.title).toBe('Who gave two talks?')
})

test('without notes, none of these is answered as if there were some', async () => {
  for (const question of ['how old are these notes?', 'best talks', 'give me an overview'])
    expect((await answersOf(makeCorpus()).answerQuestion(question)).results).toEqual([])
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
