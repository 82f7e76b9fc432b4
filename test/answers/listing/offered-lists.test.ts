import { expect, test } from 'vitest'
import { answersOf } from '../../helpers/answers-of.ts'
import { makeCorpus, makeTalk, passage } from '../../helpers/make-talk.ts'

const bare = makeCorpus(
  makeTalk('knots', { title: 'Knots', summary: passage('A bowline holds.') }),
  makeTalk('tides', { title: 'Tides', summary: passage('Water rises twice a day.') }),
)
const rich = makeCorpus(
  makeTalk('knots', {
    title: 'Knots',
    kind: 'keynote',
    tags: ['ropes'],
    speakers: [{ name: 'Ada Pier' }],
    links: [{ title: 'Video', url: 'https://example.com/knots', kind: 'video' }],
  }),
)
const asked = [
  'tldr',
  'which is the best talk?',
  'the longest talk',
  'https://example.com/tides',
  'how many talks?',
  'talks tag:foo',
  'who spoke about kafka?',
  'how many talks were there in 2013?',
]

test.each(asked)('“%s” offers no list that is empty', async (question) => {
  const answers = answersOf(bare)
  const { suggestions } = await answers.answerQuestion(question)
  for (const offered of suggestions.filter((one) => one.endsWith('are there?')))
    expect(await answers.answerQuestion(offered), offered).not.toMatchObject({ total: 0 })
})

test('what the notes have is offered', async () => {
  const answers = answersOf(rich)
  const offered = async (question: string) => (await answers.answerQuestion(question)).suggestions
  expect(await offered('tldr')).toContain('Which keynotes are there?')
  expect(await offered('which is the best talk?')).toContain('Which topics are there?')
  expect(await offered('https://example.com/tides')).toContain('Which links are there?')
})
