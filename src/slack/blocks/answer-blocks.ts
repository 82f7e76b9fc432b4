import type { types } from '@slack/bolt'
import type { Answer, Answered, Unanswered } from '../../answers/answer.ts'
import { askButtons, moreResultsButton, type Offer, shareButton } from './buttons.ts'
import { fitLine } from './fit.ts'
import { divider, fitTalks, talksPerAnswer, titles } from './fit-talks.ts'
import { buildListingMessage, linesPerList } from './listing-blocks.ts'
import { meantLine, meantOffers, noticeBlocks, noticesOf } from './meant-blocks.ts'
import { footnote, type Message, message } from './message.ts'
import { narrowingOffers } from './narrowing.ts'
import { bullets, plain, richText, section } from './rich-text.ts'
import { sharedLine } from './shared-line.ts'

export interface AnswerOptions {
  /** Whether the reader alone sees it, and so may share it. */
  readonly shareable: boolean
  /** Who shares it, as Slack's user id, if it was shared. */
  readonly sharedBy?: string
  /** Whether unknown words were left as they are. */
  readonly isExact?: boolean
}

/** What to ask for, to show it in Slack. */
export const shownInSlack = { limit: talksPerAnswer, facets: 4, list: { limit: linesPerList } } as const

/** What to say to a question, whatever became of it. */
export function buildAnswerMessage(answer: Answer, options: AnswerOptions): Message {
  if (answer.kind === 'listing') return buildListingMessage(answer, options)
  return answer.kind === 'none' ? buildNoAnswer(answer, options) : buildResults(answer, options)
}

function buildResults(answer: Answered, options: AnswerOptions): Message {
  const { question, results, offset, total, explanation, corpusVersion } = answer
  const { isExact = false } = options
  const offers = (shown: number) => [
    ...meantOffers(answer),
    ...questionOffers(answer.suggestions),
    ...narrowingOffers(answer, shown, isExact),
  ]
  const blocks = fitTalks(results, (talks, shown, isCrowded) => {
    const next = offset + shown
    const buttons = [
      ...(next < total ? [moreResultsButton({ question, offset: next, corpusVersion, isExact })] : []),
      ...(options.shareable ? [shareButton({ question, offset, corpusVersion, isExact })] : []),
    ]
    return [
      ...sharedLine(question, options.sharedBy),
      ...noticeBlocks(noticesOf(answer)),
      ...meantLine(answer),
      ...explanationBlocks(explanation, answer.suggestions),
      ...talks,
      ...(isCrowded ? [] : askButtons(offers(shown))),
      ...(buttons.length > 0 ? [divider, { type: 'actions', elements: buttons } as const] : []),
      ...(total > shown ? footnote(`Talks ${offset + 1} to ${next} of ${total} that match`) : []),
    ]
  })
  return message(answer.kind === 'unsure' ? `Perhaps: ${titles(results)}` : titles(results), blocks)
}

function buildNoAnswer(answer: Unanswered, options: AnswerOptions): Message {
  return message(answer.explanation, [
    ...sharedLine(answer.question, options.sharedBy),
    ...noticeBlocks(answer.notices.map((notice) => notice.message)),
    ...explanationBlocks(answer.explanation, answer.suggestions),
    ...askButtons(questionOffers(answer.suggestions)),
  ])
}

/** Why the answer is as it is, and what to try, without the questions that can be clicked. */
function explanationBlocks(explanation: string, suggestions: readonly string[]): readonly types.KnownBlock[] {
  const hints = suggestions.filter((text) => !isQuestion(text)).slice(0, 5)
  return [
    ...richText(section(plain(fitLine(explanation, 300)))),
    ...richText(bullets(hints.map((text) => [plain(fitLine(text, 300))]))),
  ]
}

function questionOffers(suggestions: readonly string[]): readonly Offer[] {
  return suggestions.filter(isQuestion).map((question) => ({ question }))
}

const isQuestion = (text: string) => text.trimEnd().endsWith('?')
