import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Logger } from '@slack/bolt'
import type { EventStore, OpenQuestion, TakenQuestion } from '../../store/store.ts'
import { StoreError } from '../../store/store-error.ts'
import { NoAnswer } from '../client/no-answer.ts'
import type { Seal } from '../installations/seal.ts'
import { type DeliveryKey, deliveryKey } from './delivery-key.ts'
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
   * @throws {NoAnswer} if another process has taken the question over, and will answer it
   */
  showing(): Promise<() => Promise<void>>
  /** Says that this process lives, if it has questions to answer. */
  beat(): Promise<void>
  /** What other processes have taken on and not answered. */
  openQuestions(): Promise<readonly OpenQuestion[]>
  /** Takes it over from a process that is dead. Undefined if somebody else does, it lives after all, or it is another bot's. */
  takeOver(question: OpenQuestion): Promise<TakenOver | undefined>
}

/** What this process is to handle. */
interface Taken {
  /** Runs what answers it, which is then done with, well or not. */
  answer(work: () => Promise<void>): Promise<void>
}

export interface TakenOver extends Taken, TakenQuestion {}

export interface DeliveriesParts {
  readonly store: EventStore
  /** Seals what is kept. */
  readonly seal: Pick<Seal, 'seal' | 'open'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly log: Pick<Logger, 'warn' | 'debug'>
}

/** A question that is being answered. */
interface Current {
  readonly key: DeliveryKey
  isReplied: boolean
}

/** Deliveries of all processes that share the store, kept over restarts. */
export function createDeliveries({ store, seal, now, log }: DeliveriesParts): Deliveries {
  const keeper = randomUUID()
  const current = new AsyncLocalStorage<Current>()
  const open = new Set<DeliveryKey>()

  /** Undefined if the store cannot tell, or not yet. */
  async function inTimeOrUnknown(claim: Promise<boolean>, event: string): Promise<boolean | undefined> {
    try {
      return await inTime(claim)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      // Answers come from the notes: one that may come twice is better than none.
      log.warn(`Not known whether ${event.split(':')[0]} was delivered before: ${error.message}`)
      return undefined
    }
  }

  /** @returns what answers it and lets it go */
  const answering =
    (key: DeliveryKey, isReplied: boolean): Taken['answer'] =>
    async (work) => {
      open.add(key)
      try {
        await current.run({ key, isReplied }, work)
      } finally {
        await done(key)
      }
    }

  /** Whatever becomes of the claim, nobody else is to find the question open afterwards. */
  const answeringUnclaimed =
    (key: DeliveryKey, claim: Promise<boolean>): Taken['answer'] =>
    async (work) => {
      open.add(key)
      try {
        await work()
      } finally {
        claim.then(
          () => done(key),
          () => open.delete(key),
        )
      }
    }

  /** What cannot be deleted now is with the next beat. */
  async function done(key: DeliveryKey): Promise<void> {
    try {
      await store.deleteQuestion(key, keeper)
      open.delete(key)
      answered.delete(key)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      answered.add(key)
    }
  }
  const answered = new Set<DeliveryKey>()

  /** What the store cannot note must not keep anybody from being answered. */
  async function noted(key: DeliveryKey, isReplied: boolean): Promise<boolean> {
    try {
      return await inTime(store.noteReply(key, keeper, isReplied))
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      log.debug(`Not noted that a reply goes out: ${error.message}`)
      return true
    }
  }

  return {
    claim: async ({ teamId, event }) =>
      (await inTimeOrUnknown(store.claimEvent(teamId, event, now()), event)) ?? true,
    release: ({ teamId, event }) => store.forgetEvent(teamId, event),

    async take(body) {
      const key = deliveryKey(body)
      const asIs: Taken = { answer: (work) => work() }
      if (key === undefined) return asIs
      const { teamId, event } = key
      const question = keptQuestion(body)
      const kept = question === undefined ? undefined : { question: seal.seal(question, teamId), keeper }
      const claim = store.claimEvent(teamId, event, now(), kept)
      const isOurs = await inTimeOrUnknown(claim, event)
      if (isOurs === false) return undefined
      if (kept === undefined) return asIs
      return { answer: isOurs ? answering(key, false) : answeringUnclaimed(key, claim) }
    },

    async showing() {
      const delivery = current.getStore()
      if (delivery === undefined || delivery.isReplied) return async () => {}
      const { key } = delivery
      if (!(await noted(key, true))) throw new NoAnswer('another process has taken the question over')
      delivery.isReplied = true
      return async () => {
        delivery.isReplied = false
        await noted(key, false)
      }
    },

    async beat() {
      for (const key of answered) await done(key)
      if (open.size > 0) await store.beat(keeper)
    },

    openQuestions: () => store.openQuestions(keeper, maxOpen),

    async takeOver(question) {
      const { teamId, event } = question
      // Another bot's, with which this one shares the database.
      const text = seal.open(question.question, teamId)
      if (text === undefined) return undefined
      const taken = await store.takeQuestion(question, keeper)
      return taken && { ...taken, question: text, answer: answering({ teamId, event }, taken.isReplied) }
    },
  }
}

/** How many questions are looked at in one go. */
const maxOpen = 1_000

/**
 * How long a claim may take, in milliseconds. It takes a thousandth of that; while a database fails over, nobody waits for
 * it.
 */
const maxClaimMs = 1_000

/** @throws {StoreError} if it takes too long; what it comes to then is nobody's concern */
async function inTime(claim: Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(lateClaim()), maxClaimMs)
  try {
    return await Promise.race([claim, late.promise])
  } finally {
    clearTimeout(timer)
    claim.catch(() => {})
  }
}

const lateClaim = () =>
  new StoreError({
    code: 'unreachable',
    message: `the database did not answer within ${maxClaimMs / 1000} seconds`,
    advice: 'Check the database server.',
  })
