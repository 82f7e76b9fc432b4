import { randomUUID } from 'node:crypto'
import {
  type ExpressionBuilder,
  type Selectable,
  type SelectQueryBuilder,
  sql,
  type Updateable,
} from 'kysely'
import { isUniqueViolation } from './explain-failure.ts'
import type { TipLease, TipOccasion, TipPlan, TipPostStore, TipRecord } from './store.ts'
import type { RunStatement, Tables } from './tables.ts'
import { channelColumns } from './tip-subscription-store.ts'

export function createTipPostStore(run: RunStatement): TipPostStore {
  return {
    async claimTip(occasion, now, leaseMs) {
      const lease = { lease_until: now + leaseMs, holder: randomUUID() }
      const row = await run((db) =>
        db
          .insertInto('hallway_tip_deliveries')
          .values({ ...occasionColumns(occasion), ...lease, state: 'open', attempts: 1, created_at: now })
          .onConflict((conflict) =>
            conflict
              .columns(['team_id', 'channel_id', 'slot'])
              .doUpdateSet((eb) => ({
                ...lease,
                // The same holder again is this very claim, repeated because its answer got lost.
                attempts: eb
                  .case()
                  .when('hallway_tip_deliveries.holder', '=', lease.holder)
                  .then(eb.ref('hallway_tip_deliveries.attempts'))
                  .else(eb('hallway_tip_deliveries.attempts', '+', 1))
                  .end(),
              }))
              .where('hallway_tip_deliveries.state', '=', 'open')
              .where((eb) =>
                eb.or([
                  eb('hallway_tip_deliveries.lease_until', '<=', now),
                  eb('hallway_tip_deliveries.holder', '=', lease.holder),
                ]),
              ),
          )
          .returningAll()
          .executeTakeFirst(),
      )
      return row && toLease(occasion, row)
    },

    async tipRotation(channel, except) {
      const rows = await run((db) => {
        const planned = db
          .selectFrom('hallway_tip_deliveries')
          .where('team_id', '=', channel.teamId)
          .where('channel_id', '=', channel.channelId)
          .where('slot', '!=', except?.occasion ?? '')
        return planned
          .select(['takeaway_id', 'talk_id', 'cycle'])
          .where(
            'cycle',
            '=',
            planned.select((eb) => eb.fn.max('cycle').as('cycle')),
          )
          .orderBy('position')
          .execute()
      })
      const last = rows.at(-1)
      return {
        round: last?.cycle ?? 0,
        tipIds: rows.flatMap((row) => row.takeaway_id ?? []),
        ...(last?.talk_id && { lastTalkId: last.talk_id }),
      }
    },

    planTip(lease, plan, trace) {
      return run(async (db) => {
        try {
          const rows = await db
            .updateTable('hallway_tip_deliveries')
            .set((eb) => ({
              takeaway_id: plan.tipId,
              talk_id: plan.talkId,
              cycle: plan.round,
              trace: trace ?? null,
              position: eb
                .selectFrom('hallway_tip_deliveries as other')
                .where('other.team_id', '=', lease.teamId)
                .where('other.channel_id', '=', lease.channelId)
                .select(sql<number>`coalesce(max(other.position), 0) + 1`.as('position')),
            }))
            .where(heldBy(lease, ['open']))
            .returning('slot')
            .execute()
          return rows.length > 0 ? 'planned' : 'lost'
        } catch (error) {
          if (isUniqueViolation(error)) return 'taken'
          throw error
        }
      })
    },

    finishTip(lease, outcome) {
      return change(
        heldBy(lease, ['open', outcome.state]),
        outcome.state === 'posted'
          ? { state: 'posted', message_ts: outcome.messageTs, appears_at: outcome.appearsAt ?? null }
          : { ...outcome, takeaway_id: null, talk_id: null, cycle: null, position: null },
      )
    },

    releaseTip(lease, retryAt) {
      return change(heldBy(lease, ['open']), { lease_until: retryAt })
    },

    async dropTip(lease) {
      await run((db) =>
        db
          .deleteFrom('hallway_tip_deliveries')
          .where(heldBy(lease, ['open']))
          .execute(),
      )
    },

    async skipTip(occasion, reason, now) {
      const holder = randomUUID()
      const rows = await run((db) =>
        db
          .insertInto('hallway_tip_deliveries')
          .values({
            ...occasionColumns(occasion),
            state: 'skipped',
            attempts: 0,
            lease_until: now,
            holder,
            created_at: now,
            reason,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['team_id', 'channel_id', 'slot'])
              .doUpdateSet({ reason })
              .where('hallway_tip_deliveries.holder', '=', holder),
          )
          .returning('slot')
          .execute(),
      )
      return rows.length > 0
    },

    async withdrawTip(occasion, messageTs) {
      await run((db) =>
        db
          .deleteFrom('hallway_tip_deliveries')
          .where(({ and }) => and({ ...occasionColumns(occasion), state: 'posted', message_ts: messageTs }))
          .execute(),
      )
    },

    tipsToAppear(now, of) {
      return records((all) =>
        all
          .where('appears_at', '>', now)
          .where('state', '=', 'posted')
          .where(({ and }) =>
            and({
              ...(of && { team_id: of.teamId }),
              ...(of?.channelId !== undefined && { channel_id: of.channelId }),
            }),
          )
          .orderBy('appears_at')
          .orderBy('channel_id'),
      )
    },

    openTips(channel) {
      return records((all) =>
        all.where(({ and }) => and({ ...channelColumns(channel), state: 'open' })).orderBy('slot'),
      )
    },

    async tipRecord(occasion) {
      const [record] = await records((all) => all.where(({ and }) => and(occasionColumns(occasion))))
      return record
    },

    tipHistory(channel, limit) {
      return records((all) =>
        all
          .where(({ and }) => and(channelColumns(channel)))
          .orderBy('created_at', 'desc')
          .orderBy('slot', 'desc')
          .limit(limit),
      )
    },
  }

  async function records(narrow: (all: AllTips) => AllTips): Promise<TipRecord[]> {
    const rows = await run((db) => narrow(db.selectFrom('hallway_tip_deliveries').selectAll()).execute())
    return rows.map(toRecord)
  }

  /** Whether there was a row to change. */
  async function change(
    held: ReturnType<typeof heldBy>,
    values: Updateable<Tables['hallway_tip_deliveries']>,
  ) {
    const rows = await run((db) =>
      db.updateTable('hallway_tip_deliveries').set(values).where(held).returning('slot').execute(),
    )
    return rows.length > 0
  }
}

