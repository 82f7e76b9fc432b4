import { pick, type Random } from '../random.ts'
import { standstillMs } from './mortal-store.ts'
import type { Place } from './place.ts'
import type { DatabaseFault, DeathPoint, Fault } from './weather.ts'

/** What goes wrong while somebody is answered. */
export type Trouble =
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'death'; readonly point: DeathPoint }
  /** At any moment. */
  | { readonly kind: 'kill'; readonly afterMs: number }
  /** A bot stands still for a minute, just before it would reply. */
  | { readonly kind: 'standstill' }
  | { readonly kind: 'store' }
  | { readonly kind: 'database'; readonly fault: DatabaseFault }
  | undefined

/** Counts what a person has been told, and finds what was said twice or not at all. */
export interface Asking {
  readonly place: Place
  /** Whether some process still has a question to answer. */
  readonly isOpen: () => Promise<boolean>
  readonly trouble: Trouble
  readonly told: (problem: string) => void
}

export const refusals = [
  'is_archived',
  'restricted_action',
  'msg_too_long',
  'invalid_auth',
  'account_inactive',
  'internal_error',
].map((refusal) => ({ refusal }))

const faults: readonly Fault[] = [
  'reset after',
  'half an answer',
  'gateway failure after',
  'reset before',
  'too many, wait',
  'too many, wait long',
  'too many',
  'too busy',
  'no answer after',
  'no answer before',
  'refused',
  'slow',
  ...refusals,
]

const deaths: readonly DeathPoint[] = [
  'on delivery',
  'before claimDelivery',
  'after claimDelivery',
  'before noteReply',
  'after noteReply',
  'before deleteQuestion',
  'after deleteQuestion',
]

export const questions = [
  'queues',
  'kites',
  'how do jobs deliver twice?',
  'what about tea?',
  'Ada Pier',
  'xyzzy',
  'help',
  'testing',
]

/** Nothing half of the time. */
export function drawTrouble(
  {
    method,
    deaths: more,
  }: {
    /** By which the answer goes to Slack. */
    readonly method: string
    /** Where else a bot can die. */
    readonly deaths: readonly DeathPoint[]
  },
  { weather, bots, database }: Place,
  random: Random,
): Trouble {
  const share = random()
  if (share < 0.5) return undefined
  if (share < 0.56) {
    if (database.kind === 'sqlite')
      weather.failStore(
        pick(['disk-full', 'disk-error', 'locked'] as const, random),
        1 + Math.floor(random() * 4),
      )
    else if (random() < 0.4) weather.failStore('unreachable', 1 + Math.floor(random() * 4))
    else if (random() < 0.5) weather.loseAnswer()
    else {
      const fault = pick(['connections drop', 'server restarts'] as const, random)
      weather.befall(fault)
      return { kind: 'database', fault }
    }
    return { kind: 'store' }
  }
  if (share < 0.64) {
    const point = pick([...deaths, ...more, `before ${method}`, `after ${method}`] as const, random)
    weather.killAt(point)
    return { kind: 'death', point }
  }
  if (share < 0.68) {
    const afterMs = Math.floor(random() * 150)
    const bot = pick(bots, random)
    setTimeout(bot.kill, afterMs)
    return { kind: 'kill', afterMs }
  }
  if (share < 0.7) {
    weather.standStillAt('before noteReply')
    return { kind: 'standstill' }
  }
  const isReply = method === 'responses'
  const fault = pick(isReply ? faults.filter((each) => typeof each === 'string') : faults, random)
  weather.arm(method, fault)
  return { kind: 'fault', fault }
}

/** Somebody asks in a direct message (`dm`) or in a channel. */
export async function askAloud(asking: Asking, where: string, question: string): Promise<void> {
  const { place, trouble, told } = asking
  const { workspace, weather } = place
  const said = listen(place)
  const before = weather.delivered.length
  const { ts } = await workspace.say(where, where === 'dm' ? question : `@Hallway ${question}`)
  const inThread = () => answersBelow(place, where, ts)
  const replies = () => inThread() + said()
  await settle(asking, replies)
  // What a failing store could not remember is answered again if it comes again, rather than not at all.
  const isForgetful = trouble?.kind === 'store'
  if (isForgetful) weather.delivered.splice(before)
  const max = isForgetful || (where !== 'dm' && isUncertain(trouble)) ? 2 : 1
  if (inThread() > (isForgetful ? 2 : 1) || replies() > max || replies() === 0)
    told(
      `${replies()} replies, ${inThread()} of them in the thread; the last private ones: ${JSON.stringify(lastWords(place, said()))}`,
    )
}

