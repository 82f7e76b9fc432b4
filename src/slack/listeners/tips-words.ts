import type { AllMiddlewareArgs } from '@slack/bolt'
import type { Delivery } from '../../tips/posting/delivery.ts'
import { describeRefusal } from '../../tips/posting/refusal.ts'
import type { Speaker, TipDesk } from '../../tips/tip-desk.ts'
import { parseTipsCommand } from '../../tips/words/parse-tips-command.ts'
import type { TipStanding } from '../../tips/words/standing.ts'
import type { TipsCommand } from '../../tips/words/tips-command.ts'
import { askButtons } from '../blocks/buttons.ts'
import { instruction, type Message } from '../blocks/message.ts'
import { buildExamplesMessage, buildStandingMessage } from '../blocks/tip-standing-blocks.ts'
import { personZone } from '../client/person-zone.ts'

export interface TipsSaid extends Speaker {
  /** What they said in whole, to ask the notes instead. */
  readonly text: string
  /** Names this wish: the same however often Slack delivers it. */
  readonly request: string
  readonly zone: () => Promise<string>
}

/** What a message says about the tips of the channel that it stands in. */
export function readTipsSaid(
  message: { readonly channel: string; readonly ts: string; readonly userId: string; readonly text: string },
  { context, client, logger }: Pick<AllMiddlewareArgs, 'context' | 'client' | 'logger'>,
): TipsSaid {
  const { channel, ts, userId, text } = message
  return {
    channel: { teamId: context.teamId ?? '', channelId: channel },
    userId,
    request: ts,
    zone: () => personZone({ client, logger }, userId),
    text,
  }
}

/** Does what somebody said where there is nothing but messages, and says what holds now. */
export async function replyAboutTips(
  words: string,
  said: TipsSaid,
  desk: TipDesk,
): Promise<Message | undefined> {
  const outcome = await obeyTipsCommand(parseTipsCommand(words), said, desk)
  return outcome.kind === 'saved'
    ? offering(buildStandingMessage(outcome.standing), outcome.question)
    : outcome.message
}

/** Does what somebody said about tips. */
export async function obeyTipsCommand(
  command: TipsCommand,
  { text, request, zone, ...speaker }: TipsSaid,
  desk: TipDesk,
): Promise<TipsOutcome> {
  switch (command.kind) {
    case 'settings':
    case 'status':
      return standing(await desk.standing(speaker.channel))
    case 'off':
      return standing(await desk.turnOff(speaker))
    case 'now':
      return told(describeDelivery(await desk.postNow(speaker.channel, request)))
    case 'change': {
      const changed = await desk.change(speaker, command, zone)
      const question = isAlsoQuestion(command) ? text : undefined
      if (!('problem' in changed)) return { kind: 'saved', standing: changed.standing, question }
      return { kind: 'told', message: offering(instruction(changed.problem), question) }
    }
    case 'which-zone':
      return told(
        `“${command.name}” is the time of several places. Nothing was changed: please say it again with one of ${command.zones.map((zone) => `\`${zone}\``).join(', ')}.`,
      )
    case 'not-understood':
      return { kind: 'told', message: buildExamplesMessage(command, text) }
  }
}

export type TipsOutcome =
  /** No message if what happened can be seen. */
  | { readonly kind: 'told'; readonly message: Message | undefined }
  /** There are new settings, which people want confirmed. */
  | { readonly kind: 'saved'; readonly standing: TipStanding; readonly question: string | undefined }

/** `tips about unicode` says what tips are to be about, and may ask for some. */
const isAlsoQuestion = (command: Extract<TipsCommand, { kind: 'change' }>) =>
  !command.on && command.filter !== undefined && command.filter.kind !== 'all'

/** The message, with the question to the notes that was perhaps meant as a button. */
export function offering(message: Message, question: string | undefined): Message {
  if (question === undefined) return message
  const buttons = askButtons([{ question, label: `Search: ${question}` }])
  return { ...message, blocks: [...message.blocks, ...buttons] }
}

const told = (text: string | undefined): TipsOutcome => ({
  kind: 'told',
  message: text === undefined ? undefined : instruction(text),
})

const standing = (of: TipStanding): TipsOutcome => ({ kind: 'told', message: buildStandingMessage(of) })

/** What became of a tip on request; undefined if it is there to be seen. */
function describeDelivery(delivery: Delivery): string | undefined {
  switch (delivery.kind) {
    case 'posted':
    case 'not-ours':
      return undefined
    case 'refused':
      return describeRefusal(delivery.why)
    case 'skipped':
      return `There is no tip to post. ${delivery.reason}`
    case 'unconfirmed':
      return 'Slack has not confirmed the tip: if it does not appear in a minute, please ask again.'
    case 'waiting':
    case 'failed':
      return `I could not post a tip. ${delivery.reason} Please try again in a moment.`
  }
}
