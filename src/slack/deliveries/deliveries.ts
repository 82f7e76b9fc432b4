import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Logger } from '@slack/bolt'
import type {
  DeliveryKey,
  DeliveryStore,
  KeptQuestion,
  OpenQuestion,
  TakenQuestion,
} from '../../store/store.ts'
import { StoreError } from '../../store/store-error.ts'
import { UnknownOutcome } from '../client/unknown-outcome.ts'
import type { Seal } from '../installations/seal.ts'
import { answeredWithin } from './answered-within.ts'
import { deliveryKey } from './delivery-key.ts'
import { keptQuestion } from './kept-question.ts'

/**
 * Remembers what was handled, since Slack delivers again if it is not sure that the first delivery arrived; and keeps what
 * was asked until it is answered, since Slack does not deliver again what was acknowledged.
 */
export interface Deliveries {
  /** True for the first claim of a key, false for each later one within at least ten minutes. */
  claim(key: DeliveryKey): Promise<boolean>
  /** Lets the key be claimed again: what it was claimed for did not come to pass. */
  release(key: DeliveryKey): Promise<void>
  /** Takes on what Slack delivered. Undefined if it was taken on before. */
  take(body: Readonly<Record<string, unknown>>): Promise<Taken | undefined>
  /**
   * Of the delivery that is being answered, before a request to Slack that may show something: from then on nobody can
   * be sure, if this process dies, that no reply is there. Resolves to what takes that back.
   * @throws {UnknownOutcome} if another process has taken the question over, and will answer it
   */
  showing(): Promise<() => Promise<void>>
  /**
   * Of the delivery that is being answered: nobody could be told anything, for a passing reason. It stays open, and is gone
   * on with in a while, the later the longer this has failed.
   * @returns whether it was left open before, which the log has told then
   */
  leaveOpen(): boolean
  /** Says that this process lives, if it has questions to answer. */
  beat(): Promise<void>
  /** What other processes of this bot have taken on and not answered. */
  openQuestions(): Promise<readonly OpenQuestion[]>
  /** Takes it over from a process that is dead. Undefined if somebody else does, it lives after all, or nobody can read it. */
  takeOver(question: OpenQuestion): Promise<TakenOver | undefined>
}

/** What this process is to handle. */
interface Taken {
  /** Whether it would outlive this process. If not, Slack is to deliver it again unless it is answered. */
  readonly isSafe: boolean
  /** Runs what answers it, which is then done with, well or not. */
  answer(work: () => Promise<void>): Promise<void>
}

export interface TakenOver extends Taken, TakenQuestion {
  /** Whether it was left open since nobody could be told, rather than by a process that died. */
  readonly isLeft: boolean
}

export interface DeliveriesParts {
  readonly store: DeliveryStore
  /** Seals what is kept. */
  readonly seal: Pick<Seal, 'seal' | 'open' | 'beginnings'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly log: Pick<Logger, 'warn' | 'debug'>
  /**
   * How long a claim may take, in milliseconds. It takes a thousandth of the default of 1,000; while a database fails over, nobody
   * waits for it.
   */
  readonly maxClaimMs?: number
}

type Stage = 'answering' | 'shown' | 'undeleted' | 'unleft'

/**
 * Where a question can be that this process keeps, and where it can go from there. It is gone from here once the store has
 * deleted it, since it is answered, or has left it to others. docs/reliability.md says what comes next if the process dies.
 */
const nextStages: Readonly<Record<Stage, readonly Stage[]>> = {
  // Being answered, and nothing can have been shown
  answering: ['shown', 'undeleted', 'unleft'],
  // Being answered, and a reply may be there
  shown: ['answering', 'undeleted', 'unleft'],
  // Answered, and the store could not delete it: it is asked again with each beat, until it is gone.
  undeleted: [],
  // Nobody could be told, and the store could not leave it to others: likewise
  unleft: [],
}

interface HeldQuestion {
  readonly key: DeliveryKey
  stage: Stage
  /** Whether it is to be left to others at its end. */
  isLeft: boolean
  /** Whether it was left to this process. */
  readonly wasLeft: boolean
  /** What is to be written down of it if it is left, as long as it is not known to be written down. */
  unwritten: KeptQuestion | undefined
}

