import { z } from 'zod'
import type { WorkspaceIds } from './installations.ts'

const id = z.string().min(1)
const payload = z.object({
  authorizations: z
    .array(z.object({ team_id: id.nullish(), enterprise_id: id.nullish() }))
    .min(1)
    .optional()
    .catch(undefined),
  team_id: id.optional().catch(undefined),
  enterprise_id: id.optional().catch(undefined),
  team: z.object({ id, enterprise_id: id.nullish() }).optional().catch(undefined),
  enterprise: z.object({ id }).optional().catch(undefined),
  user: z.object({ team_id: id }).optional().catch(undefined),
})

/**
 * The workspace for which Hallway is to act on a request. In a channel that two workspaces share, it is the one that has let
 * Hallway in. Undefined if Slack names none.
 */
export function workspaceOf(body: Readonly<Record<string, unknown>>): WorkspaceIds | undefined {
  const read = payload.safeParse(body).data
  if (read === undefined) return undefined
  const authorization = read.authorizations?.[0]
  const organizationId =
    authorization?.enterprise_id ?? read.enterprise_id ?? read.enterprise?.id ?? read.team?.enterprise_id
  const teamId =
    authorization?.team_id ?? read.team_id ?? read.team?.id ?? read.user?.team_id ?? organizationId
  return teamId ? { teamId, ...(organizationId && { organizationId }) } : undefined
}
