import { z } from 'zod'

type Fields = Readonly<Record<string, unknown>>

const workspaceId = z.string().regex(/^T/)
const payload = z.object({
  team: z.object({ id: z.string() }).optional().catch(undefined),
  user: z.object({ team_id: workspaceId }).optional().catch(undefined),
  view: z.object({ app_installed_team_id: workspaceId }).optional().catch(undefined),
})

/**
 * What somebody has done by a button or in a window, with the workspace for which it is done as its `team`. If an organization has
 * let Hallway in, Slack names none there: it is the person's. For a window that was opened in a channel of several workspaces it
 * names the person's, and within the window the one that has let Hallway in.
 */
export function withTeam(body: Fields): Fields {
  if (body.user === undefined) return body
  const { team, user, view } = payload.parse(body)
  const id = view?.app_installed_team_id ?? team?.id ?? user?.team_id
  return id === undefined || id === team?.id ? body : { ...body, team: { id } }
}
