import { z } from 'zod'
import type { StoredInstallation } from '../../store/store.ts'
import { parseJson } from '../../text/parse-json.ts'

/** What Slack gave when a workspace, or an organization for its workspaces, let Hallway in. */
const installationSchema = z.object({
  botToken: z.string(),
  /** Who Hallway is there: so Slack need not be asked before it can answer. */
  botId: z.string(),
  botUserId: z.string(),
  /** For tokens that expire: what gives the next one. */
  refreshToken: z.string().optional(),
  /** Epoch seconds. */
  expiresAt: z.number().optional(),
  /** When Slack gave the token, by its clock, in epoch seconds: Hallway was in then. */
  givenAt: z.number().optional(),
})

export type Installation = z.infer<typeof installationSchema>

/** An installation that can be used. */
export interface Installed extends Installation {
  readonly stored: StoredInstallation
}

export function parseInstallation(text: string): Installation | undefined {
  const read = installationSchema.safeParse(parseJson(text)).data
  if (read?.expiresAt === undefined) return read
  // What was stored before its time was is as old as its end tells.
  return { givenAt: read.expiresAt - tokenSeconds, ...read }
}

/** How long Slack's tokens last that expire, in seconds. */
const tokenSeconds = 12 * 60 * 60
