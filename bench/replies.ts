import { rm } from 'node:fs/promises'
import { App, SocketModeReceiver } from '@slack/bolt'
import { createAnswers } from '../src/answers/answers.ts'
import { createApp } from '../src/app.ts'
import { readAppManifest } from '../src/app-manifest.ts'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import type { Corpus } from '../src/notes/corpus.ts'
import { createLunrEngine } from '../src/search/lunr-engine.ts'
import type { FindSimilarity } from '../src/search/rank/semantic-similarity.ts'
import { createLog } from '../src/slack/client/slack-log.ts'
import { openStore } from '../src/store/open-store.ts'
import { createClock } from '../src/tips/clock.ts'
import { openWorkspace, type Workspace } from '../src/workspace/server/open-workspace.ts'
import { questionsAboutNotes } from './questions.ts'

export interface ReplyTimes {
  readonly hallway: readonly number[]
  readonly bare: readonly number[]
}

/**
 * Milliseconds from a direct message to its answer, for Hallway and for a Bolt app that posts a constant. Each has a
 * local workspace of its own and is reached by real Socket Mode; they take turns, so that what else the machine does
 * meets both.
 */
export async function measureReplies(
  corpus: Corpus,
  rounds: number,
  findSimilarity?: FindSimilarity,
): Promise<ReplyTimes> {
  const manifest = await readAppManifest()
  const open = () => openWorkspace({ port: 0, manifest })
  const [hallwayWorkspace, bareWorkspace] = [await open(), await open()]
  const hallway = await startHallway(hallwayWorkspace, corpus, findSimilarity)
  const bare = await startBare(bareWorkspace)
  const times = { hallway: [] as number[], bare: [] as number[] }
  const warmUp = 50
  for (const [turn, question] of questionsAboutNotes(corpus, rounds + warmUp).entries()) {
    const first = await timeReply(bareWorkspace, question)
    const second = await timeReply(hallwayWorkspace, question)
    if (turn < warmUp) continue
    times.bare.push(first)
    times.hallway.push(second)
  }
  await Promise.all([hallway.stop(), bare.stop()])
  await Promise.all([hallwayWorkspace.close(), bareWorkspace.close()])
  return times
}

async function timeReply(workspace: Workspace, question: string): Promise<number> {
  const posted = () => workspace.calls('chat.postMessage').length
  const before = posted()
  const from = performance.now()
  await workspace.say('dm', question)
  await workspace.until(() => posted() > before, 'an answer')
  return performance.now() - from
}

async function startHallway(
  workspace: Workspace,
  corpus: Corpus,
  findSimilarity: FindSimilarity | undefined,
) {
  const dataFolder = await makeTemporaryFolder('hallway-bench-')
  const store = await openStore({ dataFolder, logger: console })
  const answers = createAnswers(corpus, createLunrEngine(corpus, findSimilarity && { findSimilarity }))
  const app = createApp({
    connection: { kind: 'socket', botToken: workspace.botToken, appToken: workspace.appToken },
    slackApiUrl: workspace.apiUrl,
    port: 0,
    answers: () => answers,
    store,
    clock: createClock(),
    tipGraceMs: 0,
    log: createLog('error', console.error),
    onLost: (reason) => console.error(reason),
  })
  await app.start()
  return {
    async stop() {
      await app.stop()
      await store.close()
      await rm(dataFolder, { recursive: true })
    },
  }
}

async function startBare(workspace: Workspace) {
  const clientOptions = { slackApiUrl: workspace.apiUrl }
  const log = createLog('error', console.error)
  const receiver = new SocketModeReceiver({
    appToken: workspace.appToken,
    installerOptions: { clientOptions: { ...clientOptions } },
    logger: log,
  })
  const app = new App({ receiver, token: workspace.botToken, clientOptions, logger: log })
  app.event('message', async ({ event, say }) => {
    if (event.subtype === undefined && !event.bot_id) await say({ text: 'A constant.', thread_ts: event.ts })
  })
  await app.start()
  return app
}
