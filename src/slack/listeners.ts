import type { AnyMiddlewareArgs, App, Middleware } from '@slack/bolt'
import type { Answers } from '../answers/answers.ts'
import { apologise } from './apology.ts'
import { ask } from './ask.ts'
import { actionIds, unknownActionId } from './buttons.ts'
import { outdatedButton, readClick, replyToClick } from './click.ts'
import { talksCommand } from './command.ts'
import { type Deliveries, deliveryKey } from './deliveries.ts'
import { directMessage } from './direct-message.ts'
import { fullNotes } from './full-notes.ts'
import { mention } from './mention.ts'
import { sentence } from './message.ts'
import { messagesTab } from './messages-tab.ts'
import { moreLikeThis } from './more-like-this.ts'
import { share } from './share.ts'

/** Everything that Hallway listens to. */
export function registerListeners(app: App, answers: Answers, deliveries: Deliveries): void {
  app.use(onlyOnce(deliveries))

  app.command('/talks', talksCommand(answers))
  app.event('app_mention', mention(answers, deliveries))
  app.event('message', directMessage(answers, deliveries))
  app.event('app_home_opened', messagesTab(answers))

  app.action(actionIds.moreResults, ask(answers))
  app.action(new RegExp(`^${actionIds.ask}`), ask(answers))
  app.action(actionIds.moreLikeThis, moreLikeThis(answers))
  app.action(actionIds.fullNotes, fullNotes(answers))
  app.action(actionIds.share, share(answers))
  app.action(unknownActionId, async ({ ack, body, respond }) => {
    await ack()
    await replyToClick(respond, readClick(body), sentence(outdatedButton))
  })

  app.error(async ({ error, body }: { error: unknown; body: unknown }) => apologise(app, error, body, fetch))
}

/** Lets each delivery through once. One that comes again is acknowledged, so that Slack stops. */
function onlyOnce(deliveries: Deliveries): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const key = deliveryKey({ ...args.body })
    if (key === undefined || (await deliveries.claim(key))) return args.next()
    if ('ack' in args && args.ack !== undefined) await args.ack()
  }
}
