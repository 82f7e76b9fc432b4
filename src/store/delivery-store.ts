import { randomUUID } from 'node:crypto'
import { createPruning } from './prune-deliveries.ts'
import type { StoreLogger } from './retry-statement.ts'
import {
  type DeliveryKey,
  type DeliveryStore,
  deliveriesKeptMs,
  installsKeptMs,
  installsPrefix,
  nobodysPrefix,
  noticesKeptMs,
  questionsKeptMs,
} from './store.ts'
import type { RunStatement } from './tables.ts'

export function createDeliveryStore(run: RunStatement, log: StoreLogger): DeliveryStore {
  const pruneBy = createPruning(async (now) => {
    await run((db) =>
      db
        .deleteFrom('hallway_events')
        .where('claimed_at', '<', now - deliveriesKeptMs)
        .where('keeper', 'is', null)
        .execute(),
    )
    await run((db) =>
      db
        .deleteFrom('hallway_events')
        .where('team_id', '=', '')
        .where('event', 'like', `${installsPrefix}%`)
        .where('claimed_at', '<', now - installsKeptMs)
        .execute(),
    )
    const dropped = await run((db) =>
      db
        .deleteFrom('hallway_events')
        .where('keeper', 'is not', null)
        .where((eb) =>
          eb.or([
            eb.and([
              eb('claimed_at', '<', now - questionsKeptMs),
              eb('event', 'not like', `${nobodysPrefix}%`),
            ]),
            eb('claimed_at', '<', now - noticesKeptMs),
          ]),
        )
        .returning(['team_id', 'event'])
        .execute(),
    )
    return dropped.map(({ team_id, event }) => ({ teamId: team_id, delivery: event }))
  }, log)

  return {
    async claimDelivery(teamId, delivery, now, kept) {
      const holder = randomUUID()
      const { question = null, keeper = null } = kept ?? {}
      const claimed = await run((db) =>
        db
          .insertInto('hallway_events')
          .values({ team_id: teamId, event: delivery, claimed_at: now, holder, question, keeper })
          .onConflict((conflict) =>
            conflict
              .columns(['team_id', 'event'])
              .doUpdateSet({ holder })
              .where('hallway_events.holder', '=', holder),
          )
          .returning('holder')
          .execute(),
      )
      pruneBy(now)
      return claimed.length > 0
    },

    async forgetDelivery(teamId, delivery) {
      await run((db) =>
        db
          .deleteFrom('hallway_events')
          .where(({ and }) => and({ team_id: teamId, event: delivery }))
          .execute(),
      )
    },

    async noteReply(delivery, keeper, isReplied) {
      const noted = await run((db) =>
        db
          .updateTable('hallway_events')
          .set({ replied: isReplied ? 1 : 0 })
          .where(({ and }) => and({ ...deliveryColumns(delivery), keeper }))
          .returning('event')
          .execute(),
      )
      return noted.length > 0
    },

    async deleteQuestion(delivery, keeper) {
      await run((db) =>
        db
          .updateTable('hallway_events')
          .set({ question: null, keeper: null })
          .where(({ and }) => and({ ...deliveryColumns(delivery), keeper }))
          .execute(),
      )
    },

    async beat(keeper) {
      await run((db) =>
        db
          .updateTable('hallway_events')
          .set((eb) => ({ beats: eb('beats', '+', 1) }))
          .where('keeper', '=', keeper)
          .execute(),
      )
    },

    async leaveQuestion(delivery, keeper, heir) {
      await run((db) =>
        db
          .updateTable('hallway_events')
          .set((eb) => ({ keeper: heir, beats: 0, attempts: eb('attempts', '-', 1) }))
          .where(({ and }) => and({ ...deliveryColumns(delivery), keeper }))
          .execute(),
      )
    },

    async openQuestions(keeper, limit, beginnings) {
      const rows = await run((db) =>
        db
          .selectFrom('hallway_events')
          .select(['team_id', 'event', 'claimed_at', 'question', 'keeper', 'beats'])
          .where('keeper', 'is not', null)
          .where('keeper', '!=', keeper)
          .$if(beginnings !== undefined, (query) =>
            query.where((eb) => eb.or(beginnings!.map((begin) => eb('question', 'like', `${begin}%`)))),
          )
          .orderBy('keeper')
          .limit(limit)
          .execute(),
      )
      return rows.flatMap(({ team_id, event, claimed_at, question, keeper, beats }) =>
        question === null || keeper === null
          ? []
          : { teamId: team_id, delivery: event, claimedAt: claimed_at, question, keeper, beats },
      )
    },

    async takeQuestion({ teamId, delivery, question, beats, keeper: previous }, keeper) {
      const [taken] = await run((db) =>
        db
          .updateTable('hallway_events')
          // Of one that is taken again because the answer got lost, nothing changes.
          .set((eb) => ({
            keeper,
            beats: 0,
            attempts: eb
              .case()
              .when('keeper', '=', keeper)
              .then(eb.ref('attempts'))
              .else(eb('attempts', '+', 1))
              .end(),
          }))
          .where(({ and }) => and(deliveryColumns({ teamId, delivery })))
          .where((eb) => eb.or([eb.and({ keeper: previous, beats }), eb('keeper', '=', keeper)]))
          .returning(['claimed_at', 'attempts', 'replied'])
          .execute(),
      )
      if (taken === undefined) return undefined
      const { claimed_at, attempts, replied } = taken
      return { teamId, delivery, question, keeper, claimedAt: claimed_at, attempts, isReplied: replied === 1 }
    },
  }
}

const deliveryColumns = ({ teamId, delivery }: DeliveryKey) => ({ team_id: teamId, event: delivery })
