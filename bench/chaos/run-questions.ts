import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../src/store/open-store.ts'
import type { Fault, Workspace } from '../../src/workspace/server/open-workspace.ts'
import { createRandom, pick, type Random } from '../random.ts'
import { askInWay, isDoubt, showingMethods, waysToAsk } from './ask-in-way.ts'
import type { FastTime } from './fast-clock.ts'
import type { PostedEvents } from './post-events.ts'
import { openPatientWorkspace, openReplicas, type Replicas, replicaCount } from './replicas.ts'

export interface QuestionsOptions {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly corpusFolder: string
  readonly questions: number
  readonly seed: number
}

export interface QuestionsReport {
  readonly asked: number
  /** With an answer, or a reason, for all to see or for who asked. */
  readonly told: number
  /** By how many replicas was gone on with what another was asked. */
  readonly late: number
  /** With a private word, beside an answer or in its place, that the answer may be missing. */
  readonly perhaps: number
  /** Of these, with several: each process that dies before it can note one leaves another to the next. */
  readonly perhapsAgain: number
  /** Of those without a word, what Slack never got acknowledged, and says so itself if it was a command. */
  readonly givenUp: number
  readonly repeated: number
  readonly kills: number
  readonly stops: number
  /** What must not be: no word at all, or more than one answer. */
  readonly silent: readonly string[]
  readonly twice: readonly string[]
  readonly seconds: number
}

/** How much faster time passes for the replicas: what they wait for, they wait for that much less. */
const speed = 8
const killChance = 0.02
const minute = 60_000

/**
 * Questions over HTTP to two replicas behind one address, which are killed, and stopped for a while, at any moment, while
 * Slack fails; then what each person was told is counted. Each asks in a channel of their own, or in the direct message.
 */
export async function runQuestions(options: QuestionsOptions): Promise<QuestionsReport> {
  const began = performance.now()
  const chance = createRandom(options.seed)
  const time: FastTime = { realOrigin: Date.now(), origin: Date.now(), speed }
  await using open = new AsyncDisposableStack()
  const workspace = await openPatientWorkspace(time, (method) =>
    showingMethods.has(method) && chance() < faultChance ? pick(faults, chance) : undefined,
  )
  open.defer(() => workspace.close())
  const store = await openStore({ ...options, logger: console })
  open.defer(() => store.close())
  let isOver = false
  const replicas = await openReplicas({
    ...options,
    workspace,
    time,
    killChance,
    // One of them stays, so that it is Hallway that is tried, and not Slack's patience.
    mortality: (ready) => (ready === replicaCount && !isOver ? 'mortal' : 'immortal'),
  })
  open.use(replicas)

  const asking = new AbortController()
  const harm = harmReplicas(replicas, chance, asking.signal)
  const asked: AskedQuestion[] = []
  for (let number = 0; number < options.questions; number += 1) {
    asked.push(await ask(workspace, number))
    await wait(chance() * 400)
  }
  asking.abort()
  const stops = await harm
  isOver = true
  replicas.tell('immortal')
  const inPrivate = () => wordsInPrivate(workspace)
  await settle(async () => {
    const silent = silentOf(asked.map(withSaid), replicas.posted)
    const [told, waiting] = [inPrivate(), silent.filter(({ isGivenUp }) => !isGivenUp)]
    return waiting.length <= told && (await store.openQuestions('', 1)).length === 0
  })
  return {
    ...countTold(asked.map(withSaid), { posted: replicas.posted, inPrivate: inPrivate() }),
    kills: replicas.kills(),
    stops,
    seconds: (performance.now() - began) / 1000,
  }
}

/** Kills one of them, or has it stand still, every few seconds. Resolves to how often one stood still. */
async function harmReplicas(replicas: Replicas, chance: Random, signal: AbortSignal): Promise<number> {
  let stops = 0
  while (!signal.aborted) {
    await wait(1_000 + chance() * 3_000)
    const ready = replicas.ready()
    if (ready.length < replicaCount) continue
    const child = pick(ready, chance)
    if (chance() < 0.5) {
      child.kill('SIGKILL')
      continue
    }
    // As a machine that stands still: others hold it for dead, and it goes on as if nothing had been.
    stops += 1
    child.kill('SIGSTOP')
    await wait(2_000 + chance() * 4_000)
    child.kill('SIGCONT')
  }
  return stops
}

