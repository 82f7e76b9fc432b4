import type { LeaseStore } from './store.ts'
import type { RunStatement } from './tables.ts'

export function createLeaseStore(run: RunStatement): LeaseStore {
  return {
    async holdLease(name, holder, now, leaseMs) {
      const lease = { holder, lease_until: now + leaseMs }
      const held = await run((db) =>
        db
          .insertInto('hallway_leases')
          .values({ name, ...lease })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet(lease)
              .where((eb) =>
                eb.or([
                  eb('hallway_leases.lease_until', '<=', now),
                  eb('hallway_leases.holder', '=', holder),
                ]),
              ),
          )
          .returning('holder')
          .execute(),
      )
      return held.length > 0
    },

    async releaseLease(name, holder) {
      await run((db) =>
        db
          .deleteFrom('hallway_leases')
          .where(({ and }) => and({ name, holder }))
          .execute(),
      )
    },
  }
}
