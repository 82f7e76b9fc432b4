import type { App, BlockAction } from '@slack/bolt'
import { actionIds } from './blocks/buttons-and-values.ts'
import { askButton } from './listeners/ask-button.ts'
import { byAction } from './listeners/by-action.ts'
import { byEvent } from './listeners/by-event.ts'
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
import { openPart, openSimilar } from './listeners/open-part.ts'
import { share } from './listeners/share-button.ts'
import { anotherTip, judgeTip, sayTips } from './listeners/tips/tip-buttons.ts'
import { tipSettingsOpened, tipSettingsSaved, tipSource } from './listeners/tips/tip-settings.ts'
import { apologise } from './listeners/unanswered/apology.ts'
import { goOn } from './listeners/unanswered/resume-question.ts'
import { uninstalled } from './listeners/uninstalled.ts'

/** Everything that Hallway listens to. */
export function registerListeners(app: App, parts: ListenerParts): void {
  const { answers, desk, requests } = parts
  app.use(goOn(app, parts))
  app.use(inTurn(parts.queue, requests))

  // Slack delivers only our own command, whose name a team may have changed, as when another app has it already.
  app.command(/^/, talksCommand(parts))
  app.event(/^/, byEvent(eventListeners(parts)))
  app.action<BlockAction>(
    /^/,
    byAction({
      exact: [
        [actionIds.moreResults, askButton(parts)],
        [actionIds.moreLikeThis, moreLikeThis(parts)],
        [actionIds.fullNotes, fullNotes(answers)],
        [actionIds.help, help(parts)],
        [actionIds.share, share(parts)],
        [actionIds.anotherTip, anotherTip(parts)],
        [actionIds.tipUseful, judgeTip('useful', desk)],
        [actionIds.tipNotUseful, judgeTip('not-useful', desk)],
        [actionIds.tipSettings, tipSettingsOpened(desk)],
        [actionIds.tipSource, tipSource(desk)],
      ],
      beginning: [
        [actionIds.ask, askButton(parts)],
        [actionIds.open, openPart(parts)],
        [actionIds.openSimilar, openSimilar(parts)],
        [actionIds.sayTips, sayTips(desk)],
      ],
      unknown: outdatedButton(),
    }),
  )
  app.view(/^/, tipSettingsSaved(desk))

  app.error(async ({ error, body }: { error: unknown; body: unknown }) => {
    requests.note('failed')
    await apologise(error, body, { ...parts, app })
  })
}

/** By the types of the events that the manifest asks for. */
export const eventListeners = (parts: ListenerParts) => ({
  app_mention: mention(parts),
  message: directMessage(parts),
  app_home_opened: messagesTab(parts.answers),
  app_uninstalled: uninstalled(parts.store, parts.deliveries),
})
