import { createAnswers } from '../../src/answers/answers.ts'
import { createApp } from '../../src/app.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { createLog } from '../../src/slack/client/log.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createFastClock, type FastTime } from './fast-clock.ts'

/** What the process is told, as JSON on its command line. */
export interface HallwayOrders {
  readonly corpusFolder: string
  readonly dataFolder: string
  /** PostgreSQL; a file in the data folder where undefined. */
  readonly databaseUrl?: string | undefined
  readonly botToken: string
  readonly appToken: string
  readonly slackApiUrl: string
  readonly time: FastTime
}

// The whole of Hallway as a process of its own, in a time that passes faster.
const { botToken, appToken, ...orders }: HallwayOrders = JSON.parse(process.argv[2] ?? '')
const clock = createFastClock(orders.time)
const log = createLog('error', console.error)
const corpus = await readCorpus(orders.corpusFolder)
const answers = createAnswers(corpus, createLunrEngine(corpus))
const hallway = createApp({
  ...orders,
  connection: { kind: 'socket', botToken, appToken },
  port: 0,
  answers: () => answers,
  store: await openStore({ ...orders, logger: log }),
  clock,
  tipGraceMs: 3 * 60 * 60_000,
  log,
  onLost: (reason) => console.error(reason),
})
await hallway.start()
process.on('message', (time: FastTime) => {
  clock.set(time)
  void hallway.lookForTips()
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
