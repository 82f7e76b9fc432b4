import type { webApi } from '@slack/bolt'
import type { Speaker, TipDesk } from '../../tips/tip-desk.ts'
import type { TipStanding } from '../../tips/words/standing.ts'
import type { Message } from '../blocks/message.ts'
import { buildStandingMessage } from '../blocks/tip-standing-blocks.ts'
import { refusalOf } from '../client/failure.ts'
import { offering } from './tips-words.ts'

/** Slack's words for a place where Hallway is not. */
const notThere: ReadonlySet<string | undefined> = new Set(['not_in_channel', 'channel_not_found'])

/**
 * Says what was saved, to who saved it alone. That message is also how Hallway learns, with no scope to read channels,
 * that it is not where the tips are to appear: then it says `elsewhere` what to do.
 */
export async function confirmTips(
  saved: {
    readonly speaker: Speaker
    readonly standing: TipStanding
    /** What may have been asked of the notes in the same words. */
    readonly question?: string | undefined
  },
  {
    client,
    desk,
    elsewhere,
  }: {
    readonly client: webApi.WebClient
    readonly desk: TipDesk
    readonly elsewhere: (message: Message) => Promise<unknown>
  },
): Promise<void> {
  const { speaker, standing } = saved
  const { channelId } = speaker.channel
  try {
    const message = offering(buildStandingMessage(standing), saved.question)
    await client.chat.postEphemeral({ ...message, channel: channelId, user: speaker.userId })
  } catch (error) {
    if (!notThere.has(refusalOf(error))) throw error
    if (channelId.startsWith('D')) {
      // A conversation of other people, into which nobody can invite.
      const off = await desk.turnOff(speaker)
      await elsewhere(buildStandingMessage(off, { kind: 'not-our-conversation' }))
      return
    }
    const obstacle = { kind: 'not-in-channel', channelId } as const
    await elsewhere(buildStandingMessage(standing, standing.state === 'on' ? obstacle : undefined))
  }
}
