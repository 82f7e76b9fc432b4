import { writeSync } from 'node:fs'
import { webApi } from '@slack/bolt'
import { createSlackClock, type SlackClock } from '../../src/slack/client/slack-clock.ts'
import { createTipSenders } from '../../src/slack/client/slack-tip-sender.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createTipPoster } from '../../src/tips/posting/tip-poster.ts'
import { createTipScheduler } from '../../src/tips/posting/tip-scheduler.ts'
import { createHolidays } from '../../src/tips/settings/holidays.ts'
import type { TipStore } from '../../src/tips/tip-parts.ts'
import { createRandom } from '../random.ts'
import { type Broken, breakStore } from './broken.ts'
import { chaosCorpus } from './corpus.ts'
import { createFastClock, type FastTime } from './fast-clock.ts'

/** What a bot process is told, as JSON on its command line. */
export interface BotOrders {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly token: string
  readonly slackApiUrl: string
  readonly time: FastTime
  readonly timeoutMs: number
  readonly seed: number
  /** How likely it is to be killed at each step of a post. */
  readonly killChance: number
  readonly broken?: Broken | undefined
  readonly verbose: boolean
}

// One of several processes that post tips, and the poorest of them: it posts, and dies at any moment.
const orders: BotOrders = JSON.parse(process.argv[2] ?? '')
const chance = createRandom(orders.seed)
const clock = createFastClock(orders.time)
process.on('message', (time: FastTime) => clock.set(time))
process.on('disconnect', () => process.exit())

const say = (kind: string) => (text: string) => {
  if (orders.verbose) console.error(`${process.pid} ${new Date(clock.now()).toISOString()} ${kind}: ${text}`)
}
const log = {
  debug() {},
  info: say('info'),
  warn: say('warn'),
  error: say('error'),
  getLevel: () => 'error' as const,
  setLevel() {},
  setName() {},
}

const opened = await openStore({ ...orders, logger: log, retryForMs: 20_000 })
const store = mortalStore(breakStore(opened, orders.broken))
const slackClock: SlackClock = createSlackClock(clock, () => client.api.test())
const client = new webApi.WebClient(undefined, {
  ...orders,
  timeout: orders.timeoutMs,
  fetch: slackClock.hearing(fetch),
  retryConfig: { retries: 0 },
  logger: log as never,
})
const senders = createTipSenders({
  ...orders,
  clock: slackClock,
  log: log as never,
  fetch: mortalFetch,
})
const poster = createTipPoster({
  ...senders,
  store,
  corpus: () => chaosCorpus,
  holidays: createHolidays(),
  now: () => slackClock.now(),
  log,
})
createTipScheduler({ store, poster, leadMs: senders.sender.leadMs, clock: slackClock, log }).start()

/** The end of the process, as if the power had failed. */
function perhapsDie(step: string): void {
  if (chance() >= orders.killChance) return
  writeSync(1, `${step}\n`)
  process.kill(process.pid, 'SIGKILL')
}

function mortalStore(real: TipStore): TipStore {
  const mortal =
    <Args extends unknown[], Result>(step: string, method: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      perhapsDie(`before ${step}`)
      const result = await method(...args)
      perhapsDie(`after ${step}`)
      return result
    }
  return {
    ...real,
    async claimTip(...claim) {
      const lease = await real.claimTip(...claim)
      if (lease) perhapsDie('after the claim')
      return lease
    },
    planTip: mortal('the plan', real.planTip),
    finishTip: mortal('the record', real.finishTip),
  }
}

async function mortalFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  perhapsDie('before the request')
  const answer = fetch(...request)
  const timer = setTimeout(() => perhapsDie('during the request'), chance() * 10)
  const response = await answer.finally(() => clearTimeout(timer))
  perhapsDie('after the request')
  return response
}
