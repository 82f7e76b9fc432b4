import type { Channel, Person, SlackMessage } from '../../records.ts'
import { mentions, typedText } from '../typed-text.ts'
import { ActError } from './act-error.ts'
import type { ActParts } from './act-parts.ts'
import { offerInvitation } from './invite.ts'

export interface Saying {
  readonly person: Person
  readonly channel: Channel
  readonly typed: string
  readonly thread?: string | undefined
}

/** A person says something in a channel or a thread. @throws {ActError} */
export async function say(
  { person, channel, typed, thread }: Saying,
  { state, post }: Pick<ActParts, 'state' | 'post'>,
): Promise<SlackMessage> {
  if (typed.trim() === '') throw new ActError('There is nothing to send.')
  if (thread !== undefined && !state.message(channel.id, thread)) throw new ActError('This thread is gone.')
  const text = typedText(typed, state.people, state.channels())
  const message = post.byPerson(channel, person.id, text, thread)
  if (mentions(text, state.bot.id) && !channel.members.includes(state.bot.id))
    offerInvitation({ person, channel, thread: message.thread_ts }, state)
  return message
}
