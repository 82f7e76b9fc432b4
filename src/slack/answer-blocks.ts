import type { types } from '@slack/bolt'
import type { Answer } from '../answers/answer.ts'
import type { SearchResult } from '../search/search-engine.ts'
import { askButtons, moreResultsButton, shareButton } from './buttons.ts'
import { fitLine } from './fit.ts'
import { limits } from './limits.ts'
import { footnote, type Message, message } from './message.ts'
import { bold, bullets, plain, richText, section, user } from './rich-text.ts'
import { buildTalkBlocks, type Detail } from './talk-blocks.ts'

export interface AnswerOptions {
  /** Whether the reader alone sees it, and so may share it. */
  readonly shareable: boolean
  /** Who shares it, as Slack's user id, where it was shared. */
  readonly sharedBy?: string
}

/** How many talks one answer shows. */
export const talksPerAnswer = 3

/** What to say to a question, whatever became of it. */
export function buildAnswerMessage(answer: Answer, options: AnswerOptions): Message {
  return answer.kind === 'none' ? buildNoAnswer(answer, options) : buildResults(answer, options)
}

const generous: Detail = { passage: 420, links: 4, followUps: 3 }
const brief: Detail = { passage: 260, links: 3, followUps: 2 }
const bare: Detail = { passage: 160, links: 0, followUps: 0 }

/** From generous to bare: the first that is not too long is taken, so that an answer is never refused for its size. */
const fallbacks = [
  { talks: talksPerAnswer, first: generous, others: brief },
  { talks: talksPerAnswer, first: brief, others: { ...brief, links: 1, followUps: 1 } },
  { talks: talksPerAnswer, first: bare, others: bare },
  { talks: 1, first: bare, others: bare },
] as const

/** The message's blocks around the talks, with as much of the talks as fits. */
export function fitting(
  results: readonly SearchResult[],
  build: (talks: readonly types.KnownBlock[], shown: number) => readonly types.KnownBlock[],
): readonly types.KnownBlock[] {
  let blocks: readonly types.KnownBlock[] = []
  for (const { talks, first, others } of fallbacks) {
    const shown = results.slice(0, talks)
    const groups = shown.map((result, index) => buildTalkBlocks(result, index === 0 ? first : others))
    blocks = build(between(groups), shown.length)
    if (JSON.stringify(blocks).length <= limits.messageSize) break
  }
  return blocks
}

/** The titles of the talks, for the fallback text. */
export function titles(results: readonly SearchResult[]): string {
  return results
    .slice(0, talksPerAnswer)
    .map(({ talk }) => fitLine(talk.title, 90))
    .join(' · ')
}

function buildResults(
  answer: Extract<Answer, { kind: 'found' | 'unsure' }>,
  options: AnswerOptions,
): Message {
  const { question, results, offset, total, explanation } = answer
  const blocks = fitting(results, (talks, shown) => {
    const next = offset + shown
    const buttons = [
      ...(next < total ? [moreResultsButton({ question, offset: next })] : []),
      ...(options.shareable ? [shareButton({ question, offset })] : []),
    ]
    return [
      ...sharedLine(question, options.sharedBy),
      ...explanationBlocks(explanation, answer.suggestions),
      ...talks,
      ...questionButtons(answer.suggestions),
      ...(buttons.length > 0 ? [divider, { type: 'actions', elements: buttons } as const] : []),
      ...(total > shown ? footnote(`Talks ${offset + 1} to ${next} of ${total} that match`) : []),
    ]
  })
  return message(answer.kind === 'unsure' ? `Perhaps: ${titles(results)}` : titles(results), blocks)
}

function buildNoAnswer(answer: Extract<Answer, { kind: 'none' }>, options: AnswerOptions): Message {
  return message(answer.explanation, [
    ...sharedLine(answer.question, options.sharedBy),
    ...explanationBlocks(answer.explanation, answer.suggestions),
    ...questionButtons(answer.suggestions),
  ])
}

/** Why the answer is as it is, and what to try, but for the questions that can be clicked. */
function explanationBlocks(explanation: string, suggestions: readonly string[]): readonly types.KnownBlock[] {
  const hints = suggestions.filter((text) => !isQuestion(text)).slice(0, 5)
  return [
    ...richText(section(plain(fitLine(explanation, 300)))),
    ...richText(bullets(hints.map((text) => [plain(fitLine(text, 300))]))),
  ]
}

function questionButtons(suggestions: readonly string[]): readonly types.KnownBlock[] {
  return askButtons(suggestions.filter(isQuestion))
}

const isQuestion = (text: string) => text.trimEnd().endsWith('?')

function sharedLine(question: string, userId: string | undefined): readonly types.KnownBlock[] {
  if (userId === undefined) return []
  return richText(section(user(userId), plain(' asked Hallway: '), bold(fitLine(question, 300))))
}

const divider: types.DividerBlock = { type: 'divider' }

function between(groups: readonly (readonly types.KnownBlock[])[]): readonly types.KnownBlock[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [divider, ...group]))
}
