import type { OpenStore } from '../../src/store/open-store.ts'
import type { DeathPoint, Weather } from './weather.ts'

export interface MortalStoreParts {
  readonly weather: Weather
  /** Its bot dies there, if it is to. @returns whether it is dead */
  readonly perhapsDie: (point: DeathPoint) => boolean
  /** Hears that its bot stands still from now on, for `standstillMs`. */
  readonly onStandstill: () => void
}

/** Long enough to be held for dead, in milliseconds. */
export const standstillMs = 60_000

/** How long a database takes until it does what it is asked, at most, in milliseconds: others come in between. */
const maxQueryMs = 10

/** What nobody waits for: it would meet the failures that are meant for others. */
const inTheBackground: ReadonlySet<string> = new Set(['beat', 'openQuestions'])

/** A bot's store, before and after each call of which the bot may die or stand still, and which may fail. */
export function mortalStore(store: OpenStore, parts: MortalStoreParts): OpenStore {
  const methods = Object.entries(store).map(([name, method]: [string, (...args: never[]) => unknown]) => [
    name,
    (...args: never[]) => callMortally(name, () => method(...args), parts),
  ])
  return Object.fromEntries(methods) as OpenStore
}

async function callMortally(
  name: string,
  call: () => unknown,
  { weather, perhapsDie, onStandstill }: MortalStoreParts,
): Promise<unknown> {
  /** Who is dead goes no further. */
  const unlessDead = (point: DeathPoint) => (perhapsDie(point) ? new Promise<never>(() => {}) : undefined)
  if (weather.takeStandstill(`before ${name}`)) {
    onStandstill()
    await new Promise((resolve) => setTimeout(resolve, standstillMs))
  }
  await unlessDead(`before ${name}`)
  await new Promise((resolve) => setTimeout(resolve, Math.random() * maxQueryMs))
  if (!inTheBackground.has(name)) weather.touchStore()
  const result = await call()
  if (!inTheBackground.has(name)) weather.hearStore()
  await unlessDead(`after ${name}`)
  return result
}
