import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import type { Requests } from '../../operations/noted-requests.ts'
import { sentence } from '../blocks/message.ts'
import type { AnswerQueue } from '../client/answer-queue.ts'
import { isByBot } from '../client/said-by-person.ts'

const payload = z.object({
  type: z.string().optional().catch(undefined),
  user: z.object({ id: z.string() }).optional().catch(undefined),
  user_id: z.string().optional().catch(undefined),
  channel: z.object({ id: z.string() }).optional().catch(undefined),
  channel_id: z.string().optional().catch(undefined),
  event: z
    .object({
      type: z.string(),
      user: z.string().optional().catch(undefined),
      bot_id: z.unknown().optional(),
      subtype: z.string().optional().catch(undefined),
      channel: z.string().optional().catch(undefined),
      channel_type: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

/**
 * Lets each request wait for its turn, such that people and channels have fair shares. If too many wait already, the asker is told
 * so at once. A modal's submission does not wait, since Slack waits for it.
 */
export function inTurn(
  queue: Pick<AnswerQueue, 'enter'>,
  requests: Pick<Requests, 'note' | 'step'>,
): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const body = payload.parse(args.body)
    const { event } = body
    // What gets no reply needs no turn.
    const isQuiet = event !== undefined && (event.user === undefined || isByBot(event))
    if (body.type === 'view_submission' || isQuiet) return args.next()
    const person = body.user?.id ?? body.user_id ?? event?.user ?? ''
    const channel = body.channel?.id ?? body.channel_id ?? event?.channel ?? ''
    const end = await requests.step('turn', () => queue.enter({ person, channel }))
    if (end !== undefined) {
      try {
        return await args.next()
      } finally {
        end()
      }
    }
    requests.note('busy')
    if ('respond' in args && typeof args.respond === 'function') {
      await args.respond({ ...busy, response_type: 'ephemeral', replace_original: false })
    } else if (channel !== '' && person !== '' && isAsked(event)) {
      await args.client.chat.postEphemeral({ ...busy, channel, user: person })
    }
  }
}

const busy = sentence(
  'I am busy: more is asked of me than I can answer at once. Please ask again in a minute.',
)

const isAsked = (event: z.infer<typeof payload>['event']): boolean =>
  event?.type === 'app_mention' || (event?.type === 'message' && event.channel_type === 'im')
