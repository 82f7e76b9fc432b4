import type { AllMiddlewareArgs, RespondFn } from '@slack/bolt'
import { z } from 'zod'
import type { TipDesk } from '../../../tips/tip-desk.ts'
import { parseTipsCommand } from '../../../tips/words/parse-tips-command.ts'
import type { Message } from '../../blocks/message.ts'
import { personZone } from '../../client/person-zone.ts'
import { confirmTips } from './confirm-tips.ts'
import { openTipSettings } from './tip-settings.ts'
import { obeyTipsCommand } from './tips-words.ts'

const payload = z.object({
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
})

interface TipsCommandCall extends Pick<AllMiddlewareArgs, 'client' | 'logger'> {
  readonly body: unknown
  readonly respond: RespondFn
  /** All that was typed after `/talks`, and of it what follows `tips`. */
  readonly text: string
  readonly words: string
}

/** `/talks tips` opens the settings; with words, it does what they say. */
export async function answerTipsCommand(call: TipsCommandCall, desk: TipDesk): Promise<void> {
  const { client, logger, text, words } = call
  const { team_id: teamId, channel_id: channelId, user_id: userId, trigger_id } = payload.parse(call.body)
  const speaker = { channel: { teamId, channelId }, userId, request: trigger_id }
  const respond = (message: Message) => call.respond({ ...message, response_type: 'ephemeral' })
  if (parseTipsCommand(words).kind === 'settings') {
    await openTipSettings({ speaker, triggerId: trigger_id }, { client, logger, desk })
    return
  }
  const zone = () => personZone({ client, logger }, userId)
  const outcome = await obeyTipsCommand(words, { ...speaker, text, zone }, desk)
  if (outcome.kind === 'saved') {
    const { saved, question } = outcome
    await confirmTips({ speaker, saved, question }, { client, desk, elsewhere: respond })
  } else if (outcome.message !== undefined) {
    await respond(outcome.message)
  }
}
