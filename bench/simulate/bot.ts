import type { Answers } from '../../src/answers/answers.ts'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/slack/client/slack-log.ts'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import { type Broken, breakStore } from './broken.ts'
import type { Database } from './database.ts'
import { openFaultyLink } from './faulty-link.ts'
import { mortalStore, standstillMs } from './mortal-store.ts'
import type { Network } from './network.ts'
import type { SimulatedClock } from './simulated-clock.ts'
import type { Weather } from './weather.ts'

/** The whole of Hallway, as one process of it. */
export interface Bot {
  /** Ends it as the power does: nothing of what it had begun goes on. */
  kill(): void
  readonly isDead: () => boolean
  /** Ends it as a signal does. */
  stop(): Promise<void>
  /** Looks for tips that are due; resolves when it is done, or dead. */
  look(): Promise<void>
  deliver(envelope: string): boolean
  drop(): void
  /** Whether Slack told it that it is not wanted any more. */
  readonly isLost: () => boolean
}

export interface BotParts {
  readonly workspace: Workspace
  readonly weather: Weather
  readonly database: Database
  readonly answers: () => Answers
  readonly clock: SimulatedClock
  readonly broken?: Broken | undefined
  /** Its own, for good. */
  readonly name: string
  readonly network: Network
  readonly trace: (line: string) => void
}

export async function startBot(parts: BotParts): Promise<Bot> {
  const { workspace, weather, database, answers, clock, broken, name, network, trace } = parts
  const death = Promise.withResolvers<void>()
  let isDead = false
  let isLost = false
  let standsStillUntil = 0
  const link = openFaultyLink({
    name,
    network,
    workspace,
    weather,
    now: clock.now,
    trace,
    standsStillUntil: () => standsStillUntil,
    onDeath: kill,
  })
  const opened = await database.open()
  const hallway = network.as(link, () =>
    createApp({
      connection: { kind: 'socket', botToken: workspace.botToken, appToken: workspace.appToken },
      slackApiUrl: link.apiUrl,
      fetch: network.fetch,
      port: 0,
      answers,
      notesUrl: undefined,
      store: mortalStore(breakStore(opened, broken), {
        weather,
        perhapsDie: (point) => {
          if (weather.takeDeath(point)) kill()
          return isDead
        },
        onStandstill: () => {
          trace(`${name} stands still`)
          standsStillUntil = performance.now() + standstillMs
        },
      }),
      clock: clock.ofBots,
      tipGraceMs: 3 * 60 * 60_000,
      log: createLog('error', () => {}),
      onLost: () => {
        isLost = true
      },
    }),
  )

  function kill(): void {
    if (isDead) return
    isDead = true
    trace(`${name} dies`)
    link.cut()
    void opened.close()
    // What is left of it in this process goes, unheard.
    void hallway.stop().catch(() => {})
    death.resolve()
  }

  await network.as(link, () => hallway.start())
  return {
    kill,
    isDead: () => isDead,
    isLost: () => isLost,
    async stop() {
      if (isDead) return
      await Promise.race([hallway.stop(), death.promise])
      if (isDead) return
      isDead = true
      await opened.close()
      link.cut()
    },
    look: () => Promise.race([network.as(link, () => hallway.lookForTips()).catch(() => {}), death.promise]),
    deliver: link.deliver,
    drop: link.drop,
  }
}
