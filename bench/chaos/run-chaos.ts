import { setTimeout as wait } from 'node:timers/promises'
import { readAppManifest } from '../../src/app-manifest.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { unconfirmed } from '../../src/tips/posting/post-result.ts'
import { createHolidays } from '../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../src/tips/settings/save-tip-settings.ts'
import { everyDay } from '../../src/tips/settings/settings.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/server/open-workspace.ts'
import { createRandom } from '../random.ts'
import type { Broken } from './broken.ts'
import { absentBy, beginOf, countByDay, dateOf, dayOf, hour, isDue, minute } from './days.ts'
import { createFastClock, type FastTime } from './fast-clock.ts'
import { createMortalBots, type MortalBots } from './mortal-bots.ts'
import { anyFault } from './slack-faults.ts'

export interface ChaosOptions {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly channels: number
  /** Days with a post in each channel, but for `absences`; on every fourth day the bots come an hour after its time. */
  readonly days: number
  readonly bots: number
  readonly seed: number
  readonly broken?: Broken | undefined
  readonly verbose?: boolean
}

export interface ChaosReport {
  readonly due: number
  readonly posted: number
  readonly duplicates: number
  readonly missing: number
  /** Posts of which nobody could find out in time whether they had arrived; not posted again. */
  readonly unconfirmed: number
  /** Tips that a channel had twice. */
  readonly repeated: number
  readonly kills: Counts
  readonly faults: Counts
  /** Calls of the Web API by method. */
  readonly calls: Counts
  /** What this machine was too slow for: time passes fast, and goes on whether or not the processes come along. */
  readonly tooSlow: readonly string[]
  readonly seconds: number
}

type Counted = Pick<ChaosReport, 'duplicates' | 'missing' | 'repeated' | 'unconfirmed' | 'tooSlow'>

/**
 * What a run says of the promise; a machine that was too slow shows what nobody promised. So it was if no process could look for
 * some tips before their time: these may be missing, and are not posted again.
 */
export function verdictOf({
  duplicates,
  missing,
  repeated,
  unconfirmed,
  tooSlow,
}: Counted): 'kept' | 'broken' | 'undecided' {
  if (duplicates + missing + repeated === 0) return 'kept'
  const isUnconfirmedAlone = duplicates + repeated === 0 && missing <= unconfirmed
  return tooSlow.length > 0 || isUnconfirmedAlone ? 'undecided' : 'broken'
}

export type Counts = ReadonlyMap<string, number>

/**
 * How much faster time passes, in all processes alike: a lease of a minute lasts three seconds, a request may take half a
 * second. Late tips are scheduled five minutes ahead, within which killed processes must be back: there it is slower, so
 * that a start, which takes the machine a second or two, does not seem to take half of that.
 */
const speed = 20
const speedWhenLate = 6
const killChance = 0.03
const faultChance = 0.25
/** On a day, in its time: until everything must be with Slack, and until everything must have appeared. */
const handOverMs = 45 * minute
const appearMs = 20 * minute
/** In its time: bots that asked Slack for anything within it are still at work. A pause before another try is rarely longer. */
const quietMs = 5 * minute

/** Bots that die and a Slack that fails, for some days; then every post is counted. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const began = performance.now()
  await using run = await openRun(options)
  run.bots.start(options.bots)
  for (let today = 0; today < options.days; today++) await liveDay(today, run)
  // Whatever else was begun shows within this time.
  await until(run.clock, () => false, minute)
  run.jumpTo(run.clock.now() + hour)
  await until(run.clock, () => run.workspace.scheduled().length === 0, 2 * minute)
  return { ...(await countPosts(options, run)), seconds: (performance.now() - began) / 1000 }
}

/** Slack, what is stored, and the bots. */
interface Run extends AsyncDisposable {
  readonly workspace: Workspace
  readonly store: OpenStore
  /** By their ids. */
  readonly channels: readonly string[]
  readonly bots: MortalBots
  readonly clock: ReturnType<typeof createFastClock>
  /** Has it be another time, for all. */
  readonly jumpTo: (origin: number, newSpeed?: number) => void
  /** When bots asked Slack for anything the last time. */
  readonly lastCall: () => number
  readonly tally: Readonly<Record<'kills' | 'faults' | 'calls', Map<string, number>>>
  readonly tooSlow: string[]
}

