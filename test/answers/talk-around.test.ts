/** People say how a question came up: that neither answers it nor keeps it from being answered. */
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { answersOver } from '../helpers/answers-of.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'

const talks = [
  makeTalk('ovens', {
    title: 'Ovens for a village',
    tags: ['ovens'],
    summary: passage('How a village built its bread oven.', 3),
    takeaways: [passage('The oven is heated with beech wood for three hours.', 5)],
  }),
  makeTalk('meetings', {
    title: 'Meetings on a train',
    tags: ['meetings'],
    summary: passage('Two clubs hold their weekly meeting on a train, with breakfast.', 3),
    takeaways: [passage('A debate on a train stays short, since everybody gets out.', 5)],
  }),
  ...['wells', 'roofs', 'hedges', 'ponds', 'sheds', 'paths'].map((name) =>
    makeTalk(name, { title: `Old ${name}`, summary: passage(`Notes on ${name} of the village.`, 3) }),
  ),
]
const answers = answersOver(...talks)

const around = [
  (question: string) => question,
  (question: string) => `we had a heated debate in standup this morning about it, ${question}`,
  (question: string) => `just got out of a meeting where it came up: ${question}`,
  (question: string) => `not sure this is the right channel, but ${question}`,
  (question: string) => `was on a train without wifi and kept thinking – ${question}`,
  (question: string) => `${question} no rush, breakfast first`,
  (question: string) => `EDIT: got further over lunch. still, ${question} any pointers welcome`,
]

describe.each(around.map((wrap) => [wrap('…?'), wrap] as const))('asked as %s', (_, wrap) => {
  test('what the notes answer is answered', async () => {
    const answer = await answers.answerQuestion(wrap('how is the oven heated?'))
    expect(answer.kind).toBe('found')
    expect(answer.results[0]?.talk.id).toBe(talks[0]!.id)
    if (answer.kind !== 'found') return
    expect(answer.results[0]!.quote(200).text).toContain('beech wood')
  })

  test('what they do not answer is not answered by the talk around it', async () => {
    const answer = await answers.answerQuestion(wrap('how do I renew my passport?'))
    expect(answer.kind).not.toBe('found')
  })
})

test.each([
  ['nhs hack day, which days was it again?', [0, 0, 0, 0]],
  ['we met on monday in the old mill, which days was it again?', [0, 0, 0, 0, 1]],
  ['proxy settings: how do they work?', [0, 0, 1]],
  ['ovens or wells?', [0, 0]],
])('%j is taken for so many sentences', (question, sentences) => {
  const topics = parseQuery(question).words.filter(({ use }) => use === 'topic')
  expect(topics.map(({ sentence }) => sentence)).toEqual(sentences)
})

test.each([
  ['list talks about wells', ['wells']],
  ['Count all talks on wells', ['wells']],
  ['list wells', ['list', 'wells']],
])('%j is about %j', (question, words) => {
  const topics = parseQuery(question).words.filter(({ use }) => use === 'topic')
  expect(topics.map(({ folded }) => folded)).toEqual(words)
})

test.each([
  'I want to learn about %',
  'I’d like to know about %',
  'can you tell me something about %?',
  'looking for %',
  'any notes on %',
])('asked as “%s”, a topic finds what it finds alone', async (way) => {
  const noted = [
    ...talks,
    makeTalk('lessons', { summary: passage('What we want, learn, know, tell and look for.', 3) }),
  ]
  const asked = answersOver(...noted)
  for (const topic of ['village', 'train', 'ovens']) {
    const found = async (question: string) =>
      (await asked.answerQuestion(question)).results.map(({ talk }) => talk.id)
    expect(await found(way.replace('%', topic))).toEqual(await found(topic))
  }
})
