import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { DeliveryKey, DeliveryStore, KeptQuestion, OpenQuestion } from '../../store/store.ts'
import { StoreError } from '../../store/store-error.ts'

type Stage = 'answering' | 'shown' | 'undeleted' | 'unleft'

/**
 * The stages of a question that this process holds, and which can follow which. The process lets go of it once the store has
 * deleted it, as answered, or left it to others. docs/reliability.md says what comes next if the process dies.
 */
const nextStages: Readonly<Record<Stage, readonly Stage[]>> = {
  // It is being answered, and nothing can have been shown.
  answering: ['shown', 'undeleted', 'unleft'],
  // It is being answered, and a reply may be there.
  shown: ['answering', 'undeleted', 'unleft'],
  // It is answered, but the store could not delete it. The store is asked again with each beat.
  undeleted: [],
  // Nobody could be told, but the store could not leave it to others. The store is asked again likewise.
  unleft: [],
}

interface HeldQuestion {
  readonly key: DeliveryKey
  stage: Stage
  /** Whether it is to be left to others at its end. */
  isLeft: boolean
  /** Whether it was left to this process. */
  readonly wasLeft: boolean
  /** What is still to be written down if it is left to others; undefined once it is known to be written down. */
  unwritten: KeptQuestion | undefined
}

/** Moves a question on, unless that comes too late: after its end, a reply is not taken back. */
export function move(question: HeldQuestion, to: Stage): void {
  if (nextStages[question.stage].includes(to)) question.stage = to
}

const isEnded = ({ stage }: HeldQuestion): boolean => nextStages[stage].length === 0

/**
 * The keeper of a question that was left open has a name that begins with this. It sorts behind the names of all processes: so
 * however many questions were left open, those of dead processes are listed first.
 */
const left = 'left:'

/** Whether it was left open since nobody could be told. */
export const isLeftOpen = ({ keeper }: Pick<OpenQuestion, 'keeper'>): boolean => keeper.startsWith(left)

/** The questions that this process keeps: those it is answering, and those whose end the store does not know yet. */
interface HeldQuestions {
  /** The question that the calling code is answering. */
  current(): HeldQuestion | undefined
  /** Runs what answers a question that the store has claimed for this process, and ends it. */
  answer(
    key: DeliveryKey,
    at: Pick<HeldQuestion, 'stage' | 'wasLeft'>,
    work: () => Promise<void>,
  ): Promise<void>
  /**
   * The same for a question that the store has not claimed yet, and may never claim. Whatever becomes of the claim, no other
   * process finds the question open afterwards, unless it is left open.
   */
  answerUnclaimed(unclaimed: UnclaimedQuestion, work: () => Promise<void>): Promise<void>
  /** If this process has answered the question without a claim, or is answering it: settles when it is answered. */
  answeredUnclaimed(key: DeliveryKey): Promise<void> | undefined
  /** Tells the store again of the ends that it could not note. */
  endAgain(): Promise<void>
  /** Whether this process is still at the question, though others may have taken it over meanwhile. */
  has(key: DeliveryKey): boolean
  isEmpty(): boolean
}

interface UnclaimedQuestion {
  readonly key: DeliveryKey
  readonly kept: KeptQuestion
  readonly claim: Promise<boolean>
}

interface HeldQuestionsParts {
  readonly store: Pick<DeliveryStore, 'claimDelivery' | 'deleteQuestion' | 'leaveQuestion'>
  /** The name of this process. */
  readonly keeper: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export function createHeldQuestions({ store, keeper, now }: HeldQuestionsParts): HeldQuestions {
  const current = new AsyncLocalStorage<HeldQuestion>()
  const held = new Set<HeldQuestion>()
  /** The last questions that were answered without a claim: so much is known without the store. */
  const unclaimed = new Map<string, Promise<void>>()

  function hold(
    key: DeliveryKey,
    { stage = 'answering', wasLeft = false, unwritten }: Partial<HeldQuestion> = {},
  ): HeldQuestion {
    const question: HeldQuestion = { key, stage, isLeft: false, wasLeft, unwritten }
    held.add(question)
    return question
  }

  function remember(key: DeliveryKey, over: Promise<void>): void {
    unclaimed.set(nameOf(key), over)
    if (unclaimed.size <= maxUnclaimed) return
    const [oldest] = unclaimed.keys()
    if (oldest !== undefined) unclaimed.delete(oldest)
  }

  /** Deletes the question, or leaves it to others; if the store fails, that is done with the next beat. */
  async function end(question: HeldQuestion): Promise<void> {
    const { key, isLeft } = question
    // A claim that failed may have taken effect all the same.
    const writing = writeDown(question)
    try {
      await writing.catch(throwUnlessOfStore)
      if (isLeft) await store.leaveQuestion(key, keeper, `${left}${randomUUID()}`)
      else await store.deleteQuestion(key, keeper)
      await writing
      held.delete(question)
    } catch (error) {
      throwUnlessOfStore(error)
      move(question, isLeft ? 'unleft' : 'undeleted')
    }
  }

  /** Claims what could not be claimed before. The question itself is written down only if others are still to answer it. */
  async function writeDown(question: HeldQuestion): Promise<void> {
    const { key, isLeft, unwritten } = question
    if (unwritten === undefined) return
    await store.claimDelivery(key.teamId, key.delivery, now(), isLeft ? unwritten : undefined)
    question.unwritten = undefined
  }

  return {
    current: () => current.getStore(),

    async answer(key, at, work) {
      const question = hold(key, at)
      try {
        await current.run(question, work)
      } catch (error) {
        question.isLeft = error instanceof StoreError
        throw error
      } finally {
        await end(question)
      }
    },

    async answerUnclaimed({ key, kept, claim }, work) {
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
          // Slack delivers it again, and then it is to be answered: nobody was told anything, unless it is left open.
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
    },

    answeredUnclaimed: (key) => unclaimed.get(nameOf(key)),

    async endAgain() {
      for (const question of held) if (isEnded(question)) await end(question)
    },

    has: (key) => held.values().some((question) => nameOf(question.key) === nameOf(key)),

    isEmpty: () => held.size === 0,
  }
}

/** How many questions that were answered without a claim are remembered. */
const maxUnclaimed = 1_000

const nameOf = ({ teamId, delivery }: DeliveryKey): string => `${teamId} ${delivery}`

/** @throws what is no failure of the store */
function throwUnlessOfStore(error: unknown): void {
  if (!(error instanceof StoreError)) throw error
}
