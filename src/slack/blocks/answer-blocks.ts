import type { types } from '@slack/bolt'
import type { Answer, Answered, Unanswered } from '../../answers/answer.ts'
import { leadOf, maxTalksShown } from '../../answers/answer-shape.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import { type AnswerOptions, askedOf, choiceRows, maxRepeated, questionsIn } from './answer-choices.ts'
import { buttonRow, fullNotesButton, helpButton, questionButtons, showButton } from './buttons-and-values.ts'
import { buildListingMessage, linesPerList } from './listing-blocks.ts'
import {
  boldElement,
  buildMessage,
  bullets,
  firstThatFits,
  fitLine,
  footnote,
  type Message,
  noticeBlocks,
  plainElement,
  richTextBlocks,
  sectionElement,
  sharedLine,
} from './message.ts'
import {
  besideBlocks,
  followLine,
  listBlocks,
  passageBlocks,
  sourceLine,
  summaryInLine,
  type TalkRow,
  whyListed,
} from './talk-blocks.ts'

/** What to ask the search for, so that Slack can show it. */
export const shownInSlack = { limit: maxTalksShown, list: { limit: linesPerList } } as const

/** How much of a talk answers, in UTF-16 units: what reads at a glance, less if other things are said too. */
const leadLengths = {
  passage: { alone: 280, beside: 220 },
  summary: { alone: 280, beside: 220 },
  talks: { alone: 250, beside: 200 },
} as const
const briefLength = 160

/** What to say to a question, whatever became of it. */
export function buildAnswerMessage(answer: Answer, options: AnswerOptions): Message {
  if (answer.kind === 'listing') return buildListingMessage(answer, options)
  return answer.kind === 'none' ? buildNoAnswer(answer, options) : buildResults(answer, options)
}

/** From everything to the answer alone: Slack gets the first that is not too long, so that it refuses none for its size. */
const bodies = [wholeBody, plainBody, leastBody]

function buildResults(answer: Answered, options: AnswerOptions): Message {
  const blocks = firstThatFits(bodies, (body) => [
    ...sharedLine(answer.question, options.sharedBy),
    ...noticeBlocks(noticesOf(answer)),
    ...meantLine(answer),
    ...explanationBlocks(answer.explanation, answer.suggestions),
    ...body(answer, options),
  ])
  return buildMessage(
    answer.kind === 'unsure' ? `Perhaps: ${fallbackOf(answer)}` : fallbackOf(answer),
    blocks,
  )
}

/** Whatever the reader should know about how the question was read, each a sentence. */
function noticesOf(answer: Answered): readonly string[] {
  const { notices, isStartedAgain, isPartial, isStandIn, pagedTo = Infinity, offset, results } = answer
  return [
    ...notices.map(({ message }) => message),
    ...(isStartedAgain ? ['The notes have changed since, so these are the best talks again.'] : []),
    ...(isPartial ? ['This took too long, so better talks may be missing.'] : []),
    ...standInNotice(isStandIn),
    ...(offset + results.length >= pagedTo
      ? [
          `Only the first ${pagedTo.toLocaleString('en')} talks can be paged through: narrow the question to see others.`,
        ]
      : []),
  ]
}

/** Said if the cluster that should have searched does not answer. */
function standInNotice(isStandIn: boolean | undefined): readonly string[] {
  return isStandIn
    ? ['The search cluster does not answer at the moment, so this is from this machine’s own index.']
    : []
}

/** "Showing results for …", if the question was taken for another one; of a long one, the words that were. */
function meantLine({ question, didYouMean }: Answered): readonly types.KnownBlock[] {
  if (!didYouMean?.isAnswered) return []
  const meant = didYouMean.question
  const words = meant.length <= maxRepeated ? meant : changedWords(question, meant)
  return richTextBlocks(
    sectionElement(plainElement('Showing results for '), boldElement(fitLine(words, 200))),
  )
}

/** The words of `meant` that are not in `question`; all of them if there are none. */
function changedWords(question: string, meant: string): string {
  const typed = new Set(question.split(/\s+/))
  const changed = meant.split(/\s+/).filter((word) => !typed.has(word))
  return changed.length === 0 ? meant : changed.join(' … ')
}

/** The answer, what one can do with it, and the talks that fit nearly as well. */
function wholeBody(answer: Answered, options: AnswerOptions): readonly types.KnownBlock[] {
  const { shape, total, offset } = answer
  const choices = choiceRows(answer, options)
  if (shape.form !== 'talks')
    return [...leadBlocks(answer, options), ...choices, ...besideRows(answer, options)]
  const isPart = total > shape.shown
  const [first, last] = [offset + 1, offset + shape.shown]
  const talksShown = first === last ? `Talk ${first}` : `Talks ${first} to ${last}`
  return [
    ...talkList(answer, options),
    ...(isPart ? footnote(`${talksShown} of ${total} that match`) : []),
    ...choices,
  ]
}

