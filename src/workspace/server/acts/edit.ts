import type { SlackMessage } from '../../records.ts'
import { typedText } from '../typed-text.ts'
import { ActError } from './act-error.ts'
import type { ActParts } from './act-parts.ts'
import type { Saying } from './say.ts'

/** A person says a message of their own in other words. @throws {ActError} */
export function edit(
  { person, channel, typed, ts }: Omit<Saying, 'thread'> & { readonly ts: string },
  { state, post }: Pick<ActParts, 'state' | 'post'>,
): SlackMessage {
  const message = state.message(channel.id, ts)
  if (!message || message.user !== person.id) throw new ActError('Only your own messages can be edited.')
  return post.change(channel, message, { text: typedText(typed, state.people, state.channels()) })
}
