import type { App } from '@slack/bolt'
import { isSearchAway } from '../../../answers/answer-away.ts'
import { StoreError } from '../../../store/store-error.ts'
import { sentence } from '../../blocks/message.ts'
import { hasOurReply } from '../../client/our-reply.ts'
import { describeFailure } from '../../client/slack-failure.ts'
import { isUnknownOutcome } from '../../client/unknown-outcome.ts'
import { channelRefusal } from './channel-refusal.ts'
import { type RequestSource, readRequestSource } from './request-source.ts'
import { type AskerSurroundings, type PrivateWord, tellAsker, unconfirmedWord } from './tell-asker.ts'

const apology: PrivateWord = {
  words: sentence('Something went wrong on my side, and I could not answer. Please try again in a moment.'),
  to: 'here',
}

const databaseFailed =
  'Something is wrong with my database, so I could not do that. Please try again in a minute.'

/** Logs a failure in one line, and tells the person in one sentence, by the first way that works. Never throws. */
export async function apologise(
  error: unknown,
  body: unknown,
  { app, ...around }: Pick<AskerSurroundings, 'send' | 'deliveries' | 'desk'> & { readonly app: App },
): Promise<void> {
  const source = readRequestSource(body)
  app.logger.error(`${nameOf(source)}: ${describeFailure(error)}`)
  if (error instanceof Error && error.stack) app.logger.debug(error.stack)
  const word = await wordFor(error, app, source)
  if (word !== undefined) await tellAsker(word, { ...around, app, source })
}

/** What to tell the person; undefined if the answer is there after all. */
async function wordFor(error: unknown, app: App, { event }: RequestSource): Promise<PrivateWord | undefined> {
  if (isUnknownOutcome(error)) {
    const arrived = await hasOurReply(event, app.client)
    if (arrived === true) return undefined
    if (arrived === undefined) return unconfirmedWord
  }
  if (isSearchAway(error))
    return { words: sentence(`${error.message} Please try again in a minute.`), to: 'here' }
  if (error instanceof StoreError) return { words: sentence(databaseFailed), to: 'here' }
  const refusal = channelRefusal(error)
  return refusal === undefined ? apology : { words: refusal, to: 'around' }
}

function nameOf({ command, actions, view, event }: RequestSource): string {
  if (command !== undefined) return `Command ${command} failed`
  if (actions?.[0]) return `Button ${actions[0].action_id} failed`
  if (view) return `Modal ${view.callback_id} failed`
  return event ? `Event ${event.type} failed` : 'A request from Slack failed'
}
