import { App, HTTPReceiver } from '@slack/bolt'
import { createAnswers } from '../../src/answers/answers.ts'
import { createApp } from '../../src/app.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { createLog } from '../../src/slack/client/slack-log.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createClock } from '../../src/tips/clock.ts'
import type { AppOrders, Usage } from './orders.ts'

// One app and nothing else: its processor time is the app's.
const orders: AppOrders = JSON.parse(process.argv[2] ?? '')
const log = createLog('error', console.error)
await (orders.kind === 'hallway' ? startHallway() : startBare())
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ processorMs: (user + system) / 1000 } satisfies Usage)
})
process.on('disconnect', () => process.exit())
process.send?.('ready')

async function startHallway(): Promise<void> {
  const { botToken, signingSecret, corpusFolder } = orders
  const corpus = await readCorpus(corpusFolder)
  const answers = createAnswers(corpus, createLunrEngine(corpus))
  const app = createApp({
    ...orders,
    connection: { kind: 'http', botToken, signingSecret },
    answers: () => answers,
    store: await openStore({ ...orders, logger: log }),
    clock: createClock(),
    tipGraceMs: 0,
    log,
    onLost: (reason) => console.error(reason),
  })
  await app.start()
}

async function startBare(): Promise<void> {
  const { botToken, signingSecret, slackApiUrl, port } = orders
  const app = new App({
    receiver: new HTTPReceiver({ signingSecret, logger: log }),
    token: botToken,
    clientOptions: { slackApiUrl },
    logger: log,
  })
  app.event('message', async ({ event, say }) => {
    if (event.subtype === undefined && !event.bot_id) await say({ text: 'A constant.', thread_ts: event.ts })
  })
  await app.start(port)
}
