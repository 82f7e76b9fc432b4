import type { App } from '@slack/bolt'
import type { TipDesk } from '../../../tips/tip-desk.ts'
import { type Message, sentence } from '../../blocks/message.ts'
import { describeFailure, refusalOf } from '../../client/slack-failure.ts'
import type { SlackFetch } from '../../client/slack-fetch.ts'
import { isUnknownOutcome } from '../../client/unknown-outcome.ts'
import type { Deliveries } from '../../deliveries/deliveries.ts'
import type { RequestSource } from './request-source.ts'
import { savedAllTheSame } from './saved-all-the-same.ts'

/** What is said to the asker instead of an answer. */
export interface PrivateWord {
  readonly words: Message
  /**
   * `private`: to the asker alone, where they asked. `around`: to the asker alone, but in a direct message first, since the place
   * where they asked refuses Hallway. `here`: where the answer would stand, so that all who saw the question see it.
   */
  readonly to: 'private' | 'around' | 'here'
}

export interface AskerSurroundings {
  readonly app: Pick<App, 'client' | 'logger'>
  readonly source: RequestSource
  readonly send: SlackFetch
  /** Leaves a question open if the asker could not be told. */
  readonly deliveries: Pick<Deliveries, 'leaveOpen'>
  readonly desk: Pick<TipDesk, 'isSaved'>
}

/**
 * Tells the asker by the first way that works. If it is not known whether that arrived, only private ways are tried further:
 * others are told nothing twice, and the asker is rather told twice than not at all. If all ways fail for now, it is tried again
 * later. Never throws.
 */
export async function tellAsker(
  { words: reason, to }: PrivateWord,
  around: AskerSurroundings,
): Promise<void> {
  const { app, source, desk } = around
  const words = (await savedAllTheSame(source, desk)) ?? reason
  const ways =
    to === 'private'
      ? privateWays(words, around, true)
      : [...(to === 'around' ? waysAround(words, around) : []), ...waysHere(words, around)]
  const attempted = await firstThatWorks(ways, app)
  // The thread may be what Slack refuses.
  const end =
    to === 'here' && attempted === 'refused'
      ? await firstThatWorks(waysAround(words, around), app)
      : attempted
  if (end === 'told') return
  if (end === 'unknown' && to !== 'private') return tellAsker(unconfirmedWord, around)
  if (end !== 'refused') around.deliveries.leaveOpen()
  app.logger.warn('There was no way left to say why there is no answer.')
}

/** How an attempt to tell the asker ended. */
type End =
  | 'told'
  /** One way may have worked; after that, only private ones were tried. */
  | 'unknown'
  /** A way that failed may work later. */
  | 'failed'
  /** There is no way, or Slack has refused all of them. */
  | 'refused'

async function firstThatWorks(ways: readonly Way[], app: AskerSurroundings['app']): Promise<End> {
  let end: Exclude<End, 'told'> = 'refused'
  for (const { attempt, isPrivate } of ways) {
    if (end === 'unknown' && !isPrivate) break
    try {
      await attempt()
      return 'told'
    } catch (error) {
      app.logger.debug(`Could not say why there is no answer: ${describeFailure(error)}`)
      if (isUnknownOutcome(error)) end = 'unknown'
      else if (end === 'refused' && !isRefusal(error)) end = 'failed'
    }
  }
  return end
}

/** Whether this way stays closed. An expired token may be followed by a new one. */
function isRefusal(error: unknown): boolean {
  const refusal = refusalOf(error)
  return error instanceof RefusedReply || (refusal !== undefined && refusal !== 'token_expired')
}

/** The address for replies is used up or too old. */
class RefusedReply extends Error {
  override readonly name = 'RefusedReply'
}

interface Way {
  readonly attempt: () => Promise<unknown>
  /** Whether the asker alone sees it. */
  readonly isPrivate: boolean
}

function waysHere(words: Message, around: AskerSurroundings): readonly Way[] {
  const { app, source } = around
  const { channel, ts, thread_ts } = source.event ?? {}
  const user = userOf(source)
  return [
    ...privateWays(words, around, false),
    ...(channel && ts
      ? [here(() => app.client.chat.postMessage({ ...words, channel, thread_ts: thread_ts ?? ts }))]
      : []),
    // For a modal, there is no other way.
    ...(user ? [directly(words, user, app)] : []),
  ]
}

/** @param isOfEvent whether the sender of a message is to be told too */
function privateWays(
  words: Message,
  { app, source, send }: AskerSurroundings,
  isOfEvent: boolean,
): readonly Way[] {
  const { response_url, event } = source
  const user = userOf(source) ?? (isOfEvent ? event?.user : undefined)
  const channel = source.channel?.id ?? source.channel_id ?? (isOfEvent ? event?.channel : undefined)
  const thread = isOfEvent && event?.thread_ts !== undefined ? { thread_ts: event.thread_ts } : {}
  return [
    ...(response_url ? [inPrivate(() => post(send, response_url, words))] : []),
    ...(user && channel
      ? [inPrivate(() => app.client.chat.postEphemeral({ ...words, ...thread, channel, user }))]
      : []),
    ...(user && isOfEvent ? [directly(words, user, app)] : []),
  ]
}

const inPrivate = (attempt: Way['attempt']): Way => ({ attempt, isPrivate: true })
const here = (attempt: Way['attempt']): Way => ({ attempt, isPrivate: false })

/** In a direct message. */
const directly = (words: Message, user: string, { client }: AskerSurroundings['app']): Way =>
  inPrivate(() => client.chat.postMessage({ ...words, channel: user }))

const userOf = ({ user, user_id }: RequestSource): string | undefined => user?.id ?? user_id

/** For an asker in a place that refuses Hallway: in a direct message, or to them alone in that place. */
function waysAround(words: Message, { app, source: { event } }: AskerSurroundings): readonly Way[] {
  const { user, channel } = event ?? {}
  if (user === undefined || channel === undefined) return []
  return [
    directly(words, user, app),
    inPrivate(() => app.client.chat.postEphemeral({ ...words, channel, user })),
  ]
}

async function post(send: SlackFetch, url: string, words: Message): Promise<void> {
  const body = JSON.stringify({ ...words, response_type: 'ephemeral', replace_original: false })
  const response = await send(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  if (response.ok) return
  const isPassing = response.status >= 500 || response.status === 429
  throw isPassing ? new Error(`HTTP ${response.status}`) : new RefusedReply(`HTTP ${response.status}`)
}

/** To the asker alone: the answer may be there, and then nobody else needs to hear of it. */
export const unconfirmedWord: PrivateWord = {
  words: sentence(
    'Slack has not confirmed that my reply arrived. If you do not see it, please ask me again.',
  ),
  to: 'private',
}
