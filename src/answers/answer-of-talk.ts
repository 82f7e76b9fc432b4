import type { Talk } from '../notes/talk.ts'
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
  if (mayBeOther && (answer.kind === 'unsure' || answer.kind === 'none'))
    return answers.answerQuestion(question, options)
  if (answer.kind === 'unsure') return { ...answer, explanation: perhaps(answer, talk) }
  return answer.kind === 'none' && !mayNotAnswer.has(answer.reason) ? notSaid(answer, talk) : answer
}

/** Why nothing can be said of any talk. */
const mayNotAnswer: ReadonlySet<Unanswered['reason']> = new Set(['unread', 'away', 'too-long'])

function perhaps({ explanation }: Answered, { title }: Pick<Talk, 'title'>): string {
  const follows = explanation.endsWith(aboutClosest) ? aboutClosest : 'They say:'
  return `The notes on “${title}” may not say this. ${follows}`
}

function notSaid(answer: Unanswered, talk: Talk): Unanswered {
  const { title } = talk
  return {
    ...answer,
    reason: 'no-match',
    talk,
    explanation: `I found nothing on that in the notes on “${title}”.`,
    suggestions: [`What is “${title}” about?`, 'To look in all notes, say what you mean by its name.'],
    notices: [],
  }
}
