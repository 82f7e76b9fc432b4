import type { Store } from '../../src/store/store.ts'

/** How many people of a workspace found something useful, and how many not. */
export async function verdictsOn(store: Pick<Store, 'verdictCounts'>, teamId: string, subject: string) {
  const all = await store.verdictCounts()
  const { useful = 0, notUseful = 0 } =
    all.find((counts) => counts.teamId === teamId && counts.subject === subject) ?? {}
  return { useful, notUseful }
}
