import type { App, Logger, StringIndexed } from '@slack/bolt'
import type { Requests } from '../../operations/noted-requests.ts'
import type { OpenQuestion } from '../../store/store.ts'
import { StoreError } from '../../store/store-error.ts'
import { describeFailure } from '../client/slack-failure.ts'
import { surfaceOf } from '../client/surface-of-payload.ts'
import type { Deliveries, TakenOver } from './deliveries.ts'
import { isLeftOpen } from './held-questions.ts'
import { keepsWords, readKeptQuestion, tellsOfRemoval } from './kept-question.ts'
import type { Work } from './work-in-flight.ts'

/** What is known of a question that another process has begun to answer. */
export interface Interrupted {
  /** Whether a reply may have been shown. */
  readonly isReplied: boolean
  /** Why it is not answered any more, if so. */
  readonly isGivenUp?: 'left' | 'too-old' | 'too-long' | 'too-often'
  /** Since it was asked, in milliseconds. */
  readonly ageMs: number
}

/** Listeners find it by this name in Bolt's context. */
const property = 'interrupted'

export const interruptedIn = (context: StringIndexed): Interrupted | undefined => context[property]

interface TakeOverParts {
  readonly deliveries: Pick<Deliveries, 'beat' | 'openQuestions' | 'takeOver'>
  /** Of whoever asked. */
  readonly app: Pick<App, 'processEvent'>
  readonly requests: Pick<Requests, 'run'>
  readonly work: Pick<Work, 'count'>
  readonly clock: { now(): number; sleep(ms: number, signal: AbortSignal): Promise<void> }
  readonly log: Pick<Logger, 'info' | 'warn' | 'debug'>
}

/** Takes over the questions of processes that died before they had answered. */
export interface TakeOver {
  start(): void
  stop(): void
}

/** Between two looks, in milliseconds. */
const pauseMs = 4_000
/** How many looks in a row must find a process silent: a clock that jumps, or a slow process, does not count as silence. */
const maxSilentLooks = 3
/** What was left open may fail for days: it is tried again after this share of its age, and after an hour at the latest. */
const shareOfAge = 1 / 8
const maxPauseMs = 60 * 60_000
/** The age, in milliseconds, from which on an answer helps nobody any more. */
const maxLateMs = 60 * 60_000
/** How many processes try to answer a question: the question may be what ends them. */
const maxAttempts = 3

export function createTakeOver({ deliveries, app, requests, work, clock, log }: TakeOverParts): TakeOver {
  const stopping = new AbortController()
  let silent = new Map<string, number>()

  async function look(): Promise<void> {
    await deliveries.beat()
    const open = await deliveries.openQuestions()
    // A process that has said again that it lives has another name here.
    const names = new Map(open.map((question) => [nameOf(question), question]))
    silent = new Map([...names.keys()].map((name) => [name, (silent.get(name) ?? 0) + 1]))
    for (const [name, question] of names) {
      if ((silent.get(name) ?? 0) <= looksBefore(question, clock.now()) || stopping.signal.aborted) continue
      const taken = await deliveries.takeOver(question)
      if (taken !== undefined) void work.count(() => resume(taken))
    }
  }

  async function resume(taken: TakenOver): Promise<void> {
    const body = readKeptQuestion(taken.question)
    if (body === undefined) {
      log.warn(
        `What was asked as ${taken.delivery} was kept by another version, and cannot be read: it stays without an answer.`,
      )
      return taken.answer(async () => {})
    }
    const isOfRemoval = tellsOfRemoval(body)
    if (isOfRemoval && taken.attempts > maxAttempts) {
      log.warn(
        `Each process ended that was to delete what Slack says was removed from ${taken.teamId}: it is tried no more, and may still be stored.`,
      )
      return taken.answer(async () => {})
    }
    // What is tried again and again was logged when it was left open.
    const isKnown = isOfRemoval && taken.isLeft
    log[isKnown ? 'debug' : 'info'](goingOn(taken, isOfRemoval))
    const ageMs = Math.max(0, clock.now() - taken.claimedAt)
    const isGivenUp = whyGivenUp(taken, body, ageMs)
    const { isReplied } = taken
    const interrupted: Interrupted = { isReplied, ageMs, ...(isGivenUp && { isGivenUp }) }
    const event = { body: { ...body }, ack: async () => {}, customProperties: { [property]: interrupted } }
    await taken
      .answer(() => requests.run(surfaceOf(event.body), () => app.processEvent(event)))
      .catch((error) => {
        const what = isOfRemoval ? 'A removal' : 'A question'
        log[isKnown ? 'debug' : 'warn'](`${what} could not be gone on with: ${describeFailure(error)}`)
      })
  }

  async function keepLooking(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await look()
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        // Others could not say that they live either, and are not dead for that.
        silent = new Map()
        log.debug(`No look at what others have not answered: ${error.message}`)
      }
      await clock.sleep(pauseMs, signal).catch(() => {})
    }
  }

  return {
    start: () => void keepLooking(stopping.signal),
    stop: () => stopping.abort(),
  }
}

/** What was removed is deleted however late that is; an answer may be of no use any more. */
function whyGivenUp(
  { isLeft, attempts }: TakenOver,
  body: NonNullable<ReturnType<typeof readKeptQuestion>>,
  ageMs: number,
): Interrupted['isGivenUp'] {
  if (tellsOfRemoval(body)) return undefined
  if (isLeft) return 'left'
  if (!keepsWords(body)) return 'too-long'
  if (attempts > maxAttempts) return 'too-often'
  return ageMs > maxLateMs ? 'too-old' : undefined
}

function goingOn({ delivery, isLeft }: TakenOver, isOfRemoval: boolean): string {
  const what = delivery.split(':')[0]
  if (isOfRemoval)
    return isLeft
      ? 'What Slack says was removed could not be deleted: it is tried again.'
      : 'A process ended while it was deleting what Slack says was removed: this one goes on with it.'
  return isLeft
    ? `Who asked by ${what} could not be told anything: it is tried again.`
    : `A process ended while it was answering ${what}: this one goes on with it.`
}

/** How many looks in a row must find a question unchanged before it is taken over. */
function looksBefore(question: OpenQuestion, now: number): number {
  if (!isLeftOpen(question)) return maxSilentLooks
  const pause = Math.min((now - question.claimedAt) * shareOfAge, maxPauseMs)
  return Math.max(maxSilentLooks, Math.floor(pause / pauseMs))
}

const nameOf = ({ teamId, delivery, keeper, beats }: OpenQuestion) =>
  [teamId, delivery, keeper, beats].join(' ')
