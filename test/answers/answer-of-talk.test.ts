import { expect, test } from 'vitest'
import { answerOfTalk } from '../../src/answers/answer-of-talk.ts'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { queues, riggedCorpus } from '../corpora/harbour.ts'

const answers = createAnswers(riggedCorpus, createLunrEngine(riggedCorpus))
const ask = (question: string, mayBeOther = false) => answerOfTalk(question, queues, answers, { mayBeOther })

test('A talk answers what its notes say, however well others fit', async () => {
  const answer = await ask('what key does each job get?')
  expect(answer.kind).toBe('found')
  expect(answer.results.map(({ talk }) => talk?.id)).toEqual([queues.id])
})

test('What is not found in them is said of them, with what to do', async () => {
  const question = 'does it need a second pair of hands?'
  expect(await ask(question)).toMatchObject({
    kind: 'none',
    explanation: 'I found nothing on that in the notes on “Queues that forgive”. Others may say it:',
    suggestions: [question, 'What is “Queues that forgive” about?'],
  })
  expect(await ask('who baked that?')).toMatchObject({
    kind: 'none',
    explanation: 'I found nothing on that in the notes on “Queues that forgive”.',
    suggestions: [
      'What is “Queues that forgive” about?',
      'To look in all notes, say what you mean by its name.',
    ],
  })
})

test('What they may say is offered as no more than that', async () => {
  const answer = await ask('which day of the queues is it?')
  expect(answer).toMatchObject({
    kind: 'unsure',
    explanation: expect.stringMatching(/^The notes on “Queues that forgive” may not say this\. /),
  })
})

test('What names something else is looked for in all notes, if that talk does not say it', async () => {
  const told = await ask('does it need a second pair of hands?', true)
  expect(told.results.map(({ talk }) => talk?.id)).not.toContain(queues.id)
  const own = await ask('what key does each job get?', true)
  expect(own.results.map(({ talk }) => talk?.id)).toEqual([queues.id])
})

test('What another talk says is never shown as if it were said of the one above', async () => {
  const told = await ask('what do they say about rigging with kites?', true)
  expect(told).toMatchObject({
    kind: 'found',
    explanation: 'The notes on “Queues that forgive” do not say this. Another talk does:',
  })
  expect(told.results[0]?.talk.title).toBe('Kites for programmers')
})
