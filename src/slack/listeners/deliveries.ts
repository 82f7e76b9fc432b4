import type { Logger } from '@slack/bolt'
import type { EventStore } from '../../store/store.ts'
import { StoreError } from '../../store/store-error.ts'

/** Remembers what was handled: Slack delivers an event again if it is not sure that the first delivery arrived. */
export interface Deliveries {
  /** True for the first claim of a key, false for each later one within at least ten minutes. */
  claim(key: DeliveryKey): Promise<boolean>
  /** Lets the key be claimed again: what it was claimed for did not come to pass. */
  release(key: DeliveryKey): Promise<void>
}

/** What one delivery is known by, however often it comes. */
export interface DeliveryKey {
  readonly teamId: string
  readonly event: string
}

export interface StoreDeliveriesParts {
  readonly store: EventStore
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly log: Pick<Logger, 'warn'>
}

/**
 * How long a claim may take, in milliseconds. It takes a thousandth of that; while a database fails over, nobody waits for
 * it.
 */
const maxClaimMs = 1_000

/** @throws {StoreError} if it takes too long; what it comes to then is nobody's concern */
async function inTime(claim: Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(lateClaim()), maxClaimMs)
  try {
    return await Promise.race([claim, late.promise])
  } finally {
    clearTimeout(timer)
    claim.catch(() => {})
  }
}

const lateClaim = () =>
  new StoreError({
    code: 'unreachable',
    message: `the database did not answer within ${maxClaimMs / 1000} seconds`,
    advice: 'Check the database server.',
  })

/** Deliveries of all processes that share the store, kept over restarts. */
export function createStoreDeliveries({ store, now, log }: StoreDeliveriesParts): Deliveries {
  return {
    async claim({ teamId, event }) {
      try {
        return await inTime(store.claimEvent(teamId, event, now()))
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        // Answers come from the notes: one that may come twice is better than none.
        log.warn(`Not known whether ${event.split(':')[0]} was delivered before: ${error.message}`)
        return true
      }
    },
    release: ({ teamId, event }) => store.forgetEvent(teamId, event),
  }
}

/**
 * A message's own key, whichever events bring it; another event's id; or the trigger of a command, a click or a modal.
 * Undefined for a body that has none of these.
 */
export function deliveryKey(body: Readonly<Record<string, unknown>>): DeliveryKey | undefined {
  const teamId = teamOf(body)
  const message = messageIn(body.event)
  if (message !== undefined) return { teamId, event: `message:${message.channel}:${message.ts}` }
  if (typeof body.event_id === 'string') return { teamId, event: `event:${body.event_id}` }
  return typeof body.trigger_id === 'string' ? { teamId, event: `trigger:${body.trigger_id}` } : undefined
}

/** A mention comes as an event of its own, too. An edit has a time of its own. */
function messageIn(event: unknown): { readonly channel: string; readonly ts: string } | undefined {
  if (typeof event !== 'object' || event === null) return undefined
  const { type, channel, ts }: Readonly<Record<string, unknown>> = { ...event }
  if (type !== 'message' && type !== 'app_mention') return undefined
  return typeof channel === 'string' && typeof ts === 'string' ? { channel, ts } : undefined
}

function teamOf({ team_id, team }: Readonly<Record<string, unknown>>): string {
  if (typeof team_id === 'string') return team_id
  return typeof team === 'object' && team !== null && 'id' in team ? String(team.id) : ''
}
