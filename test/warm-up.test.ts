import { expect, test } from 'vitest'
import { type Answers, createAnswers } from '../src/answers/answers.ts'
import type { Talk } from '../src/notes/talk.ts'
import { createLunrEngine } from '../src/search/lunr-engine.ts'
import { warmUp } from '../src/warm-up.ts'
import { makeCorpus, makeTalk, passage } from './helpers/make-talk.ts'

const long = Number.POSITIVE_INFINITY

test('many different questions are asked, and most of them have answers', async () => {
  const { answers, kindsOf } = listening(
    makeTalk('tides', {
      title: 'Tides and harbours for sailors',
      speakers: [{ name: 'Ada Pier' }],
      tags: ['tides', 'harbours'],
      summary: passage('Water rises twice a day, and boats leave the harbour when it is high.'),
    }),
    makeTalk('knots', { title: 'Knots that hold', tags: ['ropes'], summary: passage('A bowline holds.') }),
  )
  await warmUp(answers, { maxMs: long })
  const kinds = [...kindsOf.values()]
  expect(kindsOf.size).toBeGreaterThan(30)
  expect(kinds.filter((kind) => kind !== 'none').length).toBeGreaterThan(kinds.length / 2)
})

test('talks that say nothing but their title, or not even that, are asked about too', async () => {
  const { answers, kindsOf } = listening(makeTalk('bare'), makeTalk('empty', { title: '' }))
  await warmUp(answers, { maxMs: long })
  expect(kindsOf.has('Is there a talk on bare?')).toBe(true)
})

test('without talks, nothing is asked', async () => {
  const { answers, kindsOf } = listening()
  await warmUp(answers, { maxMs: long })
  expect(kindsOf.size).toBe(0)
})

test('it ends at the signal, and when its time is over', async () => {
  const stopping = new AbortController()
  const { answers, kindsOf } = listening(makeTalk('knots'))
  const stopped = () => {
    stopping.abort()
    return answers()
  }
  await warmUp(stopped, { signal: stopping.signal, maxMs: long })
  await warmUp(answers, { maxMs: -1 })
  expect(kindsOf.size).toBe(0)
})

/** Answers of these talks, and the kind of answer that each question had. */
function listening(...talks: readonly Talk[]) {
  const corpus = makeCorpus(...talks)
  const real = createAnswers(corpus, createLunrEngine(corpus))
  const kindsOf = new Map<string, string>()
  const answers: Answers = {
    ...real,
    async answerQuestion(question, options) {
      const answer = await real.answerQuestion(question, options)
      kindsOf.set(question, answer.kind)
      return answer
    },
  }
  return { answers: () => answers, kindsOf }
}