type AllTips = SelectQueryBuilder<Tables, 'hallway_tip_deliveries', TipPostRow>
type TipPostRow = Selectable<Tables['hallway_tip_deliveries']>

function occasionColumns(occasion: TipOccasion) {
  return { ...channelColumns(occasion), slot: occasion.occasion }
}

/** The holder fences off everybody whose lease went to another. */
function heldBy(lease: TipLease, states: readonly TipPostRow['state'][]) {
  return (eb: ExpressionBuilder<Tables, 'hallway_tip_deliveries'>) =>
    eb.and([eb.and({ ...occasionColumns(lease), holder: lease.holder }), eb('state', 'in', states)])
}

function toLease(occasion: TipOccasion, row: TipPostRow): TipLease {
  const planned = toPlan(row)
  return {
    teamId: occasion.teamId,
    channelId: occasion.channelId,
    occasion: occasion.occasion,
    attempt: row.attempts,
    expiresAt: row.lease_until,
    holder: row.holder,
    ...(planned && { planned }),
    ...(row.trace !== null && { trace: row.trace }),
  }
}

function toPlan(row: TipPostRow): TipPlan | undefined {
  if (row.takeaway_id === null || row.talk_id === null || row.cycle === null) return undefined
  return { tipId: row.takeaway_id, talkId: row.talk_id, round: row.cycle }
}

function toRecord(row: TipPostRow): TipRecord {
  const plan = toPlan(row)
  return {
    teamId: row.team_id,
    channelId: row.channel_id,
    occasion: row.slot,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    ...(plan && { plan }),
    ...(row.message_ts !== null && { messageTs: row.message_ts }),
    ...(row.appears_at !== null && { appearsAt: row.appears_at }),
    ...(row.reason !== null && { reason: row.reason }),
  }
}
