import { setImmediate as tick } from 'node:timers/promises'

/** Who wants something, and where. */
interface Asker {
  readonly person: string
  readonly channel: string
}

interface QueueLimits {
  /** How many are answered at the same time: while one waits for Slack, others are worked on. */
  readonly maxRunning: number
  /** How many requests may wait: of one person, in one channel, and in all. Whoever comes after them is told so at once. */
  readonly maxOfPerson: number
  readonly maxInChannel: number
  readonly maxWaiting: number
}

/** At forty answers a second, the last one in the queue is answered after five seconds. */
export const queueLimits: QueueLimits = { maxRunning: 16, maxOfPerson: 10, maxInChannel: 60, maxWaiting: 200 }

/** Whose turn it is to be answered. */
export interface AnswerQueue {
  /**
   * Resolves to a function that ends the turn, when it is the asker's turn; to undefined, at once, if too many wait already.
   * People take turns, however much one of them asks. Before each turn, what has arrived meanwhile is read and acknowledged.
   */
  enter(asker: Asker): Promise<(() => void) | undefined>
  readonly running: () => number
  readonly waiting: () => number
}

interface WaitingAsker extends Asker {
  readonly start: () => void
}

export function createAnswerQueue(limits: QueueLimits = queueLimits): AnswerQueue {
  let running = 0
  let waiting = 0
  // The first key of the map is the person who has waited longest for a turn.
  const byPerson = new Map<string, WaitingAsker[]>()
  const inChannel = new Map<string, number>()

  function enqueue(asker: Asker): Promise<void> | undefined {
    const own = byPerson.get(asker.person) ?? []
    const here = inChannel.get(asker.channel) ?? 0
    const isFull =
      waiting >= limits.maxWaiting || own.length >= limits.maxOfPerson || here >= limits.maxInChannel
    if (isFull) return undefined
    return new Promise((resolve) => {
      byPerson.set(asker.person, [...own, { ...asker, start: resolve }])
      inChannel.set(asker.channel, here + 1)
      waiting += 1
    })
  }

  function startNext(): void {
    const [first] = byPerson
    if (first === undefined || running >= limits.maxRunning) return
    const [person, [next, ...others]] = first
    byPerson.delete(person)
    if (others.length > 0) byPerson.set(person, others)
    if (next === undefined) return
    const here = (inChannel.get(next.channel) ?? 1) - 1
    if (here === 0) inChannel.delete(next.channel)
    else inChannel.set(next.channel, here)
    waiting -= 1
    running += 1
    next.start()
  }

  return {
    running: () => running,
    waiting: () => waiting,
    async enter(asker) {
      const turn = enqueue(asker)
      if (turn === undefined) return undefined
      startNext()
      await turn
      // Nobody else waits for an asker who is alone.
      if (running > 1 || waiting > 0) await tick()
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        running -= 1
        startNext()
      }
    },
  }
}
