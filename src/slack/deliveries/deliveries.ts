import { randomUUID } from 'node:crypto'
import type { Logger } from '@slack/bolt'
import type { DeliveryKey, DeliveryStore, OpenQuestion, TakenQuestion } from '../../store/store.ts'
import { StoreError } from '../../store/store-error.ts'
import { UnknownOutcome } from '../client/unknown-outcome.ts'
import type { Seal } from '../installations/seal.ts'
import { deliveryKey } from './delivery-key.ts'
import { createHeldQuestions, isLeftOpen, move } from './held-questions.ts'
import { keptQuestion } from './kept-question.ts'
import { storeInTime } from './store-in-time.ts'

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

/** Deliveries of all processes that share the store, kept over restarts. */
export function createDeliveries({ store, seal, now, log, maxClaimMs = 1_000 }: DeliveriesParts): Deliveries {
  const keeper = randomUUID()
  const held = createHeldQuestions({ store, keeper, now })
  /** Those of which this process does not know whether the store has given them to it. */
  const perhapsTaken = new Set<OpenQuestion>()

  /** Undefined if the store cannot tell, or not yet. */
  async function inTimeOrUnknown(claim: Promise<boolean>, delivery: string): Promise<boolean | undefined> {
    try {
      return await storeInTime(claim, maxClaimMs)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      // Answers come from the notes: one that may come twice is better than none.
      log.warn(`Not known whether ${delivery.split(':')[0]} was delivered before: ${error.message}`)
      return undefined
    }
  }

  /** Of one that the store may have given this process, without its hearing of it: as long as it lives, nobody else would look. */
  async function giveBack(question: OpenQuestion): Promise<void> {
    const taken = await store.takeQuestion(question, keeper)
    if (taken !== undefined) await store.leaveQuestion(question, keeper, randomUUID())
    perhapsTaken.delete(question)
  }

  /** What the store cannot note must not keep anybody from being answered. */
  async function noted(key: DeliveryKey, isReplied: boolean): Promise<boolean> {
    try {
      return await storeInTime(store.noteReply(key, keeper, isReplied), maxClaimMs)
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
      const earlier = held.answeredUnclaimed(key)
      if (earlier !== undefined) return { isSafe: false, answer: () => earlier }
      const question = keptQuestion(body)
      const kept = question === undefined ? undefined : { question: seal.seal(question, teamId), keeper }
      const claim = store.claimDelivery(teamId, delivery, now(), kept)
      const isOurs = await inTimeOrUnknown(claim, delivery)
      if (isOurs === false) return undefined
      if (kept === undefined) return asIs
      return isOurs
        ? { isSafe: true, answer: (work) => held.answer(key, { stage: 'answering', wasLeft: false }, work) }
        : { isSafe: false, answer: (work) => held.answerUnclaimed({ key, kept, claim }, work) }
    },

    async showing() {
      const question = held.current()
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
      const question = held.current()
      if (question !== undefined) question.isLeft = true
      return question?.wasLeft ?? false
    },

    async beat() {
      await held.endAgain()
      for (const question of perhapsTaken) await giveBack(question)
      if (!held.isEmpty()) await store.beat(keeper)
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
      const stage = taken.isReplied ? 'shown' : 'answering'
      return {
        ...taken,
        question: text,
        isLeft: wasLeft,
        isSafe: true,
        answer: (work) => held.answer({ teamId, delivery }, { stage, wasLeft }, work),
      }
    },
  }
}

/** How many questions are looked at in one go. */
const maxOpen = 1_000
