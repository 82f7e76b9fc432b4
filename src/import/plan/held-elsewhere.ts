import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inTime } from '../../files/in-time.ts'
import { readHeldEvent } from '../corpus/held-event.ts'
import type { OpenEvent } from './open-event.ts'

/** An event of the corpus that seems to hold what is to be written into others. */
export interface HeldElsewhere {
  /** Its folder. */
  readonly id: string
  /** How many of the talks it holds, by their files' names and titles. */
  readonly talks: number
  /** How many are to be written into the events that it has most of. */
  readonly of: number
}

/**
 * Where the talks of events that are new in the corpus stand already: the folder that they are imported from was called otherwise
 * before, or a later version names their events otherwise. Conferences of other years share a few titles at most.
 */
export async function findHeldElsewhere(
  events: readonly OpenEvent[],
  into: string,
): Promise<readonly HeldElsewhere[]> {
  const added = events.filter(({ held, counts }) => held.byKey.size === 0 && counts.new > 0)
  if (added.length === 0) return []
  const open = new Set(events.map(({ id }) => id))
  const found: HeldElsewhere[] = []
  for (const id of await eventFoldersIn(into)) {
    if (open.has(id)) continue
    const { byKey } = await readHeldEvent(join(into, id))
    const shared = added
      .map(({ titles, counts }) => ({
        talks: byKey
          .values()
          .filter((talk) => titles.has(talk))
          .toArray().length,
        of: counts.new,
      }))
      .filter(({ talks, of }) => talks * 2 > of)
    if (shared.length > 0) found.push({ id, talks: sum(shared, 'talks'), of: sum(shared, 'of') })
  }
  return found
}

const sum = <K extends string>(all: readonly Readonly<Record<K, number>>[], key: K): number =>
  all.reduce((total, one) => total + one[key], 0)

async function eventFoldersIn(folder: string): Promise<readonly string[]> {
  const entries = await inTime(readdir(folder, { withFileTypes: true })).catch(() => [])
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
}
