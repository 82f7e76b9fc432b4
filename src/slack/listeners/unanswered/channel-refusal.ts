import { type Message, sentence } from '../../blocks/message.ts'
import { refusalOf } from '../../client/slack-failure.ts'
import { readTipFailure } from '../../client/tip-failure.ts'

/** What to say to the person who asked in a place where Slack lets Hallway post nothing; undefined for any other failure. */
export function channelRefusal(error: unknown): Message | undefined {
  if (goneThreads.has(refusalOf(error))) return sentence(goneThread)
  const failure = readTipFailure(error)
  if (failure.kind !== 'refused' || failure.why === 'person-unreachable') return undefined
  return sentence(words[failure.why])
}

/** What Slack says of a thread whose first message was deleted, or that takes no replies. */
const goneThreads: ReadonlySet<string | undefined> = new Set(['cannot_reply_to_message', 'thread_not_found'])

const goneThread =
  'I could not answer in the thread where you asked, since it is not there any more, or takes no replies. Please ask me again.'

const words = {
  archived:
    'I could not answer where you asked, since that channel is archived. Please ask me in a direct message.',
  'posting-restricted':
    'I could not answer where you asked, since I am not allowed to post there. Please ask me in a direct message.',
  'not-in-channel':
    'I could not answer where you asked, since I am not in that channel. Please ask me in a direct message, ' +
    'or add me to the channel first.',
  'channel-not-found':
    'I could not answer where you asked, since that channel is closed to me. Please ask me in a direct ' +
    'message, or add me to the channel first.',
} as const
