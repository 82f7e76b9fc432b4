import type { VerdictStore } from './store.ts'
import type { RunStatement } from './tables.ts'

export function createVerdictStore(run: RunStatement): VerdictStore {
  return {
    async saveVerdict({ teamId, subject, userId, verdict }, now) {
      await run((db) =>
        db
          .insertInto('hallway_feedback')
          .values({ team_id: teamId, subject, user_id: userId, verdict, given_at: now })
          .onConflict((conflict) =>
            conflict.columns(['team_id', 'subject', 'user_id']).doUpdateSet({ verdict, given_at: now }),
          )
          .execute(),
      )
    },

    async verdictCounts(teamId, subject) {
      const rows = await run((db) =>
        db
          .selectFrom('hallway_feedback')
          .select(['verdict', (eb) => eb.fn.countAll<number>().as('people')])
          .where('team_id', '=', teamId)
          .where('subject', '=', subject)
          .groupBy('verdict')
          .execute(),
      )
      const count = (verdict: string) => rows.find((row) => row.verdict === verdict)?.people ?? 0
      return { useful: count('useful'), notUseful: count('not-useful') }
    },
  }
}
