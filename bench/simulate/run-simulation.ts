import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
// Loaded with its first use otherwise. A part of it makes errors while it is loaded, for good, and they hold on to whatever asked
// for it then: to a whole simulation.
import 'date-holidays'
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts'
import { unconfirmed } from '../../src/tips/posting/post-result.ts'
import type { PostgresServer } from '../../test/store/postgres-server.ts'
import { createRandom, pick, type Random } from '../random.ts'
import { acts } from './acts.ts'
import type { Broken } from './broken.ts'
import { openPostgres, openSqlite, takeTurns } from './database.ts'
import { type Network, takeOverNetwork } from './network.ts'
import { openNotes } from './notes.ts'
import { openPlace } from './place.ts'
import type { Scene, Tally } from './scene.ts'
import { dayOf, isSame, setUpTips, standingOf, type TipsHere, tipsByDay } from './settings.ts'
import { createSimulatedClock } from './simulated-clock.ts'
import { takeOverTime, type VirtualTime } from './virtual-time.ts'
import type { Weather } from './weather.ts'

export interface SimulationOptions {
  readonly seed: number
  readonly steps: number
  /** The notes, of which a copy is served, goes, comes and changes. */
  readonly corpus: string
  readonly broken?: Broken | undefined
  /** Has a new database of its own; default: SQLite. */
  readonly postgres?: PostgresServer | undefined
  /** Hears all that is said, done and decided. */
  readonly onTrace?: (line: string) => void
  readonly onStep?: (step: number, what: string) => void
}

export interface Outcome extends Readonly<Tally> {
  readonly tips: number
  /** Sums up all that was said, done and decided, in its order: equal if the run was. */
  readonly trace: string
  /** What was promised and not kept, each with its step; the seed replays it. Ends the simulation. */
  readonly broken: readonly string[]
}

/** A Monday, at seven. */
const origin = Date.UTC(2026, 10, 23, 7)

/**
 * Two workspaces on one database, one of them with two bots, and a Slack, a disk, a clock and a folder of notes that fail
 * by rule. After each step: every question has exactly one answer or one stated reason, no tip came twice, the settings
 * are as last confirmed, and nothing was left unhandled; after each day, no tip is missing.
 */
export async function runSimulation(options: SimulationOptions): Promise<Outcome> {
  const time = takeOverTime(createRandom(options.seed * 3 + 1))
  const delay = createRandom(options.seed * 3 + 2)
  const network = takeOverNetwork(() => 1 + Math.floor(30 * delay() ** 2))
  try {
    return await time.run(() => simulate(options, time, network))
  } finally {
    network.restore()
    time.restore()
  }
}

