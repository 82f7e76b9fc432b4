import { notATime } from '../../tips/words/read-time.ts'
import type { TipsCommand } from '../../tips/words/tips-command.ts'
import { describeStanding, type TipStanding } from '../../tips/words/tips-standing.ts'
import {
  askButtons,
  buttonRow,
  type TipsSaying,
  tipSettingsButton,
  tipsButtons,
} from './buttons-and-values.ts'
import {
  boldElement,
  buildMessage,
  bullets,
  channelElement,
  codeElement,
  fitLine,
  type Inline,
  type Message,
  plainElement,
  richTextBlocks,
  sectionElement,
  withCode,
} from './message.ts'

/** Why tips that were switched on cannot appear, and what to do. */
type Obstacle =
  | { readonly kind: 'not-in-channel'; readonly channelId: string }
  | { readonly kind: 'not-our-conversation' }

/** How the tips of a channel stand, with buttons to change them. */
export function buildStandingMessage(
  standing: TipStanding,
  more: { readonly changed?: string | undefined; readonly obstacle?: Obstacle | undefined } = {},
): Message {
  const { headline, details } = describeStanding(standing)
  const changed = more.changed === undefined ? [] : [plainElement(`\n${fitLine(more.changed, 900)}`)]
  const hindrance = more.obstacle ? hindranceOf(more.obstacle) : []
  const warning = hindrance.length > 0 ? [plainElement('\n'), ...hindrance] : []
  return buildMessage([headline, more.changed, details].filter(Boolean).join(' '), [
    ...richTextBlocks(
      sectionElement(boldElement(headline), ...withCode(` ${fitLine(details, 900)}`), ...changed, ...warning),
    ),
    ...buttonRow([...tipsButtons(whatCanBeSaid(standing)), tipSettingsButton()]),
  ])
}

/** What most people want to say next. */
const whatCanBeSaid = (standing: TipStanding): readonly TipsSaying[] =>
  standing.state === 'on' && standing.settings.pausedUntil !== undefined
    ? [{ words: 'resume', label: 'Resume now' }]
    : []

/** A button for each thing that may have been meant. */
export function buildWhichMessage(text: string, sayings: readonly TipsSaying[]): Message {
  return buildMessage(text, [
    ...richTextBlocks(sectionElement(...withCode(text))),
    ...buttonRow(tipsButtons(sayings)),
  ])
}

function hindranceOf(obstacle: Obstacle): readonly Inline[] {
  if (obstacle.kind === 'not-our-conversation')
    return [
      plainElement(
        'I can post neither here nor in other people’s conversations: say “tips on” to me in a direct message.',
      ),
    ]
  return [
    plainElement('But I am not in '),
    channelElement(obstacle.channelId),
    plainElement(' yet, so nothing can appear there: type '),
    codeElement('/invite @Hallway'),
    plainElement(' there.'),
  ]
}

/** What can be said about tips. */
export function buildHelpOnTips({ examples }: Extract<TipsCommand, { kind: 'help' }>): Message {
  const text =
    'Say `/talks tips` and one of these, or several of them together; `/talks tips` alone opens the settings.'
  return buildMessage(text, [
    ...richTextBlocks(sectionElement(...withCode(text)), sayingsList(examples)),
    ...buttonRow([tipSettingsButton()]),
  ])
}

const sayingsList = (examples: readonly string[]) =>
  bullets(examples.map((example) => [codeElement(`/talks tips ${example}`)]))

/** What was not understood, what would be, and the notes' answer one click away. */
export function buildExamplesMessage(
  { part, examples }: Extract<TipsCommand, { kind: 'not-understood' }>,
  said: string,
): Message {
  const words = fitLine(part, 100)
  const time = notATime(words)
  const text =
    time === undefined
      ? `I did not understand “${words}” about the daily tips.`
      : `“${time}” is no time of day. Say one such as 17:00 or 8am.`
  const question = askButtons([{ question: said }])
  return buildMessage(`${text} Try: /talks tips ${examples[0] ?? ''}`, [
    ...richTextBlocks(
      sectionElement(plainElement(`${text} These I do:`)),
      sayingsList(examples),
      ...(question.length > 0 ? [sectionElement(plainElement('Or was it a question to the notes?'))] : []),
    ),
    ...question,
  ])
}