/** Resolves when it is so, or after two minutes; and a little later, so that what would come twice has come. */
async function settle(isSettled: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 2 * minute
  while (!(await isSettled()) && performance.now() < end) await wait(200)
  await wait(3_000)
}

interface AskedQuestion {
  readonly name: string
  readonly place: string
  /** All that was said to it so far. */
  readonly words: () => readonly string[]
}

interface SaidToQuestion extends Pick<AskedQuestion, 'name' | 'place'> {
  readonly said: readonly string[]
}

const withSaid = ({ name, place, words }: AskedQuestion): SaidToQuestion => ({ name, place, said: words() })

async function ask(workspace: Workspace, number: number): Promise<AskedQuestion> {
  const way = waysToAsk[number % waysToAsk.length]!
  const name = `${way} ${number}`
  const channel = way === 'message' ? 'dm' : workspace.addChannel(`asking-${number}`).id
  const { place, ts } = await askInWay(workspace, way, channel)
  if (way === 'message') return { name, place, words: () => textsOf(workspace.thread('dm', ts!)) }
  const words = () => [
    ...textsOf(workspace.messages(channel)),
    ...workspace.ephemerals(channel).map(({ text }) => text),
  ]
  return { name, place, words }
}

const textsOf = (messages: ReturnType<Workspace['messages']>) =>
  messages.filter(({ bot_id }) => bot_id).map(({ text }) => text)

/** How many private words there are in the direct message, where they do not say to which question they belong. */
const wordsInPrivate = (workspace: Workspace): number =>
  workspace.ephemerals('dm').length +
  workspace.messages('dm').filter(({ bot_id, thread_ts }) => bot_id && !thread_ts).length

/** The questions that nothing stands beside, and whether Slack gave them up. */
const silentOf = (questions: readonly SaidToQuestion[], { givenUp }: PostedEvents) =>
  questions
    .filter(({ said }) => said.length === 0)
    .map(({ name, place }) => ({ name, isGivenUp: givenUp.has(place) }))

/** @param inPrivate how many private words are of questions that nothing stands beside */
function countTold(
  questions: readonly SaidToQuestion[],
  { posted, inPrivate }: { readonly posted: PostedEvents; readonly inPrivate: number },
): Omit<QuestionsReport, 'kills' | 'stops' | 'seconds'> {
  const silent = silentOf(questions, posted)
  const withoutWord = silent.filter(({ isGivenUp }) => !isGivenUp)
  const saying = (says: (text: string) => boolean) => questions.filter(({ said }) => said.some(says)).length
  return {
    asked: questions.length,
    told: questions.length - silent.length + Math.min(inPrivate, withoutWord.length),
    late: saying((text) => text.startsWith('I was restarted while')),
    perhaps: saying(isDoubt),
    perhapsAgain: questions.filter(({ said }) => said.filter(isDoubt).length > 1).length,
    givenUp: silent.length - withoutWord.length,
    repeated: posted.repeated(),
    silent: withoutWord.slice(inPrivate).map(({ name }) => name),
    twice: questions.filter(isToldTwice).map(({ name, said }) => `${name}: ${briefly(said)}`),
  }
}

/** Private words that it may be missing may stand beside an answer. */
const isToldTwice = ({ said }: SaidToQuestion): boolean => said.filter((text) => !isDoubt(text)).length > 1

const briefly = (said: readonly string[]): string => said.map((text) => text.slice(0, 60)).join(' | ')

const faultChance = 0.15
const faults: readonly Fault[] = [
  { status: 429, retryAfter: 1 },
  { status: 503 },
  { error: 'internal_error' },
  { connection: 'reset', accepted: false },
  { connection: 'reset', accepted: true },
]
