import type { TipChannel } from '../store/store.ts'
import type { Post } from './schedule.ts'
import type { Tip } from './tip.ts'

/**
 * Brings daily tips to Slack, ahead of their time. Nothing here throws: what can go wrong is a result.
 *
 * What "at most one post, and none missing" asks of an implementation: a request takes effect within `settleMs` or never,
 * and from then on `find` sees whether it did. Where `find` can see that only for a while, that while must be far longer
 * than a lease (`TipPolicy.leaseMs`), and afterwards it says `cannot-tell`, never `absent`.
 */
export interface TipSender {
  /** How long before its time a post is handed to Slack. */
  readonly leadMs: number
  readonly settleMs: number
  /** What has to be kept before the request is made, so that `find` can tell this post from all others. */
  trace(post: Pick<Post, 'at'>, now: number): string
  send(message: TipMessage): Promise<SendResult>
  /** Whether the message with this trace has arrived. */
  find(channel: TipChannel, trace: string): Promise<FindResult>
  /** Takes back what appears in `firmMs` or later. What is gone already counts as taken back. */
  withdraw(channel: TipChannel, reference: string): Promise<WithdrawResult>
  /** A direct message to the person who set the tips up. Resolves to whether it was sent. */
  tell(person: { readonly teamId: string; readonly userId: string }, trouble: TipTrouble): Promise<boolean>
}

/** Posts a tip at once, for somebody who asked for it. */
export type InstantTipSender = Omit<TipSender, 'leadMs' | 'withdraw'>

export interface TipMessage {
  readonly channel: TipChannel
  readonly tip: Tip
  readonly trace: string
}

export type SendResult =
  /** `reference` is Slack's name for it: the ts of a message, or the id of a scheduled one, which then `appearsAt`. */
  | { readonly kind: 'accepted'; readonly reference: string; readonly appearsAt?: number }
  /** Slack asks for patience: not accepted. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** Not accepted, and worth another try: no connection, a token that is being replaced. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** The request went out and no answer came back, or one that says nothing, such as HTTP 503: accepted or not. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Slack will not have this message, whatever the channel: too long, or blocks that it does not like. */
  | { readonly kind: 'unfit'; readonly reason: string }
  | { readonly kind: 'refused'; readonly why: Refusal }

/** Why a channel cannot have tips until a person does something. */
export type Refusal =
  /** `not_in_channel`: Hallway was never invited, or removed. */
  | 'not-in-channel'
  /** `channel_not_found`: deleted, or private and Hallway was removed. */
  | 'channel-not-found'
  /** `is_archived`. */
  | 'archived'
  /** `restricted_action` and its kin: only some may post. */
  | 'posting-restricted'
  /** `messages_tab_disabled`, `user_not_found`, `cannot_dm_bot`: a direct message that nobody can receive. */
  | 'person-unreachable'

export type FindResult =
  | { readonly kind: 'arrived'; readonly reference: string; readonly appearsAt?: number }
  | { readonly kind: 'absent' }
  /** It is too late to know. */
  | { readonly kind: 'cannot-tell'; readonly reason: string }
  /** Slack did not say; worth another try. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly retryAfterMs?: number }

export type WithdrawResult =
  | { readonly kind: 'withdrawn' }
  /** It could not be said; worth another try. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly retryAfterMs?: number }

export interface TipTrouble {
  readonly channel: TipChannel
  readonly why: Refusal
  /** Whether the tips of the channel are paused from now on. */
  readonly paused: boolean
}

/**
 * How near to its time a post that Slack holds cannot be taken back any more: within about five minutes of it Slack
 * confirms the deletion and posts the message all the same (documented is one minute).
 * https://github.com/slackapi/bolt-js/issues/1857, https://docs.slack.dev/reference/methods/chat.deleteScheduledMessage
 */
export const firmMs = 6 * 60_000

/** Days on which a channel refused its tip before the schedule pauses. */
export const failingDaysBeforePause = 3

/**
 * What to do about a channel that refuses its tips, in two or three sentences. `channelName` as it is to be shown.
 *
 * describeTrouble({ why: 'not-in-channel', paused: false }, '#python')
 * // => "I could not post today's tip in #python, because I am not in that channel. Invite me there with /invite …"
 */
export function describeTrouble({ why, paused }: Omit<TipTrouble, 'channel'>, channelName: string): string {
  const { because, advice } = refusals[why]
  const now = paused
    ? `The daily tips there are paused after ${failingDaysBeforePause} such days; \`/talks tips on\` in the channel starts them again.`
    : `I will try again on the next day; after ${failingDaysBeforePause} such days in a row the tips there pause.`
  return `I could not post today's tip in ${channelName}, because ${because}. ${advice} ${now}`
}

/** Why nothing can be posted here and what to do, for whoever asked for a tip. */
export const describeRefusal = (why: Refusal) =>
  `I cannot post here, because ${refusals[why].because}. ${refusals[why].advice}`

/** Why a tip was not posted, for the record. */
export const refusalReason = (why: Refusal) => `Slack refused it: ${refusals[why].because}.`

/** Why the tips of a channel are paused, for its status. */
export const pauseReason = (why: Refusal) =>
  `Paused, because ${refusals[why].because} on ${failingDaysBeforePause} days in a row. ${refusals[why].advice}`

const refusals: Readonly<Record<Refusal, { readonly because: string; readonly advice: string }>> = {
  'not-in-channel': {
    because: 'I am not in that channel',
    advice: 'Invite me there with `/invite @Hallway`.',
  },
  'channel-not-found': {
    because: 'the channel is gone, or it is private and I am not in it',
    advice: 'If it still exists, invite me there with `/invite @Hallway`.',
  },
  archived: {
    because: 'the channel is archived',
    advice: 'Unarchive it, or set tips up in another channel.',
  },
  'posting-restricted': {
    because: 'only some people may post in that channel',
    advice: 'Ask an administrator to let me post there, or set tips up in another channel.',
  },
  'person-unreachable': {
    because: 'Slack does not let me write to that person',
    advice: 'Set tips up in a channel instead.',
  },
}
