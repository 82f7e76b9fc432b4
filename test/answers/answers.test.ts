import { beforeAll, describe, expect, test } from 'vitest'
import type { Answers } from '../../src/answers/answers.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { answersOf, answersOver } from '../helpers/answers-of.ts'
import { makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'

const garden = answersOver(...gardenTalks)

test.each([
  ['', 'empty'],
  [' \n\t ', 'empty'],
  ['+-~^:*"', 'no-words'],
  ['?!', 'no-words'],
  ['🎉🐝', 'no-words'],
  ['what is it?', 'no-words'],
  ['x'.repeat(10_000), 'too-long'],
  ['\ud800', 'no-words'],
  ['kubernetes', 'no-match'],
  ['Thanks a lot!', 'small-talk'],
  ['hello', 'small-talk'],
  ['what can you do?', 'small-talk'],
])('%j has no answer, for a reason, and something to try', async (question, reason) => {
  const answer = await garden.answerQuestion(question)
  expect(answer).toMatchObject({
    kind: 'none',
    reason,
    question,
    results: [],
    corpusVersion: makeCorpus().version,
  })
  expect(answer.explanation).toMatch(/^[A-Z].*\.$/)
  expect(answer.suggestions.length).toBeGreaterThan(0)
})

test.each([
  ['Thanks a lot!', 'You’re welcome.'],
  ['and his slides?', 'Each question is read by itself: say again what it is about.'],
  ['that’s wrong', 'Sorry about that. Ask again in other words, or name a topic, a tool or a speaker.'],
  ['is this private?', 'What you ask is looked up in your team’s own notes, and no AI service sees it.'],
  ['hello', 'That is no question to the notes.'],
  ['what can you do?', 'That is no question to the notes.'],
])('%j is told what it is told elsewhere: “%s”', async (question, explanation) => {
  expect(await garden.answerQuestion(question)).toMatchObject({ reason: 'small-talk', explanation })
})

test.each([
  ['-Wall', 'In quotes, it is searched for as it stands: `"-Wall"`.'],
  ['-fsanitize=undefined', 'In quotes, it is searched for as it stands: `"-fsanitize=undefined"`.'],
  ['-testing', 'Add what you are looking for, as in `testing -django`.'],
  ['-django -flask', 'Add what you are looking for, as in `testing -django`.'],
])('%j only leaves something out, and it is said what to type instead', async (question, advice) => {
  const { kind, suggestions } = await garden.answerQuestion(question)
  expect({ kind, advice: suggestions[0] }).toEqual({ kind: 'none', advice })
})

test('a title is asked for even if one says it out of politeness', async () => {
  const answers = answersOver(makeTalk('bye', { title: 'Auf Wiedersehen' }), makeTalk('bees'))
  expect((await answers.answerQuestion('auf wiedersehen')).results[0]?.talk.title).toBe('Auf Wiedersehen')
})

test.each(['which talks are there?', 'list all talks', 'talks'])(
  'what three talks are asked for by “%s” is told without a word of clauses that nobody typed',
  async (question) => {
    const answer = await answersOver(makeTalk('bees'), makeTalk('tea'), makeTalk('oars')).answerQuestion(
      question,
    )
    expect(answer.results).toHaveLength(3)
    expect(answer.notices).toEqual([])
  },
)

test('answers with three talks at most unless told otherwise', async () => {
  const talks = Array.from({ length: 5 }, (_, number) =>
    makeTalk(`bees${number}`, { title: `Bees ${number}` }),
  )
  const first = await answersOver(...talks).answerQuestion('bees')
  expect(first).toMatchObject({ kind: 'found', offset: 0, total: 5 })
  expect(first.results).toHaveLength(3)
  const second = await answersOver(...talks).answerQuestion('bees', { offset: 3 })
  expect(second).toMatchObject({ kind: 'found', offset: 3, total: 5 })
  expect(second.results.map(({ talk }) => talk.title)).toEqual(['Bees 3', 'Bees 4'])
})

test('odd limits and offsets still give a page', async () => {
  expect((await garden.answerQuestion('bees', { limit: 0, offset: -4 })).results).toHaveLength(1)
})

test('finds a talk by its id, and none for an unknown one', () => {
  expect(garden.findTalk('garden-2020/bees')?.title).toBe('Bees')
  expect(garden.findTalk('garden-2020/wasps')).toBeUndefined()
})

test('related talks share what a talk is about', async () => {
  const related = await garden.similarTalks('garden-2020/tomatoes')
  expect(related[0]?.talk.id).toBe('garden-2020/rain')
  expect(await garden.similarTalks('garden-2020/wasps')).toEqual([])
})

test('no notes at all give no examples, and every question still has a reply', async () => {
  const empty = answersOver()
  expect(empty.exampleQuestions).toEqual([])
  expect(await empty.answerQuestion('bees')).toMatchObject({ kind: 'none', reason: 'no-match' })
  expect((await empty.answerQuestion('bees')).suggestions.length).toBeGreaterThan(0)
})

describe("over the project's own notes", () => {
  let answers: Answers

  beforeAll(async () => {
    const corpus = await readCorpus('corpus')
    answers = answersOf(corpus)
  })

  test('example questions are different, end in a question mark and are answered', async () => {
    const examples = answers.exampleQuestions
    expect(new Set(examples).size).toBe(4)
    for (const example of examples) {
      expect(example).toMatch(/\?$/)
      expect((await answers.answerQuestion(example)).kind, example).toBe('found')
    }
  })

  test.each([
    'kubernetes helm charts',
    'how do I bake sourdough bread?',
    'terraform modules',
    'quarterly revenue forecast',
    'vacation policy',
    'best pizza in town',
    'angular directives',
  ])('%s is not answered with confidence', async (question) => {
    expect((await answers.answerQuestion(question)).kind).not.toBe('found')
  })
})

test('a word that only begins a name is offered with the whole name', async () => {
  const answer = await garden.answerQuestion('what did Sat say about kubernetes?')
  expect(answer.kind).not.toBe('found')
  expect(answer.suggestions[0]).toBe('what did Kenji Sato say about kubernetes?')
})

test('a beginning that stands alone is completed with a sign behind it, too', async () => {
  for (const begun of ['mul', 'mul?'])
    expect((await garden.answerQuestion(begun)).suggestions, begun).toContain('Rosa Müller?')
})

test('beside other words, half of a name or less is no beginning of it', async () => {
  const suggestionsFor = async (begun: string) =>
    (await garden.answerQuestion(`what did ${begun} say about kubernetes?`)).suggestions.join()
  const completed = 'what did Rosa Müller say about kubernetes?'
  expect(await suggestionsFor('Mull')).toContain(completed)
  expect(await suggestionsFor('Mul')).not.toContain(completed)
})

test('a word that is less than half of what it begins is rather another word', async () => {
  const { suggestions } = await garden.answerQuestion('are you a com?')
  expect(suggestions.join(' ')).not.toMatch(/you a com/)
  expect((await garden.answerQuestion('are you a compo?')).suggestions.join(' ')).toMatch(/compost/)
})

test('what was probably meant is answered at once if the question as it stands finds nothing', async () => {
  expect(await garden.answerQuestion('speaker:satp')).toMatchObject({
    kind: 'found',
    question: 'speaker:satp',
    didYouMean: { question: 'speaker:"Kenji Sato"', isAnswered: true },
    notices: [{ kind: 'unknown-value', start: 8, end: 12 }],
    results: [{ talk: { id: 'garden-2020/tomatoes' } }],
  })
  expect(await garden.answerQuestion('compst')).toMatchObject({
    kind: 'found',
    didYouMean: { question: 'compost', isAnswered: true },
  })
  expect(await garden.answerQuestion('compst', { spelling: false })).toMatchObject({ kind: 'none' })
})

test('a misspelt field alone is answered as it was meant', async () => {
  expect(await garden.answerQuestion('speekr:sato')).toMatchObject({
    question: 'speekr:sato',
    didYouMean: { question: 'speaker:sato' },
  })
  expect(await garden.answerQuestion('langauge:en')).toMatchObject({
    kind: 'found',
    question: 'langauge:en',
    didYouMean: { question: 'lang:en', isAnswered: true },
    notices: [{ kind: 'misspelt-field' }],
  })
  expect(await garden.answerQuestion('langauge:en', { spelling: false })).toMatchObject({ kind: 'none' })
})

test('a phrase that no talk says is searched for by its words, and that is said', async () => {
  expect(await garden.answerQuestion('"bees compost"')).toMatchObject({
    kind: 'unsure',
    explanation: 'No talk says this word for word; these have its words.',
    notices: [{ kind: 'unknown-phrase', message: expect.stringContaining('“bees compost”') }],
  })
})

test('quotes in a plain question only quote if no talk that fits it says them', async () => {
  const question = 'why does a “heap of citrus” keep the bees away from the compost?'
  const plain = await garden.answerQuestion(question.replaceAll(/[“”]/g, ''))
  const quoted = await garden.answerQuestion(question)
  expect(quoted.results.map(({ talk }) => talk.id)).toEqual(plain.results.map(({ talk }) => talk.id))
  expect(quoted.notices).toMatchObject([{ kind: 'unknown-phrase' }])
})

test('filters that leave nothing say so, and offer the words that find something', async () => {
  expect(await garden.answerQuestion('bees year:1999')).toMatchObject({
    kind: 'none',
    explanation: 'No talk fits all of the question, but some fit its words.',
    suggestions: ['bees?'],
  })
  expect(await garden.answerQuestion('year:1999')).toMatchObject({
    kind: 'none',
    explanation: 'No talk fits.',
  })
})

test('what is only excluded is no question', async () => {
  for (const question of ['-compost', '-tag:bees', '-"wild bees"'])
    expect(await garden.answerQuestion(question)).toMatchObject({ kind: 'none', reason: 'only-exclusions' })
})

test('a later page of notes that have changed is the first page again', async () => {
  const talks = Array.from({ length: 5 }, (_, number) =>
    makeTalk(`bees${number}`, { title: `Bees ${number}` }),
  )
  const answers = answersOver(...talks)
  const page = { limit: 2, offset: 2 }
  expect(
    await answers.answerQuestion('bees', { ...page, corpusVersion: makeCorpus().version }),
  ).toMatchObject({
    offset: 2,
    isStartedAgain: false,
  })
  expect(await answers.answerQuestion('bees', { ...page, corpusVersion: 'before' })).toMatchObject({
    offset: 0,
    isStartedAgain: true,
  })
})

test.each([
  ['video of the bees talk', 'The notes link no video of “Bees”. They say:'],
  ['are there slides of the bees talk?', 'The notes link no slides of “Bees”. They say:'],
  ['where is the recording of bees?', 'The notes link no video of “Bees”. They say:'],
  ['where can I watch the bees talk?', 'The notes link no video of “Bees”. They say:'],
  ['is there a link to the bees talk?', 'The notes have no links of “Bees”. They say:'],
  ['what are the follow-ups of the bees talk?', 'The notes have no follow-ups of “Bees”. They say:'],
])('%s: that the notes link none is said, and no other answer is passed for one', async (question, said) => {
  const bees = { title: 'Bees', summary: passage('Bees dance in the dark.') }
  const without = await answersOver(makeTalk('bees', bees), makeTalk('tea')).answerQuestion(question)
  expect([without.kind, without.explanation]).toEqual(['unsure', said])
  const links = (['video', 'slides'] as const).map((kind) => ({ title: kind, url: 'https://e.org/', kind }))
  const linked = answersOver(makeTalk('bees', { ...bees, links }), makeTalk('tea'))
  expect((await linked.answerQuestion(question)).explanation).not.toContain('link no')
})

test('whether a talk has to-dos is told by its follow-ups, whatever other notes call them', async () => {
  const bees = { title: 'Bees', summary: passage('Bees dance in the dark.') }
  const others = [makeTalk('lists', { summary: passage('To-dos are kept in lists.') }), makeTalk('tea')]
  const ask = async (told: Partial<Talk>) =>
    (await answersOver(makeTalk('bees', told), ...others).answerQuestion('does the bees talk have to-dos?'))
      .explanation
  expect(await ask(bees)).toBe('The notes have no follow-ups of “Bees”. They say:')
  expect(await ask({ ...bees, followUps: [{ text: 'Ask Ada.' }] })).toBe('')
})

test.each([
  ['slides of the bees talk', 'The slides are on bit.ly/bees21.'],
  ['where is the code of the bees talk?', 'Code: github.com/example/bees'],
  ['video of the bees talk', 'Find a recording at video.example/bees.'],
])('%s: an address that is no link tells where it is', async (question, text) => {
  const bees = makeTalk('bees', { title: 'Bees', summary: passage(text) })
  const answer = await answersOver(bees, makeTalk('tea')).answerQuestion(question)
  expect(answer.explanation).not.toContain('link no')
})

test.each([
  'where can I find something about bees?',
  'where can I find out about bees?',
  'where could we read up on bees',
  'where can one find more on bees',
  'hey, where can I find information on bees?',
])('%s: who wants something about it asks for no link', async (question) => {
  const bees = makeTalk('bees', { title: 'Bees', summary: passage('Bees dance in the dark.') })
  expect((await answersOver(bees, makeTalk('tea')).answerQuestion(question)).kind).toBe('found')
})

test.each([
  'where can I find a talk recording of bees?',
  'where can I find the talk’s video on bees?',
  'where can I find some slides on bees?',
  'where can I find the notes’ source on bees?',
  'where can I find something about it?',
])('%s: without such a link, no talk is the answer', async (question) => {
  const bees = makeTalk('bees', { title: 'Bees', summary: passage('Bees dance in the dark.') })
  expect((await answersOver(bees, makeTalk('tea')).answerQuestion(question)).kind).not.toBe('found')
})

test('what is asked of videos themselves asks for no link', async () => {
  const talk = makeTalk('codec', { title: 'Codecs', summary: passage('Video is encoded twice.') })
  const answer = await answersOver(talk, makeTalk('tea')).answerQuestion('how is video encoded?')
  expect(answer.explanation).not.toContain('link no')
})

test.each(['who gave Knots of the Wild Sea?', 'slides of Knots of the Wild Sea'])(
  '“%s” is told of no other talk that has a word of that title',
  async (question) => {
    const some = makeCorpus(
      makeTalk('knots', { title: 'Knots that hold', speakers: [], summary: passage('Knots hold ropes.', 3) }),
      makeTalk('sails', { title: 'Sails', summary: passage('The sea was wild: sails need wind.', 3) }),
    )
    const { explanation } = await answersOf(some).answerQuestion(question)
    expect(explanation).not.toMatch(/no speaker|no slides/)
    expect(explanation).toMatch(/not mention|nothing about/)
  },
)

test('of a talk of which only the title is known, it is not said that the notes say something', async () => {
  const notes = [
    makeTalk('anger', { title: 'Event sourcing in anger' }),
    makeTalk('knots', { title: 'Knots that hold', summary: passage('A bowline holds.') }),
  ]
  const ask = async (question: string) => {
    const answer = await answersOver(...notes).answerQuestion(question)
    return 'explanation' in answer ? answer.explanation : undefined
  }
  expect(await ask('who gives event sourcing in anger?')).toBe(
    'The notes name no speaker of “Event sourcing in anger”.',
  )
  expect(await ask('who gives knots that hold?')).toBe(
    'The notes name no speaker of “Knots that hold”. They say:',
  )
})
