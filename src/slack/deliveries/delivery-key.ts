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

/** A mention comes twice, as two kinds of events of one message. An edit is a message of its own. */
function messageIn(event: unknown): { readonly channel: string; readonly ts: string } | undefined {
  if (typeof event !== 'object' || event === null) return undefined
  const { type, channel, ts }: Readonly<Record<string, unknown>> = { ...event }
  if (type !== 'message' && type !== 'app_mention') return undefined
  return typeof channel === 'string' && typeof ts === 'string' ? { channel, ts } : undefined
}

function teamIdOf({ team_id, team }: Readonly<Record<string, unknown>>): string {
  if (typeof team_id === 'string') return team_id
  return typeof team === 'object' && team !== null && 'id' in team ? String(team.id) : ''
}
