import type { TipChannel } from '../../src/store/store.ts'
import type { FindResult, SendResult, TipMessage, TipSender, TipTrouble } from '../../src/tips/tip-sender.ts'

/** What happens to the next request: `lost`: accepted, but the answer never comes. `dropped`: neither. */
export type Fault = 'lost' | 'dropped' | Exclude<SendResult, { kind: 'accepted' }>

/** Slack as tips see it: it remembers what it was sent, and fails as it is told. */
export class FakeSlack {
  readonly posted: { readonly channelId: string; readonly tipId: string; readonly trace: string }[] = []
  readonly told: { readonly userId: string; readonly trouble: TipTrouble }[] = []
  requests = 0
  looks = 0
  /** The fate of each request to post; undefined: it is accepted. */
  fate: (message: TipMessage) => Fault | undefined = () => undefined
  /** The answer to each look for an earlier post; undefined: the truth. */
  findFate: () => FindResult | undefined = () => undefined

  sender(leadMs = 0): TipSender {
    return {
      leadMs,
      settleMs: 20_000,
      trace: ({ at }, now) => `${Math.max(at, now)}`,
      send: async (message) => this.#send(message),
      find: async (channel, trace) => this.#find(channel, trace),
      tell: async ({ userId }, trouble) => this.told.push({ userId, trouble }) > 0,
    }
  }

  /** How many posts a channel has. */
  count(channelId: string): number {
    return this.posted.filter((post) => post.channelId === channelId).length
  }

  #send({ channel, tip, trace }: TipMessage): SendResult {
    this.requests++
    const fate = this.fate({ channel, tip, trace })
    if (fate === 'dropped') return { kind: 'unknown', reason: 'No answer.' }
    if (fate !== undefined && fate !== 'lost') return fate
    this.posted.push({ channelId: channel.channelId, tipId: tip.id, trace })
    return fate === 'lost'
      ? { kind: 'unknown', reason: 'No answer.' }
      : { kind: 'accepted', reference: `ts-${this.posted.length}` }
  }

  #find({ channelId }: TipChannel, trace: string): FindResult {
    this.looks++
    const fate = this.findFate()
    if (fate) return fate
    const index = this.posted.findIndex((post) => post.channelId === channelId && post.trace === trace)
    return index < 0 ? { kind: 'absent' } : { kind: 'arrived', reference: `ts-${index + 1}` }
  }
}