/** What comes too late, such as taking back a reply after the end, moves nothing. */
function move(question: HeldQuestion, to: Stage): void {
  if (nextStages[question.stage].includes(to)) question.stage = to
}

/**
 * By this the keeper's name begins of a question that was left open: behind all names of processes, so that however many wait for
 * hours, none of those is hidden whose process has died.
 */
const left = 'left:'

/** Whether it was left open since nobody could be told. */
export const isLeftOpen = ({ keeper }: Pick<OpenQuestion, 'keeper'>): boolean => keeper.startsWith(left)

/** Deliveries of all processes that share the store, kept over restarts. */
export function createDeliveries({ store, seal, now, log, maxClaimMs = 1_000 }: DeliveriesParts): Deliveries {
  const keeper = randomUUID()
  const current = new AsyncLocalStorage<HeldQuestion>()
  const held = new Set<HeldQuestion>()
  function hold(
    key: DeliveryKey,
    { stage = 'answering', wasLeft = false, unwritten }: Partial<HeldQuestion> = {},
  ): HeldQuestion {
    const question: HeldQuestion = { key, stage, isLeft: false, wasLeft, unwritten }
    held.add(question)
    return question
  }

  /** Undefined if the store cannot tell, or not yet. */
  async function inTimeOrUnknown(claim: Promise<boolean>, delivery: string): Promise<boolean | undefined> {
    try {
      return await answeredWithin(claim, maxClaimMs)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      // Answers come from the notes: one that may come twice is better than none.
      log.warn(`Not known whether ${delivery.split(':')[0]} was delivered before: ${error.message}`)
      return undefined
    }
  }

  /** @returns what answers it and lets it go */
  const answering =
    (key: DeliveryKey, at: Pick<HeldQuestion, 'stage' | 'wasLeft'>): Taken['answer'] =>
    async (work) => {
      const question = hold(key, at)
      try {
        await current.run(question, work)
      } catch (error) {
        question.isLeft = error instanceof StoreError
        throw error
      } finally {
        await end(question)
      }
    }

  /** Whatever becomes of the claim, nobody else is to find the question open afterwards, unless it is left. */
  const answeringUnclaimed =
    (key: DeliveryKey, kept: KeptQuestion, claim: Promise<boolean>): Taken['answer'] =>
    async (work) => {
      const over = Promise.withResolvers<void>()
      remember(key, over.promise)
      const question = hold(key, { unwritten: kept })
      const settled = claim.then(
        () => {
          question.unwritten = undefined
        },
        () => {},
      )
      let isForgotten = false
      try {
        await current.run(question, work)
      } catch (error) {
        if (error instanceof StoreError) {
          // What Slack delivers again is to be answered: unless it is left open, nobody was told anything.
          unclaimed.delete(nameOf(key))
          isForgotten = !question.isLeft
          question.isLeft = true
        }
        throw error
      } finally {
        over.resolve()
        settled.then(() =>
          isForgotten && question.unwritten !== undefined ? void held.delete(question) : end(question),
        )
      }
    }

  /** Of what could not be claimed, the last that this process answered, or does: that much it knows without the store. */
  const unclaimed = new Map<string, Promise<void>>()
  function remember(key: DeliveryKey, over: Promise<void>): void {
    unclaimed.set(nameOf(key), over)
    if (unclaimed.size <= maxOpen) return
    const [oldest] = unclaimed.keys()
    if (oldest !== undefined) unclaimed.delete(oldest)
  }

  /** What cannot be deleted now, or left to others, is with the next beat. */
  async function end(question: HeldQuestion): Promise<void> {
    const { key, isLeft } = question
    // A claim that failed may have taken effect all the same.
    const writing = writeDown(question)
    try {
      await writing.catch(ifOfStore)
      if (isLeft) await store.leaveQuestion(key, keeper, `${left}${randomUUID()}`)
      else await store.deleteQuestion(key, keeper)
      await writing
      held.delete(question)
    } catch (error) {
      ifOfStore(error)
      move(question, isLeft ? 'unleft' : 'undeleted')
    }
  }

  /** Claims what could not be claimed, if it can be by now: with what it asks only if somebody is still to answer it. */
  async function writeDown(question: HeldQuestion): Promise<void> {
    const { key, isLeft, unwritten } = question
    if (unwritten === undefined) return
    await store.claimDelivery(key.teamId, key.delivery, now(), isLeft ? unwritten : undefined)
    question.unwritten = undefined
  }

  /** Of one that the store may have given this process, without its hearing of it: as long as it lives, nobody else would look. */
  async function giveBack(question: OpenQuestion): Promise<void> {
    const taken = await store.takeQuestion(question, keeper)
    if (taken !== undefined) await store.leaveQuestion(question, keeper, randomUUID())
    perhapsTaken.delete(question)
  }
  const perhapsTaken = new Set<OpenQuestion>()

  /** What the store cannot note must not keep anybody from being answered. */
  async function noted(key: DeliveryKey, isReplied: boolean): Promise<boolean> {
    try {
      return await answeredWithin(store.noteReply(key, keeper, isReplied), maxClaimMs)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      log.debug(`Not noted that a reply goes out: ${error.message}`)
      return true
    }
  }

  return {
    claim: async ({ teamId, delivery }) =>
      (await inTimeOrUnknown(store.claimDelivery(teamId, delivery, now()), delivery)) ?? true,
    release: ({ teamId, delivery }) => store.forgetDelivery(teamId, delivery),

    async take(body) {
      const key = deliveryKey(body)
      const asIs: Taken = { isSafe: true, answer: (work) => work() }
      if (key === undefined) return asIs
      const { teamId, delivery } = key
      const earlier = unclaimed.get(nameOf(key))
      if (earlier !== undefined) return { isSafe: false, answer: () => earlier }
      const question = keptQuestion(body)
      const kept = question === undefined ? undefined : { question: seal.seal(question, teamId), keeper }
      const claim = store.claimDelivery(teamId, delivery, now(), kept)
      const isOurs = await inTimeOrUnknown(claim, delivery)
      if (isOurs === false) return undefined
      if (kept === undefined) return asIs
      return isOurs
        ? { isSafe: true, answer: answering(key, { stage: 'answering', wasLeft: false }) }
        : { isSafe: false, answer: answeringUnclaimed(key, kept, claim) }
    },

    async showing() {
      const question = current.getStore()
      // Where nothing is written down, there is nothing to note, nor anything that another could take over.
      if (question === undefined || question.unwritten !== undefined) return async () => {}
      const { key } = question
      const wasShown = question.stage === 'shown'
      // Before each word anew: this process may have stood still between two.
      if (!(await noted(key, true))) throw new UnknownOutcome('another process has taken the question over')
      move(question, 'shown')
      // Whatever becomes of this word, an earlier one may be there.
      if (wasShown) return async () => {}
      return async () => {
        move(question, 'answering')
        await noted(key, false)
      }
    },

    leaveOpen() {
      const question = current.getStore()
      if (question !== undefined) question.isLeft = true
      return question?.wasLeft ?? false
    },

    async beat() {
      for (const question of held) if (isEnded(question)) await end(question)
      for (const question of perhapsTaken) await giveBack(question)
      if (held.size > 0) await store.beat(keeper)
    },

    openQuestions: () => store.openQuestions(keeper, maxOpen, seal.beginnings),

    async takeOver(question) {
      const { teamId, delivery } = question
      // Sealed for another workspace, or changed.
      const text = seal.open(question.question, teamId)
      if (text === undefined) return undefined
      const taken = await store.takeQuestion(question, keeper).catch((error: unknown) => {
        perhapsTaken.add(question)
        throw error
      })
      if (taken === undefined) return undefined
      const wasLeft = isLeftOpen(question)
      const answer = answering(
        { teamId, delivery },
        { stage: taken.isReplied ? 'shown' : 'answering', wasLeft },
      )
      return { ...taken, question: text, isLeft: wasLeft, isSafe: true, answer }
    },
  }
}

const isEnded = ({ stage }: HeldQuestion): boolean => nextStages[stage].length === 0

const nameOf = ({ teamId, delivery }: DeliveryKey): string => `${teamId} ${delivery}`

/** @throws what is no failure of the store */
function ifOfStore(error: unknown): void {
  if (!(error instanceof StoreError)) throw error
}

/** How many questions are looked at in one go. */
const maxOpen = 1_000