/** Without the buttons that carry the question, which may be long. */
function plainBody(answer: Answered, options: AnswerOptions): readonly types.KnownBlock[] {
  const { shape, results } = answer
  if (shape.form === 'talks') return talkList(answer, { ...options, open: undefined })
  const notes = results.slice(0, 1).map(({ talk }) => fullNotesButton(talk))
  return [...leadBlocks(answer, options), ...buttonRow(notes)]
}

function leastBody({ results }: Answered, { notesUrl }: AnswerOptions): readonly types.KnownBlock[] {
  const [first] = results
  if (first === undefined) return []
  const lead = leadOf(first, 'passage', briefLength)
  return [
    ...passageBlocks(lead, briefLength),
    sourceLine(first.talk, lead.line, notesUrl),
    ...buttonRow([fullNotesButton(first.talk)]),
  ]
}

/** The sentences that answer, where they are from, and what can be followed. */
function leadBlocks(answer: Answered, { notesUrl }: AnswerOptions): readonly types.KnownBlock[] {
  const [first] = answer.results
  if (first === undefined) return []
  const max = leadLength(answer)
  const lead = leadOf(first, answer.shape.form, max)
  return [
    ...passageBlocks(lead, max),
    ...similarityLine(answer, first),
    sourceLine(first.talk, lead.line, notesUrl),
    // A talk that may be the wrong one needs no links but the one to its full notes.
    ...(answer.kind === 'found' ? followLine(first.talk) : []),
  ]
}

/** Why a talk is here that has hardly a word of the question, unless that was said already. */
function similarityLine({ reason, shape }: Answered, first: SearchResult): readonly types.KnownBlock[] {
  if (shape.form !== 'passage' || reason === 'near' || !first.evidence().isByMeaning) return []
  return footnote('Close in meaning to your question.')
}

/** The talks after the first. */
function besideRows(answer: Answered, options: AnswerOptions): readonly types.KnownBlock[] {
  return rowsOf(answer, options, 1).flatMap((row, at) => {
    const part = { talk: row.result.talk, place: 1 + at, isOpen: row.isOpen }
    return besideBlocks(row, showButton(askedOf(answer, options), part), options.notesUrl)
  })
}

function talkList(answer: Answered, options: AnswerOptions): readonly types.KnownBlock[] {
  const { notesUrl } = options
  return listBlocks(rowsOf(answer, options), { first: answer.offset + 1, notesUrl })
}

/** The talks that are shown, from a place on. */
function rowsOf({ results, shape, offset }: Answered, { open }: AnswerOptions, from = 0): readonly TalkRow[] {
  const lineOf = shape.form === 'passage' || offset > 0 ? whyListed : summaryInLine
  return results.slice(from, shape.shown).map((result, at) => ({
    result,
    line: lineOf(result),
    isOpen: open === from + at,
  }))
}

function leadLength({ kind, shape, didYouMean, notices }: Answered): number {
  const isAlone = kind === 'found' && shape.shown === 1 && didYouMean === undefined && notices.length === 0
  return leadLengths[shape.form][isAlone ? 'alone' : 'beside']
}

/** The answer as a line of plain text. */
function fallbackOf(answer: Answered): string {
  const { shape, results } = answer
  const [first] = results
  if (shape.form === 'talks' || first === undefined)
    return results.slice(0, shape.shown).map(shortTitle).join(' · ')
  const lead = fitLine(leadOf(first, shape.form, leadLength(answer)).text, 200)
  // A talk whose notes hold no sentence is found by its title.
  return lead === '' ? shortTitle(first) : `${lead} (${shortTitle(first)})`
}

const shortTitle = ({ talk }: SearchResult): string => fitLine(talk.title, 90)

function buildNoAnswer(answer: Unanswered, options: AnswerOptions): Message {
  const questions = questionsIn(answer.suggestions).slice(0, maxQuestions)
  return buildMessage(answer.explanation, [
    ...sharedLine(answer.question, options.sharedBy),
    ...noticeBlocks([...answer.notices.map((notice) => notice.message), ...standInNotice(answer.isStandIn)]),
    ...explanationBlocks(answer.explanation, answer.suggestions),
    ...buttonRow([
      ...(answer.talk ? [fullNotesButton(answer.talk)] : []),
      ...questionButtons(questions.map((question) => ({ question }))),
      helpButton(),
    ]),
  ])
}

/** Further questions to click, beside the button for help. */
const maxQuestions = 2

/** Why the answer is as it is, and what to try, without the questions that can be clicked. */
function explanationBlocks(explanation: string, suggestions: readonly string[]): readonly types.KnownBlock[] {
  const questions = questionsIn(suggestions)
  const shown = (text: string) => [plainElement(fitLine(text, 300))]
  const hints = suggestions.filter((text) => !questions.includes(text)).slice(0, 5)
  return [
    ...richTextBlocks(sectionElement(plainElement(fitLine(explanation, 300)))),
    ...richTextBlocks(hints.length > 1 ? bullets(hints.map(shown)) : sectionElement(...hints.flatMap(shown))),
  ]
}
