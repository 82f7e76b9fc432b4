import { createAnswers } from '../../src/answers/answers.ts'
import { createApp, type Parts } from '../../src/app.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { createLog } from '../../src/slack/client/log.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { createFastClock, type FastTime } from './fast-clock.ts'

/** What the process is told, as JSON on its command line. */
export interface HallwayOrders {
  readonly corpusFolder: string
  readonly dataFolder: string
  /** PostgreSQL; a file in the data folder if undefined. */
  readonly databaseUrl?: string | undefined
  readonly connection: Parts['connection']
  /** On which it listens, if Slack posts. */
  readonly port: number
  readonly slackApiUrl: string
  readonly time: FastTime
  /** How likely it is to be killed at each step of an answer, while it is told to be mortal. Default: 0. */
  readonly killChance?: number
}

/** Whether it may be killed now. */
export type Mortality = 'mortal' | 'immortal'

// The whole of Hallway as a process of its own, in a time that passes faster.
const orders: HallwayOrders = JSON.parse(process.argv[2] ?? '')
const clock = createFastClock(orders.time)
let isMortal = false
const log = createLog('error', console.error)
const corpus = await readCorpus(orders.corpusFolder)
const answers = createAnswers(corpus, createLunrEngine(corpus))
const hallway = createApp({
  ...orders,
  answers: () => answers,
  store: mortal(await openStore({ ...orders, logger: log })),
  clock,
  tipGraceMs: 3 * 60 * 60_000,
  log,
  onLost: (reason) => console.error(reason),
})
await hallway.start()

/** What of the store belongs to an answer: the end of the process may come before and after each, as if the power had failed. */
function mortal(store: OpenStore): OpenStore {
  const { killChance = 0 } = orders
  const perhapsDie = () => {
    if (isMortal && Math.random() < killChance) process.kill(process.pid, 'SIGKILL')
  }
  const deadly = <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      perhapsDie()
      const result = await method(...args)
      perhapsDie()
      return result
    }
  }
  return {
    ...store,
    claimEvent: deadly(store.claimEvent),
    noteReply: deadly(store.noteReply),
    deleteQuestion: deadly(store.deleteQuestion),
  }
}

process.on('message', (told: FastTime | Mortality) => {
  if (typeof told === 'string') {
    isMortal = told === 'mortal'
    return
  }
  clock.set(told)
  void hallway.lookForTips()
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
