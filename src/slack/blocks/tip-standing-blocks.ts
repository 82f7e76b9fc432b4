import { describeStanding, type TipStanding } from '../../tips/words/standing.ts'
import type { TipsCommand } from '../../tips/words/tips-command.ts'
import { askButtons, tipSettingsButton } from './buttons.ts'
import { fitLine } from './fit.ts'
import { type Message, message } from './message.ts'
import { bold, bullets, channel, code, type Inline, plain, richText, section, withCode } from './rich-text.ts'

/** Why tips that were switched on cannot appear, and what to do. */
export type Obstacle =
  | { readonly kind: 'not-in-channel'; readonly channelId: string }
  | { readonly kind: 'not-our-conversation' }

/** How the tips of a channel stand, with a button to change them. */
export function buildStandingMessage(standing: TipStanding, obstacle?: Obstacle): Message {
  const { headline, details } = describeStanding(standing)
  const hindrance = obstacle ? hindranceOf(obstacle) : []
  const warning = hindrance.length > 0 ? [plain('\n'), ...hindrance] : []
  return message(`${headline} ${details}`, [
    ...richText(section(bold(headline), ...withCode(` ${fitLine(details, 900)}`), ...warning)),
    { type: 'actions', elements: [tipSettingsButton()] },
  ])
}

function hindranceOf(obstacle: Obstacle): readonly Inline[] {
  if (obstacle.kind === 'not-our-conversation')
    return [
      plain(
        'I can post neither here nor in other people’s conversations: say “tips on” to me in a direct message.',
      ),
    ]
  return [
    plain('But I am not in '),
    channel(obstacle.channelId),
    plain(' yet, so nothing can appear there: type '),
    code('/invite @Hallway'),
    plain(' there.'),
  ]
}

/** What was not understood, what would be, and the notes' answer one click away. */
export function buildExamplesMessage(
  { part, examples }: Extract<TipsCommand, { kind: 'not-understood' }>,
  said: string,
): Message {
  const words = fitLine(part, 100)
  const text = `I did not understand “${words}” about the daily tips.`
  const question = askButtons([{ question: said }])
  return message(`${text} Try: /talks tips ${examples[0] ?? ''}`, [
    ...richText(
      section(plain(`${text} These I do:`)),
      bullets(examples.map((example) => [code(`/talks tips ${example}`)])),
      ...(question.length > 0 ? [section(plain('Or was it a question to the notes?'))] : []),
    ),
    ...question,
  ])
}
