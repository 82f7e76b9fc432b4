import type { Selectable } from 'kysely'
import type { TipChannel, TipSubscription, TipSubscriptionStore } from './store.ts'
import type { RunStatement, Tables } from './tables.ts'

export function createTipSubscriptionStore(run: RunStatement): TipSubscriptionStore {
  return {
    async saveTipSubscription({ teamId, channelId, state, settings, setUpBy }, ifRevision) {
      const saved = { state, settings: JSON.stringify(settings), set_up_by: setUpBy }
      const row = await run((db) =>
        db
          .insertInto('hallway_tip_subscriptions')
          .values({ team_id: teamId, channel_id: channelId, ...saved })
          .onConflict((conflict) =>
            conflict
              .columns(['team_id', 'channel_id'])
              .doUpdateSet((eb) => ({
                ...saved,
                pause_reason: null,
                failing_days: 0,
                last_failing_date: null,
                next_at: 0,
                checked_at: 0,
                revision: eb('hallway_tip_subscriptions.revision', '+', 1),
              }))
              .where(({ and }) =>
                and(ifRevision === undefined ? {} : { 'hallway_tip_subscriptions.revision': ifRevision }),
              ),
          )
          .returningAll()
          .executeTakeFirst(),
      )
      return row && toSubscription(row)
    },

    async tipSubscription(channel) {
      const row = await run((db) =>
        db
          .selectFrom('hallway_tip_subscriptions')
          .selectAll()
          .where(({ and }) => and(channelColumns(channel)))
          .executeTakeFirst(),
      )
      return row && toSubscription(row)
    },

    async tipSubscriptionsOf(channelId) {
      const rows = await run((db) =>
        db
          .selectFrom('hallway_tip_subscriptions')
          .selectAll()
          .where('channel_id', '=', channelId)
          .orderBy('team_id')
          .execute(),
      )
      return rows.map(toSubscription)
    },

    async dueTipSubscriptions(now, teamId) {
      const rows = await run((db) =>
        db
          .selectFrom('hallway_tip_subscriptions')
          .selectAll()
          .where((eb) =>
            eb.or([
              eb.and([eb('state', '=', 'on'), eb.or([eb('next_at', '<=', now), eb('checked_at', '>', now)])]),
              eb.and([eb('state', '=', 'off'), eb('next_at', '=', 0)]),
            ]),
          )
          .where(({ and }) => and(teamId === undefined ? {} : { team_id: teamId }))
          .orderBy('next_at')
          .orderBy('team_id')
          .orderBy('channel_id')
          .execute(),
      )
      return rows.map(toSubscription)
    },

    async setNextTip(subscription, nextAt, now) {
      const rows = await run((db) =>
        db
          .updateTable('hallway_tip_subscriptions')
          .set({ next_at: nextAt, checked_at: now })
          .where(({ and }) => and({ ...channelColumns(subscription), revision: subscription.revision }))
          .returning('revision')
          .execute(),
      )
      return rows.length > 0
    },

    async countFailingDay(channel, date) {
      const row = await run((db) =>
        db
          .updateTable('hallway_tip_subscriptions')
          .set((eb) => ({
            failing_days: eb
              .case()
              .when('last_failing_date', '=', date)
              .then(eb.ref('failing_days'))
              .else(eb('failing_days', '+', 1))
              .end(),
            last_failing_date: date,
          }))
          .where(({ and }) => and(channelColumns(channel)))
          .returning('failing_days')
          .executeTakeFirst(),
      )
      return row?.failing_days ?? 0
    },

    async clearFailingDays(channel) {
      await run((db) =>
        db
          .updateTable('hallway_tip_subscriptions')
          .set({ failing_days: 0, last_failing_date: null })
          .where(({ and }) => and(channelColumns(channel)))
          .execute(),
      )
    },

    async pauseTipSubscription(subscription, reason) {
      const rows = await run((db) =>
        db
          .updateTable('hallway_tip_subscriptions')
          .set({ state: 'paused', pause_reason: reason })
          .where(({ and }) => and({ ...channelColumns(subscription), revision: subscription.revision }))
          .where('state', '!=', 'off')
          .returning('revision')
          .execute(),
      )
      return rows.length > 0
    },
  }
}

export function channelColumns({ teamId, channelId }: TipChannel) {
  return { team_id: teamId, channel_id: channelId }
}

function toSubscription(row: Selectable<Tables['hallway_tip_subscriptions']>): TipSubscription {
  return {
    teamId: row.team_id,
    channelId: row.channel_id,
    state: row.state,
    ...(row.pause_reason !== null && { pauseReason: row.pause_reason }),
    settings: JSON.parse(row.settings),
    setUpBy: row.set_up_by,
    failingDays: row.failing_days,
    nextAt: row.next_at,
    revision: row.revision,
  }
}
