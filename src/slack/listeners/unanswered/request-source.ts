import { z } from 'zod'

/** The fields of any payload that say where it came from and how to reach the person. */
const payload = z.object({
  response_url: odd(z.url()),
  command: odd(z.string()),
  user: odd(z.object({ id: z.string() })),
  user_id: odd(z.string()),
  team: odd(z.object({ id: z.string() })),
  team_id: odd(z.string()),
  /** Whose Hallway it is for: in a channel that workspaces share, `team_id` may be that of who wrote. */
  authorizations: odd(z.array(z.object({ team_id: odd(z.string()) }))),
  trigger_id: odd(z.string()),
  channel: odd(z.object({ id: z.string() })),
  channel_id: odd(z.string()),
  actions: odd(z.array(z.object({ action_id: z.string() }))),
  view: odd(z.object({ callback_id: z.string(), private_metadata: odd(z.string()) })),
  event: odd(
    z.object({
      type: z.string(),
      user: odd(z.string()),
      channel: odd(z.string()),
      ts: odd(z.string()),
      thread_ts: odd(z.string()),
    }),
  ),
})

/** A field that is not as expected counts as absent: it may be the reason of a failure, and the others are still needed. */
function odd<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined)
}

/** Where somebody asked, as far as the payload says. */
export type RequestSource = z.infer<typeof payload>

export const readRequestSource = (body: unknown): RequestSource => payload.safeParse(body).data ?? {}
