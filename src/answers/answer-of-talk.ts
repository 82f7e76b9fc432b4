import type { Talk } from '../notes/talk.ts'
import { asQuestion } from '../text/as-question.ts'
import type { Answer, Answered, Unanswered } from './answer.ts'
import type { Answers } from './answers.ts'
import type { AskOptions } from './asking.ts'
import { aboutClosest } from './decide-answer.ts'

/**
 * What the notes of one talk say to a question that calls what it is about `that` or `it`: nothing is said of another talk, as if it were
 * that one.
 * @param mayBeOther whether the question names something of its own, so that all notes may answer it if that talk does not
 */
export async function answerOfTalk(
  question: string,
  talk: Talk,
  answers: Pick<Answers, 'answerQuestion'>,
  { mayBeOther, ...options }: AskOptions & { readonly mayBeOther: boolean },
): Promise<Answer> {
  const answer = await answers.answerQuestion(question, { ...options, among: new Set([talk.id]) })
  const unsure = answer.kind === 'unsure' ? answer : undefined
  const none = answer.kind === 'none' && !mayNotAnswer.has(answer.reason) ? answer : undefined
  if (mayBeOther && (unsure || none)) {
    // Every word of the question stands there.
    if (unsure?.results[0]?.evidence().missing.length === 0)
      return { ...unsure, kind: 'found', explanation: '' }
    const ofAll = await answers.answerQuestion(question, options)
    const isBetter = ofAll.kind === 'found' || ofAll.kind === 'listing'
    if (isBetter || (ofAll.kind === 'unsure' && none)) return asOfOthers(ofAll, talk)
  }
  if (unsure) return perhaps(unsure, talk)
  if (!none) return answer
  const isSaidElsewhere = !mayBeOther && (await answers.answerQuestion(question, options)).kind === 'found'
  return notSaid(none, talk, isSaidElsewhere)
}

/** Said to be of another talk if it is, so that nobody takes it for what is said of that one. */
function asOfOthers(answer: Answer, { id, title }: Talk): Answer {
  if (answer.kind !== 'found' || answer.results[0]?.talk.id === id) return answer
  const [others, say] = answer.shape.shown > 1 ? ['Other talks', 'do'] : ['Another talk', 'does']
  return { ...answer, explanation: `The notes on “${title}” do not say this. ${others} ${say}:` }
}

/** Why nothing can be said of any talk. */
const mayNotAnswer: ReadonlySet<Unanswered['reason']> = new Set(['unread', 'away', 'too-long'])

function perhaps(answer: Answered, { title }: Pick<Talk, 'title'>): Answered {
  const follows = answer.explanation.endsWith(aboutClosest) ? aboutClosest : 'They say:'
  return { ...answer, explanation: `The notes on “${title}” may not say this. ${follows}` }
}

/** @param isSaidElsewhere whether other notes answer the question as it stands: then it can be asked so with a click */
function notSaid(answer: Unanswered, talk: Talk, isSaidElsewhere: boolean): Unanswered {
  const { title } = talk
  const about = `What is “${title}” about?`
  const elsewhere = isSaidElsewhere
    ? asQuestion(answer.question)
    : 'To look in all notes, say what you mean by its name.'
  return {
    ...answer,
    reason: 'no-match',
    talk,
    explanation: `I found nothing on that in the notes on “${title}”.${isSaidElsewhere ? ' Others may say it:' : ''}`,
    suggestions: isSaidElsewhere ? [elsewhere, about] : [about, elsewhere],
    notices: [],
  }
}
