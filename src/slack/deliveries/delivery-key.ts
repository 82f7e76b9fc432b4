import type { DeliveryKey } from '../../store/store.ts'

/**
 * A message's own key, whichever events bring it; another event's id; or the trigger of a command, a click or a modal.
 * Undefined for a body that has none of these.
 */
export function deliveryKey(body: Readonly<Record<string, unknown>>): DeliveryKey | undefined {
  const teamId = teamIdOf(body)
  const message = messageIn(body.event)
  if (message !== undefined) return { teamId, delivery: `message:${message.channel}:${message.ts}` }
  if (typeof body.event_id === 'string') return { teamId, delivery: `event:${body.event_id}` }
  return typeof body.trigger_id === 'string' ? { teamId, delivery: `trigger:${body.trigger_id}` } : undefined
}

/**
 * A mention may come twice, as two kinds of events of one message. An edit is a message of its own. What is written in channels is
 * no message to Hallway: if a workspace has it delivered all the same, it must not stand in the way of the mention in it.
 */
function messageIn(event: unknown): { readonly channel: string; readonly ts: string } | undefined {
  if (typeof event !== 'object' || event === null) return undefined
  const { type, channel, channel_type, ts }: Readonly<Record<string, unknown>> = { ...event }
  if (type !== 'app_mention' && (type !== 'message' || channel_type !== 'im')) return undefined
  return typeof channel === 'string' && typeof ts === 'string' ? { channel, ts } : undefined
}

function teamIdOf({ team_id, team }: Readonly<Record<string, unknown>>): string {
  if (typeof team_id === 'string') return team_id
  return typeof team === 'object' && team !== null && 'id' in team ? String(team.id) : ''
}
