import type { types } from '@slack/bolt'
import type { Tip } from '../../tips/tip.ts'
import { anotherTipButton, fullNotesButton, moreLikeThisButton, tipFeedbackButtons } from './buttons.ts'
import { fitLine, fitText } from './fit.ts'
import { limits } from './limits.ts'
import { footnote, type Message, message } from './message.ts'
import {
  bold,
  bullets,
  type Inline,
  italic,
  joined,
  link,
  linkified,
  plain,
  richText,
  section,
} from './rich-text.ts'
import { byline, followUp } from './talk-blocks.ts'

/** How much of a tip to show: the takeaway's length in UTF-16 units, the rest in items. */
interface Detail {
  readonly takeaway: number
  readonly links: number
  readonly followUps: number
}

/** From generous to bare: the first that is not too long is taken, so that no tip is refused for its size. */
const details: readonly Detail[] = [
  { takeaway: 900, links: 3, followUps: 1 },
  { takeaway: 500, links: 1, followUps: 0 },
  { takeaway: 300, links: 0, followUps: 0 },
]

/** A tip: the takeaway first, then the talk that it comes from, what one can do about it, and how to stop it. */
export function buildTipMessage(tip: Tip): Message {
  let blocks: readonly types.KnownBlock[] = []
  for (const detail of details) {
    blocks = buildBlocks(tip, detail)
    if (JSON.stringify(blocks).length <= limits.messageSize) break
  }
  return message(`Tip: ${fitLine(tip.takeaway.text, 200)} (${fitLine(tip.talk.title, 80)})`, blocks)
}

function buildBlocks(tip: Tip, detail: Detail): readonly types.KnownBlock[] {
  const { talk, takeaway } = tip
  const links = talk.links.slice(0, detail.links).map(({ title, url }) => link(url, fitLine(title, 60)))
  const followUps = talk.followUps.slice(0, detail.followUps).map((item) => followUp(item, 160))
  return [
    ...richText(section(...linkified(fitText(takeaway.text, detail.takeaway)).map(emphasised))),
    ...richText(
      section(italic(fitLine(talk.title, 150)), plain(`\n${byline(talk)}`)),
      section(...joined(links, ' · ')),
      section(italic(followUps.length > 0 ? 'To follow up:' : '')),
      bullets(followUps),
    ),
    { type: 'actions', elements: [fullNotesButton(talk), moreLikeThisButton(talk), anotherTipButton(tip)] },
    { type: 'actions', elements: tipFeedbackButtons(tip) },
    ...footnote(`${fitLine(talk.file, 300)}:${takeaway.line} · “/talks tips” changes or stops these tips.`),
  ]
}

/** Bold, except web addresses: they stand out as links. */
function emphasised(piece: Inline): Inline {
  return piece.type === 'text' ? bold(piece.text) : piece
}
