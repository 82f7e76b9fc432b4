import type { Answers } from '../../src/answers/answers.ts'
import { readAppManifest } from '../../src/app-manifest.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/server/open-workspace.ts'
import { type Bot, startBot } from './bot.ts'
import type { Broken } from './broken.ts'
import type { Database } from './database.ts'
import type { Network } from './network.ts'
import type { SimulatedClock } from './simulated-clock.ts'
import { createWeather, type Weather } from './weather.ts'

/** A workspace, its bots, and what goes wrong between them. */
export interface Place {
  readonly workspace: Workspace
  readonly weather: Weather
  readonly database: Database
  readonly bots: Bot[]
  /** Starts the bots. */
  open(): Promise<void>
  /** Puts living bots where dead or lost ones were; resolves to how many. */
  revive(): Promise<number>
  restart(index: number): Promise<void>
  /** Stops the bots. */
  close(): Promise<void>
}

export interface PlaceParts {
  readonly teamId: string
  readonly bots: number
  /** That of all places. */
  readonly database: (weather: Weather) => Database
  readonly clock: SimulatedClock
  readonly answers: () => Answers
  readonly broken?: Broken | undefined
  readonly network: Network
  readonly trace: (line: string) => void
}

export async function openPlace({ teamId, bots: count, ...parts }: PlaceParts): Promise<Place> {
  const manifest = await readAppManifest()
  const workspace = await openWorkspace({ port: 0, manifest, teamId, clock: parts.clock })
  const weather = createWeather()
  const database = parts.database(weather)
  let started = 0
  const start = () => {
    started += 1
    return startBot({
      ...parts,
      workspace,
      weather,
      database,
      name: `bot-${started}.${teamId.toLowerCase()}`,
    })
  }
  const bots: Bot[] = []
  return {
    workspace,
    weather,
    database,
    bots,
    async open() {
      for (let i = 0; i < count; i += 1) bots.push(await start())
    },
    async revive() {
      let revived = 0
      for (const [index, bot] of bots.entries()) {
        if (!bot.isDead() && !bot.isLost()) continue
        bot.kill()
        bots[index] = await start()
        revived += 1
      }
      return revived
    },
    async restart(index) {
      await bots[index]?.stop()
      bots[index] = await start()
    },
    async close() {
      weather.calm()
      for (const bot of bots) await bot.stop()
    },
  }
}
