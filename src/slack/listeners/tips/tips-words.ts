import type { AllMiddlewareArgs } from '@slack/bolt'
import { describeDate, describeRanges } from '../../../calendar/describe-days.ts'
import { joinAtBlanks, splitAtBlanks } from '../../../calendar/word-at.ts'
import type { NotSaved } from '../../../tips/decide-change.ts'
import type { PostResult } from '../../../tips/posting/post-result.ts'
import { describeRefusal } from '../../../tips/posting/tip-refusal.ts'
import type { Requester, Saved, TipDesk } from '../../../tips/tip-desk.ts'
import { describeChange } from '../../../tips/words/describe-change.ts'
import { parseTipsCommand } from '../../../tips/words/parse-tips-command.ts'
import type { TipsCommand } from '../../../tips/words/tips-command.ts'
import type { TipStanding } from '../../../tips/words/tips-standing.ts'
import { askButtons } from '../../blocks/buttons-and-values.ts'
import { instruction, type Message } from '../../blocks/message.ts'
import {
  buildExamplesMessage,
  buildHelpOnTips,
  buildStandingMessage,
  buildWhichMessage,
} from '../../blocks/tip-standing-blocks.ts'
import { personZone } from '../../client/person-zone.ts'

interface TipsSaid extends Requester {
  /** All that they said, to ask the notes instead. */
  readonly text: string
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
  const outcome = await obeyTipsCommand(words, said, desk)
  return outcome.kind === 'saved' ? buildSavedMessage(outcome.saved, outcome.question) : outcome.message
}

/** What was changed, how tips stand now, and what may have been asked of the notes in the same words. */
export function buildSavedMessage({ before, standing }: Saved, question?: string): Message {
  return offering(
    buildStandingMessage(standing, { changed: before && describeChange(before, standing) }),
    question,
  )
}

/** Does what somebody said about tips. */
export async function obeyTipsCommand(
  words: string,
  { text, zone, ...speaker }: TipsSaid,
  desk: TipDesk,
): Promise<TipsOutcome> {
  const command = parseTipsCommand(words)
  switch (command.kind) {
    case 'settings':
    case 'status':
      return standing(await desk.standing(speaker.channel))
    case 'days-off':
      return told(describeDaysOff(await desk.standing(speaker.channel)))
    case 'off':
      return { kind: 'told', message: buildSavedMessage(await desk.turnOff(speaker)) }
    case 'now':
      return told(describePostResult(await desk.postNow(speaker.channel, speaker.request)))
    case 'change': {
      const changed = await desk.change(speaker, command, zone)
      const question = isAlsoQuestion(command) ? text : undefined
      return 'problem' in changed
        ? { kind: 'told', message: offering(buildProblem(changed, words), question) }
        : { kind: 'saved', saved: changed, question }
    }
    case 'which-zone': {
      const { name, zones } = command
      const which =
        `“${name}” is the time of several places. Nothing was changed: please say it again with one of ` +
        `${zones.map((zone) => `\`${zone}\``).join(', ')}.`
      const sayings = zones.map((zone) => ({ words: reworded(words, name, zone), label: zone }))
      return { kind: 'told', message: buildWhichMessage(which, sayings) }
    }
    case 'help':
      return { kind: 'told', message: buildHelpOnTips(command) }
    case 'not-understood':
      return { kind: 'told', message: buildExamplesMessage(command, text) }
  }
}

type TipsOutcome =
  /** No message if what happened can be seen. */
  | { readonly kind: 'told'; readonly message: Message | undefined }
  /** There are new settings, which people want confirmed. */
  | { readonly kind: 'saved'; readonly saved: Saved; readonly question: string | undefined }

/** `tips about unicode` says what tips are to be about, and may ask for some. */
const isAlsoQuestion = ({ kind: _, on, filter, ...more }: Extract<TipsCommand, { kind: 'change' }>) =>
  !on && filter !== undefined && filter.kind !== 'all' && Object.keys(more).length === 0

/** The message, with the question to the notes that was perhaps meant as a button. */
export function offering(message: Message, question: string | undefined): Message {
  if (question === undefined) return message
  const buttons = askButtons([{ question, label: `Search: ${question}` }])
  return { ...message, blocks: [...message.blocks, ...buttons] }
}

function buildProblem({ problem, several }: NotSaved, words: string): Message {
  const sayings = several?.dates.map((date) => ({
    words: reworded(words, several.said, describeDate(date)),
    label: describeDate(date),
  }))
  return buildWhichMessage(problem, sayings ?? [])
}

/** The same words with another name in the place of one. */
const reworded = (words: string, name: string, other: string) =>
  joinAtBlanks(splitAtBlanks(splitAtBlanks(words).join(' ').replace(name, other)))

function describeDaysOff(standing: TipStanding): string {
  const ranges = standing.state === 'none' ? [] : (standing.settings.daysOff ?? [])
  return ranges.length === 0
    ? 'No days off are set here. `/talks tips off on 24 Dec to 1 Jan` sets some.'
    : `Days off: ${describeRanges(ranges)}. \`/talks tips remove\` and a date takes one back.`
}

const told = (text: string | undefined): TipsOutcome => ({
  kind: 'told',
  message: text === undefined ? undefined : instruction(text),
})

const standing = (of: TipStanding): TipsOutcome => ({ kind: 'told', message: buildStandingMessage(of) })

/** What became of a tip on request; undefined if it is there to be seen. */
function describePostResult(result: PostResult): string | undefined {
  switch (result.kind) {
    case 'posted':
    case 'not-ours':
      return undefined
    case 'refused':
      return describeRefusal(result.why)
    case 'skipped':
      return `There is no tip to post. ${result.reason}`
    case 'unconfirmed':
      return 'Slack has not confirmed the tip: if it does not appear in a minute, please ask again.'
    case 'waiting':
    case 'failed':
      return `I could not post a tip. ${result.reason} Please try again in a moment.`
  }
}
