import type { AnyMiddlewareArgs, App, Middleware } from '@slack/bolt'
import { sentence } from '../../blocks/message.ts'
import { hasOurReply } from '../../client/our-reply.ts'
import { type Interrupted, interruptedIn } from '../../deliveries/take-over.ts'
import { durationInWords, hourMs } from '../late-reply.ts'
import { type RequestSource, readRequestSource } from './request-source.ts'
import { type AskerSurroundings, type PrivateWord, tellAsker, unconfirmedWord } from './tell-asker.ts'

/**
 * Goes on with a question that another process was answering when it died. It answers if certainly no reply is there, and says
 * why not if it is too late. If a reply may be there, it says so to the asker alone: everybody would read a second answer.
 */
export function goOn(
  app: App,
  around: Pick<AskerSurroundings, 'send' | 'deliveries' | 'desk'>,
): Middleware<AnyMiddlewareArgs> {
  return async ({ context, body, next }) => {
    const interrupted = interruptedIn(context)
    if (interrupted === undefined) return next()
    const source = readRequestSource(body)
    const word = await wordFor(interrupted, app, source)
    if (word === 'answer') await next()
    else if (word !== 'answered') await tellAsker(word, { ...around, app, source })
  }
}

async function wordFor(
  { isReplied, isGivenUp, ageMs }: Interrupted,
  app: App,
  { event }: RequestSource,
): Promise<PrivateWord | 'answer' | 'answered'> {
  if (isReplied) {
    const arrived = await hasOurReply(event, app.client)
    if (arrived === true) return 'answered'
    if (arrived === undefined && isGivenUp === 'left') return unconfirmedWord
    if (arrived === undefined) return { words: sentence(perhapsAnswered), to: 'private' }
  }
  // In private, since the place itself may refuse replies. It is not answered any more, since the person may have changed it since.
  if (isGivenUp === 'left') return { words: sentence(reasons.left(ageMs)), to: 'around' }
  return isGivenUp === undefined ? 'answer' : { words: sentence(reasons[isGivenUp](ageMs)), to: 'here' }
}

const perhapsAnswered =
  'I was restarted while I was answering you. If you do not see my reply, please ask me again.'

const reasons: Readonly<Record<NonNullable<Interrupted['isGivenUp']>, (ageMs: number) => string>> = {
  left: () => 'I could not reply when you asked me. I am sorry for the wait: please ask me again.',
  'too-old': (ageMs) =>
    `I was stopped while I was answering what you asked ${durationInWords(Math.round(ageMs / hourMs))} ago. ` +
    'If you still want to know, please ask me again.',
  'too-long': () => 'I was restarted while I was answering you. Please ask me again, in fewer words.',
  'too-often': () => 'I was restarted each time I tried to answer this. Please ask me in other words.',
}
