import type { ReceiverEvent } from '@slack/bolt'
import type { Surface } from '../../operations/noted-requests.ts'

/** How somebody has turned to Hallway, by what Slack delivers. */
export function surfaceOf({ type, command, event }: ReceiverEvent['body']): Surface {
  if (typeof command === 'string') return 'command'
  if (type === 'block_actions') return 'button'
  if (type === 'view_submission') return 'modal'
  if (event?.type === 'app_mention') return 'mention'
  return event?.type === 'message' && event.channel_type === 'im' ? 'direct-message' : 'other'
}