async function openRun(options: ChaosOptions): Promise<Run> {
  const { dataFolder, databaseUrl, broken, verbose = false } = options
  const chance = createRandom(options.seed)
  const tally = { kills: new Map(), faults: new Map(), calls: new Map() }
  let time: FastTime = { realOrigin: Date.now(), origin: beginOf(0) + 8 * hour + 10 * minute, speed }
  const clock = createFastClock(time)
  let lastCall = clock.steady()

  await using open = new AsyncDisposableStack()
  const workspace = await openWorkspace({
    port: 0,
    manifest: await readAppManifest(),
    clock,
    paced: true,
    faults(method) {
      count(tally.calls, method)
      if (method.startsWith('chat.')) lastCall = clock.steady()
      if (chance() >= faultChance) return undefined
      const { name, fault } = anyFault(chance)
      count(tally.faults, name)
      return fault
    },
  })
  open.defer(() => workspace.close())
  const store = await openStore({ ...options, logger: console })
  open.defer(() => store.close())
  const channels = Array.from({ length: options.channels }, (_, i) => workspace.addChannel(`tips-${i}`).id)
  await setUpTips(channels, { workspace, store, clock })
  const bots = createMortalBots({
    orders: {
      dataFolder,
      databaseUrl,
      token: workspace.botToken,
      slackApiUrl: workspace.apiUrl,
      timeoutMs: 10_000 / speed,
      killChance,
      broken,
      verbose,
    },
    time: () => time,
    chance,
    onDeath: (how) => count(tally.kills, how),
  })
  open.defer(() => bots.stop())
  const all = open.move()
  return {
    workspace,
    store,
    channels,
    bots,
    clock,
    jumpTo(origin, newSpeed = speed) {
      time = { realOrigin: Date.now(), origin, speed: newSpeed }
      clock.set(time)
      bots.tellTime()
    },
    lastCall: () => lastCall,
    tally,
    tooSlow: [],
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}

/** Tips at nine, each day but for what the channel is absent. */
async function setUpTips(
  channels: readonly string[],
  { workspace, store, clock }: Pick<Run, 'workspace' | 'store' | 'clock'>,
): Promise<void> {
  const holidays = createHolidays()
  for (const [index, channelId] of channels.entries()) {
    await saveTipSettings(
      { store, holidays },
      {
        channel: { teamId: workspace.teamId, channelId },
        state: 'on',
        settings: {
          time: '09:00',
          zone: 'UTC',
          weekdays: everyDay,
          filter: { kind: 'all' },
          ...absentBy(index),
        },
        setUpBy: workspace.you.id,
        now: clock.now(),
      },
    )
  }
}

/** Waits for the condition, for so long in the time of the bots. Resolves to whether it came about. */
async function until(
  clock: Run['clock'],
  done: () => boolean | Promise<boolean>,
  withinMs: number,
): Promise<boolean> {
  const end = clock.steady() + withinMs
  while (clock.steady() < end) {
    if (await done()) return true
    await wait(50)
  }
  return done()
}

/** A day, from an hour before its tips until Slack holds none any more; on every fourth the bots come an hour after their time. */
async function liveDay(today: number, run: Run): Promise<void> {
  const { workspace, store, channels, clock, jumpTo } = run
  /** What bots are to do. If they are still at it in the end, they were too slow rather than wrong. */
  const untilBotsHave = async (what: string, done: () => boolean | Promise<boolean>, withinMs: number) => {
    if (!(await until(clock, done, withinMs)) && clock.steady() - run.lastCall() < quietMs)
      run.tooSlow.push(what)
  }
  const due = dueOn(channels, today)
  const dated = dateOf(today)
  const isLate = today % 4 === 3
  if (isLate) jumpTo(beginOf(today) + 10 * hour, speedWhenLate)
  else if (today > 0) jumpTo(beginOf(today) + 8 * hour + 10 * minute)
  if (!isLate) {
    const left = new Set(due)
    const allAreWithSlack = async () => {
      for (const channelId of left) {
        const record = await store.tipRecord({ teamId: workspace.teamId, channelId, occasion: dated })
        if (record?.state === 'posted') left.delete(channelId)
      }
      return left.size === 0
    }
    await untilBotsHave(`handing over the tips of ${dated}`, allAreWithSlack, handOverMs)
    jumpTo(beginOf(today) + 9 * hour - 10_000)
  }
  const allHavePosts = () => due.every((id) => workspace.messages(id).some(({ ts }) => dayOf(ts) === today))
  await untilBotsHave(`posting the tips of ${dated}`, allHavePosts, appearMs)
  // A clock that jumps would have what Slack holds appear on another day.
  await until(clock, () => workspace.scheduled().length === 0, appearMs)
}

const dueOn = (channels: readonly string[], today: number) =>
  channels.filter((_, index) => isDue(index, today))

async function countPosts(
  { days }: ChaosOptions,
  { workspace, store, channels, tally, tooSlow }: Run,
): Promise<Omit<ChaosReport, 'seconds'>> {
  let unknown = 0
  for (const channelId of channels) {
    const history = await store.tipHistory({ teamId: workspace.teamId, channelId }, days)
    unknown += history.filter(({ messageTs }) => messageTs === unconfirmed).length
  }
  const posts = channels.map((id) => workspace.messages(id))
  const sum = (of: (texts: readonly string[]) => number) =>
    posts.map((all) => of(all.map(({ text }) => text))).reduce((total, number) => total + number, 0)
  return {
    due: Array.from({ length: days }, (_, today) => dueOn(channels, today).length).reduce((a, b) => a + b, 0),
    posted: sum(({ length }) => length),
    ...countByDay(
      posts.map((all) => all.map(({ ts }) => dayOf(ts))),
      days,
    ),
    unconfirmed: unknown,
    repeated: sum((all) => all.length - new Set(all).size),
    ...tally,
    tooSlow,
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
