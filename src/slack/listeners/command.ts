import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { readRequest } from '../../requests/read-request.ts'
import { sentence } from '../blocks/message.ts'
import { unescapeMrkdwn } from '../blocks/unescape-mrkdwn.ts'
import { withCommandName } from '../blocks/with-command-name.ts'
import { answerTipsCommand } from './answer-tips-command.ts'
import { explainRestart } from './late-reply.ts'
import type { ListenerParts } from './listener-parts.ts'
import { replyTo } from './reply.ts'

const payload = z.object({ text: z.string().default(''), command: z.string().default('/talks') })

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
    const { text: typed, command } = payload.parse(body)
    const request = readRequest(unescapeMrkdwn(typed))
    if (request.kind === 'tips') {
      const { text, words } = request
      return answerTipsCommand({ body, command, respond, client, logger, text, words }, desk)
    }
    // A command without any reply looks broken.
    const nothing = sentence('Ask me about a topic, a tool or a speaker.')
    const reply = (await replyTo(request, answers(), { shareable: true, notesUrl })) ?? nothing
    const said = request.kind === 'help' ? withCommandName(reply, command) : reply
    await respond({ ...explainRestart(said, context), response_type: 'ephemeral' })
  }
}
