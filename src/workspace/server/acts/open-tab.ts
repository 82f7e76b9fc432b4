import type { Person } from '../../records.ts'
import { homeOpenedEvent } from '../payloads.ts'
import type { ActParts } from './act-parts.ts'

/** A person opens the app's messages, or its Home. */
export function openTab(
  person: Person,
  tab: 'messages' | 'home',
  { state, post }: Pick<ActParts, 'state' | 'post'>,
): void {
  const channel = state.directMessage(person.id)
  if (channel) post.event('app_home_opened', homeOpenedEvent(state, person, channel, tab))
}
