import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { openStore } from '../../src/store/open-store.ts'
import { unconfirmed } from '../../src/tips/posting/post-result.ts'
import { createHolidays } from '../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../src/tips/settings/save-tip-settings.ts'
import { everyDay, type TipChoice } from '../../src/tips/settings/settings.ts'
import { type Fault, openWorkspace } from '../../src/workspace/server/open-workspace.ts'
import { createRandom, pick } from '../random.ts'
import type { BotOrders } from './bot.ts'
import type { Broken } from './broken.ts'
import { createFastClock, type FastTime } from './fast-clock.ts'

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

/** What a run says of the promise; a machine that was too slow shows what nobody promised. */
export function verdictOf({
  duplicates,
  missing,
  repeated,
  tooSlow,
}: Pick<ChaosReport, 'duplicates' | 'missing' | 'repeated' | 'tooSlow'>): 'kept' | 'broken' | 'undecided' {
  if (duplicates + missing + repeated === 0) return 'kept'
  return tooSlow.length > 0 ? 'undecided' : 'broken'
}

export type Counts = ReadonlyMap<string, number>

/**
 * How much faster time passes, in all processes alike: a lease of a minute lasts three seconds, a request may take half a
 * second. Late tips are scheduled five minutes ahead, within which killed processes must be back: there it is slower, so
 * that a start, which takes the machine a second or two, does not seem to take half of that.
 */
const speed = 20
const speedWhenLate = 6
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const firstDay = Date.UTC(2026, 10, 23)
const killChance = 0.03
const faultChance = 0.25
const dateOf = (today: number) => new Date(firstDay + today * day).toISOString().slice(0, 10)
/** Of every four channels one has a day off, and one is paused at first: the days, from 0, on which these have no tip. */
const absences: readonly { readonly settings: Partial<TipChoice>; readonly days: readonly number[] }[] = [
  { settings: {}, days: [] },
  { settings: { daysOff: [{ first: dateOf(1), last: dateOf(1) }] }, days: [1] },
  { settings: { pausedUntil: dateOf(2) }, days: [0, 1] },
  { settings: {}, days: [] },
]
/** On a day, in its time: until everything must be with Slack, and until everything must have appeared. */
const handOverMs = 45 * minute
const appearMs = 20 * minute
/** In its time: bots that asked Slack for anything within it are still at work. A pause before another try is rarely longer. */
const quietMs = 5 * minute

