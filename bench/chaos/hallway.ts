import { unlinkSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createAnswers } from '../../src/answers/answers.ts'
import { type AppParts, createApp } from '../../src/app.ts'
import { errorCode } from '../../src/files/error-code.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { showsSomething } from '../../src/slack/client/retrying-fetch.ts'
import { createSlackFetch } from '../../src/slack/client/slack-fetch.ts'
import { createLog } from '../../src/slack/client/slack-log.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { createRandom } from '../random.ts'
import { type DeathPoint, deathOrder, type Step } from './death-points.ts'
import { createFastClock, type FastTime } from './fast-clock.ts'

/** What the process is told, as JSON on its command line. */
export interface HallwayOrders {
  readonly corpusFolder: string
  readonly dataFolder: string
  /** PostgreSQL; a file in the data folder if undefined. */
  readonly databaseUrl?: string | undefined
  readonly connection: AppParts['connection']
  /** On which it listens, if Slack posts. */
  readonly port: number
  readonly slackApiUrl: string
  readonly time: FastTime
  /** How long the database may take to say whether a delivery is new, in milliseconds. */
  readonly maxClaimMs?: number
  /** How likely it is to be killed at each step of an answer, while it is told to be mortal. Default: 0. */
  readonly killChance?: number
  /** Of that chance. */
  readonly seed?: number
}

/** Whether it may be killed now by chance, at any step of an answer. Where it is ordered to die, it dies in any case. */
export type Mortality = 'mortal' | 'immortal'

// The whole of Hallway as a process of its own, in a time that passes faster.
const orders: HallwayOrders = JSON.parse(process.argv[2] ?? '')
const clock = createFastClock(orders.time)
const chance = createRandom(orders.seed ?? 1)
let mortality: Mortality = 'immortal'
const log = createLog('error', console.error)
const corpus = await readCorpus(orders.corpusFolder)
const answers = createAnswers(corpus, createLunrEngine(corpus))
const hallway = createApp({
  ...orders,
  answers: () => answers,
  fetch: deadly('request', createSlackFetch({ isByProxy: false }), (url) =>
    showsSomething(String(url), orders.slackApiUrl),
  ),
  store: mortal(await openStore({ ...orders, logger: log })),
  clock,
  tipGraceMs: 3 * 60 * 60_000,
  log,
  onLost: (reason) => console.error(reason),
})
await hallway.start()

/** What of the store belongs to an answer. */
function mortal(store: OpenStore): OpenStore {
  return {
    ...store,
    claimDelivery: deadly('claimDelivery', store.claimDelivery),
    noteReply: deadly('noteReply', store.noteReply),
    deleteQuestion: deadly('deleteQuestion', store.deleteQuestion),
  }
}

/** The same, but the end of the process may come before and after it, as if the power had failed. */
function deadly<Args extends unknown[], Result>(
  step: Step,
  action: (...args: Args) => Promise<Result>,
  isStep: (...args: Args) => boolean = () => true,
) {
  return async (...args: Args): Promise<Result> => {
    if (!isStep(...args)) return action(...args)
    perhapsDie(`before ${step}`)
    const result = await action(...args)
    perhapsDie(`after ${step}`)
    return result
  }
}

function perhapsDie(point: DeathPoint): void {
  const { killChance = 0 } = orders
  const isMet = mortality === 'mortal' && chance() < killChance
  if (isMet || takesOrder(point)) process.kill(process.pid, 'SIGKILL')
}

function takesOrder(point: DeathPoint): boolean {
  try {
    unlinkSync(deathOrder(orders.dataFolder, point))
    return true
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return false
  }
}

process.on('message', (told: FastTime | Mortality) => {
  if (typeof told === 'string') {
    mortality = told
    return
  }
  clock.set(told)
  void hallway.lookForTips()
})
process.on('disconnect', () => process.exit())
// Who is killed keeps nothing at its end; and most of a start is reading the program.
flushCompileCache()
process.send?.('ready')
