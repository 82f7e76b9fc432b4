import type { Channel, Person } from '../records.ts'
import type { ActParts } from './acts/act-parts.ts'
import { click } from './acts/click.ts'
import { edit } from './acts/edit.ts'
import { closeModal, submit } from './acts/modal.ts'
import { openTab } from './acts/open-tab.ts'
import { runSlashCommand } from './acts/run-slash-command.ts'
import { say } from './acts/say.ts'
import type { WorkspaceState } from './state/workspace-state.ts'
import type { By, Workspace } from './workspace.ts'

type PeopleActs = Pick<
  Workspace,
  'say' | 'edit' | 'command' | 'click' | 'submit' | 'closeView' | 'openMessagesTab' | 'openHomeTab'
>

/** What people do, as `Workspace` offers it. */
export function createPeopleActs(parts: ActParts): PeopleActs {
  const { state } = parts
  const actor = (by: By | undefined) => actorIn(state, by)
  const placed = (channel: string, typed: string, by: By | undefined) => ({
    person: actor(by),
    channel: channelNamed(state, channel, by),
    typed,
  })
  return {
    say: (channel, text, options) =>
      say({ ...placed(channel, text, options), thread: options?.thread }, parts),
    edit: async (channel, ts, text, options) => edit({ ...placed(channel, text, options), ts }, parts),
    command: (name, text, channel, options) =>
      runSlashCommand({ ...placed(channel, text, options), name, thread: options?.thread }, parts),
    click(where, actionId, { as = state.you, ...rest } = {}) {
      const action = { actionId, ...rest }
      if (!('ts' in where)) return click(as, { ...action, place: { view: where.id } }, parts)
      const ts = String(where.ts)
      const holds = state.channels().find(({ id }) => id === where.channel || state.message(id, ts))
      return click(as, { ...action, place: { channel: holds?.id ?? '', ts } }, parts)
    },
    submit: (view, values = {}, options) =>
      submit({ person: actor(options), viewId: view.id, values }, parts),
    closeView: (view, options) => closeModal(actor(options), view.id, parts),
    openMessagesTab: (options) => openTab(actor(options), 'messages', parts),
    openHomeTab: (options) => openTab(actor(options), 'home', parts),
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
