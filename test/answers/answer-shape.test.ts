import { describe, expect, test } from 'vitest'
import type { Answered } from '../../src/answers/answer.ts'
import { maxTalksShown, shapeOf } from '../../src/answers/answer-shape.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'
import { answersOf } from '../helpers/answers-of.ts'
import { result } from '../helpers/make-answer.ts'
import { makeTalk } from '../helpers/make-talk.ts'

const speakers = [{ name: 'Ada Pier' }]
const knots = makeTalk('knots', {
  title: 'Knots that hold',
  speakers,
  tags: ['knots', 'safety', 'rope work'],
})
const sails = makeTalk('sails', { title: 'Sails', tags: ['sails', 'safety', 'rope work'] })
const masts = makeTalk('masts', { title: 'Masts and sails', tags: ['masts', 'safety'] })

const sure = { isSure: true, ...defaultParameters.decision }

/** The shape of an answer of these talks, each with its share of the first one's score. */
function shape(question: string, ...talks: readonly (readonly [talk: Talk, score: number])[]) {
  const results = talks.map(([talk, score]) => ({ ...result(talk), score }))
  return shapeOf(parseQuery(question), { results, offset: 0, isCorrected: false }, sure)
}

describe('the summary answers', () => {
  test.each([
    ['sails', 'a title'],
    ['what was the sails talk about?', 'a title'],
    ['tell me about sails', 'a title'],
  ])('%s, which is %s', (question) => {
    expect(shape(question, [sails, 1], [masts, 0.5])).toEqual({ form: 'summary', shown: 1 })
  })

  test.each(['Ada Pier', 'what did Ada Pier say?', 'what did Pier talk about?', 'speaker:pier'])(
    '%s, which is a speaker',
    (question) => {
      expect(shape(question, [knots, 1]).form).toBe('summary')
    },
  )
})

test.each(['sails', 'safety', 'Ada Pier', 'how do sails work?', 'what did Ada Pier say?'])(
  'an emoji changes nothing about “%s”',
  (question) => {
    const plain = shape(question, [knots, 1], [sails, 0.9], [masts, 0.8])
    for (const dressed of [`🎉 ${question}`, `${question} ❤️`, `🚀${question}🚀`])
      expect(shape(dressed, [knots, 1], [sails, 0.9], [masts, 0.8])).toEqual(plain)
  },
)

test('of talks on this and that, those that are on one of them are listed', () => {
  const asked = 'which talks are there on masts and safety?'
  expect(shape(asked, [masts, 1], [knots, 0.2], [sails, 0.2])).toEqual({ form: 'talks', shown: 3 })
  expect(shape('what holds masts and safety?', [masts, 1], [knots, 0.2])).toEqual({
    form: 'passage',
    shown: 1,
  })
})

describe('sentences answer', () => {
  test.each([
    'how do sails work?',
    'why sails?',
    'when were the sails sewn?',
    'where do I get sails?',
    'who made the sails?',
    'what can sails not do?',
    'are sails cheaper than motors?',
    'what did Ada Pier say about motors?',
    'sails for canoes',
    'do we need sails?',
    'should I use sails?',
  ])('%s', (question) => {
    expect(shape(question, [sails, 1], [knots, 0.5])).toEqual({ form: 'passage', shown: 1 })
  })

  test('a tag of few talks alone, since it may be a small part of them', () => {
    expect(shape('rope work', [knots, 1], [sails, 0.9])).toEqual({ form: 'passage', shown: 2 })
  })
})

describe('a list of talks answers', () => {
  test.each([
    'any talks on safety?',
    'safety',
    'who talked about safety?',
    'is there a good session on safety?',
    'do we have a talk on safety?',
  ])('%s, which is a tag of them all', (question) => {
    expect(shape(question, [knots, 1], [sails, 0.9], [masts, 0.3])).toEqual({ form: 'talks', shown: 3 })
  })

  test('talks, if several are asked for and fit alike', () => {
    expect(shape('which talks mention anchors?', [knots, 1], [sails, 0.9], [masts, 0.3])).toEqual({
      form: 'talks',
      shown: 2,
    })
  })

  test('a part of several titles', () => {
    expect(shape('masts', [masts, 1], [makeTalk('more', { title: 'Masts again' }), 0.9]).form).toBe('talks')
  })

  test('what filters leave, and every page after the first', () => {
    expect(shape('tag:safety', [knots, 0], [sails, 0]).form).toBe('talks')
    const page = { results: [result(sails)], offset: 3, isCorrected: false }
    expect(shapeOf(parseQuery('how do sails work?'), page, sure)).toEqual({ form: 'talks', shown: 1 })
  })
})

test('only talks that fit nearly as well as the first are shown beside it', () => {
  const worse = [knots, 0.5] as const
  expect(shape('how do sails work?', [sails, 1], [masts, 0.7], worse).shown).toBe(2)
  expect(shape('how do sails work?', [sails, 1], worse, [masts, 0.9]).shown).toBe(1)
})

test('a corrected question has the shape of what was meant', () => {
  const found = { results: [result(sails)], offset: 0, isCorrected: true, didYouMean: 'sails' }
  expect(shapeOf(parseQuery('sials'), found, sure).form).toBe('summary')
})

describe('of the real notes', async () => {
  const corpus = await readCorpus('corpus')
  const answers = answersOf(corpus)
  const ask = async (question: string) =>
    (await answers.answerQuestion(question, { limit: maxTalksShown })) as Answered

  test('every title and every speaker asked for is answered by a summary or a list, never if asked how or why', async () => {
    const wrong: string[] = []
    for (const talk of corpus.talks) {
      for (const name of [talk.title, ...talk.speakers.map((speaker) => speaker.name)]) {
        const { results, shape } = await ask(name)
        if (results[0]?.talk === talk && shape.form === 'passage') wrong.push(name)
        if ((await ask(`why ${name}`)).shape?.form !== 'passage') wrong.push(`why ${name}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('every talk of a list has what was asked for', async () => {
    for (const tag of ['flask', 'django', 'testing', 'deployment']) {
      const { shape, results } = await ask(`any talks on ${tag}?`)
      expect([tag, shape.form]).toEqual([tag, 'talks'])
      for (const { talk } of results.slice(0, shape.shown))
        expect([talk.title, ...talk.tags].join(' ').toLowerCase()).toContain(tag.slice(0, 6))
    }
  })
})
