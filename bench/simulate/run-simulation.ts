import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { createAnswers } from '../../src/answers/answers.ts'
import { createApp, type Hallway } from '../../src/app.ts'
import type { Corpus } from '../../src/notes/corpus.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { createLog } from '../../src/slack/client/log.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { createClock } from '../../src/tips/clock.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/server/open-workspace.ts'
import { createRandom } from '../random.ts'
import { type Fault, type FaultyProxy, openFaultyProxy } from './faulty-proxy.ts'

export interface SimulationOptions {
  readonly seed: number
  readonly steps: number
  /** The notes that are served; from time to time, half of them. */
  readonly corpus: Corpus
  readonly onStep?: (step: number, what: string) => void
}

export interface Outcome {
  readonly questions: number
  readonly faults: number
  readonly restarts: number
  /** What was promised and not kept, each with its step; the seed replays it. */
  readonly broken: readonly string[]
}

const faults: readonly Fault[] = [
  ...(['reset after', 'half an answer', 'gateway failure after', 'reset before', 'too many, wait'] as const),
  ...(['too many', 'too busy'] as const),
  ...[
    'is_archived',
    'restricted_action',
    'msg_too_long',
    'invalid_auth',
    'account_inactive',
    'internal_error',
  ].map((refusal) => ({ refusal })),
]

/** Faults after which nobody can know whether the answer stands there: then a private word may stand beside it. */
const isUncertain = (fault: Fault | undefined) =>
  fault === 'reset after' || fault === 'gateway failure after' || fault === 'reset before'

/**
 * Two bots on one database and a Slack that fails by rule: questions everywhere, lost and half answers, refusals, rate
 * limits, dropped and refreshed connections, events that come again, restarts, clocks that jump, notes that come and go.
 * After each step, every question has exactly one answer, or one stated reason.
 */
export async function runSimulation({ seed, steps, corpus, onStep }: SimulationOptions): Promise<Outcome> {
  const chance = createRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!
  const broken: string[] = []
  const outcome = { questions: 0, faults: 0, restarts: 0 }
  const onRejection = (reason: unknown) => broken.push(`an unhandled rejection: ${String(reason)}`)
  process.on('unhandledRejection', onRejection)

  const manifest = parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'))
  const timing = { ackMillis: 60_000, triggerMillis: 60_000 }
  const workspace = await openWorkspace({ port: 0, manifest, timing })
  const proxy = await openFaultyProxy(workspace.apiUrl)
  const dataFolder = await mkdtemp(join(tmpdir(), 'hallway-simulate-'))
  const whole = createAnswers(corpus, createLunrEngine(corpus))
  const half = { ...corpus, talks: corpus.talks.filter((_, index) => index % 2 === 0), version: 'half' }
  const halves = createAnswers(half, createLunrEngine(half))
  const state = { answers: whole, ahead: 0 }
  const start = () => startBot({ workspace, proxy, dataFolder, state })
  const bots = [await start(), await start()]
  let droppedAt = 0

  try {
    for (let step = 1; step <= steps; step += 1) {
      const what = pick(acts)
      onStep?.(step, what)
      const told = (problem: string) => broken.push(`seed ${seed}, step ${step} (${what}): ${problem}`)
      if (what === 'drop' && step - droppedAt < minStepsBetweenDrops) continue
      if (what === 'restart') {
        const place = chance() < 0.5 ? 0 : 1
        outcome.restarts += 1
        await bots[place]!.stop()
        bots[place] = await start()
      } else if (what === 'clock') state.ahead = Math.round((chance() - 0.5) * 4 * 60 * 60_000)
      else if (what === 'notes') state.answers = state.answers === whole ? halves : whole
      else if (what === 'refresh') workspace.socket.refresh('refresh_requested')
      else if (what === 'drop') {
        droppedAt = step
        workspace.socket.drop()
        await workspace.until(() => workspace.connections() >= bots.length, 'both bots')
      } else {
        const fault = what !== 'command' && chance() < 0.4 ? pick(faults) : undefined
        if (fault !== undefined) {
          outcome.faults += 1
          proxy.arm('chat.postMessage', fault)
        }
        outcome.questions += 1
        await ask({ workspace, where: what, question: pick(questions), fault, told })
      }
    }
  } finally {
    process.off('unhandledRejection', onRejection)
    for (const bot of bots) await bot.stop()
    await Promise.all([workspace.close(), proxy.close()])
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { ...outcome, broken }
}

/** Whoever is dropped again and again waits longer each time before connecting. */
const minStepsBetweenDrops = 100

const acts = [
  ...(['dm', 'dm', 'dm', '#talks', '#talks', '#talks', 'command', 'command'] as const),
  ...(['refresh', 'drop', 'clock', 'notes', 'restart'] as const),
]

const questions = [
  'queues',
  'kites',
  'how do jobs deliver twice?',
  'what about tea?',
  'Ada Pier',
  'xyzzy',
  'help',
  'testing',
]

interface Question {
  readonly workspace: Workspace
  readonly where: 'dm' | '#talks' | 'command'
  readonly question: string
  readonly fault: Fault | undefined
  readonly told: (problem: string) => void
}

/** Asks, waits for the first reply, and for what the bots still do; then counts. */
async function ask({ workspace, where, question, fault, told }: Question): Promise<void> {
  const counts = () => ({
    private: workspace.ephemerals().length,
    direct: workspace.messages('dm').filter(({ bot_id, thread_ts }) => bot_id && !thread_ts).length,
  })
  const before = counts()
  const privately = () => counts().private - before.private
  if (where === 'command') {
    await workspace.command('/talks', question, '#talks')
    await workspace.until(() => privately() > 0, 'a private answer').catch(() => told('no answer'))
    await rest()
    if (privately() !== 1) told(`${privately()} answers to a command`)
    return
  }
  const { ts } = await workspace.say(where, where === 'dm' ? question : `@Hallway ${question}`)
  const inThread = () => workspace.thread(where, ts).filter(({ bot_id }) => bot_id).length
  const replies = () => inThread() + privately() + (counts().direct - before.direct)
  await workspace.until(() => replies() > 0, 'an answer').catch(() => told('no answer'))
  await rest()
  const maxReplies = where === '#talks' && isUncertain(fault) ? 2 : 1
  if (inThread() > 1 || replies() > maxReplies)
    told(`${replies()} replies, ${inThread()} of them in the thread`)
}

/** A second answer would follow the first one within this time, of which it needs none on a machine at rest. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 30))

interface BotParts {
  readonly workspace: Workspace
  readonly proxy: FaultyProxy
  readonly dataFolder: string
  readonly state: { readonly answers: ReturnType<typeof createAnswers>; readonly ahead: number }
}

async function startBot({
  workspace,
  proxy,
  dataFolder,
  state,
}: BotParts): Promise<{ stop(): Promise<void> }> {
  const store: OpenStore = await openStore({ dataFolder, logger: { warn() {} } })
  const clock = createClock()
  const hallway: Hallway = createApp({
    connection: { kind: 'socket', botToken: workspace.botToken, appToken: workspace.appToken },
    slackApiUrl: proxy.apiUrl,
    port: 0,
    answers: () => state.answers,
    notesUrl: undefined,
    store,
    clock: { ...clock, now: () => clock.now() + state.ahead },
    tipGraceMs: 0,
    log: createLog('error', () => {}),
    onLost: () => {},
  })
  await hallway.start()
  return {
    async stop() {
      await hallway.stop()
      await store.close()
    },
  }
}
