import type { Config } from './config/config.ts'
import type { ServedWorkspace } from './served-workspace.ts'
import { createClock } from './tips/clock.ts'

/** Slack, or a workspace of Hallway's own, which a bot that serves Slack never loads. */
export async function chooseWorkspace(config: Config): Promise<ServedWorkspace> {
  const { connection, slackApiUrl, dataFolder, databaseUrl, port, host } = config
  if (connection.kind === 'local') return (await import('./local-workspace.ts')).openLocalWorkspace(port)
  const posts = `Slack posts to port ${port} of ${host}, path /slack/events.`
  const hints = {
    socket: 'Connected to Slack.',
    http: posts,
    many: `${posts} Workspaces add Hallway at /slack/install.`,
  }
  const hint = hints[connection.kind]
  return {
    connection,
    slackApiUrl,
    dataFolder,
    databaseUrl,
    clock: createClock(),
    hint,
    close: async () => {},
  }
}
