import type { TipChannel } from '../../../src/store/store.ts'
import type { TipTrouble } from '../../../src/tips/posting/tip-refusal.ts'
import {
  type FindResult,
  firmMs,
  type HeldPost,
  type SendResult,
  type TipMessage,
  type TipSender,
  type WithdrawResult,
} from '../../../src/tips/posting/tip-sender.ts'

/** What happens to the next request: `lost`: accepted, but the answer never comes. `dropped`: neither. */
export type Fault = 'lost' | 'dropped' | Exclude<SendResult, { kind: 'accepted' }>

/** Slack as tips see it: it remembers what it was sent, and fails as it is told. */
export class FakeSlack {
  now: () => number
  readonly posted: {
    readonly channelId: string
    readonly tipId: string
    readonly trace: string
    /** When it appears. */
    readonly at: number
  }[] = []
  /** References of what was taken back. */
  readonly withdrawn: string[] = []
  readonly told: { readonly userId: string; readonly trouble: TipTrouble }[] = []
  requests = 0
  looks = 0
  /** The fate of each request to post; undefined: it is accepted. */
  fate: (message: TipMessage) => Fault | undefined = () => undefined
  /** The answer to each look for an earlier post; undefined: the truth. */
  findFate: () => FindResult | undefined = () => undefined
  /** Whether taking back works. */
  withdraws = true

  constructor(
    /** What time it is for Slack. */
    now: () => number,
  ) {
    this.now = now
  }

  sender(leadMs = 0): TipSender {
    return {
      leadMs,
      settleMs: 20_000,
      trace: ({ at }, now) => `${Math.max(at, now)}`,
      send: async (message) => this.#send(message),
      find: async (channel, trace) => this.#find(channel, trace),
      now: () => this.now(),
      withdraw: async (_, post) => this.#withdraw(post),
      tell: async ({ userId }, trouble) => this.told.push({ userId, trouble }) > 0,
    }
  }

  /** How many posts a channel has. */
  count(channelId: string): number {
    return this.in(channelId).length
  }

  /** The posts of a channel without those that were taken back. */
  in(channelId: string) {
    return this.posted.filter(
      (post, index) => post.channelId === channelId && !this.withdrawn.includes(`ts-${index + 1}`),
    )
  }

  #send({ channel, tip, trace }: TipMessage): SendResult {
    this.requests++
    const fate = this.fate({ channel, tip, trace })
    if (fate === 'dropped') return { kind: 'unknown', reason: 'No answer.' }
    if (fate !== undefined && fate !== 'lost') return fate
    const at = Number(trace)
    this.posted.push({ channelId: channel.channelId, tipId: tip.id, trace, at })
    return fate === 'lost'
      ? { kind: 'unknown', reason: 'No answer.' }
      : { kind: 'accepted', reference: `ts-${this.posted.length}`, appearsAt: at }
  }

  #find({ channelId }: TipChannel, trace: string): FindResult {
    this.looks++
    const fate = this.findFate()
    if (fate) return fate
    const index = this.posted.findIndex((post) => post.channelId === channelId && post.trace === trace)
    return index < 0
      ? { kind: 'absent' }
      : { kind: 'arrived', reference: `ts-${index + 1}`, appearsAt: Number(trace) }
  }

  #withdraw({ reference, appearsAt }: HeldPost): WithdrawResult {
    if (appearsAt - this.now() < firmMs) return { kind: 'too-late' }
    if (!this.withdraws) return { kind: 'unavailable', reason: 'down' }
    this.withdrawn.push(reference)
    return { kind: 'withdrawn' }
  }
}