/** Bots that die and a Slack that fails, for some days; then every post is counted. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const began = performance.now()
  const chance = createRandom(options.seed)
  const tally = { kills: new Map<string, number>(), faults: new Map(), calls: new Map() }
  const tooSlow: string[] = []
  let time: FastTime = { realOrigin: Date.now(), origin: firstDay + 8 * hour + 10 * minute, speed }
  const clock = createFastClock(time)
  let lastCall = clock.steady()

  await using open = new AsyncDisposableStack()
  const workspace = await openWorkspace({
    port: 0,
    manifest: parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8')),
    clock,
    paced: true,
    faults(method) {
      count(tally.calls, method)
      if (method.startsWith('chat.')) lastCall = clock.steady()
      if (chance() >= faultChance) return undefined
      const [name, fault] = pick(faults, chance)
      count(tally.faults, name)
      return typeof fault === 'function' ? fault(chance) : fault
    },
  })
  open.defer(() => workspace.close())
  const store = await openStore({ ...options, logger: console })
  open.defer(() => store.close())
  const channels = Array.from({ length: options.channels }, (_, i) => workspace.addChannel(`tips-${i}`).id)
  const holidays = createHolidays()
  const isDue = (index: number, today: number) => !absences[index % absences.length]!.days.includes(today)
  const dueOn = (today: number) => channels.filter((_, index) => isDue(index, today))
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
          ...absences[index % absences.length]!.settings,
        },
        setUpBy: workspace.you.id,
        now: clock.now(),
      },
    )
  }

  const bots = new Set<ChildProcess>()
  let stopping = false
  open.defer(async () => {
    stopping = true
    const ended = [...bots].map((bot) => once(bot, 'exit'))
    for (const bot of bots) bot.kill('SIGKILL')
    await Promise.all(ended)
  })
  function startBot(): void {
    const orders: BotOrders = {
      dataFolder: options.dataFolder,
      databaseUrl: options.databaseUrl,
      token: workspace.botToken,
      slackApiUrl: workspace.apiUrl,
      time,
      timeoutMs: 10_000 / speed,
      seed: Math.floor(chance() * 2 ** 32),
      killChance,
      broken: options.broken,
      verbose: options.verbose ?? false,
    }
    const bot = fork(botScript, [JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    bots.add(bot)
    bot.stdout?.on('data', (steps: Buffer) => {
      for (const step of String(steps).trim().split('\n')) count(tally.kills, step)
    })
    bot.once('exit', (code) => {
      bots.delete(bot)
      if (code !== null) count(tally.kills, `none, but ended with ${code}`)
      if (!stopping) startBot()
    })
  }
  function jumpTo(origin: number, newSpeed = speed): void {
    time = { realOrigin: Date.now(), origin, speed: newSpeed }
    clock.set(time)
    for (const bot of bots) if (bot.connected) bot.send(time)
  }
  /** Waits for the condition, for so long in the time of the bots. Resolves to whether it came about. */
  async function until(done: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
    const end = clock.steady() + withinMs
    while (clock.steady() < end) {
      if (await done()) return true
      await wait(50)
    }
    return done()
  }
  /** The same, for what bots are to do. If they are still at it in the end, they were too slow rather than wrong. */
  async function untilBotsHave(what: string, done: () => boolean | Promise<boolean>, withinMs: number) {
    if (!(await until(done, withinMs)) && clock.steady() - lastCall < quietMs) tooSlow.push(what)
  }
  const postsIn = (channelId: string) => workspace.messages(channelId).map(({ text }) => text)
  const allHavePosts = (today: number) =>
    dueOn(today).every((id) => workspace.messages(id).some(({ ts }) => dayOf(ts) === today))

  for (let i = 0; i < options.bots; i++) startBot()
  // What kills from outside meets a bot anywhere, also while it starts.
  const murders = setInterval(() => {
    count(tally.kills, 'from outside')
    pick([...bots], chance)?.kill('SIGKILL')
  }, 6000)
  open.defer(() => clearInterval(murders))
  for (let today = 0; today < options.days; today++) {
    const begin = firstDay + today * day
    const dated = dateOf(today)
    const late = today % 4 === 3
    if (late) jumpTo(begin + 10 * hour, speedWhenLate)
    else if (today > 0) jumpTo(begin + 8 * hour + 10 * minute)
    if (!late) {
      const isWithSlack = async (channelId: string) => {
        const record = await store.tipRecord({ teamId: workspace.teamId, channelId, occasion: dated })
        return record?.state === 'posted'
      }
      const left = new Set(dueOn(today))
      const allAreWithSlack = async () => {
        for (const id of left) if (await isWithSlack(id)) left.delete(id)
        return left.size === 0
      }
      await untilBotsHave(`handing over the tips of ${dated}`, allAreWithSlack, handOverMs)
      jumpTo(begin + 9 * hour - 10_000)
    }
    await untilBotsHave(`posting the tips of ${dated}`, () => allHavePosts(today), appearMs)
    // A clock that jumps would have what Slack holds appear on another day.
    await until(() => workspace.scheduled().length === 0, appearMs)
  }
  // Whatever else was begun shows within this time.
  await until(() => false, minute)
  jumpTo(clock.now() + hour)
  await until(() => workspace.scheduled().length === 0, 2 * minute)

  let unknown = 0
  for (const channelId of channels) {
    const history = await store.tipHistory({ teamId: workspace.teamId, channelId }, options.days)
    unknown += history.filter(({ messageTs }) => messageTs === unconfirmed).length
  }
  const texts = channels.map(postsIn)
  const sum = (of: (texts: readonly string[]) => number) =>
    texts.map(of).reduce((total, number) => total + number, 0)
  return {
    due: Array.from({ length: options.days }, (_, today) => dueOn(today).length).reduce((a, b) => a + b, 0),
    posted: sum(({ length }) => length),
    ...countByDay(
      channels.map((id) => workspace.messages(id).map(({ ts }) => dayOf(ts))),
      { days: options.days, isDue },
    ),
    unconfirmed: unknown,
    repeated: sum((all) => all.length - new Set(all).size),
    ...tally,
    tooSlow,
    seconds: (performance.now() - began) / 1000,
  }
}

const botScript = fileURLToPath(new URL('bot.ts', import.meta.url))

/** Slack's failures by name. */
const faults: readonly (readonly [string, Fault | ((chance: () => number) => Fault)])[] = [
  ['429', (chance) => ({ status: 429, retryAfter: 1 + Math.floor(chance() * 10) })],
  ['503', { status: 503 }],
  ['503 after it was accepted', { status: 503, accepted: true }],
  ['internal_error', { error: 'internal_error' }],
  ['no answer', { connection: 'hang', accepted: false }],
  ['no answer after it was accepted', { connection: 'hang', accepted: true }],
  ['connection reset', { connection: 'reset', accepted: false }],
  ['connection reset after it was accepted', { connection: 'reset', accepted: true }],
]

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

const dayOf = (ts: string) => Math.floor((Number(ts) * 1000 - firstDay) / day)

/** A tip on a day that has none is as bad as a second one. */
function countByDay(
  channels: readonly (readonly number[])[],
  { days, isDue }: { readonly days: number; readonly isDue: (index: number, today: number) => boolean },
) {
  let [duplicates, missing] = [0, 0]
  for (const [index, posts] of channels.entries()) {
    for (let today = 0; today < days; today++) {
      const found = posts.filter((other) => other === today).length
      const wanted = isDue(index, today) ? 1 : 0
      missing += Math.max(0, wanted - found)
      duplicates += Math.max(0, found - wanted)
    }
  }
  return { duplicates, missing }
}
