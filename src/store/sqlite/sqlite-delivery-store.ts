import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { createPruning } from '../prune-deliveries.ts'
import type { StoreLogger } from '../retry-statement.ts'
import {
  type DeliveryStore,
  deliveriesKeptMs,
  installsKeptMs,
  installsPrefix,
  nobodysPrefix,
  noticesKeptMs,
  questionsKeptMs,
} from '../store.ts'
import type { Checkpoints } from './checkpoints.ts'
import { createGroupCommit } from './group-commit.ts'

/** Does something that may be done twice, and does it again while it fails for a passing reason. */
type Again = <Result>(action: () => Promise<Result>) => Promise<Result>

/** What every question waits for. */
type Frequent = Pick<
  DeliveryStore,
  'claimDelivery' | 'forgetDelivery' | 'noteReply' | 'deleteQuestion' | 'beat'
>

/**
 * Claims have a connection of their own, since every delivery waits for one. It flushes at checkpoints alone, and commits together
 * what comes together, so that a claim takes some twenty microseconds rather than milliseconds: what is claimed outlives the process,
 * but a machine that loses its power may forget the last moments. The connection itself waits for no lock, since all else would wait
 * with it; `again` does. What is deleted is overwritten. Checkpoints are made by another thread (`checkpoints.ts`), and by this
 * connection only if that is far behind.
 */
export function createSqliteDeliveryStore(
  database: DatabaseSync,
  again: Again,
  { checkpoints, log }: { readonly checkpoints: Pick<Checkpoints, 'committed'>; readonly log: StoreLogger },
): Frequent {
  database.exec('pragma synchronous = normal; pragma busy_timeout = 0; pragma secure_delete = on')
  // In pages; and in bytes what is kept of a log that grew while somebody read for long.
  database.exec('pragma wal_autocheckpoint = 4000; pragma journal_size_limit = 67108864')
  const prune = database.prepare('delete from hallway_events where claimed_at < ? and keeper is null')
  const pruneInstalls = database.prepare(
    `delete from hallway_events where team_id = '' and event like '${installsPrefix}%' and claimed_at < ?`,
  )
  const drop = database.prepare(
    `delete from hallway_events
      where keeper is not null and (claimed_at < ? and event not like '${nobodysPrefix}%' or claimed_at < ?)
      returning team_id, event`,
  )
  const forget = database.prepare('delete from hallway_events where team_id = ? and event = ?')
  const claim = database.prepare(
    `insert into hallway_events (team_id, event, claimed_at, holder, question, keeper) values (?, ?, ?, ?, ?, ?)
      on conflict (team_id, event) do update set holder = excluded.holder where holder = excluded.holder`,
  )
  const reply = database.prepare(
    'update hallway_events set replied = ? where team_id = ? and event = ? and keeper = ?',
  )
  const settle = database.prepare(
    'update hallway_events set question = null, keeper = null where team_id = ? and event = ? and keeper = ?',
  )
  const live = database.prepare('update hallway_events set beats = beats + 1 where keeper = ?')
  const committed = createGroupCommit(database, checkpoints.committed)
  const pruneBy = createPruning(async (now) => {
    await again(() => committed(() => prune.run(now - deliveriesKeptMs)))
    await again(() => committed(() => pruneInstalls.run(now - installsKeptMs)))
    const dropped = await again(() => committed(() => drop.all(now - questionsKeptMs, now - noticesKeptMs)))
    return dropped.map(({ team_id, event }) => ({ teamId: String(team_id), delivery: String(event) }))
  }, log)

  return {
    async claimDelivery(teamId, delivery, now, kept) {
      const holder = randomUUID()
      const { question = null, keeper = null } = kept ?? {}
      const write = () => claim.run(teamId, delivery, now, holder, question, keeper).changes === 1
      const isClaimed = await again(() => committed(write))
      pruneBy(now)
      return isClaimed
    },

    async forgetDelivery(teamId, delivery) {
      await again(() => committed(() => forget.run(teamId, delivery)))
    },

    async noteReply({ teamId, delivery }, keeper, isReplied) {
      const write = () => reply.run(isReplied ? 1 : 0, teamId, delivery, keeper).changes === 1
      return again(() => committed(write))
    },

    async deleteQuestion({ teamId, delivery }, keeper) {
      await again(() => committed(() => settle.run(teamId, delivery, keeper)))
    },

    async beat(keeper) {
      await again(async () => live.run(keeper))
    },
  }
}
