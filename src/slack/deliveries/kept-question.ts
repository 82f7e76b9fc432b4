import { z } from 'zod'
import { parseJson } from '../../text/parse-json.ts'
import { saidByPerson } from '../client/said-by-person.ts'

/**
 * What is kept of a delivery until it is answered: as much as that takes, and no more. A notice that Hallway was removed is kept
 * too, since Slack gives no second one. Undefined for a delivery that nobody waits for: other events without a person, and
 * modals, which stay open until they are answered. Words too long for a question are left out; then the person can be told why
 * there is no answer.
 */
export function keptQuestion(body: unknown): string | undefined {
  const kept = asked.safeParse(body).data
  if (kept === undefined) return undefined
  const text = asText(kept)
  return text !== undefined && text.length <= maxLength ? text : asText(withoutWords(kept))
}

/** Undefined for what nests too deeply to be written as JSON: nobody has typed that. */
function asText(kept: object): string | undefined {
  try {
    return JSON.stringify(kept)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** What `keptQuestion` kept; undefined if it is something else. */
export function readKeptQuestion(text: string): z.infer<typeof asked> | undefined {
  return asked.safeParse(parseJson(text)).data
}

/** Whether it is a notice that Hallway was removed. */
export const tellsOfRemoval = (kept: z.infer<typeof asked>): boolean =>
  'event' in kept && !('user' in kept.event)

/** Whether the words that are to be answered were kept. */
export const keepsWords = (kept: z.infer<typeof asked>): boolean => !('is_too_long' in kept)

/** In characters: twice what Slack takes as a message. */
const maxLength = 16_000

const id = z.object({ id: z.string() })
const place = {
  api_app_id: z.string().optional(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.union([z.boolean(), z.string()]).optional(),
  is_too_long: z.literal(true).optional(),
}

/** A message: its blocks say the same as its text, if it has one. */
const message = z
  .object({
    type: z.enum(['app_mention', 'message']),
    channel: z.string(),
    channel_type: z.string().optional(),
    user: z.string(),
    ...saidByPerson,
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().optional(),
    blocks: z.array(z.unknown()).optional(),
    attachments: z.array(z.unknown()).optional(),
    files: z.array(z.unknown().transform(() => ({}))).optional(),
  })
  .refine(({ type, channel_type }) => type === 'app_mention' || channel_type === 'im')
  .transform(({ blocks, ...event }) => (event.text?.trim() ? event : { ...event, blocks }))

/** A notice that Hallway was removed: it says what is to be deleted. */
const removal = z.object({
  type: z.enum(['app_uninstalled', 'tokens_revoked', 'team_access_revoked']),
  team_ids: z.array(z.string()).optional().catch(undefined),
})

const callback = {
  type: z.literal('event_callback'),
  ...place,
  authorizations: z.array(z.unknown()).optional(),
  event_id: z.string().optional(),
}

const asked = z.union([
  z.object({ ...callback, event: message }),
  z.object({ ...callback, event_time: z.number().optional().catch(undefined), event: removal }),
  z.object({
    type: z.literal('block_actions'),
    ...place,
    user: z.object({ id: z.string(), team_id: z.string().optional() }),
    team: z.object({ id: z.string(), enterprise_id: z.string().nullish() }).nullish(),
    enterprise: id.nullish(),
    channel: id,
    container: z.unknown().optional(),
    message: z.object({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
    trigger_id: z.string(),
    response_url: z.string(),
    actions: z.array(z.unknown()),
    view: z.undefined().optional(),
  }),
  z.object({
    command: z.string(),
    ...place,
    text: z.string().optional(),
    user_id: z.string(),
    channel_id: z.string(),
    trigger_id: z.string(),
    response_url: z.string(),
  }),
])

function withoutWords(kept: z.infer<typeof asked>): object {
  if ('event' in kept) {
    if (!('user' in kept.event)) return kept
    const { text: _, attachments: __, files: ___, ...event } = kept.event
    return { ...kept, event: { ...event, text: '', blocks: [] }, is_too_long: true }
  }
  return 'command' in kept
    ? { ...kept, text: '', is_too_long: true }
    : { ...kept, actions: [], is_too_long: true }
}
