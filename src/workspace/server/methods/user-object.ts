import type { Json, Person } from '../../records.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'

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
