import type { Channel, InputValues, Person, SlackMessage } from '../../records.ts'
import { homeOpenedEvent } from '../payloads.ts'
import { typedText } from '../typed-text.ts'
import { ActError } from './act-error.ts'
import type { ActParts } from './act-parts.ts'
import { type Action, click } from './click.ts'
import { closeModal, type Submission, submit } from './modal.ts'
import { runSlashCommand } from './run-slash-command.ts'
import { say } from './say.ts'

/** What people do. Each act names who does it and resolves once the app has acknowledged it, or should have. */
export interface Acts {
  say(person: Person, channel: Channel, typed: string, thread?: string): Promise<SlackMessage>
  edit(person: Person, channel: Channel, ts: string, typed: string): Promise<SlackMessage>
  command(person: Person, channel: Channel, command: string, typed: string, thread?: string): Promise<void>
  act(person: Person, action: Action): Promise<void>
  submit(person: Person, viewId: string, values: InputValues): Promise<Submission>
  closeView(person: Person, viewId: string): void
  openTab(person: Person, tab: 'messages' | 'home'): void
}

export function createActs(parts: ActParts): Acts {
  const { state, post } = parts
  return {
    say: (person, channel, typed, thread) => say({ person, channel, typed, thread }, parts),
    command: (person, channel, name, typed, thread) =>
      runSlashCommand({ name, person, channel, typed, thread }, parts),
    act: (person, action) => click(person, action, parts),
    submit: (person, viewId, values) => submit({ person, viewId, values }, parts),
    closeView: (person, viewId) => closeModal(person, viewId, parts),
    async edit(person, channel, ts, typed) {
      const message = state.message(channel.id, ts)
      if (!message || message.user !== person.id) throw new ActError('Only your own messages can be edited.')
      return post.change(channel, message, { text: typedText(typed, state.people, state.channels()) })
    },
    openTab(person, tab) {
      const channel = state.directMessage(person.id)
      if (channel) post.event('app_home_opened', homeOpenedEvent(state, person, channel, tab))
    },
  }
}
