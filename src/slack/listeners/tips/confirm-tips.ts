import type { webApi } from '@slack/bolt'
import type { Requester, Saved, TipDesk } from '../../../tips/tip-desk.ts'
import { describeChange } from '../../../tips/words/describe-change.ts'
import type { Message } from '../../blocks/message.ts'
import { buildStandingMessage } from '../../blocks/tip-standing-blocks.ts'
import { refusalOf } from '../../client/slack-failure.ts'
import { buildSavedMessage, offering } from './tips-words.ts'

/** Slack's words for a place where Hallway is not. */
const notThere: ReadonlySet<string | undefined> = new Set(['not_in_channel', 'channel_not_found'])

/**
 * Says what was saved, to the person who saved it alone. That message is also how Hallway learns, with no scope to read channels,
 * that it is not where the tips are to appear: then it says `elsewhere` what to do.
 */
export async function confirmTips(
  {
    speaker,
    saved,
    question,
  }: {
    readonly speaker: Requester
    readonly saved: Saved
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
  const { channelId } = speaker.channel
  try {
    const message = buildSavedMessage(saved, question)
    await client.chat.postEphemeral({ ...message, channel: channelId, user: speaker.userId })
  } catch (error) {
    if (!notThere.has(refusalOf(error))) throw error
    if (channelId.startsWith('D')) {
      // A conversation of other people, into which nobody can invite.
      const { standing } = await desk.turnOff({ ...speaker, request: `${speaker.request}/not-there` })
      const refused = buildStandingMessage(standing, { obstacle: { kind: 'not-our-conversation' } })
      await elsewhere(offering(refused, question))
      return
    }
    const { before, standing } = saved
    const obstacle = standing.state === 'on' ? ({ kind: 'not-in-channel', channelId } as const) : undefined
    const changed = before && describeChange(before, standing)
    const message = buildStandingMessage(standing, { changed, obstacle })
    await elsewhere(offering(message, question))
  }
}
