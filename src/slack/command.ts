import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { Answers } from '../answers/answers.ts'
import { readText } from './mrkdwn.ts'
import { replyTo } from './reply.ts'

const payload = z.object({ text: z.string().default('') })

/** `/talks <question>`: an answer for the asker alone, to be shared if it helps. `/talks help` and `/talks`: help. */
export function talksCommand(answers: Answers): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, body, respond }) => {
    await ack()
    const { text } = payload.parse(body)
    const reply = await replyTo(readText(text), answers, { shareable: true })
    await respond({ ...reply, response_type: 'ephemeral' })
  }
}
