import type { types } from '@slack/bolt'
import type { Answered } from '../../answers/answer.ts'
import { type Facet, narrowQuestion } from '../../search/filter/facets.ts'
import {
  type AskedPage,
  buttonRow,
  fullNotesButton,
  moreButton,
  moreLikeThisButton,
  moreResultsButton,
  type Offer,
  type OpenPart,
  questionButtons,
  shareButton,
  showButton,
} from './buttons-and-values.ts'
import type { NotesUrl } from './notes-url.ts'

const maxButtons = 3
/** Behind “More…”. */
const maxMoreButtons = 6

/**
 * What one can do with an answer: at most three buttons, not counting those that open a listed talk. If there is more to do,
 * the last one opens the rest. What narrows the question is always among the rest, and is counted only when that is opened.
 */
export function choiceRows(answer: Answered, options: AnswerOptions): readonly types.ActionsBlock[] {
  const { front, back } = choicesOf(answer, options)
  const openers = openersOf(answer, options)
  if (front.length + back.length <= maxButtons && back.length < 2 && !mayNarrow(answer))
    return buttonRow([...openers, ...front, ...back])
  const isOpen = options.open === 'more'
  const direct = front.slice(0, maxButtons - 1)
  const others = [...front.slice(direct.length), ...back].slice(0, maxMoreButtons)
  return [
    ...buttonRow([...openers, ...direct, moreButton(askedOf(answer, options), isOpen)]),
    ...buttonRow(isOpen ? others : []),
  ]
}

/** For each talk of a list, what opens it. */
function openersOf(answer: Answered, options: AnswerOptions): readonly types.Button[] {
  const { shape, results, offset } = answer
  if (shape.form !== 'talks') return []
  return results.slice(0, shape.shown).map(({ talk }, place) => {
    const part = { talk, place, number: offset + place + 1, isOpen: options.open === place }
    return showButton(askedOf(answer, options), part)
  })
}

/** Most wanted first. `front` may stand in sight; `back` is the rest of the results and what narrows the question. */
function choicesOf(answer: Answered, options: AnswerOptions) {
  const { shape, results, suggestions, total, offset } = answer
  const asked = askedOf(answer, options)
  const shown = offset + shape.shown
  const offers = [...meantOffers(answer), ...questionsIn(suggestions).map((question) => ({ question }))]
  const narrowing = narrowingOffers(answer, options.isExact)
  const questions = questionButtons([...offers, ...narrowing])
  const instead = questions.slice(0, Math.min(1, offers.length))
  const talk = shape.form === 'talks' ? undefined : results[0]?.talk
  return {
    front: [
      ...instead,
      ...(talk === undefined ? [] : [fullNotesButton(talk)]),
      ...(options.shareable ? [shareButton(asked)] : []),
      // Talks like one that may be the wrong one are no help.
      ...(talk === undefined || instead.length > 0 ? [] : [moreLikeThisButton(talk)]),
    ],
    back: [
      ...(shown < total ? [moreResultsButton({ ...asked, offset: shown })] : []),
      ...questions.slice(instead.length),
    ],
  }
}

/** The button does not repeat a longer question. */
export const maxRepeated = 40

/** The other of the two questions: what was typed, if it may find something, or what was probably meant. */
function meantOffers({ question, didYouMean, notices }: Answered): readonly Offer[] {
  if (didYouMean === undefined) return []
  if (!didYouMean.isAnswered)
    return [{ question: didYouMean.question, label: `Did you mean ${didYouMean.question}` }]
  const label = question.length <= maxRepeated ? `Search instead for ${question}` : 'Search as it was typed'
  return notices.length > 0 ? [] : [{ question, label, isExact: true }]
}

/** The suggestions that are questions and can be asked as they are. */
export function questionsIn(suggestions: readonly string[]): readonly string[] {
  return suggestions.filter((text) => text.trimEnd().endsWith('?'))
}

/** How an answer is shown. */
export interface AnswerOptions {
  /** Whether the reader alone sees it, and so may share it. */
  readonly shareable: boolean
  /** Who shares it, as Slack's user id, if it was shared. */
  readonly sharedBy?: string | undefined
  /** Whether unknown words were left as they are. */
  readonly isExact?: boolean
  /** The part of it that somebody has opened. */
  readonly open?: OpenPart | undefined
  /** Where the notes can be read. */
  readonly notesUrl?: NotesUrl | undefined
}

/** What a button carries so that a click shows this page again. */
export function askedOf(
  { question, offset, corpusVersion }: Answered,
  { isExact = false, sharedBy }: AnswerOptions,
): AskedPage {
  return { question, offset, corpusVersion, isExact, sharedBy }
}

const maxOffers = 3
/** Fewer talks than this are sooner read than narrowed. */
const minTalks = 6
/** A value of more than this share of the talks hardly narrows. */
const maxShare = 0.7

/** Whether there are enough talks to show a part of them only. */
function mayNarrow({ kind, total, shape }: Answered): boolean {
  return kind === 'found' && total >= minTalks && total > shape.shown
}

/**
 * The same question asked of a part of the talks, if more match than are shown: `Only #flask (4)`.
 * @param isExact whether unknown words were left as they are
 */
function narrowingOffers(answer: Answered, isExact = false): readonly Offer[] {
  if (!mayNarrow(answer)) return []
  const { question, didYouMean, facets } = answer
  const asked = didYouMean?.isAnswered ? didYouMean.question : question
  // Every talk has exactly one kind, and all kinds are counted.
  const kinds = facets.find(({ field }) => field === 'kind')?.values ?? []
  const talks = kinds.reduce((sum, { count }) => sum + count, 0)
  return facets
    .flatMap(({ field, values }) => values.slice(0, perField[field]).map((value) => ({ field, of: value })))
    .filter(({ of }) => of.count > 1 && of.count <= maxShare * talks)
    .sort((a, b) => Number(a.field === 'kind') - Number(b.field === 'kind') || b.of.count - a.of.count)
    .slice(0, maxOffers)
    .map(({ field, of: { value, count, filter } }) => ({
      question: narrowQuestion(asked, field, filter),
      label: `Only ${called[field] ?? ''}${value} (${count})`,
      ...(isExact && { isExact }),
    }))
}

/** What stands before a value that does not explain itself: kinds and languages look like any other word. */
const called: Partial<Readonly<Record<Facet['field'], string>>> = {
  tag: '#',
  kind: 'kind: ',
  lang: 'language: ',
  room: 'room: ',
}

/** How many values of each are offered. A kind is what people ask for least, so it comes last. */
const perField: Readonly<Record<Facet['field'], number>> = {
  tag: 2,
  event: 1,
  speaker: 1,
  year: 1,
  room: 1,
  lang: 1,
  kind: 1,
}
