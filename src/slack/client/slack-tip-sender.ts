import { type Logger, webApi } from '@slack/bolt'
import { z } from 'zod'
import type { TipChannel } from '../../store/store.ts'
import { describeTrouble } from '../../tips/posting/tip-refusal.ts'
import {
  firmMs,
  type InstantTipSender,
  type SendResult,
  type TipSender,
} from '../../tips/posting/tip-sender.ts'
import type { NotesUrl } from '../blocks/notes-url.ts'
import { buildTipMessage } from '../blocks/tip-blocks.ts'
import type { SlackClock } from './slack-clock.ts'
import type { SlackFetch } from './slack-fetch.ts'
import { readTipFailure, type TipFailure } from './tip-failure.ts'

interface TipSenderParts {
  readonly token: string
  readonly slackApiUrl: string | undefined
  /** Where the notes can be read. */
  readonly notesUrl?: NotesUrl | undefined
  readonly clock: SlackClock
  readonly log: Logger
  /** How long a request may take, in milliseconds. Default 10,000; half of `settleMs` at most. */
  readonly timeoutMs?: number
  /** Default: the global one. */
  readonly fetch?: SlackFetch
}

/**
 * An hour: at fifty messages a minute, Slack's limit, three thousand channels of a workspace that are due in the same
 * minute all have theirs in time.
 */
export const leadMs = 60 * 60_000

/** How far ahead a late tip is scheduled: until then the list says for certain whether a request arrived. */
const aheadMs = 5 * 60_000

/** How near to its time a message that is not in the list may have appeared; Slack's clock and ours may differ a little. */
const doubtMs = 15_000

/** Twice as long as a request may take: by then it took effect or never will, and the list shows it. */
const settleMs = 20_000

/**
 * Daily tips by `chat.scheduleMessage`: Slack holds each for its time, and its list of scheduled messages tells whether a
 * request arrived whose answer was lost. The trace of a post is the second for which it is scheduled: nothing else of
 * this app is scheduled in the channel. Tips on request by `chat.postMessage`. Both need the scope `chat:write` alone.
 */
export function createTipSenders(parts: TipSenderParts): {
  readonly sender: TipSender
  readonly instantSender: InstantTipSender
} {
  const { clock, log, notesUrl } = parts
  // Each attempt is the poster's own decision, after a look: so this client never tries again by itself.
  const client = new webApi.WebClient(parts.token, {
    ...(parts.slackApiUrl !== undefined && { slackApiUrl: parts.slackApiUrl }),
    fetch: clock.hearing(parts.fetch ?? fetch),
    timeout: parts.timeoutMs ?? settleMs / 2,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietly(log),
  })
  const slack: SlackCalls = { client, attempt: createAttempt(log), clock, notesUrl }
  const common = { settleMs, tell: tellTrouble(slack) }
  return {
    sender: {
      ...common,
      leadMs,
      now: () => clock.now(),
      trace: ({ at }, from) => String(Math.ceil(Math.max(at, from + aheadMs) / 1000)),
      send: scheduleTip(slack),
      find: findScheduled(slack),
      withdraw: withdrawTip(slack),
    },
    instantSender: {
      ...common,
      trace: ({ at }) => String(at),
      send: postTipNow(slack),
      // To look into a channel would take the right to read it.
      find: async () => ({ kind: 'cannot-tell', reason: 'messages that have appeared are not read' }),
    },
  }
}

/** What calls of Slack need. */
interface SlackCalls extends Pick<TipSenderParts, 'clock' | 'notesUrl'> {
  readonly client: webApi.WebClient
  readonly attempt: Attempt
}

/** One try, whose failure is a result. */
type Attempt = <Result>(call: () => Promise<Result>) => Promise<Result | TipFailure>

/** What somebody has to see to is said in the log, once until another try has worked. */
function createAttempt(log: Logger): Attempt {
  let complaint: string | undefined
  return async (call) => {
    try {
      const result = await call()
      complaint = undefined
      return result
    } catch (error) {
      const failure = readTipFailure(error)
      if (failure.kind === 'unavailable' && failure.needsCare && failure.reason !== complaint) {
        complaint = failure.reason
        log.error(`Tips wait until this is seen to: ${failure.reason}.`)
      }
      return failure
    }
  }
}

const scheduleTip =
  ({ client, attempt, notesUrl }: SlackCalls): TipSender['send'] =>
  ({ channel, tip, trace }) =>
    attempt(async (): Promise<SendResult> => {
      const message = {
        ...buildTipMessage(tip, notesUrl),
        channel: channel.channelId,
        post_at: Number(trace),
      }
      const { scheduled_message_id } = await client.chat.scheduleMessage(message)
      return accepted(scheduled_message_id, Number(trace) * 1000)
    })