/** Somebody types a command, which is answered for them alone. Resolves to the words of the answer. */
export async function askByCommand(asking: Asking, text: string, channel = '#talks'): Promise<string> {
  const { workspace } = asking.place
  const said = await askPrivately(asking, () => workspace.command('/talks', text, channel))
  return (said > 0 && workspace.ephemerals().at(-1)?.text) || ''
}

/** Somebody does what is answered for them alone. Resolves to how many answers there were. */
export async function askPrivately(asking: Asking, act: () => Promise<unknown>): Promise<number> {
  const { place, trouble, told } = asking
  const said = listen(place)
  const toldBySlack = noticesOfSlack(place)
  const done = act()
  await settle(asking, said)
  await done
  // A bot that stands still before it has acknowledged cannot know that Slack has told so, too.
  const ofSlack = trouble?.kind === 'standstill' ? toldBySlack() : 0
  const max = (isUncertain(trouble) || trouble?.kind === 'store' ? 2 : 1) + ofSlack
  if (said() > max || said() === 0)
    told(`${said()} private answers: ${JSON.stringify(lastWords(place, said()))}`)
  return said()
}

/** How many messages of the bots stand below the one of that time. */
export const answersBelow = ({ workspace }: Place, where: string, ts: string): number =>
  workspace.thread(where, ts).filter(({ bot_id }) => bot_id).length

function lastWords({ workspace }: Place, count: number): readonly string[] {
  const all = [...workspace.ephemerals(), ...workspace.messages('dm').filter(({ bot_id }) => bot_id)]
  return all
    .toSorted((a, b) => Number(a.ts) - Number(b.ts))
    .slice(all.length - count)
    .map(({ text }) => text)
}

/** How often Slack itself has said since that the bot did not respond. */
function noticesOfSlack({ workspace }: Place): () => number {
  const count = () => workspace.ephemerals().filter(({ user }) => user !== workspace.botUserId).length
  const before = count()
  return () => count() - before
}

/** How many words have come since to the person alone, or in the direct message outside of threads. */
export function listen({ workspace }: Place): () => number {
  const count = () =>
    workspace.ephemerals().length +
    workspace.messages('dm').filter(({ bot_id, thread_ts }) => bot_id && !thread_ts).length
  const before = count()
  return () => count() - before
}

/** Waits for the first words; if a bot dies, another takes its place. Then for what the bots still do. */
export async function settle({ place, isOpen, trouble, told }: Asking, replies: () => number): Promise<void> {
  const { workspace, bots, revive } = place
  const isAnswered = () => replies() > 0
  const isDead = () => bots.some((bot) => bot.isDead())
  await workspace.until(() => isAnswered() || isDead(), 'an answer or a death', patienceMs).catch(() => {})
  await revive()
  await workspace.until(isAnswered, 'an answer', patienceMs).catch(() => told('no answer'))
  // Whoever died after it was answered may have left the question open: another looks whether it was.
  await waitFor(async () => {
    await revive()
    return !(await isOpen())
  }).catch(() => told('a question stays open'))
  // Until it goes on, and finds that another has answered.
  if (trouble?.kind === 'standstill') await new Promise((resolve) => setTimeout(resolve, standstillMs))
  await rest(place)
}

/** Waits until Slack has nothing more to say to the bots, nor they to it, for a while. */
export async function rest({ weather, workspace }: Place): Promise<void> {
  for (let turns = 0; turns < quietTurns; ) {
    await new Promise((resolve) => setTimeout(resolve, turnMs))
    turns = weather.inFlight === 0 && workspace.socket.pending() === 0 ? turns + 1 : 0
  }
}

const turnMs = 100
const quietTurns = 20

/** More than all that is waited for takes together: Slack's last delivery, requests without an answer, a taking over. */
const patienceMs = 15 * 60_000

/** Nobody can know then whether the answer stands there, and a private word may stand beside it. */
function isUncertain(trouble: Trouble): boolean {
  switch (trouble?.kind) {
    case 'fault':
      return [
        'reset after',
        'gateway failure after',
        'reset before',
        'half an answer',
        'no answer after',
        'no answer before',
      ].some((fault) => fault === trouble.fault)
    case 'kill':
      return true
    case 'death':
      return ![...deaths.slice(0, 4), 'after deleteQuestion'].includes(trouble.point)
    default:
      return false
  }
}

/** @throws if it does not come about in all the time that it could take */
export async function waitFor(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('It did not come about.')
    await new Promise((resolve) => setTimeout(resolve, turnMs))
  }
}
