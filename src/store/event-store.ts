import { randomUUID } from 'node:crypto'
import { type EventStore, eventsKeptMs, pruneEveryMs } from './store.ts'
import type { Run } from './tables.ts'

export function createEventStore(run: Run): EventStore {
  let prunedAt = 0

  return {
    async claimEvent(teamId, event, now) {
      // By the distance, so that a clock that ran ahead for a while does not end the pruning.
      if (Math.abs(now - prunedAt) > pruneEveryMs) {
        await run((db) =>
          db
            .deleteFrom('hallway_events')
            .where('claimed_at', '<', now - eventsKeptMs)
            .execute(),
        )
        prunedAt = now
      }
      const holder = randomUUID()
      const claimed = await run((db) =>
        db
          .insertInto('hallway_events')
          .values({ team_id: teamId, event, claimed_at: now, holder })
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
  }
}
