/** Writes a row that means nothing, to see whether the database takes it. It counts up, so that each time something is written. */
export const probeStatement = `insert into hallway_leases (name, holder, lease_until) values ('write probe', '', 0)
  on conflict (name) do update set lease_until = hallway_leases.lease_until + 1`

/** How long a result holds, in milliseconds: who asks more often costs the database nothing more. */
const holdsForMs = 1_000

/**
 * Of all who ask at a time one probes: a database that hangs is never asked twice, and its other connections stay free.
 * @param write resolves once something was written
 */
export function createWriteProbe(write: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> | undefined
  return () => {
    if (last === undefined) {
      last = write()
      const forget = () => {
        setTimeout(() => {
          last = undefined
        }, holdsForMs).unref()
      }
      last.then(forget, forget)
    }
    return last
  }
}
