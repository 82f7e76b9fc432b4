import { expect, test } from 'vitest'
import { createAnswers } from '../../../src/answers/answers.ts'
import { readRequest } from '../../../src/requests/read-request.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { replyTo } from '../../../src/slack/listeners/reply.ts'
import { makeCorpus } from '../../helpers/make-talk.ts'

const answers = createAnswers(makeCorpus(), createLunrEngine(makeCorpus()))

test('who sees what is asked in Slack is told for how long it is stored, and who reads the answer', async () => {
  const reply = await replyTo({ kind: 'chat', said: 'privacy' }, answers, { shareable: false })
  expect(reply.text).toMatch(/encrypted, until it is answered, .* nothing of it is left to delete\./)
  expect(reply.text).toMatch(/a mention is read by everybody in its channel\.$/)
})

test.each(['👍', ':tada:', 'ok'])('%j is answered by what one can ask', async (said) => {
  const request = readRequest(said)
  if (request.kind === 'tips') throw new Error('This is about no tips.')
  const reply = await replyTo(request, answers, { shareable: false })
  expect(reply.text).toBe('Ask me whenever you like, about a topic, a tool or a speaker.')
})
