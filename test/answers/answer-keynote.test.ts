import { expect, test } from 'vitest'
import { answersOver } from '../helpers/answers-of.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'

const quay = { id: 'quay-2019', name: 'Quay Days 2019', year: 2019 }
const pier = { id: 'pier-2021', name: 'PierConf 2021', year: 2021 }
const reef = { id: 'reef-2022', name: 'ReefConf 2022', year: 2022 }

const answers = answersOver(
  makeTalk('steps', {
    title: 'Small steps',
    event: quay,
    kind: 'keynote',
    date: '2019-05-04',
    starts: '09:15',
    speakers: [{ name: 'Ada Example' }],
    summary: passage('Ships are built plank by plank.', 3),
  }),
  makeTalk('oars', { title: 'Quay Days keynote slides, an oar', event: quay, date: '2019-05-05' }),
  makeTalk('tides', { title: 'Tides', event: pier, kind: 'keynote' }),
  makeTalk('winds', { title: 'Winds', event: pier, kind: 'keynote' }),
  makeTalk('corals', {
    title: 'Corals',
    event: reef,
    summary: passage('The keynote was by Bo Example, on bleached corals.', 3),
  }),
)

test.each([
  'who gave the keynote at Quay Days 2019?',
  'who was the keynote speaker at Quay Days?',
  'keynote speaker of Quay Days 2019',
  'who gave the Quay Days 2019 keynote?',
  'wer hielt die Keynote auf der Quay Days 2019?',
])('“%s” is told by whoever gave the talk that the notes know as its keynote', async (question) => {
  const answer = await answers.answerQuestion(question)
  expect(answer).toMatchObject({ question, explanation: '“Small steps” is by Ada Example.' })
})

test.each([
  'keynote Quay Days',
  'the Quay Days 2019 keynote',
  'what was the keynote of Quay Days 2019 about?',
  'what did the keynote at Quay Days say about planks?',
  'is there a keynote at Quay Days?',
])('“%s” is answered by that talk alone', async (question) => {
  const answer = await answers.answerQuestion(question)
  expect(answer).toMatchObject({ kind: 'found', question })
  expect(answer.results.map(({ talk }) => talk.title)).toEqual(['Small steps'])
})

test.each(['who gave the keynote at PierConf 2021?', 'keynote PierConf', 'what was the keynote of 2021?'])(
  'of several keynotes, “%s” lists all',
  async (question) => {
    const { results, explanation } = await answers.answerQuestion(question)
    expect(explanation).toMatch(/^The notes have 2 keynotes (?:at PierConf|of)/)
    expect(results.map(({ talk }) => talk.title).sort()).toEqual(['Tides', 'Winds'])
  },
)

test('which of several keynotes is not guessed', async () => {
  const closing = await answers.answerQuestion('who gave the closing keynote at Quay Days 2019?')
  expect(closing.explanation).toBe('The notes have 1 keynote at Quay Days 2019.')
})

test.each([
  'who gave the keynote at ReefConf 2022?',
  'keynote ReefConf',
  'what was the ReefConf keynote about?',
])('where no talk is noted as the keynote, “%s” is answered by what is told of one', async (question) => {
  const { results, explanation } = await answers.answerQuestion(question)
  expect(explanation).not.toContain('no keynotes')
  expect(results[0]?.talk.title).toBe('Corals')
})

test.each(['any keynote at Quay Days on oars?', 'keynote on planks', 'Quay Days keynote slides, an oar'])(
  '“%s” names no keynote by its event',
  async (question) => {
    const { explanation } = await answers.answerQuestion(question)
    expect(explanation).not.toMatch(/^The notes have|is by/)
  },
)
