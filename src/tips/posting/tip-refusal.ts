import type { TipChannel } from '../../store/store.ts'

/** Why a channel cannot have tips until a person does something. */
export type TipRefusal =
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

export interface TipTrouble {
  readonly channel: TipChannel
  readonly why: TipRefusal
  /** Whether the tips of the channel are paused from now on. */
  readonly paused: boolean
}

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
export const describeRefusal = (why: TipRefusal) =>
  `I cannot post here, because ${refusals[why].because}. ${refusals[why].advice}`

/** Why a tip was not posted, for the record. */
export const refusalReason = (why: TipRefusal) => `Slack refused it: ${refusals[why].because}.`

/** Why the tips of a channel are paused, for its status. */
export const pauseReason = (why: TipRefusal) =>
  `Paused, because ${refusals[why].because} on ${failingDaysBeforePause} days in a row. ${refusals[why].advice}`

const refusals: Readonly<Record<TipRefusal, { readonly because: string; readonly advice: string }>> = {
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
