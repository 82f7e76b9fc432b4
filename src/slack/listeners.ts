import type { App } from '@slack/bolt'
import { actionIds, unknownActionId } from './blocks/buttons-and-values.ts'
import { tipSettingsId, unknownViewId } from './blocks/tip-settings-view.ts'
import { apologise } from './listeners/apology.ts'
import { askButton } from './listeners/ask-button.ts'
import { talksCommand } from './listeners/command.ts'
import { directMessage } from './listeners/direct-message.ts'
import { fullNotes } from './listeners/full-notes.ts'
import { help } from './listeners/help-button.ts'
import { inTurn } from './listeners/in-turn.ts'
import type { ListenerParts } from './listeners/listener-parts.ts'
import { mention } from './listeners/mention.ts'
import { messagesTab } from './listeners/messages-tab.ts'
import { moreLikeThis } from './listeners/more-like-this.ts'
import { outdatedButton } from './listeners/on-button.ts'
import { openPart, openRelated } from './listeners/open-part.ts'
import { outdatedView } from './listeners/outdated-view.ts'
import { goOn } from './listeners/resume-question.ts'
import { share } from './listeners/share-button.ts'
import { anotherTip, judgeTip, sayTips } from './listeners/tip-buttons.ts'
import { tipSettingsOpened, tipSettingsSaved, tipSource } from './listeners/tip-settings.ts'
import { uninstalled } from './listeners/uninstalled.ts'

/** Everything that Hallway listens to. */
export function registerListeners(app: App, parts: ListenerParts): void {
  const { answers, desk, store, requests } = parts
  app.use(goOn(app, parts))
  app.use(inTurn(parts.turns, requests))

  app.command('/talks', talksCommand(parts))
  app.event('app_mention', mention(parts))
  app.event('message', directMessage(parts))
  app.event('app_home_opened', messagesTab(answers))
  app.event('app_uninstalled', uninstalled(store))

  app.action(actionIds.moreResults, askButton(parts))
  app.action(new RegExp(`^${actionIds.ask}`), askButton(parts))
  app.action(actionIds.moreLikeThis, moreLikeThis(parts))
  app.action(actionIds.fullNotes, fullNotes(answers))
  app.action(new RegExp(`^${actionIds.open}`), openPart(parts))
  app.action(new RegExp(`^${actionIds.openRelated}`), openRelated(parts))
  app.action(actionIds.help, help(parts))
  app.action(actionIds.share, share(parts))
  app.action(actionIds.anotherTip, anotherTip(parts))
  app.action(actionIds.tipUseful, judgeTip('useful', desk))
  app.action(actionIds.tipNotUseful, judgeTip('not-useful', desk))
  app.action(new RegExp(`^${actionIds.sayTips}`), sayTips(desk))
  app.action(actionIds.tipSettings, tipSettingsOpened(desk))
  app.action(actionIds.tipSource, tipSource(desk))
  app.view(tipSettingsId, tipSettingsSaved(desk))
  app.action(unknownActionId, outdatedButton())
  app.view(unknownViewId, outdatedView())

  app.error(async ({ error, body }: { error: unknown; body: unknown }) => {
    requests.note('failed')
    await apologise(error, body, { ...parts, app })
  })
}
