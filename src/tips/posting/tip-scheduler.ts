import type { TipChannel, TipSubscriptionStore } from '../../store/store.ts'
import type { AskedClock } from '../clock.ts'
import type { TipLog } from '../tip-parts.ts'
import type { PostResult } from './post-result.ts'
import type { TipPoster } from './tip-poster.ts'

export interface TipPace {
  /** The pause between two looks for channels that are due. Default 10 s. */
  readonly lookEveryMs: number
  /**
   * The time from one post of a workspace to the next. Default 1.2 s: Slack allows 50 scheduled messages a minute and
   * workspace, and one message a second and channel.
   */
  readonly postEveryMs: number
}

const defaultPace: TipPace = { lookEveryMs: 10_000, postEveryMs: 1200 }

export interface TipScheduler {
  /**
   * @param teamId looks after the channels of that workspace alone: others that share the database have bots of their own,
   * with the right to post there. Default: all
   */
  start(teamId?: string): void
  /** Looks now, for a clock that was set on purpose. Resolves when all that was due has been looked after. */
  look(): Promise<void>
  /** How many channels are due and wait for their turn. */
  waiting(): number
  /** Begins nothing new, waits for what is under way. */
  stop(): Promise<void>
}

/**
 * Looks again and again for channels that are due and has the poster look after each. Every workspace has a lane of its
 * own, in which one post follows another at Slack's pace. A clock that jumps changes nothing by itself: only what it
 * shows at two looks in a row counts.
 */
export function createTipScheduler(parts: {
  readonly store: Pick<TipSubscriptionStore, 'dueTipSubscriptions'>
  readonly poster: Pick<TipPoster, 'lookAfter' | 'recheckAfterEdits'>
  /** How long before its time a post is due: `TipSender.leadMs`. */
  readonly leadMs: number
  readonly clock: AskedClock
  readonly log: TipLog
  readonly pace?: Partial<TipPace>
}): TipScheduler {
  const { store, poster, leadMs, clock, log } = parts
  const pace = { ...defaultPace, ...parts.pace }
  const stopping = new AbortController()
  const lanes = new Map<string, Lane>()
  let running: Promise<void> | undefined
  let own: string | undefined
  let before = { now: clock.now(), steady: clock.steady() }

  async function look(): Promise<void> {
    if (clock.makeSure) await clock.makeSure()
    await poster.recheckAfterEdits(own)
    for (const { teamId, channelId } of await store.dueTipSubscriptions(clock.now() + leadMs, own)) {
      if (stopping.signal.aborted) return
      const lane = lanes.get(teamId) ?? newLane()
      if (lane.waiting.size === 0) {
        // The last channel of an earlier look is still being looked after: who waits for that look waits for this one too.
        const earlier = lane.caughtUp
        lane.caughtUp = Promise.withResolvers()
        earlier.resolve(lane.caughtUp.promise)
      }
      lane.waiting.set(channelId, { teamId, channelId })
      if (lanes.has(teamId)) continue
      lanes.set(teamId, lane)
      lane.done = drive(lane).finally(() => {
        lanes.delete(teamId)
        lane.caughtUp.resolve()
      })
    }
  }

  async function drive(lane: Lane): Promise<void> {
    while (!stopping.signal.aborted) {
      const [next] = lane.waiting.values()
      if (next === undefined) return
      lane.waiting.delete(next.channelId)
      const begin = clock.steady()
      const result = await lookAfter(next)
      if (lane.waiting.size === 0) lane.caughtUp.resolve()
      if (result === undefined || !askedSlack(result)) continue
      // Slack's limits are for a workspace and method: told to wait for one channel, all of them wait.
      const pauseMs = Math.max(pace.postEveryMs, (result.kind === 'waiting' && result.retryAfterMs) || 0)
      await clock.sleep(begin + pauseMs - clock.steady(), stopping.signal)
    }
  }

  async function lookAfter(channel: TipChannel): Promise<PostResult | undefined> {
    try {
      return await poster.lookAfter(channel)
    } catch (error) {
      log.error(`Tips of ${channel.channelId}: ${error}. Another look follows.`)
      return undefined
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const after = { now: clock.now(), steady: clock.steady() }
      const jumpMs = after.now - before.now - (after.steady - before.steady)
      before = after
      if (Math.abs(jumpMs) > noticedJumpMs) {
        log.warn(`The clock jumped by ${Math.round(jumpMs / 1000)} s. Tips wait for the next look.`)
      } else {
        await look().catch((error) => log.error(`Tips that are due could not be read: ${error}`))
      }
      await clock.sleep(pace.lookEveryMs, stopping.signal)
    }
  }

  return {
    start(teamId) {
      own = teamId
      running ??= run()
    },
    waiting: () => [...lanes.values()].reduce((sum, { waiting }) => sum + waiting.size, 0),
    async look() {
      before = { now: clock.now(), steady: clock.steady() }
      await look()
      await Promise.all([...lanes.values()].map(({ caughtUp }) => caughtUp.promise))
    },
    async stop() {
      stopping.abort()
      await running
      await Promise.all([...lanes.values()].map(({ done }) => done))
    },
  }
}

/** The channels of one workspace that wait for their turn, by id, so that each waits only once however long it is due. */
interface Lane {
  readonly waiting: Map<string, TipChannel>
  done: Promise<void>
  /** Resolves when none waits any more. */
  caughtUp: PromiseWithResolvers<void>
}

const newLane = (): Lane => ({
  waiting: new Map(),
  done: Promise.resolve(),
  caughtUp: Promise.withResolvers(),
})

/** A smaller difference is drift, or comes from a slow look. */
const noticedJumpMs = 30_000

function askedSlack(result: PostResult): boolean {
  return result.kind === 'posted' || result.kind === 'waiting' || result.kind === 'refused'
}
