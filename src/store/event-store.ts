import { randomUUID } from 'node:crypto'
import { type EventStore, eventsKeptMs, pruneEveryMs, questionsKeptMs, type TeamEvent } from './store.ts'
import type { RunStatement } from './tables.ts'

export function createEventStore(run: RunStatement): EventStore {
  let prunedAt = 0

  return {
    async claimEvent(teamId, event, now, kept) {
      // By the distance, so that a clock that ran ahead for a while does not end the pruning.
      if (Math.abs(now - prunedAt) > pruneEveryMs) {
        await run((db) =>
          db
            .deleteFrom('hallway_events')
            .where('claimed_at', '<', now - eventsKeptMs)
            .where((eb) => eb.or([eb('keeper', 'is', null), eb('claimed_at', '<', now - questionsKeptMs)]))
            .execute(),
        )
        prunedAt = now
      }
      const holder = randomUUID()
      const { question = null, keeper = null } = kept ?? {}
      const claimed = await run((db) =>
        db
          .insertInto('hallway_events')
          .values({ team_id: teamId, event, claimed_at: now, holder, question, keeper })
          .onConflict((conflict) =>
            conflict
              .columns(['team_id', 'event'])
              .doUpdateSet({ holder })
              .where('hallway_events.holder', '=', holder),
          )
          .returning('holder')
          .execute(),
      )
      return claimed.length > 0
    },

    async forgetEvent(teamId, event) {
      await run((db) =>
        db
          .deleteFrom('hallway_events')
          .where(({ and }) => and({ team_id: teamId, event }))
          .execute(),
      )
    },

    async noteReply(event, keeper, isReplied) {
      const noted = await run((db) =>
        db
          .updateTable('hallway_events')
          .set({ replied: isReplied ? 1 : 0 })
          .where(({ and }) => and({ ...eventColumns(event), keeper }))
          .returning('event')
          .execute(),
      )
      return noted.length > 0
    },

    async deleteQuestion(event, keeper) {
      await run((db) =>
        db
          .updateTable('hallway_events')
          .set({ question: null, keeper: null })
          .where(({ and }) => and({ ...eventColumns(event), keeper }))
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

    async leaveQuestion(event, keeper, heir) {
      await run((db) =>
        db
          .updateTable('hallway_events')
          .set((eb) => ({ keeper: heir, beats: 0, attempts: eb('attempts', '-', 1) }))
          .where(({ and }) => and({ ...eventColumns(event), keeper }))
          .execute(),
      )
    },

    async openQuestions(keeper, limit) {
      const rows = await run((db) =>
        db
          .selectFrom('hallway_events')
          .select(['team_id', 'event', 'question', 'keeper', 'beats'])
          .where('keeper', 'is not', null)
          .where('keeper', '!=', keeper)
          .limit(limit)
          .execute(),
      )
      return rows.flatMap(({ team_id, question, keeper, ...row }) =>
        question === null || keeper === null ? [] : { ...row, teamId: team_id, question, keeper },
      )
    },

    async takeQuestion({ teamId, event, question, beats, keeper: previous }, keeper) {
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
          .where(({ and }) => and(eventColumns({ teamId, event })))
          .where((eb) => eb.or([eb.and({ keeper: previous, beats }), eb('keeper', '=', keeper)]))
          .returning(['claimed_at', 'attempts', 'replied'])
          .execute(),
      )
      if (taken === undefined) return undefined
      const { claimed_at, attempts, replied } = taken
      return { teamId, event, question, keeper, claimedAt: claimed_at, attempts, isReplied: replied === 1 }
    },
  }
}

const eventColumns = ({ teamId, event }: TeamEvent) => ({ team_id: teamId, event })