const postTipNow =
  ({ client, attempt, notesUrl }: SlackCalls): InstantTipSender['send'] =>
  ({ channel, tip }) =>
    attempt(async (): Promise<SendResult> => {
      const message = { ...buildTipMessage(tip, notesUrl), channel: channel.channelId }
      const { ts } = await client.chat.postMessage(message)
      return accepted(ts)
    })

const findScheduled =
  ({ client, attempt, clock }: SlackCalls): TipSender['find'] =>
  async (channel, trace) => {
    const at = Number(trace)
    const found = await attempt(() => scheduledFor(client, channel, at))
    // If the channel is out of reach, nothing is scheduled; posting tells what is the matter.
    if (typeof found === 'object') return found.kind === 'refused' ? { kind: 'absent' } : unavailable(found)
    if (found !== undefined) return { kind: 'arrived', reference: found, appearsAt: at * 1000 }
    return clock.now() < at * 1000 - doubtMs
      ? { kind: 'absent' }
      : { kind: 'cannot-tell', reason: 'its time has come, and Slack lists only what is still to appear' }
  }

/** What the list is: an answer without one tells nothing, least of all that nothing is scheduled. */
const listed = z.object({
  scheduled_messages: z.array(
    z.looseObject({ id: z.union([z.string(), z.number()]), post_at: z.number().optional().catch(undefined) }),
  ),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

/** Of a hundred messages each: of a channel, few have their time within three seconds. */
const maxPages = 20

/**
 * The id of the message that Slack holds for that second since the epoch.
 * @throws what leaves it open if there is one
 */
async function scheduledFor(
  client: webApi.WebClient,
  { channelId }: TipChannel,
  at: number,
): Promise<string | undefined> {
  let cursor: string | undefined
  for (let pages = 0; pages < maxPages; pages += 1) {
    const page = listed.parse(
      await client.chat.scheduledMessages.list({
        channel: channelId,
        oldest: String(at - 1),
        latest: String(at + 1),
        limit: 100,
        ...(cursor && { cursor }),
      }),
    )
    const found = page.scheduled_messages.find(({ post_at }) => post_at === at)
    if (found) return String(found.id)
    cursor = page.response_metadata?.next_cursor || undefined
    if (cursor === undefined) return undefined
  }
  throw new Error('Slack’s list of scheduled messages has no end')
}

const withdrawTip =
  ({ client, attempt, clock }: SlackCalls): TipSender['withdraw'] =>
  async (channel, { reference, appearsAt }) => {
    // Until Slack has told what time it is, nobody knows if it is too late.
    const asked = clock.isTold()
      ? undefined
      : await attempt(() => scheduledFor(client, channel, appearsAt / 1000))
    if (typeof asked === 'object' && asked.kind !== 'refused') return unavailable(asked)
    if (appearsAt - clock.now() < firmMs) return { kind: 'too-late' }
    const request = { channel: channel.channelId, scheduled_message_id: reference }
    const done = await attempt(async () => {
      await client.chat.deleteScheduledMessage(request).catch((error) => {
        // It is asked for long before its time, so what Slack does not know was taken back already.
        if (!isUnknownMessage(error)) throw error
      })
      return undefined
    })
    if (done !== undefined && done.kind !== 'refused') return unavailable(done)
    // The request may have been held up on its way.
    return { kind: appearsAt - clock.now() < firmMs - doubtMs ? 'too-late' : 'withdrawn' }
  }

const tellTrouble =
  ({ client, attempt }: SlackCalls): TipSender['tell'] =>
  async ({ userId }, trouble) => {
    const { channelId } = trouble.channel
    const where = channelId.startsWith('D') ? 'our direct message' : `<#${channelId}>`
    const text = describeTrouble(trouble, where)
    const failure = await attempt(async () => {
      await client.chat.postMessage({ channel: userId, text, unfurl_links: false, unfurl_media: false })
      return undefined
    })
    return failure === undefined
  }

function accepted(reference: string | undefined, appearsAt?: number): SendResult {
  if (!reference) return { kind: 'unknown', reason: 'Slack did not say what it made of it.' }
  return { kind: 'accepted', reference, ...(appearsAt !== undefined && { appearsAt }) }
}

/** For what can be asked again, whatever went wrong. */
const unavailable = (failure: Exclude<TipFailure, { kind: 'refused' }>) =>
  failure.kind === 'rate-limited'
    ? ({ kind: 'unavailable', reason: 'Slack asked to wait.', retryAfterMs: failure.retryAfterMs } as const)
    : ({ kind: 'unavailable', reason: failure.reason } as const)

const isUnknownMessage = (error: unknown) =>
  error instanceof webApi.WebAPIPlatformError && error.data.error === 'invalid_scheduled_message_id'

/** What goes wrong is a result here, and logged by whoever decides about it. */
function quietly(log: Logger): Logger {
  const quiet = (...words: unknown[]) => log.debug(...words)
  return {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: quiet,
    getLevel: () => log.getLevel(),
    setLevel() {},
    setName() {},
  }
}
