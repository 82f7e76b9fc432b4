import type { Verdict } from '../../../store/store.ts'
import type { TipDesk } from '../../../tips/tip-desk.ts'
import { readIdValue } from '../../blocks/buttons-and-values.ts'
import { sentence } from '../../blocks/message.ts'
import { buildTipMessage } from '../../blocks/tip-blocks.ts'
import { personZone } from '../../client/person-zone.ts'
import type { Click } from '../button-click.ts'
import type { ListenerParts } from '../listener-parts.ts'
import { onButton } from '../on-button.ts'
import { replyAboutTips } from './tips-words.ts'

/** "Another tip": one more, for the clicker alone. */
export function anotherTip({ desk, notesUrl }: Pick<ListenerParts, 'desk' | 'notesUrl'>) {
  return onButton(readTip, async ({ tipId, channel }, { click, reply }) => {
    const tip = await desk.another({ channel, userId: click.userId }, tipId)
    await reply(tip ? buildTipMessage(tip, notesUrl) : sentence(noOther))
  })
}

const noOther = 'There is no other tip here: this is the only takeaway that the settings of the tips allow.'

/** "Useful" and "Not useful": kept, and answered with thanks that nobody else sees, once for several clicks on end. */
export function judgeTip(verdict: Verdict['verdict'], desk: TipDesk) {
  return onButton(readTip, async ({ tipId, channel }, { click, respond, isInterrupted }) => {
    const isNew = await desk.judge({ teamId: channel.teamId, userId: click.userId, tipId, verdict })
    if (isNew || isInterrupted)
      await respond({ ...sentence(thanks[verdict]), response_type: 'ephemeral', replace_original: false })
  })
}

const thanks: Readonly<Record<Verdict['verdict'], string>> = {
  useful: 'Thank you: noted as useful.',
  'not-useful': 'Thank you: noted as not useful. You can change your mind at any time.',
}

/** What a button says about the tips of the place where it stands. */
export function sayTips(desk: TipDesk) {
  return onButton(
    ({ value, channel }) => {
      const words = readIdValue(value)
      return words === undefined || channel === undefined ? undefined : { words, channel }
    },
    async ({ words, channel }, { click, client, logger, reply }) => {
      const { userId, triggerId } = click
      const zone = () => personZone({ client, logger }, userId)
      const said = { channel, userId, text: `tips ${words}`, request: triggerId, zone }
      const message = await replyAboutTips(words, said, desk)
      if (message) await reply(message)
    },
  )
}

/** The tip of a button, and the channel whose tips it is one of. */
function readTip({ value, channel }: Click) {
  const tipId = readIdValue(value)
  return tipId === undefined || channel === undefined ? undefined : { tipId, channel }
}
