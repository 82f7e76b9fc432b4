import type { Channel, Person } from '../records.ts'
import type { Acts } from './acts/acts.ts'
import type { By, Workspace } from './workspace.ts'
import type { WorkspaceState } from './workspace-state.ts'

type PeopleActs = Pick<
  Workspace,
  'say' | 'edit' | 'command' | 'click' | 'submit' | 'closeView' | 'openMessagesTab' | 'openHomeTab'
>

/** What people do, as `Workspace` offers it. */
export function createPeopleActs(state: WorkspaceState, acts: Acts): PeopleActs {
  const actor = (by: By | undefined) => actorIn(state, by)
  const channelOf = (name: string, by: By | undefined) => channelNamed(state, name, by)
  return {
    say: (channel, text, options) =>
      acts.say(actor(options), channelOf(channel, options), text, options?.thread),
    edit: (channel, ts, text, options) => acts.edit(actor(options), channelOf(channel, options), ts, text),
    command: (command, text, channel, options) =>
      acts.command(actor(options), channelOf(channel, options), command, text, options?.thread),
    click(where, actionId, { as, ...rest } = {}) {
      const action = { actionId, ...rest }
      if (!('ts' in where)) return acts.act(as ?? state.you, { ...action, place: { view: where.id } })
      const ts = String(where.ts)
      const holds = state.channels().find(({ id }) => id === where.channel || state.message(id, ts))
      return acts.act(as ?? state.you, { ...action, place: { channel: holds?.id ?? '', ts } })
    },
    submit: (view, values, options) => acts.submit(actor(options), view.id, values ?? {}),
    closeView: (view, options) => acts.closeView(actor(options), view.id),
    openMessagesTab: (options) => acts.openTab(actor(options), 'messages'),
    openHomeTab: (options) => acts.openTab(actor(options), 'home'),
  }
}

type PeopleViews = Pick<Workspace, 'channel' | 'messages' | 'thread' | 'ephemerals' | 'views' | 'prompts'>

/** What people see. */
export function createPeopleViews(state: WorkspaceState): PeopleViews {
  const actor = (by: By | undefined) => actorIn(state, by)
  const channelOf = (name: string, by: By | undefined) => channelNamed(state, name, by)
  return {
    channel: channelOf,
    messages: (channel, options) => state.messages(channelOf(channel, options).id),
    thread: (channel, ts, options) => state.thread(channelOf(channel, options).id, ts),
    ephemerals(channel, options) {
      const all = state.ephemerals(actor(options).id)
      return channel === undefined
        ? all
        : all.filter((ephemeral) => ephemeral.channel === channelOf(channel, options).id)
    },
    views: (options) => state.views(actor(options).id),
    prompts: (options) => state.prompts(channelOf('dm', options).id),
  }
}

/** Whoever acts; `You` if nothing is said. */
const actorIn = (state: WorkspaceState, by: By | undefined): Person => by?.as ?? state.you

/** @param name `#talks`, an id, or `dm` for the direct message of whoever acts */
function channelNamed(state: WorkspaceState, name: string, by: By | undefined): Channel {
  const found =
    name === 'dm'
      ? state.directMessage(actorIn(state, by).id)
      : state.channels().find((channel) => channel.id === name || `#${channel.name}` === name)
  if (!found) throw new Error(`There is no channel "${name}" in the local workspace.`)
  return found
}
