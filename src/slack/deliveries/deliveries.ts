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
 * Remembers what was handled, since Slack delivers again if it is not sure that a delivery arrived. Keeps what was asked until it
 * is answered, since Slack does not deliver again what was acknowledged.
 */
export interface Deliveries {
  /** True for the first claim of a key, false for each later one within at least ten minutes. */
  claim(key: DeliveryKey): Promise<boolean>
  /** Lets the key be claimed again, since what it was claimed for could not be done. */
  release(key: DeliveryKey): Promise<void>
  /** Takes on what Slack delivered. Undefined if it was taken on before. */
  take(body: Readonly<Record<string, unknown>>): Promise<Taken | undefined>
  /**
   * Notes that a reply may be there from now on to the delivery that is being answered. To be called before each request to
   * Slack that may show something, since this process may die right after it. Resolves to a function that takes the note back.
   * @throws {UnknownOutcome} if another process has taken the question over, and will answer it
   */
  showing(): Promise<() => Promise<void>>
  /**
   * Leaves the delivery that is being answered open, since nobody could be told anything for now. It is tried again later; the
   * longer this has failed, the later.
   * @returns whether it was left open before, in which case the log has said so
   */
  leaveOpen(): boolean
  /** Says that this process lives, if it has questions to answer. */
  beat(): Promise<void>
  /** What other processes of this bot have taken on and not answered yet. */
  openQuestions(): Promise<readonly OpenQuestion[]>
  /** Takes a question over from a dead process. Undefined if another process does, if that one lives, or if it cannot be read. */
  takeOver(question: OpenQuestion): Promise<TakenOver | undefined>
}

/** What this process is to handle. */
interface Taken {
  /** Whether it outlives this process. If not, Slack must deliver it again unless it is answered. */
  readonly isSafe: boolean
  /** Runs the work that answers it. Afterwards it is done with, whether that went well or not. */
  answer(work: () => Promise<void>): Promise<void>
}

export interface TakenOver extends Taken, TakenQuestion {
  /** Whether it was left open since nobody could be told, and not by a process that died. */
  readonly isLeft: boolean
}

interface DeliveriesParts {
  readonly store: DeliveryStore
  /** Seals what is kept. */
  readonly seal: Pick<Seal, 'seal' | 'open' | 'beginnings'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly log: Pick<Logger, 'warn' | 'debug'>
  /**
   * How long a claim may take, in milliseconds. Default 1,000; usually it takes one. While a database fails over, nobody waits
   * longer.
   */
  readonly maxClaimMs?: number
}

/** Deliveries of all processes that share the store, kept over restarts. */
export function createDeliveries({ store, seal, now, log, maxClaimMs = 1_000 }: DeliveriesParts): Deliveries {
  const keeper = randomUUID()
  const held = createHeldQuestions({ store, keeper, now })
  /** Questions that the store may have given to this process: its answer was lost. */
  const perhapsTaken = new Set<OpenQuestion>()

  /** Undefined if the store cannot tell, or not yet. */
  async function inTimeOrUnknown(claim: Promise<boolean>, delivery: string): Promise<boolean | undefined> {
    try {
      return await storeInTime(claim, maxClaimMs)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      // An answer that may come twice is better than none.
      log.warn(`Not known whether ${delivery.split(':')[0]} was delivered before: ${error.message}`)
      return undefined
    }
  }

  /** Gives back what the store may have given to this process. As long as it lives, no other process would take it over. */
  async function giveBack(question: OpenQuestion): Promise<void> {
    const taken = await store.takeQuestion(question, keeper)
    if (taken !== undefined) await store.leaveQuestion(question, keeper, randomUUID())
    perhapsTaken.delete(question)
  }

  /** If the store fails, people are answered all the same. */
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
      // What is not written down cannot be taken over by another process, so there is nothing to note.
      if (question === undefined || question.unwritten !== undefined) return async () => {}
      const { key } = question
      const wasShown = question.stage === 'shown'
      // Anew before each message: this process may have stood still since the last one.
      if (!(await noted(key, true))) throw new UnknownOutcome('another process has taken the question over')
      move(question, 'shown')
      // Whatever becomes of this message, an earlier one may be there.
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
      // It stood still, and lost the question to another that is dead by now. What it began would speak up as the new keeper, too.
      if (held.has(question)) return undefined
      // It was sealed for another workspace, or has been changed.
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
