import type { types } from '@slack/bolt'
import type { Tip } from '../../tips/tip.ts'
import {
  anotherTipButton,
  buttonRow,
  fullNotesButton,
  moreLikeThisButton,
  tipVerdictButtons,
} from './buttons-and-values.ts'
import {
  boldElement,
  buildMessage,
  firstThatFits,
  fitLine,
  fitText,
  footnote,
  type Inline,
  linkified,
  type Message,
  richTextBlocks,
  sectionElement,
} from './message.ts'
import type { NotesUrl } from './notes-url.ts'
import { followLine, sourceLine } from './talk-blocks.ts'

/** How much of the tip to show, in UTF-16 units, and whether there is room for what can be followed. */
interface Detail {
  readonly length: number
  readonly hasFollowLine: boolean
}

/** From generous to bare: the first that is not too long is taken, so that no tip is refused for its size. */
const details: readonly Detail[] = [
  { length: 900, hasFollowLine: true },
  { length: 500, hasFollowLine: true },
  { length: 300, hasFollowLine: false },
]

/**
 * A tip, which reads as an answer does: the passage, where it is from, what one can do about it, and how to stop it.
 * @param notesUrl where the notes can be read
 */
export function buildTipMessage(tip: Tip, notesUrl?: NotesUrl): Message {
  const blocks = firstThatFits(details, (detail) => buildBlocks(tip, detail, notesUrl))
  return buildMessage(`Tip: ${fitLine(tip.passage.text, 200)} (${fitLine(tip.talk.title, 80)})`, blocks)
}

function buildBlocks(tip: Tip, detail: Detail, notesUrl: NotesUrl | undefined): readonly types.KnownBlock[] {
  const { talk, passage } = tip
  return [
    ...richTextBlocks(sectionElement(...linkified(fitText(passage.text, detail.length)).map(emphasised))),
    sourceLine(talk, passage.line, notesUrl),
    ...(detail.hasFollowLine ? followLine(talk) : []),
    ...buttonRow([fullNotesButton(talk), moreLikeThisButton(talk), anotherTipButton(tip)]),
    ...buttonRow(tipVerdictButtons(tip)),
    ...footnote('“/talks tips” changes or stops these tips.'),
  ]
}

/** Bold, except web addresses: they stand out as links. */
function emphasised(piece: Inline): Inline {
  return piece.type === 'text' ? boldElement(piece.text) : piece
}
