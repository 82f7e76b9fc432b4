import type { Channel, Person } from '../../records.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'
import type { ActParts } from './act-parts.ts'

/** The workspace's own button: adds the app to the channel. */
export const inviteAction = 'workspace:invite'

/** Offers to add the app to a channel in which somebody has mentioned it in vain. */
export function offerInvitation(
  { person, channel, thread }: { person: Person; channel: Channel; thread: string | undefined },
  state: WorkspaceState,
): void {
  const app = state.bot.realName
  const words = `${app} is not in this channel, so it has not seen your mention.`
  const button = {
    type: 'button',
    action_id: inviteAction,
    style: 'primary',
    text: { type: 'plain_text', text: `Add ${app} to #${channel.name}` },
  }
  state.note(person.id, channel.id, words, {
    ...(thread ? { thread_ts: thread } : {}),
    blocks: [
      { type: 'section', block_id: 'why', text: { type: 'plain_text', text: words } },
      { type: 'actions', block_id: 'do', elements: [button] },
    ],
  })
}

export function invite(person: Person, channel: Channel, { state }: Pick<ActParts, 'state'>): void {
  if (channel.kind === 'im' || channel.members.includes(state.bot.id)) return
  state.join(channel, state.bot.id)
  state.note(person.id, channel.id, `${state.bot.realName} is in #${channel.name} now. Mention it to ask.`)
}
