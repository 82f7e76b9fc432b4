import type { Kysely, Transaction } from 'kysely'
import type { Store } from './store.ts'
import { type RunStatement, type Tables, workspaceTables } from './tables.ts'

/** What is done when Hallway is removed from a workspace. */
export function createWorkspaceRemovalStore(
  run: RunStatement,
): Pick<Store, 'deleteWorkspace' | 'deleteInstalled'> {
  return {
    async deleteWorkspace(teamId) {
      await run((db) =>
        db.transaction().execute((transaction) => deleteFrom(workspaceTables, teamId, transaction)),
      )
    },

    async deleteInstalled(teamId, revision = '') {
      return run((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .deleteFrom('hallway_installations')
            .where('team_id', '=', teamId)
            .where('revision', '=', revision)
            .execute()
          if (await isInstalled(teamId, transaction)) return false
          await deleteFrom(otherTables, teamId, transaction)
          return true
        }),
      )
    },
  }
}

/** An installation that is stored meanwhile is another one, and stays. */
const otherTables = workspaceTables.filter((table) => table !== 'hallway_installations')

async function deleteFrom(
  tables: readonly (typeof workspaceTables)[number][],
  teamId: string,
  db: Transaction<Tables>,
): Promise<void> {
  const within = await db
    .selectFrom('hallway_organizations')
    .leftJoin('hallway_installations', 'hallway_installations.team_id', 'hallway_organizations.team_id')
    .select('hallway_organizations.team_id')
    .where('organization_id', '=', teamId)
    .where('hallway_installations.team_id', 'is', null)
    .execute()
  await db.deleteFrom('hallway_organizations').where('organization_id', '=', teamId).execute()
  const teams = [teamId, ...within.map(({ team_id }) => team_id)]
  for (const table of tables) await db.deleteFrom(table).where('team_id', 'in', teams).execute()
}

async function isInstalled(teamId: string, db: Kysely<Tables>): Promise<boolean> {
  const found = await db
    .selectFrom('hallway_installations')
    .select('team_id')
    .where('team_id', '=', teamId)
    .executeTakeFirst()
  return found !== undefined
}
