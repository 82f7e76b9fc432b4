import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { Answers } from '../../answers/answers.ts'
import type { TipDesk } from '../../tips/tip-desk.ts'
import { unescapeMrkdwn } from '../blocks/mrkdwn.ts'
import { replyTo } from './reply.ts'
import { answerTipsCommand } from './tips-command.ts'
import { tipsWords } from './tips-words.ts'

const payload = z.object({ text: z.string().default('') })

/**
 * `/talks <question>`: an answer for the asker alone, to be shared if it helps. `/talks help` and `/talks`: help.
 * `/talks tips`: the daily tips of the channel.
 */
export function talksCommand(answers: () => Answers, desk: TipDesk): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, body, respond, client, logger }) => {
    await ack()
    const text = unescapeMrkdwn(payload.parse(body).text)
    const words = tipsWords(text)
    if (words !== undefined) return answerTipsCommand({ body, respond, client, logger, text, words }, desk)
    const reply = await replyTo(text, answers(), { shareable: true })
    await respond({ ...reply, response_type: 'ephemeral' })
  }
}
