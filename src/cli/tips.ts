import { join } from 'node:path'
import { readCorpus } from '../notes/read-corpus.ts'
import { openStore, sqliteFileName } from '../store/open-store.ts'
import { hasSqliteFile } from '../store/sqlite/sqlite-file.ts'
import { StoreError } from '../store/store-error.ts'
import { createHolidays } from '../tips/settings/holidays.ts'
import { parseTipSettings } from '../tips/settings/stored-settings.ts'
import type { NotesLocation } from '../why-no-notes.ts'
import { whyNoDatabase } from './check-database.ts'
import { describeVerdicts } from './describe-verdicts.ts'
import { type PreviewParts, previewSubscription } from './preview-subscription.ts'
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
  verdicts: { help: 'instead: how many people found each tip useful and how many not, in all channels' },
} as const satisfies Readonly<Record<string, Option>>

export const tipsHelp = `Usage: npx hallway tips --channel C0123456789 [--next ${usualCount}]
       npx hallway tips --verdicts

Shows what will be posted in a channel and when, as far as the notes and settings stay as they are; or what people think of the tips.

${describeOptions(tipsOptions)}
`

/** `hallway tips`: previews the daily tips of a channel. Resolves to the exit code. */
export async function tips(commandLine: TipsCommandLine): Promise<number> {
  const { argv, corpusFolder, linksTo, dataFolder, databaseUrl, stdout, stderr, now = Date.now } = commandLine
  const options = optionsOf(argv)
  if (options !== 'verdicts' && 'problem' in options) return refuseUsage(stderr, tipsHelp, options.problem)
  const file = join(dataFolder, sqliteFileName)
  try {
    if (!databaseUrl && !hasSqliteFile(file)) {
      stderr.write(`hallway: ${whyNoDatabase(file)}\n`)
      return 1
    }
    const logger = { warn: (message: string) => stderr.write(`hallway: ${message}\n`) }
    const store = await openStore({ dataFolder, databaseUrl, logger })
    try {
      const corpus = await readCorpus(corpusFolder, linksTo)
      if (options === 'verdicts') {
        for (const line of await describeVerdicts(await store.verdictCounts(), corpus))
          stdout.write(`${line}\n`)
        return 0
      }
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
function optionsOf(argv: readonly string[]): Options | 'verdicts' | { readonly problem: string } {
  const read = readOptions(argv, tipsOptions)
  if ('problem' in read) return read
  const [word] = read.words
  if (word !== undefined) return { problem: `what is “${word}”?` }
  const { channel, next, verdicts } = read.values
  if (verdicts !== undefined)
    return (channel ?? next) === undefined ? 'verdicts' : { problem: '--verdicts goes with no other option' }
  if (channel === undefined)
    return { problem: 'which channel? Its id stands at the end of its details in Slack.' }
  if (!/^[CGD][A-Z0-9]+$/.test(channel))
    return {
      problem: `--channel takes the channel's id, such as C0123456789, not ${channel}: it stands at the end of its details in Slack`,
    }
  const count = Number(next ?? usualCount)
  if ((next !== undefined && !/^\d{1,3}$/.test(next)) || count < 1 || count > maxPosts)
    return { problem: `--next takes a number from 1 to ${maxPosts}, not ${next}` }
  return { channel, count }
}

interface ChannelPreviewParts extends Options, PreviewParts {
  readonly location: NotesLocation
  readonly stdout: TextOutput
  readonly stderr: TextOutput
}

async function previewChannel(parts: ChannelPreviewParts): Promise<number> {
  const { store, channel, stdout, stderr, location } = parts
  const subscriptions = await store.tipSubscriptionsOf(channel)
  if (subscriptions.length === 0) {
    stderr.write(notSetUp(channel))
    return 1
  }
  let exitCode = 0
  for (const subscription of subscriptions) {
    const settings = parseTipSettings(subscription.settings)
    const { lines, hasTips } = await previewSubscription(subscription, settings, parts)
    for (const each of lines) stdout.write(`${each}\n`)
    if (hasTips) continue
    stderr.write(await whyNoTips(settings.filter, location, parts.corpus))
    exitCode = 1
  }
  return exitCode
}
