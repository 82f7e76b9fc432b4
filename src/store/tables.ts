import type { Generated, Kysely } from 'kysely'

/** The tables as the newest migration leaves them. They share a prefix because a database may hold other things too. */
export interface Tables {
  readonly hallway_migrations: MigrationTable
  readonly hallway_events: DeliveryTable
  readonly hallway_tip_subscriptions: TipSubscriptionTable
  readonly hallway_tip_deliveries: TipPostTable
  readonly hallway_feedback: VerdictTable
  readonly hallway_installations: InstallationTable
  readonly hallway_organizations: OrganizationTable
  readonly hallway_leases: LeaseTable
}

/** The tables whose rows belong to a workspace. */
export const workspaceTables = [
  'hallway_events',
  'hallway_tip_subscriptions',
  'hallway_tip_deliveries',
  'hallway_feedback',
  'hallway_installations',
  'hallway_organizations',
] as const

/** Runs a query, again if the connection failed, so it must be idempotent. Rejects with a `StoreError`. */
export type RunStatement = <Result>(query: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result>

interface MigrationTable {
  /** From 1. */
  number: number
  name: string
}

interface DeliveryTable {
  team_id: string
  /** `DeliveryKey.delivery`. */
  event: string
  claimed_at: number
  /** A random id per claim: by it, a claim that is repeated because its answer got lost recognises itself. */
  holder: string
  /** Sealed. Null once it is answered, like the next one, and for what asks nothing. */
  question: string | null
  keeper: string | null
  beats: Generated<number>
  attempts: Generated<number>
  /** 1 from before a reply is sent. */
  replied: Generated<number>
}

interface TipSubscriptionTable {
  team_id: string
  channel_id: string
  state: 'on' | 'off' | 'paused'
  pause_reason: string | null
  /** JSON. */
  settings: string
  set_up_by: string
  failing_days: Generated<number>
  last_failing_date: string | null
  next_at: Generated<number>
  /** By the clock that `next_at` was worked out with: later than now if the clock was turned back since. */
  checked_at: Generated<number>
  revision: Generated<number>
}

interface TipPostTable {
  team_id: string
  channel_id: string
  /** `TipOccasion.occasion`. */
  slot: string
  state: 'open' | 'posted' | 'skipped' | 'failed'
  attempts: number
  lease_until: number
  holder: string
  created_at: number
  /** Unique with team, channel and cycle. Null, like the next three, until planned, and if nothing was posted. */
  takeaway_id: string | null
  talk_id: string | null
  cycle: number | null
  /** Counts the channel's tips from 1: their order, whatever the clocks said. */
  position: number | null
  trace: string | null
  message_ts: string | null
  appears_at: number | null
  reason: string | null
}

/** Of all workspaces together. */
interface LeaseTable {
  name: string
  holder: string
  lease_until: number
}

interface VerdictTable {
  team_id: string
  subject: string
  user_id: string
  verdict: 'useful' | 'not-useful'
  given_at: number
}

interface InstallationTable {
  /** A workspace, or an organization. */
  team_id: string
  sealed: string
  /** A random id per save. */
  revision: string
  renewed_until: Generated<number>
  /** A random id per claim, as an event has. */
  holder: string | null
}

/** By which organization a workspace is let in. */
interface OrganizationTable {
  team_id: string
  organization_id: string
}
