import type { OpenStore } from '../../src/store/open-store.ts'
import type { Random } from '../random.ts'
import { type Asking, drawTrouble } from './asking.ts'
import type { Notes } from './notes.ts'
import type { Place } from './place.ts'
import type { TipsHere } from './settings.ts'
import type { SimulatedClock } from './simulated-clock.ts'
import type { DeathPoint } from './weather.ts'

/** All that an act may need. */
export interface Scene {
  readonly place: Place
  readonly tips: readonly TipsHere[]
  readonly clock: SimulatedClock
  readonly notes: Notes
  /** A connection of its own to the database of the bots. */
  readonly store: OpenStore
  readonly random: Random
  readonly told: (problem: string) => void
  readonly tally: Tally
}

export interface Tally {
  questions: number
  faults: number
  deaths: number
  restarts: number
  replays: number
  days: number
}

export type Act = (scene: Scene) => Promise<void>

/**
 * Somebody asks while something may go wrong.
 * @param method by which the answer goes to Slack
 * @param deaths where else a bot may die meanwhile
 */
export function troubled(
  { place, store, random, tally, told }: Scene,
  method: string,
  deaths: readonly DeathPoint[] = [],
): Asking {
  const trouble = drawTrouble({ method, deaths }, place, random)
  if (trouble?.kind === 'death') tally.deaths += 1
  else if (trouble !== undefined) tally.faults += 1
  tally.questions += 1
  return {
    place,
    trouble,
    isOpen: () => isOpen({ place, store }),
    told: (problem) => told(trouble === undefined ? problem : `${problem}, with ${JSON.stringify(trouble)}`),
  }
}

/** Somebody asks while nothing goes wrong. */
export const calm = (scene: Scene): Asking => ({
  place: scene.place,
  trouble: undefined,
  isOpen: () => isOpen(scene),
  told: scene.told,
})

/** Whether some process still has a question to answer. */
export async function isOpen({ place, store }: Pick<Scene, 'place' | 'store'>): Promise<boolean> {
  const open = await store.openQuestions('', 100)
  return open.some(({ teamId }) => teamId === place.workspace.teamId)
}
