import type { AllMiddlewareArgs } from '@slack/bolt'
import type { FollowUpRequest } from '../../requests/read-follow-up.ts'
import type { Request } from '../../requests/read-request.ts'
import type { TipDesk } from '../../tips/tip-desk.ts'
import type { Message } from '../blocks/message.ts'
import { postMessage } from '../client/post-message.ts'
import { explainDelay } from './late-reply.ts'
import type { MessageParts } from './listener-parts.ts'
import type { requestOf } from './read-said.ts'
import { replyTo } from './reply.ts'
import { readTipsSaid, replyAboutTips } from './tips/tips-words.ts'

/** A message to Hallway, as Slack delivers it. */
interface AskingMessage {
  readonly channel: string
  readonly ts: string
  readonly thread_ts?: string | undefined
  /** Absent if no person has written it. */
  readonly user?: string | undefined
}

/** Answers a message in its thread: from the notes, or about the tips that appear where it stands. */
export async function answerMessage(
  asked: ReturnType<typeof requestOf> | FollowUpRequest,
  message: AskingMessage,
  tools: Pick<AllMiddlewareArgs, 'client' | 'context' | 'logger'>,
  { answers, desk, now, notesUrl, send }: MessageParts,
): Promise<void> {
  const reply =
    asked.kind === 'tips'
      ? await replyOnTips(asked, message, tools, desk)
      : await replyTo(asked, answers(), { shareable: false, notesUrl })
  if (reply === undefined) return
  const { channel, ts, thread_ts = ts } = message
  const explained = explainDelay(reply, ts, now(), tools.context)
  await postMessage({ ...explained, channel, thread_ts }, { client: tools.client, send })
}

async function replyOnTips(
  { words, text }: Extract<Request, { readonly kind: 'tips' }>,
  { channel, ts, user: userId }: AskingMessage,
  tools: Pick<AllMiddlewareArgs, 'client' | 'context' | 'logger'>,
  desk: TipDesk,
): Promise<Message | undefined> {
  if (userId === undefined) return undefined
  return replyAboutTips(words, readTipsSaid({ channel, ts, userId, text }, tools), desk)
}
