import type { AnyMiddlewareArgs, App, Middleware } from '@slack/bolt'
import type { Answers } from '../answers/answers.ts'
import type { Store } from '../store/store.ts'
import type { TipDesk } from '../tips/tip-desk.ts'
import { actionIds, unknownActionId } from './blocks/buttons.ts'
import { tipSettingsId, unknownViewId } from './blocks/tip-settings-view.ts'
import { apologise } from './listeners/apology.ts'
import { ask } from './listeners/ask.ts'
import { talksCommand } from './listeners/command.ts'
import { type Deliveries, deliveryKey } from './listeners/deliveries.ts'
import { directMessage } from './listeners/direct-message.ts'
import { fullNotes } from './listeners/full-notes.ts'
import { mention } from './listeners/mention.ts'
import { messagesTab } from './listeners/messages-tab.ts'
import { moreLikeThis } from './listeners/more-like-this.ts'
import { outdatedButton } from './listeners/on-button.ts'
import { outdatedView } from './listeners/outdated-view.ts'
import { share } from './listeners/share.ts'
import { anotherTip, judgeTip } from './listeners/tip-buttons.ts'
import { saveTipSettings, tipSettingsButton, tipSource } from './listeners/tip-settings.ts'
import { uninstalled } from './listeners/uninstalled.ts'

export interface ListenerParts {
  /** Those of the notes as they are served now: each listener asks for them once, at its beginning. */
  readonly answers: () => Answers
  readonly deliveries: Deliveries
  readonly desk: TipDesk
  readonly store: Pick<Store, 'deleteWorkspace'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Everything that Hallway listens to. */
export function registerListeners(app: App, { answers, deliveries, desk, store, now }: ListenerParts): void {
  app.use(onlyOnce(deliveries))

  app.command('/talks', talksCommand(answers, desk))
  app.event('app_mention', mention(answers, deliveries, desk, now))
  app.event('message', directMessage(answers, deliveries, desk, now))
  app.event('app_home_opened', messagesTab(answers))
  app.event('app_uninstalled', uninstalled(store))

  app.action(actionIds.moreResults, ask(answers))
  app.action(new RegExp(`^${actionIds.ask}`), ask(answers))
  app.action(actionIds.moreLikeThis, moreLikeThis(answers))
  app.action(actionIds.fullNotes, fullNotes(answers))
  app.action(actionIds.share, share(answers, deliveries))
  app.action(actionIds.anotherTip, anotherTip(desk))
  app.action(actionIds.tipUseful, judgeTip('useful', desk))
  app.action(actionIds.tipNotUseful, judgeTip('not-useful', desk))
  app.action(actionIds.tipSettings, tipSettingsButton(desk))
  app.action(actionIds.tipSource, tipSource(desk))
  app.view(tipSettingsId, saveTipSettings(desk))
  app.action(unknownActionId, outdatedButton())
  app.view(unknownViewId, outdatedView())

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
