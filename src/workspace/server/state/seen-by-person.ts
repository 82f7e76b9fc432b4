import type { Change } from '../../records.ts'
import type { WorkspaceState } from './workspace-state.ts'

/** All that a page needs to show the workspace to a person, as of `seq`. */
export function stateForPage(state: WorkspaceState, person: string) {
  const channels = state.channelsOf(person)
  return {
    seq: state.changes.seq,
    team: state.team,
    me: person,
    people: state.people,
    channels,
    messages: Object.fromEntries(channels.map((channel) => [channel.id, state.messages(channel.id)])),
    ephemerals: state.ephemerals(person),
    views: state.views(person),
    prompts: Object.fromEntries(channels.map(({ id }) => [id, state.prompts(id)])),
    connections: state.connections(),
    notice: state.notice(),
    now: state.now(),
  }
}

/** Whether a person sees that something has changed. */
export function seesChange(state: WorkspaceState, person: string, change: Change): boolean {
  if ('to' in change) return change.to === person
  if (change.kind === 'ephemeral') return change.ephemeral.to === person
  if (change.kind === 'connections' || change.kind === 'notice' || change.kind === 'clock') return true
  const id = change.kind === 'channel' ? change.channel.id : change.channel
  return state.channel(id)?.members.includes(person) ?? false
}
