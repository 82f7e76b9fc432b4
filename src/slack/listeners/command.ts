import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { readRequest } from '../../requests/read-request.ts'
import { unescapeMrkdwn } from '../blocks/unescape-mrkdwn.ts'
import { explainRestart } from './late-reply.ts'
import type { ListenerParts } from './listener-parts.ts'
import { replyTo } from './reply.ts'
import { answerTipsCommand } from './tips/answer-tips-command.ts'

const payload = z.object({ text: z.string().default('') })

/**
 * `/talks <question>`: an answer for the asker alone, to be shared if it helps. `/talks help` and `/talks`: help.
 * `/talks tips`: the daily tips of the channel.
 */
export function talksCommand({
  answers,
  desk,
  notesUrl,
}: Pick<ListenerParts, 'answers' | 'desk' | 'notesUrl'>): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, body, respond, client, logger, context }) => {
    await ack()
    const request = readRequest(unescapeMrkdwn(payload.parse(body).text))
    if (request.kind === 'tips') {
      const { text, words } = request
      return answerTipsCommand({ body, respond, client, logger, text, words }, desk)
    }
    const reply = await replyTo(request, answers(), { shareable: true, notesUrl })
    await respond({ ...explainRestart(reply, context), response_type: 'ephemeral' })
  }
}
