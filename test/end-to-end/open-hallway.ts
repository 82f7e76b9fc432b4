import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import { type AppParts, createApp } from '../../src/app.ts'
import type { Hallway } from '../../src/app-basis.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { createLog } from '../../src/slack/client/slack-log.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { type Clock, createClock } from '../../src/tips/clock.ts'
import type { Ephemeral, SlackMessage } from '../../src/workspace/records.ts'
import type { Timing } from '../../src/workspace/server/envelopes.ts'
import {
  openWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/workspace/server/open-workspace.ts'
import { riggedCorpus } from '../corpora/harbour.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { readable } from '../slack/readable.ts'

export const manifest: unknown = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'))

export interface OpenHallway {
  readonly workspace: Workspace
  readonly hallway: Hallway
  readonly store: OpenStore
  /** Lines that Hallway logged. */
  readonly log: readonly string[]
  /** Why Slack was lost, if it was. */
  readonly lost: readonly string[]
  /** The first reply in the thread of a message. */
  answerTo(channel: string, ts: string): Promise<SlackMessage>
  /** The newest private message, once there are `count` of them. */
  privateReply(channel: string, count?: number): Promise<Ephemeral>
}

export interface Options {
  /** Default: the real ones over seven talks. */
  readonly answers?: () => Answers
  /** Default: patient. */
  readonly timing?: Partial<Timing> | undefined
  /** Default: a new one. */
  readonly store?: OpenStore
  /** Default: a workspace of its own, with the same clock. */
  readonly workspace?: Workspace
  readonly clock?: Clock
  readonly parts?: (workspace: Workspace) => Partial<AppParts>
}

/** The real answers over seven talks. */
export const tinyAnswers = (): Answers => createAnswers(riggedCorpus, createLunrEngine(riggedCorpus))

/** Answers that take the time they need: on a busy machine that of people may pass before anything is looked for. */
const unhurried = (answers: Answers): Answers => ({
  ...answers,
  answerQuestion: (question, options) => answers.answerQuestion(question, { timeLimit: 60_000, ...options }),
})

/** A store of the test's own, closed and removed when it ends. */
export async function openTestStore(): Promise<OpenStore> {
  const store = await openStore({ dataFolder: temporaryFolder(), logger: silent })
  onTestFinished(() => store.close())
  return store
}

/** Waits for whoever is slow because the machine is busy. */
const patient: Partial<Timing> = { ackMillis: 60_000, triggerMillis: 60_000 }

export async function openTestWorkspace(
  timing?: Partial<Timing>,
  clock: Pick<Clock, 'now'> = Date,
  faults?: WorkspaceOptions['faults'],
): Promise<Workspace> {
  const patience = { ...patient, ...timing }
  const workspace = await openWorkspace({
    port: 0,
    manifest,
    clock,
    timing: patience,
    ...(faults && { faults }),
  })
  onTestFinished(() => workspace.close())
  return workspace
}

/** The real app with the real engine, in a local workspace of its own; both are closed when the test ends. */
export async function openHallway({
  timing,
  parts,
  clock = createClock(),
  ...given
}: Options = {}): Promise<OpenHallway> {
  const tiny = tinyAnswers()
  const workspace = given.workspace ?? (await openTestWorkspace(timing, clock))
  const store = given.store ?? (await openTestStore())
  const log: string[] = []
  const lost: string[] = []
  const app = createApp({
    connection: { kind: 'socket', botToken: workspace.botToken, appToken: workspace.appToken },
    slackApiUrl: workspace.apiUrl,
    port: 0,
    answers: () => unhurried(given.answers?.() ?? tiny),
    store,
    clock,
    tipGraceMs: 3 * 60 * 60_000,
    maxClaimMs: 60_000,
    log: createLog('info', (line) => log.push(line)),
    onLost: (reason) => lost.push(reason),
    ...parts?.(workspace),
  })
  let stopped: Promise<void> | undefined
  // A test may stop it itself.
  const hallway = { ...app, stop: () => (stopped ??= app.stop()) }
  onTestFinished(hallway.stop)
  await hallway.start()
  return {
    workspace,
    hallway,
    store,
    log,
    lost,
    answerTo: (channel, ts) =>
      workspace.until(
        () => workspace.thread(channel, ts).find((reply) => reply.bot_id),
        'an answer in the thread',
      ),
    privateReply: (channel, count = 1) =>
      workspace.until(() => {
        const all = workspace.ephemerals(channel)
        return all.length >= count && all.at(-1)
      }, `private message ${count}`),
  }
}

/** What a person sees of a message. */
export function seen({ blocks, text }: Pick<SlackMessage, 'blocks' | 'text'>): string {
  return blocks ? readable(blocks) : text
}
