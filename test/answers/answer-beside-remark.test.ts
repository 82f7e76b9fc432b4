import { expect, test } from 'vitest'
import { withoutRemarks } from '../../src/answers/answer-beside-remark.ts'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { makeCorpus, makeTalk } from '../helpers/make-talk.ts'

const questions = ['who spoke about kettles?', 'How many cups does the blue pot hold', 'lids and spouts']

const before = [
  'my boss is asking: ',
  'our team lead wants to know, ',
  'we have a meeting at 3, ',
  'I’m in a call in 5 minutes: ',
  'sorry if this was asked before - ',
  'hey Hallway, quick one before lunch: ',
  'I need this for a blog post: ',
  'asap please: ',
  'for tomorrow’s standup: ',
  'can’t remember the title: ',
  'just curious, ',
  'hi all! ',
  'thanks! ',
  'kurze Frage: ',
  'ich brauche das für den Chef: ',
  'Entschuldigung, falls das schon gefragt wurde: ',
]
const behind = [
  ', asking for a friend',
  '? my manager is waiting for it',
  ' - no rush',
  ' (I forgot who it was)',
  ', it’s for my slides.',
  ', thanks in advance!',
  ', if anyone knows',
  ', danke!',
  '? Mein Chef will das wissen',
]

test.each(before)('“%s” before a question asks for nothing', (remark) => {
  for (const question of questions) {
    const said = `${remark}${question}`
    expect([said, withoutRemarks(said)]).toEqual([said, question.padStart(said.length)])
  }
})

test.each(behind)('“%s” behind a question asks for nothing', (remark) => {
  for (const question of questions.map((one) => one.replace(/\?$/, '')))
    expect([remark, withoutRemarks(`${question}${remark}`)?.trim()]).toEqual([remark, question])
})

test.each([
  ['my manager wants to know who spoke about kettles', 'who spoke about kettles'],
  ['Someone asked me how many cups it holds', 'how many cups it holds'],
  ['mein Chef fragt, wer über Kannen sprach', 'wer über Kannen sprach'],
])('“%s” is asked by somebody else', (said, question) => {
  expect(withoutRemarks(said)?.trim()).toBe(question)
})

test.each([
  'for loops, what changed?',
  'one on one meetings: what works?',
  'I work in sales, which talks should I watch?',
  'we use kettles, how do we descale them?',
  'I’m preparing a workshop on kettles: what should I read?',
  'quick sort: who explained it?',
  'before lunch, what is on?',
  'what is on tomorrow, before lunch?',
  'the last talk: who gave it?',
  'meetings: how to run them',
  'interviews, customers and friends',
  'what does a manager want?',
  'thanks!',
])('“%s” has no remark beside it', (said) => {
  expect(withoutRemarks(said)).toBeUndefined()
})

test('what stands beside a remark is answered, and the remark counts if nothing else is found', async () => {
  const corpus = makeCorpus(
    makeTalk('kettles', { title: 'Descaling kettles', speakers: [{ name: 'Ada Example' }] }),
    makeTalk('standup', { title: 'For tomorrow’s standup: be brief' }),
  )
  const { answerQuestion } = createAnswers(corpus, createLunrEngine(corpus))
  const now = { at: Date.UTC(2026, 4, 20, 10), zone: 'UTC' }
  const found = async (question: string) => {
    const answer = await answerQuestion(question, { now })
    return [answer.kind, answer.question, answer.kind === 'none' ? undefined : answer.results[0]?.talk.id]
  }
  const asked = 'for tomorrow’s standup: who spoke about kettles?'
  expect(await found(asked)).toEqual(['found', asked, 'odd/kettles'])
  const title = 'For tomorrow’s standup: be brief'
  expect(await found(title)).toEqual(['found', title, 'odd/standup'])
})
