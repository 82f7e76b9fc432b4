import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../src/store/open-store.ts'
import type { Fault, Workspace } from '../../src/workspace/server/open-workspace.ts'
import { type DeathPoint, deathOrder, deathPoints } from './death-points.ts'
import { describeLoad } from './describe-load.ts'
import type { FastTime } from './fast-clock.ts'
import { openPatientWorkspace, openReplicas, replicaCount } from './replicas.ts'

export interface DeathsOptions {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly corpusFolder: string
  /** Whether each way to ask meets each fault at each point, or one of them in turn. */
  readonly isThorough: boolean
}

/** What somebody was told whose question met a death. */
export interface Told {
  /** How it was asked, where the process died, and how Slack failed then. */
  readonly name: string
  readonly answers: readonly string[]
  /** Private words that an answer may be missing. */
  readonly doubts: readonly string[]
  /** A command that was never acknowledged: of that, Slack tells who gave it. */
  readonly isGivenUp: boolean
}

/** What of the promise was broken: exactly one answer, or a reason; a private word that it may be missing may stand beside it. */
export function brokenPromise({ answers, doubts, isGivenUp }: Told): string | undefined {
  if (answers.length + doubts.length === 0) return isGivenUp ? undefined : 'no word'
  return answers.length > 1 || doubts.length > 1 ? 'twice' : undefined
}

/** How much faster time passes for the replicas: a process is held for dead after two seconds, which one that lives hardly is silent for. */
const speed = 8
/** How long things may take, in milliseconds, on a machine that is busy with others. */
const patienceMs = 5 * 60_000

const kinds = ['mention', 'message', 'command'] as const

/** What meets the first word that is said afterwards. */
const faults: readonly (Fault | undefined)[] = [
  undefined,
  { error: 'internal_error' },
  { connection: 'reset', accepted: false },
]

/**
 * Asks in each way two replicas behind one address, of which one is killed at each point of answering, while Slack takes the
 * words that are said afterwards, refuses the first one, or breaks its connection. One after the other: no chance is in it.
 */
export async function runDeaths(options: DeathsOptions): Promise<readonly Told[]> {
  let armed: Fault | undefined
  const takeFault = () => {
    const fault = armed
    armed = undefined
    return fault
  }
  const time: FastTime = { realOrigin: Date.now(), origin: Date.now(), speed }
  await using open = new AsyncDisposableStack()
  const workspace = await openPatientWorkspace(time, (method) =>
    showing.has(method) ? takeFault() : undefined,
  )
  open.defer(() => workspace.close())
  const store = await openStore({ ...options, logger: console })
  open.defer(() => store.close())
  const replicas = open.use(
    await openReplicas({ ...options, workspace, time, maxClaimMs: patienceMs, mortality: () => 'immortal' }),
  )
  const { posted } = replicas

  const told: Told[] = []
  for (const kind of kinds)
    for (const point of deathPoints) {
      const inTurn = faults[told.length % faults.length]
      for (const fault of options.isThorough ? faults : [inTurn]) told.push(await meet(kind, point, fault))
    }
  return told

  async function meet(
    kind: (typeof kinds)[number],
    point: DeathPoint,
    fault: Fault | undefined,
  ): Promise<Told> {
    const name = `${kind}, killed ${point}, ${fault ? JSON.stringify(fault) : 'no fault'}`
    /** @throws if it does not come about */
    const waitFor = async (what: string, condition: Condition) => {
      if (await comesAbout(condition)) return
      throw new Error(`${name}: not within five minutes (${describeLoad()}): ${what}.`)
    }
    const noneIsOpen = async () => (await store.openQuestions('', 1)).length === 0
    await waitFor('two replicas are up', () => replicas.ready().length === replicaCount)
    const { id } = workspace.addChannel(`asking-${told.length}`)
    const [words, kills] = [wordsIn(workspace, id), replicas.kills()]
    writeFileSync(deathOrder(options.dataFolder, point), '')
    const place = await ask(workspace, kind, id)
    await waitFor('a replica dies', () => replicas.kills() > kills)
    armed = fault
    const isGivenUp = () => kind === 'command' && posted.givenUp.has(place)
    await waitFor('no question is open', noneIsOpen)
    await waitFor('who asked is told', () => words().length > 0 || isGivenUp())
    await waitFor('Slack delivers nothing any more', () => posted.underWay() === 0)
    await waitFor('no question is open that was delivered again', noneIsOpen)
    armed = undefined
    const isDoubt = (text: string) => /If you do not see/.test(text)
    return {
      name,
      answers: words().filter((text) => !isDoubt(text)),
      doubts: words().filter(isDoubt),
      isGivenUp: isGivenUp(),
    }
  }
}

const showing: ReadonlySet<string> = new Set(['chat.postMessage', 'chat.postEphemeral'])

/** Resolves to where it stands: a channel of its own, or `channel:ts`. */
async function ask(workspace: Workspace, kind: (typeof kinds)[number], channel: string): Promise<string> {
  if (kind === 'command') {
    await workspace.command('/talks', 'queues', channel)
    return channel
  }
  const where = kind === 'message' ? workspace.channel('dm').id : channel
  const { ts } = await workspace.say(kind === 'message' ? 'dm' : channel, '@Hallway queues')
  return `${where}:${ts}`
}

/** All that Hallway has said since, there, in the direct message and to the person alone. */
function wordsIn(workspace: Workspace, channel: string): () => readonly string[] {
  const all = () =>
    ['dm', channel].flatMap((where) => workspace.messages(where)).filter(({ bot_id }) => bot_id)
  const [before, privately] = [all().length, workspace.ephemerals().length]
  return () => [
    ...all()
      .toSorted((a, b) => Number(a.ts) - Number(b.ts))
      .slice(before)
      .map(({ text }) => text),
    ...workspace
      .ephemerals()
      .slice(privately)
      .map(({ text }) => text),
  ]
}

type Condition = () => boolean | Promise<boolean>

/** Resolves to whether it does, in time. */
async function comesAbout(condition: Condition): Promise<boolean> {
  const end = performance.now() + patienceMs
  while (performance.now() < end) {
    if (await condition()) return true
    await wait(10)
  }
  return condition()
}
