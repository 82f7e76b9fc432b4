import type { ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import type { Surface } from '../../operations/noted-requests.ts'

const payload = z.object({
  type: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  event: z
    .object({ type: z.string(), channel_type: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

/** By which way a payload came about. */
export function surfaceOf(body: ReceiverEvent['body']): Surface {
  const { type, command, event } = payload.safeParse(body).data ?? {}
  if (command !== undefined) return 'command'
  if (type === 'block_actions') return 'button'
  if (type === 'view_submission') return 'modal'
  if (event?.type === 'app_mention') return 'mention'
  return event?.type === 'message' && event.channel_type === 'im' ? 'direct-message' : 'other'
}
