import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Channel } from '../records.ts'
import { json, plainReply, type Reply, type ServerRequest } from './http-server.ts'
import type { Post } from './post.ts'
import { SlackError } from './slack-error.ts'
import type { WorkspaceState } from './state/workspace-state.ts'

/** Slack's limits: five answers within half an hour. */
const maxUses = 5
const validMillis = 30 * 60_000

/** What a response_url belongs to: who acted where, and the message acted upon, if any. */
export interface ResponseTarget {
  readonly person: string
  readonly channel: Channel
  /** The message or ephemeral that holds the button. */
  readonly source?: { readonly kind: 'message' | 'ephemeral'; readonly ts: string }
}

export interface ResponseUrls {
  /** A new address for one thing that a person did. */
  create(target: ResponseTarget): string
  /** Handles what was posted to the address. @throws {SlackError} if Slack refuses */
  respond(id: string, body: unknown): void
  /** Shows an app's immediate answer to a command, which may say all that one to a response_url may. */
  show(target: ResponseTarget, body: unknown): void
}

const bodySchema = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.union([z.boolean(), z.stringbool()]).optional(),
  delete_original: z.union([z.boolean(), z.stringbool()]).optional(),
  thread_ts: z.string().optional(),
})

export function createResponseUrls(state: WorkspaceState, post: Post, base: () => string): ResponseUrls {
  const urls = new Map<string, { readonly target: ResponseTarget; readonly expires: number; uses: number }>()

  function show(target: ResponseTarget, given: unknown): void {
    const read = bodySchema.safeParse(given)
    if (!read.success) throw new SlackError('invalid_payload')
    const body = read.data
    const channel = state.channel(target.channel.id) ?? target.channel
    if (body.delete_original) removeSource(target, channel)
    else if (target.source && body.replace_original) replaceSource(target, channel, body)
    else if (body.response_type === 'in_channel') post.byBot(channel, body, body.thread_ts)
    else post.ephemeral(channel, target.person, body, body.thread_ts)
  }

  function removeSource(target: ResponseTarget, channel: Channel): void {
    const { message, ephemeral } = sourceOf(target, channel)
    if (message) post.remove(channel, message)
    else state.removeEphemeral(ephemeral)
  }

  function replaceSource(target: ResponseTarget, channel: Channel, body: z.infer<typeof bodySchema>): void {
    const content = post.content(body)
    const { message, ephemeral } = sourceOf(target, channel)
    if (message) {
      post.change(channel, message, content)
    } else {
      const { blocks: _, ...rest } = ephemeral
      state.replaceEphemeral({ ...rest, ...content })
    }
  }

  function sourceOf({ source, person }: ResponseTarget, channel: Channel) {
    const message = source?.kind === 'message' ? state.message(channel.id, source.ts) : undefined
    if (message) return { message }
    const ephemeral = state.ephemerals(person).find((other) => other.ts === source?.ts)
    if (!ephemeral) throw new SlackError('message_not_found')
    return { ephemeral }
  }

  return {
    create(target) {
      for (const [id, url] of urls) if (state.now() > url.expires) urls.delete(id)
      const id = randomBytes(16).toString('hex')
      urls.set(id, { target, expires: state.now() + validMillis, uses: 0 })
      return `${base()}/responses/${id}`
    },
    respond(id, body) {
      const url = urls.get(id)
      if (!url || state.now() > url.expires) throw new SlackError('expired_url')
      if (url.uses >= maxUses) throw new SlackError('used_url')
      url.uses += 1
      show(url.target, body)
    },
    show,
  }
}

/** Answers what an app posts to such an address. @param id what stands at the end of it */
export function answerResponse(responses: ResponseUrls, id: string, request: ServerRequest): Reply {
  try {
    responses.respond(id, bodyOf(request))
    return plainReply(200, 'ok')
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    return json({ ok: false, error: error.code, ...error.more }, error.code.endsWith('_url') ? 404 : 400)
  }
}

function bodyOf({ headers, body }: ServerRequest): unknown {
  if (!headers['content-type']?.startsWith('application/json')) throw new SlackError('invalid_payload')
  try {
    return JSON.parse(body)
  } catch {
    throw new SlackError('invalid_payload')
  }
}
