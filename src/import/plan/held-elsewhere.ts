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
  const held: { readonly id: string; readonly talks: readonly number[] }[] = []
  for (const id of await eventFoldersIn(into)) {
    if (open.has(id)) continue
    const { byKey } = await readHeldEvent(join(into, id))
    held.push({ id, talks: added.map(({ titles }) => [...byKey.values()].filter(titles.has).length) })
  }
  // What was several events before may be one now.
  const areMost = added.map(({ counts }, at) => sum(held.map(({ talks }) => talks[at]!)) * 2 > counts.new)
  return held.flatMap(({ id, talks }) => {
    const shared = added.flatMap(({ counts }, at) =>
      areMost[at] && talks[at]! > 0 ? [{ talks: talks[at]!, of: counts.new }] : [],
    )
    return shared.length === 0
      ? []
      : [{ id, talks: sum(shared.map((one) => one.talks)), of: sum(shared.map(({ of }) => of)) }]
  })
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

async function eventFoldersIn(folder: string): Promise<readonly string[]> {
  const entries = await inTime(readdir(folder, { withFileTypes: true })).catch(() => [])
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
}
