import { expect, test } from 'vitest'
import { answersOver } from '../helpers/answers-of.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'

const answers = answersOver(
  makeTalk('knots', {
    title: 'Knots for everybody',
    tags: ['knots'],
    speakers: [{ name: 'Ada Example' }],
    summary: passage('A bowline holds under load.', 3),
    date: '2019-05-04',
  }),
  makeTalk('left', {
    title: 'Why we left the harbour',
    speakers: [{ name: 'Bo Example' }],
    summary: passage('The harbour was full of new boats.', 3),
    date: '2021-05-04',
  }),
  makeTalk('tea', { title: 'Tea', date: '2018-05-04' }),
  makeTalk('nets', { title: 'Who knows about nets', date: '2018-05-04' }),
)

test.each([
  'who knows about knots?',
  'whom can I ask about knots?',
  'who should we talk to about knots',
  'who is the expert on knots?',
])('“%s” is answered by who spoke about it', async (question) => {
  const answer = await answers.answerQuestion(question)
  expect(answer).toMatchObject({ kind: 'found', question, explanation: '' })
  expect(answer.results[0]?.talk.speakers[0]?.name).toBe('Ada Example')
})

test.each([
  'who did not speak about knots?',
  "who hasn't talked about knots",
  'who has never given a talk on knots?',
  'who never presented on knots',
])('“%s” lists the talks without it', async (question) => {
  const answer = await answers.answerQuestion(question)
  expect(answer).toMatchObject({ question, explanation: 'The notes have 3 talks without “knots”.' })
  expect(answer.results.map(({ talk }) => talk.title)).not.toContain('Knots for everybody')
  expect(answer.results).toHaveLength(3)
})

test('who knows something is told by talks whose speakers the notes name, if there are any', async () => {
  const told = ['Anonymous on tides', 'Tides of the year'].map((title, place) =>
    makeTalk(title, {
      title,
      tags: ['tides'],
      speakers: place === 0 ? [] : [{ name: 'Cy Example' }],
      summary: passage('Tides turn twice a day, and tides are told by tables.', 3),
    }),
  )
  const named = await answersOver(...told).answerQuestion('who knows about tides?')
  expect(named).toMatchObject({ kind: 'found', question: 'who knows about tides?' })
  expect(named.results.map(({ talk }) => talk.title)).toEqual(['Tides of the year'])
  const none = await answersOver(told[0]!).answerQuestion('who knows about tides?')
  expect(none).toMatchObject({ kind: 'unsure', explanation: expect.stringContaining('name no speaker') })
})

test.each([
  'summarise Why we left the harbour',
  'tl;dr of "Why we left the harbour"',
  'can you summarize “Why we left the harbour”?',
])('“%s” asks for that talk, not why', async (question) => {
  const answer = await answers.answerQuestion(question)
  expect(answer).toMatchObject({ kind: 'found', question, explanation: '', shape: { form: 'summary' } })
  expect(answer.results[0]?.talk.title).toBe('Why we left the harbour')
})

test('what is new in a topic is what talks there are on it, and since a year the talks since then', async () => {
  const onKnots = await answers.answerQuestion("what's new in knots?")
  expect(onKnots).toMatchObject({ kind: 'found', explanation: '' })
  expect(onKnots.results[0]?.talk.title).toBe('Knots for everybody')
  for (const question of ['what is new since 2021', 'new in 2021', "what's new in 2021?"]) {
    const { results } = await answers.answerQuestion(question)
    expect(
      results.map(({ talk }) => talk.title),
      question,
    ).toEqual(['Why we left the harbour'])
  }
})

test.each(['who knows about it?', 'who knows most about go?'])(
  '“%s” is asked as it stands if nobody is known to have spoken about that',
  async (question) => {
    const told = ['Python starts in 40 ms, Go in 3 ms.', 'Ada knows the sea.', 'Go was used 12 times.']
    const titles = ['Python or Go', 'Hiring', 'A look back']
    const talks = titles.map((title, place) => makeTalk(title, { title, summary: passage(told[place]!, 3) }))
    const { kind } = await answersOver(...talks).answerQuestion(question)
    expect(kind).toBe('unsure')
  },
)

test('a title is asked for as it stands', async () => {
  const { results } = await answers.answerQuestion('Who knows about nets?')
  expect(results[0]?.talk.title).toBe('Who knows about nets')
})

test('a part of a talk is told of the one talk that is on what it is called by', async () => {
  const tide = makeTalk('tide', {
    title: 'Upgrading the harbour clock',
    tags: ['tides'],
    summary: passage('The tide table moved to paper.', 3),
    takeaways: [passage('Paper is never wet for long.', 5)],
    speakers: [{ name: 'Bo Example' }],
  })
  const { answerQuestion } = answersOver(tide, makeTalk('tea', { title: 'Tea' }))
  const told = async (question: string) => (await answerQuestion(question)).explanation
  expect(await told('give me the key points of the tide table talk')).toBe(
    '“Upgrading the harbour clock” has 1 takeaway.',
  )
  expect(await told('who gave the tide table talk?')).toBe('“Upgrading the harbour clock” is by Bo Example.')
  expect(await told('key points of the zeppelin talk')).toContain('“zeppelin”')
})
