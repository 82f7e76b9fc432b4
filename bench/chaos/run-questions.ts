import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { openStore } from '../../src/store/open-store.ts'
import { type Fault, openWorkspace, type Workspace } from '../../src/workspace/server/open-workspace.ts'
import { createRandom, pick } from '../random.ts'
import { createFastClock, type FastTime } from './fast-clock.ts'
import type { HallwayOrders, Mortality } from './hallway.ts'
import { openOneAddress } from './one-address.ts'
import { postEvents } from './post-events.ts'

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
const replicas = 2
const killChance = 0.02
const minute = 60_000
const signingSecret = '0123456789abcdef0123456789abcdef'
const script = fileURLToPath(new URL('hallway.ts', import.meta.url))

/**
 * Questions over HTTP to two replicas behind one address, which are killed, and stopped for a while, at any moment, while
 * Slack fails; then what each person was told is counted. Each asks in a channel of their own, or in the direct message.
 */
export async function runQuestions(options: QuestionsOptions): Promise<QuestionsReport> {
  const began = performance.now()
  const chance = createRandom(options.seed)
  const time: FastTime = { realOrigin: Date.now(), origin: Date.now(), speed }
  await using open = new AsyncDisposableStack()
  const workspace = await openWorkspace({
    port: 0,
    manifest: parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8')),
    clock: createFastClock(time),
    timing: { ackMillis: minute, triggerMillis: minute },
    faults: (method) => (showing.has(method) && chance() < faultChance ? pick(faults, chance) : undefined),
  })
  open.defer(() => workspace.close())
  const store = await openStore({ ...options, logger: console })
  open.defer(() => store.close())

  const ports = [await freePort(), await freePort()].slice(0, replicas)
  const running = new Map<number, ChildProcess>()
  const ready = new Set<number>()
  let isOver = false
  let [kills, stops] = [0, 0]
  open.defer(async () => {
    isOver = true
    const ended = [...running.values()].map((child) => once(child, 'exit'))
    for (const child of running.values()) child.kill('SIGKILL')
    await Promise.all(ended)
  })
  /** One of them stays, so that it is Hallway that is tried, and not Slack's patience. */
  function tellMortality(): void {
    const told: Mortality = ready.size === replicas && !isOver ? 'mortal' : 'immortal'
    for (const port of ready) running.get(port)?.send(told, () => {})
  }
  async function start(port: number): Promise<void> {
    const orders: HallwayOrders = {
      ...options,
      connection: { kind: 'http', botToken: workspace.botToken, signingSecret },
      port,
      slackApiUrl: workspace.apiUrl,
      time,
      killChance,
    }
    const child = fork(script, [JSON.stringify(orders)])
    running.set(port, child)
    child.once('exit', () => {
      ready.delete(port)
      tellMortality()
      if (isOver) return
      kills += 1
      void start(port)
    })
    await Promise.race([once(child, 'message'), once(child, 'exit')])
    if (child.exitCode !== null || child.signalCode !== null) return
    ready.add(port)
    tellMortality()
  }
  await Promise.all(ports.map(start))
  const address = await openOneAddress(ports)
  open.defer(() => address.close())
  const posted = await postEvents({
    workspace,
    port: address.port,
    signingSecret,
    retryMs: [0, 2_000, 10_000],
  })
  open.defer(() => posted.close())

  const asking = new AbortController()
  const harm = (async () => {
    while (!asking.signal.aborted) {
      await wait(1_000 + chance() * 3_000)
      const child = running.get(pick(ports, chance))
      if (ready.size < replicas || child === undefined) continue
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
  const isSettled = async () => {
    const isOnItsWay = asked.some(({ place, words }) => words().length === 0 && !posted.givenUp.has(place))
    return !isOnItsWay && (await store.openQuestions('', 1)).length === 0
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
  return {
    asked: asked.length,
    told: words.length - silent.length,
    late: words.filter(({ said }) => said.some((text) => text.startsWith('I was restarted while'))).length,
    perhaps: words.filter(({ said }) => said.some(isPerhaps)).length,
    givenUp: givenUp.length,
    repeated: posted.repeated(),
    kills,
    stops,
    silent: silent.filter((each) => !givenUp.includes(each)).map(({ name }) => name),
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

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
