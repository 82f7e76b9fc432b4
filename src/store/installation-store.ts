import { randomUUID } from 'node:crypto'
import type { InstallationStore, StoredInstallation } from './store.ts'
import type { RunStatement } from './tables.ts'

export function createInstallationStore(run: RunStatement): InstallationStore {
  const columns = ['team_id as teamId', 'sealed', 'revision'] as const

  return {
    async saveInstallation(teamId, sealed) {
      const anew = { sealed, revision: randomUUID(), renewed_until: 0, holder: null }
      await run((db) =>
        db
          .insertInto('hallway_installations')
          .values({ team_id: teamId, ...anew })
          .onConflict((conflict) => conflict.column('team_id').doUpdateSet(anew))
          .execute(),
      )
    },

    async installation(teamId) {
      return run((db) =>
        db
          .selectFrom('hallway_installations')
          .select(columns)
          .where('team_id', '=', teamId)
          .executeTakeFirst(),
      )
    },

    async installations() {
      return run((db) => db.selectFrom('hallway_installations').select(columns).orderBy('team_id').execute())
    },

    async resealInstallation({ teamId, revision }, sealed) {
      const next = randomUUID()
      const resealed = await run((db) =>
        db
          .updateTable('hallway_installations')
          .set({ sealed, revision: next, renewed_until: 0, holder: null })
          .where('team_id', '=', teamId)
          .where('revision', 'in', [revision, next])
          .returning('revision')
          .execute(),
      )
      return resealed.length > 0
    },

    async claimRenewal({ teamId, revision }: StoredInstallation, now, leaseMs) {
      const holder = randomUUID()
      const claimed = await run((db) =>
        db
          .updateTable('hallway_installations')
          .set({ renewed_until: now + leaseMs, holder })
          .where('team_id', '=', teamId)
          .where('revision', '=', revision)
          .where(({ or, eb }) => or([eb('renewed_until', '<=', now), eb('holder', '=', holder)]))
          .returning('holder')
          .execute(),
      )
      return claimed.length > 0
    },

    async saveOrganization(teamId, organizationId) {
      const row = { team_id: teamId, organization_id: organizationId }
      await run((db) =>
        db
          .insertInto('hallway_organizations')
          .values(row)
          .onConflict((conflict) => conflict.column('team_id').doUpdateSet(row))
          .execute(),
      )
    },

    async organizationOf(teamId) {
      const row = await run((db) =>
        db
          .selectFrom('hallway_organizations')
          .select('organization_id')
          .where('team_id', '=', teamId)
          .executeTakeFirst(),
      )
      return row?.organization_id
    },
  }
}
