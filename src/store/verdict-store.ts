import type { VerdictStore } from './store.ts'
import type { RunStatement } from './tables.ts'

/** Within this time, in milliseconds, the same verdict is a double click. */
const sameClickMs = 2_000

export function createVerdictStore(run: RunStatement): VerdictStore {
  return {
    async saveVerdict({ teamId, subject, userId, verdict }, now) {
      // What is there tells whose it is, also if it is asked again since an answer was lost.
      return run(async (db) => {
        await db
          .insertInto('hallway_feedback')
          .values({ team_id: teamId, subject, user_id: userId, verdict, given_at: now })
          .onConflict((conflict) =>
            conflict
              .columns(['team_id', 'subject', 'user_id'])
              .doUpdateSet({ verdict, given_at: now })
              .where(({ eb, not, between }) =>
                eb.or([
                  eb('hallway_feedback.verdict', '<>', verdict),
                  not(between('hallway_feedback.given_at', now - sameClickMs, now)),
                ]),
              ),
          )
          .execute()
        const { given_at } = await db
          .selectFrom('hallway_feedback')
          .select('given_at')
          .where('team_id', '=', teamId)
          .where('subject', '=', subject)
          .where('user_id', '=', userId)
          .executeTakeFirstOrThrow()
        return given_at === now
      })
    },

    async verdictCounts() {
      const rows = await run((db) =>
        db
          .selectFrom('hallway_feedback')
          .select(({ fn }) => ['team_id', 'subject', 'verdict', fn.countAll<number>().as('people')])
          .groupBy(['team_id', 'subject', 'verdict'])
          .orderBy('team_id')
          .orderBy('subject')
          .execute(),
      )
      const judged = Map.groupBy(rows, ({ team_id, subject }) => JSON.stringify([team_id, subject]))
      return [...judged.values()].map((verdicts) => {
        const [{ team_id: teamId, subject }] = verdicts as [(typeof rows)[number]]
        const count = (one: string) => verdicts.find(({ verdict }) => verdict === one)?.people ?? 0
        return { teamId, subject, useful: count('useful'), notUseful: count('not-useful') }
      })
    },
  }
}
