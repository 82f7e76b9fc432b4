import type { types } from '@slack/bolt'
import type { Answered } from '../../answers/answer.ts'
import { type AnswerOptions, askedOf } from './answer-options.ts'
import {
  buttonRow,
  fullNotesButton,
  moreButton,
  moreLikeThisButton,
  moreResultsButton,
  questionButtons,
  shareButton,
  showButton,
} from './buttons.ts'
import { meantOffers } from './meant-blocks.ts'
import { narrowingOffers } from './narrowing.ts'

const maxButtons = 3
/** Behind “More…”. */
const maxMoreButtons = 6

/**
 * What one can do with an answer: at most three buttons, those that open a listed talk aside. The last of them opens the
 * others if there are more; what narrows the question stands behind it in any case.
 */
export function choiceRows(answer: Answered, options: AnswerOptions): readonly types.ActionsBlock[] {
  const { front, back } = choicesOf(answer, options)
  const openers = openersOf(answer, options)
  if (front.length + back.length <= maxButtons && back.length < 2)
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
  const narrowing = narrowingOffers(answer, shape.shown, options.isExact)
  const questions = questionButtons([...offers, ...narrowing])
  const instead = questions.slice(0, Math.min(1, offers.length))
  const talk = shape.form === 'talks' ? undefined : results[0]?.talk
  return {
    front: [
      ...instead,
      ...(talk === undefined ? [] : [fullNotesButton(talk)]),
      ...(options.shareable ? [shareButton(asked)] : []),
      // What is like a talk that may be the wrong one is no help.
      ...(talk === undefined || instead.length > 0 ? [] : [moreLikeThisButton(talk)]),
    ],
    back: [
      ...(shown < total ? [moreResultsButton({ ...asked, offset: shown })] : []),
      ...questions.slice(instead.length),
    ],
  }
}

/** Those of the suggestions that can be asked as they stand. */
export function questionsIn(suggestions: readonly string[]): readonly string[] {
  return suggestions.filter((text) => text.trimEnd().endsWith('?'))
}
