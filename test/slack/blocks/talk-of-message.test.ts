import { expect, test } from 'vitest'
import { createAnswers } from '../../../src/answers/answers.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { buildAnswerMessage, shownInSlack } from '../../../src/slack/blocks/answer-blocks.ts'
import { talkOfMessage } from '../../../src/slack/blocks/talk-of-message.ts'
import { queues, riggedCorpus } from '../../corpora/harbour.ts'

const answers = createAnswers(riggedCorpus, createLunrEngine(riggedCorpus))
const answered = async (question: string) =>
  buildAnswerMessage(await answers.answerQuestion(question, shownInSlack), { shareable: false }).blocks

test.each(['which queues deliver twice?', 'links of the queues talk', 'speakers of "Queues that forgive"'])(
  'an answer to “%s” is about one talk',
  async (question) => {
    expect(talkOfMessage(await answered(question))).toBe(queues.id)
  },
)

test.each(['list talks', 'list speakers', 'talks on rigging', 'submarines', 'help'])(
  'one to “%s” is about none',
  async (question) => {
    expect(talkOfMessage(await answered(question))).toBeUndefined()
  },
)

test('nor is one that shows two, as if another talk is opened', async () => {
  const both = [...(await answered('ropes')), ...(await answered('which queues deliver twice?'))]
  expect(talkOfMessage(both)).toBeUndefined()
})

test.each([undefined, 'blocks', [{}], [{ elements: [{ action_id: 'full_notes', value: 7 }] }]])(
  'nothing else is: %j',
  (blocks) => {
    expect(talkOfMessage(blocks)).toBeUndefined()
  },
)
