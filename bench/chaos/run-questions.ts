import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../src/store/open-store.ts'
import type { Fault, Workspace } from '../../src/workspace/server/open-workspace.ts'
import { createRandom, pick } from '../random.ts'
import type { FastTime } from './fast-clock.ts'
import { openPatientWorkspace, openReplicas, replicaCount } from './replicas.ts'

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
    showing.has(method) && chance() < faultChance ? pick(faults, chance) : undefined,
  )
  open.defer(() => workspace.close())
  const store = await openStore({ ...options, logger: console })
  open.defer(() => store.close())

  let isOver = false
  let stops = 0
  const replicas = await openReplicas({
    ...options,
    workspace,
    time,
    killChance,
    // One of them stays, so that it is Hallway that is tried, and not Slack's patience.
    mortality: (ready) => (ready === replicaCount && !isOver ? 'mortal' : 'immortal'),
  })
  open.use(replicas)
  const { posted } = replicas

  const asking = new AbortController()
  const harm = (async () => {
    while (!asking.signal.aborted) {
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
  })()

  const asked: Asked[] = []
  for (let number = 0; number < options.questions; number += 1) {
    asked.push(await ask(workspace, number))
    await wait(chance() * 400)
  }
  asking.abort()
  await harm
  isOver = true
  replicas.tell('immortal')
  // In the direct message a private word does not say to which question it belongs.
  const inPrivate = () =>
    workspace.ephemerals('dm').length +
    workspace.messages('dm').filter(({ bot_id, thread_ts }) => bot_id && !thread_ts).length
  const isSettled = async () => {
    const silent = asked.filter(({ place, words }) => words().length === 0 && !posted.givenUp.has(place))
    return silent.length <= inPrivate() && (await store.openQuestions('', 1)).length === 0
  }
  const end = performance.now() + 2 * minute
  while (!(await isSettled()) && performance.now() < end) await wait(200)
  // What would come twice comes now.
  await wait(3_000)

  const words = asked.map((each) => ({ ...each, said: each.words() }))
  const isPerhaps = (text: string) => /If you do not see/.test(text)
  const answersOf = (said: readonly string[]) => said.filter((text) => !isPerhaps(text))
  const silent = words.filter(({ said }) => said.length === 0)
  const givenUp = silent.filter(({ place }) => posted.givenUp.has(place))
  const withoutWord = silent.filter((each) => !givenUp.includes(each))
  return {
    asked: asked.length,
    told: words.length - silent.length + Math.min(inPrivate(), withoutWord.length),
    late: words.filter(({ said }) => said.some((text) => text.startsWith('I was restarted while'))).length,
    perhaps: words.filter(({ said }) => said.some(isPerhaps)).length,
    givenUp: givenUp.length,
    repeated: posted.repeated(),
    kills: replicas.kills(),
    stops,
    silent: withoutWord.slice(inPrivate()).map(({ name }) => name),
    twice: words
      .filter(({ said }) => answersOf(said).length > 1 || said.length > 2)
      .map(({ name, said }) => `${name}: ${said.map((text) => text.slice(0, 60)).join(' | ')}`),
    seconds: (performance.now() - began) / 1000,
  }
}

interface Asked {
  readonly name: string
  /** Where it stands: a channel of its own, or `channel:ts`. */
  readonly place: string
  /** All that was said to it so far. */
  readonly words: () => readonly string[]
}

const kinds = ['mention', 'message', 'command'] as const

async function ask(workspace: Workspace, number: number): Promise<Asked> {
  const kind = kinds[number % kinds.length]!
  const name = `${kind} ${number}`
  if (kind === 'message') {
    const { ts } = await workspace.say('dm', 'queues')
    const place = `${workspace.channel('dm').id}:${ts}`
    return { name, place, words: () => textsOf(workspace.thread('dm', ts)) }
  }
  const { id } = workspace.addChannel(`asking-${number}`)
  const said = kind === 'mention' ? await workspace.say(id, '@Hallway queues') : undefined
  if (said === undefined) await workspace.command('/talks', 'queues', id)
  const words = () => [
    ...textsOf(workspace.messages(id)),
    ...workspace.ephemerals(id).map(({ text }) => text),
  ]
  return { name, place: said === undefined ? id : `${id}:${said.ts}`, words }
}

const textsOf = (messages: ReturnType<Workspace['messages']>) =>
  messages.filter(({ bot_id }) => bot_id).map(({ text }) => text)

const faultChance = 0.15
const showing: ReadonlySet<string> = new Set(['chat.postMessage', 'chat.postEphemeral'])
const faults: readonly Fault[] = [
  { status: 429, retryAfter: 1 },
  { status: 503 },
  { error: 'internal_error' },
  { connection: 'reset', accepted: false },
  { connection: 'reset', accepted: true },
]
