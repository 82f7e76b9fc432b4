import { writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import type { Fault, Workspace } from '../../src/workspace/server/open-workspace.ts'
import { askInWay, isDoubt, showingMethods, type WayToAsk, waysToAsk } from './ask-in-way.ts'
import { type DeathPoint, deathOrder, deathPoints } from './death-points.ts'
import { describeLoad } from './describe-load.ts'
import type { FastTime } from './fast-clock.ts'
import { openPatientWorkspace, openReplicas, type Replicas, replicaCount } from './replicas.ts'

export interface DeathsOptions {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  /** Whether each way to ask meets each fault at each point, or one of them in turn. */
  readonly isThorough: boolean
  /** Hears of each question, and in how many milliseconds all of it was over. */
  readonly onTold?: (told: Told, ms: number) => void
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
  const { dataFolder, isThorough } = options
  const first = createFirstFault()
  const time: FastTime = { realOrigin: Date.now(), origin: Date.now(), speed }
  await using open = new AsyncDisposableStack()
  const workspace = await openPatientWorkspace(time, (method) =>
    showingMethods.has(method) ? first.take() : undefined,
  )
  open.defer(() => workspace.close())
  const store = await openStore({ ...options, logger: console })
  open.defer(() => store.close())
  const corpusFolder = await writeNote(dataFolder)
  const replicas = open.use(
    await openReplicas({
      ...options,
      corpusFolder,
      workspace,
      time,
      maxClaimMs: patienceMs,
      mortality: () => 'immortal',
    }),
  )

  const told: Told[] = []
  for (const way of waysToAsk)
    for (const point of deathPoints) {
      const inTurn = faults[told.length % faults.length]
      for (const fault of isThorough ? faults : [inTurn]) {
        const { id: channel } = workspace.addChannel(`asking-${told.length}`)
        const parts = { dataFolder, workspace, store, replicas, first }
        const began = performance.now()
        const each = await meetDeath(parts, { way, channel, point, fault })
        options.onTold?.(each, performance.now() - began)
        told.push(each)
      }
    }
  return told
}

/** Notes that answer what is asked, and no more: a process is started for each question, which is most of what this takes. */
async function writeNote(dataFolder: string): Promise<string> {
  const event = join(dataFolder, 'notes', 'pycamp-2020')
  await mkdir(event, { recursive: true })
  await writeFile(join(event, 'queues.md'), '---\ntitle: Queues\n---\nQueues are lines.\n')
  return join(dataFolder, 'notes')
}

/** The fault that meets the first word that is said once it is armed. */
interface FirstFault {
  arm(fault: Fault | undefined): void
  take(): Fault | undefined
}

function createFirstFault(): FirstFault {
  let armed: Fault | undefined
  return {
    arm(fault) {
      armed = fault
    },
    take() {
      const fault = armed
      armed = undefined
      return fault
    },
  }
}

interface DeathParts {
  readonly dataFolder: string
  readonly workspace: Workspace
  readonly store: Store
  readonly replicas: Replicas
  readonly first: FirstFault
}

interface Death {
  readonly way: WayToAsk
  readonly channel: string
  readonly point: DeathPoint
  readonly fault: Fault | undefined
}

/** Asks one question, whose process dies at that point. @throws if what follows does not come about */
async function meetDeath(
  { dataFolder, workspace, store, replicas, first }: DeathParts,
  { way, channel, point, fault }: Death,
): Promise<Told> {
  const name = `${way}, killed ${point}, ${fault ? JSON.stringify(fault) : 'no fault'}`
  const waitFor = async (what: string, condition: Condition) => {
    if (await comesAbout(condition)) return
    throw new Error(`${name}: not within five minutes (${describeLoad()}): ${what}.`)
  }
  const noneIsOpen = async () => (await store.openQuestions('', 1)).length === 0
  await waitFor('two replicas are up', () => replicas.ready().length === replicaCount)
  const [words, kills] = [wordsIn(workspace, channel), replicas.kills()]
  writeFileSync(deathOrder(dataFolder, point), '')
  const { place } = await askInWay(workspace, way, channel)
  await waitFor('a replica dies', () => replicas.kills() > kills)
  first.arm(fault)
  const isGivenUp = () => way === 'command' && replicas.posted.givenUp.has(place)
  await waitFor('no question is open', noneIsOpen)
  await waitFor('who asked is told', () => words().length > 0 || isGivenUp())
  await waitFor('Slack delivers nothing any more', () => replicas.posted.underWay() === 0)
  await waitFor('no question is open that was delivered again', noneIsOpen)
  first.arm(undefined)
  return {
    name,
    answers: words().filter((text) => !isDoubt(text)),
    doubts: words().filter(isDoubt),
    isGivenUp: isGivenUp(),
  }
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
