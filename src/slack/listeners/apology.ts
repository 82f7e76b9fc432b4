import type { App } from '@slack/bolt'
import { z } from 'zod'
import { type Message, sentence } from '../blocks/message.ts'
import { describeFailure } from '../client/failure.ts'
import { isNoAnswer } from '../client/no-answer.ts'
import { placeRefusal } from './place-refusal.ts'
import { hasOurReply } from './unconfirmed.ts'

/** What Hallway needs of any payload in order to say where it came from and to reach who sent it. */
const payload = z.object({
  response_url: odd(z.url()),
  command: odd(z.string()),
  user: odd(z.object({ id: z.string() })),
  user_id: odd(z.string()),
  channel: odd(z.object({ id: z.string() })),
  channel_id: odd(z.string()),
  actions: odd(z.array(z.object({ action_id: z.string() }))),
  view: odd(z.object({ callback_id: z.string() })),
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

/** What is not as expected counts as absent: it may be what failed, and must not keep the rest from being used. */
function odd<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined)
}

const apology = sentence(
  'Something went wrong on my side, and I could not answer. Please try again in a moment.',
)

/** To who asked alone: the answer may stand there, and then others need no word about it. */
const unconfirmed = sentence(
  'Slack has not confirmed that my reply arrived. If you do not see it, please ask me again.',
)

/**
 * Logs a failure in one line, and tells the person in one sentence, by the first way that works. Never throws: this is
 * where failures end.
 */
export async function apologise(app: App, error: unknown, body: unknown, send: typeof fetch): Promise<void> {
  const source = payload.safeParse(body).data ?? {}
  app.logger.error(`${nameOf(source)}: ${describeFailure(error)}`)
  if (error instanceof Error && error.stack) app.logger.debug(error.stack)
  for (const attempt of await waysFor(error, { app, source, send })) {
    try {
      await attempt()
      return
    } catch (second) {
      app.logger.debug(`Could not apologise: ${describeFailure(second)}`)
      // It may have arrived, and is not to be said twice.
      if (isNoAnswer(second)) return
    }
  }
}

interface Surroundings {
  readonly app: App
  readonly source: Source
  readonly send: typeof fetch
}

async function waysFor(error: unknown, { app, source, send }: Surroundings): Promise<readonly Way[]> {
  if (isNoAnswer(error)) {
    const { channel, ts, thread_ts } = source.event ?? {}
    const arrived = channel && ts ? await hasOurReply({ channel, ts, thread_ts }, app.client) : undefined
    if (arrived === true) return []
    if (arrived === undefined) return privateWays({ app, source, send }, unconfirmed)
  }
  const refusal = placeRefusal(error)
  const around = refusal === undefined ? [] : waysAround(app, source, refusal)
  return [...around, ...ways({ app, source, send })]
}

type Way = () => Promise<unknown>

type Source = z.infer<typeof payload>

function nameOf({ command, actions, view, event }: Source): string {
  if (command !== undefined) return `Command ${command} failed`
  if (actions?.[0]) return `Button ${actions[0].action_id} failed`
  if (view) return `Modal ${view.callback_id} failed`
  return event ? `Event ${event.type} failed` : 'A request from Slack failed'
}

function ways({ app, source, send }: Surroundings): readonly Way[] {
  const { event } = source
  const user = userOf(source)
  return [
    ...privateWays({ app, source, send }, apology),
    ...(event?.channel && event.ts
      ? [
          () =>
            app.client.chat.postMessage({
              ...apology,
              channel: event.channel!,
              thread_ts: event.thread_ts ?? event.ts,
            }),
        ]
      : []),
    // Out of a modal, there is no other way.
    ...(user ? [() => app.client.chat.postMessage({ ...apology, channel: user })] : []),
  ]
}

/** Where only who asked sees it. An apology for an event is for all who saw the question. */
function privateWays({ app, source, send }: Surroundings, words: Message): readonly Way[] {
  const { response_url, event } = source
  const isOfEvent = words === unconfirmed
  const user = userOf(source) ?? (isOfEvent ? event?.user : undefined)
  const channel = source.channel?.id ?? source.channel_id ?? (isOfEvent ? event?.channel : undefined)
  const thread = isOfEvent && event?.thread_ts !== undefined ? { thread_ts: event.thread_ts } : {}
  return [
    ...(response_url ? [() => post(send, response_url, words)] : []),
    ...(user && channel ? [() => app.client.chat.postEphemeral({ ...words, ...thread, channel, user })] : []),
  ]
}

const userOf = ({ user, user_id }: Source): string | undefined => user?.id ?? user_id

/** To who asked in a place that Slack refuses: in a direct message, or for them alone in the place. */
function waysAround(app: App, { event }: Source, words: Message): readonly Way[] {
  const { user, channel } = event ?? {}
  if (user === undefined || channel === undefined) return []
  return [
    () => app.client.chat.postMessage({ ...words, channel: user }),
    () => app.client.chat.postEphemeral({ ...words, channel, user }),
  ]
}

async function post(send: typeof fetch, url: string, words: Message): Promise<void> {
  const body = JSON.stringify({ ...words, response_type: 'ephemeral', replace_original: false })
  const response = await send(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
}
