import type { Channel, Json, Person } from '../../records.ts'
import type { WorkspaceState } from '../workspace-state.ts'

/** A channel as Slack describes it. */
export function channelObject(state: WorkspaceState, channel: Channel): Json {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: false,
    is_org_shared: false,
    context_team_id: state.team.id,
    updated: channel.created * 1000,
  }
  if (channel.kind === 'im') {
    return {
      ...common,
      is_im: true,
      user: channel.members.find((member) => member !== state.bot.id),
      is_user_deleted: false,
      priority: 0,
    }
  }
  return {
    ...common,
    name: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: channel.name === 'general',
    unlinked: 0,
    name_normalized: channel.name,
    is_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    creator: state.you.id,
    is_ext_shared: false,
    shared_team_ids: [state.team.id],
    pending_connected_team_ids: [],
    is_member: channel.members.includes(state.bot.id),
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: channel.purpose, creator: state.you.id, last_set: channel.created },
    previous_names: [],
    num_members: channel.members.length,
  }
}

/** A person or a bot as Slack describes them. */
export function userObject(state: WorkspaceState, person: Person): Json {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    id: person.id,
    team_id: state.team.id,
    name: person.name,
    deleted: false,
    color: '4a5568',
    real_name: person.realName,
    tz: timeZone,
    tz_label: timeZone,
    tz_offset: -new Date(state.now()).getTimezoneOffset() * 60,
    profile: {
      title: '',
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.isBot ? '' : person.realName,
      display_name_normalized: person.isBot ? '' : person.realName,
      status_text: '',
      status_emoji: '',
      team: state.team.id,
      ...(person.isBot ? { bot_id: state.app.botId, api_app_id: state.app.id } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    updated: state.since,
  }
}
