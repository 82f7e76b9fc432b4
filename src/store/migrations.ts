import { type Kysely, sql } from 'kysely'

interface Migration {
  /** Stays forever: it says on every database what was done there. */
  readonly name: string
  /** By table: the columns that it makes, with blanks between them. */
  readonly adds: Readonly<Record<string, string>>
  up(db: Kysely<unknown>): Promise<void>
}

/**
 * How the tables came to be, oldest first. Append only: what is released is never edited, reordered or removed, and
 * each works on SQLite and PostgreSQL alike. Epoch milliseconds need `bigint`.
 */
export const migrations: readonly Migration[] = [
  {
    name: 'events, tips and feedback',
    adds: {
      hallway_events: 'team_id event claimed_at holder',
      hallway_tip_subscriptions:
        'team_id channel_id state pause_reason settings set_up_by failing_days last_failing_date next_at checked_at revision',
      hallway_tip_deliveries: `team_id channel_id slot state attempts lease_until holder created_at takeaway_id talk_id cycle position
        trace message_ts appears_at reason`,
      hallway_feedback: 'team_id subject user_id verdict given_at',
    },
    async up(db) {
      await db.schema
        .createTable('hallway_events')
        .addColumn('team_id', 'text', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('claimed_at', 'bigint', (column) => column.notNull())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('hallway_events_key', ['team_id', 'event'])
        .execute()
      await db.schema.createIndex('hallway_events_age').on('hallway_events').column('claimed_at').execute()

      await db.schema
        .createTable('hallway_tip_subscriptions')
        .addColumn('team_id', 'text', (column) => column.notNull())
        .addColumn('channel_id', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('on', 'off', 'paused')`))
        .addColumn('pause_reason', 'text')
        .addColumn('settings', 'text', (column) => column.notNull())
        .addColumn('set_up_by', 'text', (column) => column.notNull())
        .addColumn('failing_days', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('last_failing_date', 'text')
        .addColumn('next_at', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('checked_at', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
        .addPrimaryKeyConstraint('hallway_tip_subscriptions_key', ['team_id', 'channel_id'])
        .execute()
      for (const column of ['next_at', 'checked_at']) {
        await db.schema
          .createIndex(`hallway_tip_subscriptions_${column}`)
          .on('hallway_tip_subscriptions')
          .columns(['state', column])
          .execute()
      }

      await db.schema
        .createTable('hallway_tip_deliveries')
        .addColumn('team_id', 'text', (column) => column.notNull())
        .addColumn('channel_id', 'text', (column) => column.notNull())
        .addColumn('slot', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) =>
          column.notNull().check(sql`state in ('open', 'posted', 'skipped', 'failed')`),
        )
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('lease_until', 'bigint', (column) => column.notNull())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('takeaway_id', 'text')
        .addColumn('talk_id', 'text')
        .addColumn('cycle', 'integer')
        .addColumn('position', 'integer')
        .addColumn('trace', 'text')
        .addColumn('message_ts', 'text')
        .addColumn('appears_at', 'bigint')
        .addColumn('reason', 'text')
        .addPrimaryKeyConstraint('hallway_tip_deliveries_key', ['team_id', 'channel_id', 'slot'])
        // What makes a repeated takeaway impossible, not merely unlikely.
        .addUniqueConstraint('hallway_tip_deliveries_once_a_cycle', [
          'team_id',
          'channel_id',
          'cycle',
          'takeaway_id',
        ])
        .addUniqueConstraint('hallway_tip_deliveries_position', ['team_id', 'channel_id', 'position'])
        .execute()

      await db.schema
        .createIndex('hallway_tip_deliveries_appears_at')
        .on('hallway_tip_deliveries')
        .column('appears_at')
        .execute()

      await db.schema
        .createTable('hallway_feedback')
        .addColumn('team_id', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('verdict', 'text', (column) =>
          column.notNull().check(sql`verdict in ('useful', 'not-useful')`),
        )
        .addColumn('given_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('hallway_feedback_key', ['team_id', 'subject', 'user_id'])
        .execute()
    },
  },
  {
    name: 'installations',
    adds: {
      hallway_installations: 'team_id sealed revision renewed_until holder',
      hallway_organizations: 'team_id organization_id',
    },
    async up(db) {
      await db.schema
        .createTable('hallway_installations')
        .addColumn('team_id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('revision', 'text', (column) => column.notNull())
        .addColumn('renewed_until', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('holder', 'text')
        .execute()
      await db.schema
        .createTable('hallway_organizations')
        .addColumn('team_id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('organization_id', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('hallway_organizations_organization')
        .on('hallway_organizations')
        .column('organization_id')
        .execute()
    },
  },
  {
    name: 'leases',
    adds: {
      hallway_leases: 'name holder lease_until',
    },
    async up(db) {
      await db.schema
        .createTable('hallway_leases')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('lease_until', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
  {
    name: 'questions',
    adds: {
      hallway_events: 'question keeper beats attempts replied',
    },
    async up(db) {
      await db.schema.alterTable('hallway_events').addColumn('question', 'text').execute()
      await db.schema.alterTable('hallway_events').addColumn('keeper', 'text').execute()
      for (const [name, initial] of [
        ['beats', 0],
        ['attempts', 1],
        ['replied', 0],
      ] as const) {
        await db.schema
          .alterTable('hallway_events')
          .addColumn(name, 'integer', (column) => column.notNull().defaultTo(initial))
          .execute()
      }
      // Of the few that are open alone, so that a claim without a question pays nothing for it.
      await db.schema
        .createIndex('hallway_events_open')
        .on('hallway_events')
        .column('keeper')
        .where(sql.ref('keeper'), 'is not', null)
        .execute()
    },
  },
]
