import { maxTalksShown } from '../../answers/answer-shape.ts'
import { describeShared } from '../../answers/describe-shared.ts'
import type { Talk } from '../../notes/talk.ts'
import type { SimilarTalk } from '../../search/search-engine.ts'
import type { AnswerOptions } from './answer-choices.ts'
import { buttonRow, showSimilarButton } from './buttons-and-values.ts'
import {
  boldElement,
  buildMessage,
  fitLine,
  type Message,
  plainElement,
  richTextBlocks,
  sectionElement,
  sentence,
} from './message.ts'
import { listBlocks } from './talk-blocks.ts'

/** Talks that resemble one, best first, a line each; says so if there are none. */
export function buildSimilarTalksMessage(
  talk: Talk,
  similar: readonly SimilarTalk[],
  { open, notesUrl }: Pick<AnswerOptions, 'open' | 'notesUrl'> = {},
): Message {
  const title = fitLine(talk.title, 150)
  if (similar.length === 0) return sentence(`No other notes resemble “${title}”.`)
  const shown = similar.slice(0, maxTalksShown)
  const rows = shown.map((result, place) => ({
    result,
    line: describeShared(result),
    isOpen: open === place,
  }))
  const openers = rows.map(({ result, isOpen }, place) =>
    showSimilarButton(talk.id, { talk: result.talk, place, number: place + 1, isOpen }),
  )
  const titles = shown.map((result) => fitLine(result.talk.title, 90)).join(' · ')
  return buildMessage(`More like ${title}: ${titles}`, [
    ...richTextBlocks(sectionElement(plainElement('More like '), boldElement(title))),
    ...listBlocks(rows, { first: 1, notesUrl }),
    ...buttonRow(openers),
  ])
}
