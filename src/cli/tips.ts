import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dateIn } from '../calendar/days.ts'
import { describeDate } from '../calendar/describe-days.ts'
import type { Corpus } from '../notes/corpus.ts'
import { readCorpus } from '../notes/read-corpus.ts'
import { openStore, sqliteFileName } from '../store/open-store.ts'
import type { TipRotation, TipSubscription } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { nextTip, rotationSeed } from '../tips/choose-tip.ts'
import { createHolidays, type Holidays } from '../tips/settings/holidays.ts'
import { withoutPast } from '../tips/settings/past-days-off.ts'
import { type DuePost, nextPosts } from '../tips/settings/posts-due.ts'
import { parseTipSettings, type TipSettings } from '../tips/settings/settings.ts'
import { allTips, drawFrom, type Tip } from '../tips/tip.ts'
import type { TipStore } from '../tips/tip-parts.ts'
import { describePost, describeSettings } from '../tips/words/describe-settings.ts'
import type { NotesLocation } from '../why-no-notes.ts'
import { whyNoDatabase } from './check-database.ts'
import { describeOptions, type Option, readOptions } from './read-options.ts'
import { refuseUsage } from './refuse-usage.ts'
import { whyNoTips } from './show-tip.ts'
import type { TextOutput } from './write-output.ts'

interface TipsCommandLine extends NotesLocation {
  /** The words after the subcommand's name. */
  readonly argv: readonly string[]
  readonly linksTo?: readonly string[]
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly stdout: TextOutput
  readonly stderr: TextOutput
  /** Default Date.now. */
  readonly now?: () => number
}

const usualCount = 14
const maxPosts = 366

const tipsOptions = {
  channel: { value: 'ID', help: "the channel's id, which stands at the end of its details in Slack" },
  next: { value: 'N', help: `how many tips to show: ${usualCount} unless said, at most ${maxPosts}` },
} as const satisfies Readonly<Record<string, Option>>

export const tipsHelp = `Usage: hallway tips --channel C0123456789 [--next ${usualCount}]

Shows what will be posted in a channel and when, as far as the notes and settings stay as they are.

${describeOptions(tipsOptions)}
`

/** `hallway tips`: previews the daily tips of a channel. Resolves to the exit code. */
export async function tips(commandLine: TipsCommandLine): Promise<number> {
  const { argv, corpusFolder, linksTo, dataFolder, databaseUrl, stdout, stderr, now = Date.now } = commandLine
  const options = optionsOf(argv)
  if (typeof options === 'string') return refuseUsage(stderr, tipsHelp, options)
  const file = join(dataFolder, sqliteFileName)
  if (!databaseUrl && !existsSync(file)) {
    stderr.write(`hallway: ${whyNoDatabase(file)}\n`)
    return 1
  }
  try {
    const logger = { warn: (message: string) => stderr.write(`hallway: ${message}\n`) }
    const store = await openStore({ dataFolder, databaseUrl, logger })
    try {
      const corpus = await readCorpus(corpusFolder, linksTo)
      const holidays = createHolidays()
      return await previewChannel({
        ...options,
        location: commandLine,
        store,
        corpus,
        holidays,
        now: now(),
        stdout,
        stderr,
      })
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    stderr.write(`hallway: ${error.explanation}\n`)
    return 1
  }
}

const notSetUp = (channel: string) =>
  `hallway: no tips are set up in ${channel}. \`/talks tips on\` in the channel does it.\n`

interface Options {
  readonly channel: string
  readonly count: number
}

/** What is asked for, or what is wrong with it. */
function optionsOf(argv: readonly string[]): Options | string {
  const read = readOptions(argv, tipsOptions)
  if ('problem' in read) return read.problem
  const [word] = read.words
  if (word !== undefined) return `what is “${word}”?`
  const { channel, next } = read.values
  if (channel === undefined) return 'which channel? Its id stands at the end of its details in Slack.'
  const count = Number(next ?? usualCount)
  if ((next !== undefined && !/^\d{1,3}$/.test(next)) || count < 1 || count > maxPosts)
    return `--next takes a number from 1 to ${maxPosts}, not ${next}`
  return { channel, count }
}

async function previewChannel(
  parts: Options & {
    readonly store: TipStore
    readonly corpus: Corpus
    readonly location: NotesLocation
    readonly holidays: Holidays
    readonly now: number
    readonly stdout: TextOutput
    readonly stderr: TextOutput
  },
): Promise<number> {
  const { store, corpus, holidays, stdout, stderr } = parts
  const subscriptions = await store.tipSubscriptionsOf(parts.channel)
  if (subscriptions.length === 0) {
    stderr.write(notSetUp(parts.channel))
    return 1
  }
  let exitCode = 0
  for (const subscription of subscriptions) {
    const settings = parseTipSettings(subscription.settings)
    const calendar = await holidays.calendar(settings.skipHolidays)
    const [from, isOn] = [Math.max(parts.now, subscription.nextAt), subscription.state === 'on']
    const held = isOn ? await store.tipsToAppear(parts.now, subscription) : []
    const count = Math.max(0, parts.count - held.length)
    const posts = isOn ? nextPosts(settings, calendar, { from, count }) : []
    const [tips, heldPosts] = [allTips(corpus), held.map(({ appearsAt }) => ({ at: appearsAt! }))]
    const drawn = drawFrom(tips, settings.filter)
    stdout.write(
      `${await title(subscription, settings, { next: heldPosts[0] ?? posts[0], holidays, now: parts.now })}\n`,
    )
    for (const [index, { plan }] of held.entries()) {
      const chosen = tips.find(({ id }) => id === plan?.tipId)
      if (chosen) stdout.write(`${line(heldPosts[index]!, settings, chosen)}\n`)
    }
    if (drawn.length === 0) {
      stderr.write(await whyNoTips(settings.filter, parts.location))
      exitCode = 1
      continue
    }
    const standing = { rotation: await store.tipRotation(subscription), seed: rotationSeed(subscription) }
    for (const each of preview(posts, settings, drawn, standing)) stdout.write(`${each}\n`)
  }
  return exitCode
}

async function title(
  { channelId, state, pauseReason }: TipSubscription,
  settings: TipSettings,
  {
    next,
    holidays,
    now,
  }: {
    readonly next: Pick<DuePost, 'at'> | undefined
    readonly holidays: Holidays
    readonly now: number
  },
): Promise<string> {
  if (state === 'off') return `${channelId}: tips are off.`
  if (state === 'paused') return `${channelId}: ${pauseReason ?? 'paused.'}`
  const area = settings.skipHolidays && (await holidays.areaName(settings.skipHolidays))
  const current = withoutPast(settings, dateIn(settings.zone, now))
  const until = current.pausedUntil === undefined ? '' : ` Paused until ${describeDate(current.pausedUntil)}.`
  return `${channelId}: ${describeSettings(current, { holidayArea: area, next })}${until}`
}

function* preview(
  posts: readonly DuePost[],
  settings: TipSettings,
  drawn: readonly Tip[],
  { rotation, seed }: { readonly rotation: TipRotation; readonly seed: string },
): Generator<string> {
  let state = rotation
  for (const post of posts) {
    const next = nextTip(drawn, state, seed)!
    state = next.rotation
    yield line(post, settings, next.tip)
  }
}

const line = (post: Pick<DuePost, 'at'>, settings: TipSettings, { passage, talk }: Tip) =>
  `${describePost(post, settings)}: ${passage.text} (${talk.title}, ${talk.file}:${passage.line})`