async function simulate(options: SimulationOptions, time: VirtualTime, network: Network): Promise<Outcome> {
  const { seed, steps, corpus, broken: kind, postgres, onStep } = options
  const random = createRandom(seed)
  const broken: string[] = []
  const tally: Tally = { questions: 0, faults: 0, deaths: 0, restarts: 0, replays: 0, days: 0 }
  const onRejection = (reason: unknown) =>
    broken.push(`seed ${seed}: an unhandled rejection: ${String(reason)}`)
  process.on('unhandledRejection', onRejection)
  await using open = new AsyncDisposableStack()
  open.defer(() => void process.off('unhandledRejection', onRejection))
  const home = await makeTemporaryFolder('hallway-simulate-')
  open.defer(() => rm(home, { recursive: true, force: true }))
  const notes = await openNotes(corpus, home, time)
  open.defer(() => notes.close())
  const dataFolder = join(home, 'data')
  const inTurn = takeTurns(time)
  const url = postgres && (await time.outside(() => postgres.createDatabase()))
  const database = (weather: Pick<Weather, 'takeDatabaseFault'>) =>
    postgres && url !== undefined
      ? openPostgres({ url, server: postgres, inTurn, takeFault: weather.takeDatabaseFault })
      : openSqlite(dataFolder, time)
  const store = await database({ takeDatabaseFault: () => undefined }).open()
  open.defer(() => store.close())
  const clock = createSimulatedClock(origin)
  time.setWall(clock.ofBots.now)
  time.setHolding(() => network.own()?.standsStillUntil() ?? 0)
  const said = createHash('sha256')
  const trace = (line: string) => {
    said.update(`${Math.round(time.steady() * 1000)} ${line}\n`)
    options.onTrace?.(`${time.steady().toFixed(0)} ${line}`)
  }
  const parts = { database, clock, answers: notes.answers, broken: kind, network, trace }
  const openAt = async (teamId: string, bots: number) => {
    const place = await time.outside(() => openPlace({ ...parts, teamId, bots }))
    open.defer(() => time.outside(() => place.workspace.close()))
    await place.open()
    open.defer(() => place.close())
    return place
  }
  const here = await openAt('T0LOCAL001', 2)
  const there = await openAt('T0LOCAL002', 1)
  const tips: TipsHere[] = []
  for (const [place, channel, time, isChanged] of [
    [here, '#general', '09:00', false],
    [here, '#talks', '11:30', false],
    [here, 'tips', '10:00', true],
    [there, '#general', '10:00', false],
    [there, 'tips', '09:00', true],
  ] as const) {
    const { workspace } = place
    const { id } = isChanged ? workspace.addChannel(channel) : workspace.channel(channel)
    tips.push(await setUpTips({ place, channelId: id, isChanged }, { store, time, now: clock.now() }))
  }

  const names = drawers()
  for (let step = 1; step <= steps && broken.length === 0; step += 1) {
    const place = random() < 0.7 ? here : there
    const what = names(random)
    onStep?.(step, what)
    trace(`step ${step}: ${what}`)
    const told = (problem: string) => broken.push(`seed ${seed}, step ${step} (${what}): ${problem}`)
    const today = dayOf(clock.now())
    const scene: Scene = { place, tips, clock, notes, store, random, told, tally }
    await Promise.race([acts[what]![1](scene), tooLong()]).catch((error) => told(String(error)))
    place.weather.calm()
    await place.revive()
    for (const each of tips) await check(each, scene, today)
  }
  const count = tips.flatMap((each) => [...tipsByDay(each).values()]).reduce((sum, one) => sum + one, 0)
  return { ...tally, tips: count, broken, trace: said.digest('hex').slice(0, 12) }
}

/** Rejects after more than anything may take, in milliseconds. */
async function tooLong(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, 60 * 60_000))
  throw new Error('it does not end')
}

/** Draws acts by their weights. */
function drawers(): (random: Random) => string {
  const names = Object.entries(acts).flatMap(([name, [weight]]) =>
    Array.from({ length: Math.round(weight * 5) }, () => name),
  )
  return (random) => pick(names, random)
}

/** What must hold of the tips of a channel at any time, and of a day once it is over. */
async function check(here: TipsHere, { clock, store, told }: Scene, today: string): Promise<void> {
  const channel = { teamId: here.place.workspace.teamId, channelId: here.channelId }
  const standing = await standingOf(here, store)
  if (!isSame(standing, here.confirmed, today))
    told(
      `settings of ${here.channelId} are ${JSON.stringify(standing)}, not ${JSON.stringify(here.confirmed)}`,
    )
  const days = tipsByDay(here)
  for (const [day, tips] of days) {
    if (tips <= 1) continue
    const record = await store.tipRecord({ ...channel, occasion: day })
    told(`${tips} tips in ${here.channelId} on ${day}: ${JSON.stringify(record)}`)
  }
  if (here.isChanged || dayOf(clock.now()) === today || days.has(today) || here.refused.has(today)) return
  const record = await store.tipRecord({ ...channel, occasion: today })
  if (record?.messageTs !== unconfirmed)
    told(`no tip in ${here.channelId} on ${today}: ${JSON.stringify(record)}`)
}
