import type { Channel, Ephemeral, Json, Person, SlackMessage, View } from '../records.ts'
import { withoutReplyCounts } from './state/reply-counts.ts'
import { newId, type WorkspaceState } from './state/workspace-state.ts'

/** What Slack sends to apps, shape by shape. */

/** Slack's old way to prove where a payload comes from; apps ignore it over Socket Mode. */
const verificationToken = 'local-workspace'

export function eventPayload(state: WorkspaceState, event: Json): Json {
  return {
    token: verificationToken,
    team_id: state.team.id,
    api_app_id: state.app.id,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(state.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: state.team.id,
        user_id: state.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: newId('EC'),
  }
}

/** A message as an event: `message` in a channel or direct message. */
export function messageEvent(channel: Channel, message: SlackMessage): Json {
  return {
    ...withoutReplyCounts(message),
    channel: channel.id,
    event_ts: message.ts,
    channel_type: channelType(channel),
  }
}

export function mentionEvent(channel: Channel, message: SlackMessage): Json {
  return { ...withoutReplyCounts(message), type: 'app_mention', channel: channel.id, event_ts: message.ts }
}

export function changedEvent(
  channel: Channel,
  message: SlackMessage,
  previous: SlackMessage,
  ts: string,
): Json {
  return {
    type: 'message',
    subtype: 'message_changed',
    message: withoutReplyCounts(message),
    previous_message: withoutReplyCounts(previous),
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  }
}

export function deletedEvent(channel: Channel, previous: SlackMessage, ts: string): Json {
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: withoutReplyCounts(previous),
    channel: channel.id,
    hidden: true,
    deleted_ts: previous.ts,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  }
}

export function homeOpenedEvent(
  state: WorkspaceState,
  person: Person,
  channel: Channel,
  tab: 'messages' | 'home',
): Json {
  return {
    type: 'app_home_opened',
    user: person.id,
    channel: channel.id,
    tab,
    event_ts: state.nextTs(),
  }
}

/** A command that a person typed. */
interface TypedCommand {
  readonly command: string
  readonly text: string
  readonly person: Person
  readonly channel: Channel
  readonly responseUrl: string
  readonly triggerId: string
}

export function commandPayload(
  state: WorkspaceState,
  { command, text, person, channel, responseUrl, triggerId }: TypedCommand,
): Json {
  return {
    token: verificationToken,
    team_id: state.team.id,
    team_domain: state.team.domain,
    channel_id: channel.id,
    channel_name: channel.name || 'directmessage',
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: state.app.id,
    is_enterprise_install: false,
    response_url: responseUrl,
    trigger_id: triggerId,
  }
}

/** Where a person clicked. */
export type ActionSource =
  | {
      readonly kind: 'message'
      readonly channel: Channel
      readonly message: SlackMessage
      readonly responseUrl: string
    }
  | {
      readonly kind: 'ephemeral'
      readonly channel: Channel
      readonly ephemeral: Ephemeral
      readonly responseUrl: string
    }
  | { readonly kind: 'view'; readonly view: View }

/** What a person chose or clicked, and what the inputs beside it hold. */
interface TakenActions {
  readonly person: Person
  readonly source: ActionSource
  readonly actions: readonly Json[]
  readonly values: Json
  readonly triggerId: string
}

export function actionsPayload(
  state: WorkspaceState,
  { person, source, actions, values, triggerId }: TakenActions,
): Json {
  return {
    type: 'block_actions',
    user: userOf(state, person),
    api_app_id: state.app.id,
    token: verificationToken,
    ...placeOf(source, values),
    trigger_id: triggerId,
    team: { id: state.team.id, domain: state.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    actions,
  }
}

function placeOf(source: ActionSource, values: Json): Json {
  if (source.kind === 'view')
    return { container: { type: 'view', view_id: source.view.id }, view: source.view }
  const { channel, responseUrl } = source
  const shown = source.kind === 'message' ? source.message : source.ephemeral
  return {
    container: {
      type: 'message',
      message_ts: shown.ts,
      channel_id: channel.id,
      is_ephemeral: source.kind === 'ephemeral',
      ...(shown.thread_ts ? { thread_ts: shown.thread_ts } : {}),
    },
    channel: { id: channel.id, name: channel.name || 'directmessage' },
    ...(source.kind === 'message' ? { message: source.message } : {}),
    state: { values },
    response_url: responseUrl,
  }
}

/** A modal that a person submitted. */
interface SubmittedView {
  readonly person: Person
  readonly view: View
  readonly triggerId: string
}

export function submissionPayload(state: WorkspaceState, { person, view, triggerId }: SubmittedView): Json {
  return {
    type: 'view_submission',
    team: { id: state.team.id, domain: state.team.domain },
    user: userOf(state, person),
    api_app_id: state.app.id,
    token: verificationToken,
    view,
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: triggerId,
  }
}

export function botProfile(state: WorkspaceState): Json {
  // Pictures have no addresses here: the page draws its own.
  return {
    id: state.app.botId,
    deleted: false,
    name: state.app.name,
    updated: state.since,
    app_id: state.app.id,
    icons: { image_36: '', image_48: '', image_72: '' },
    team_id: state.team.id,
  }
}

function userOf(state: WorkspaceState, person: Person): Json {
  return { id: person.id, username: person.name, name: person.name, team_id: state.team.id }
}

function channelType(channel: Channel): 'im' | 'channel' {
  return channel.kind === 'im' ? 'im' : 'channel'
}
