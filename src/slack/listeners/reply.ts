import type { Answers } from '../../answers/answers.ts'
import { type AnswerOptions, buildAnswerMessage, shownInSlack } from '../blocks/answer-blocks.ts'
import { buildHelpMessage } from '../blocks/help-blocks.ts'
import type { Message } from '../blocks/message.ts'
import { isHelpRequest } from './help-request.ts'

/** What Hallway says to what a person typed, on every surface. */
export async function replyTo(text: string, answers: Answers, options: AnswerOptions): Promise<Message> {
  if (isHelpRequest(text)) return buildHelpMessage(answers.corpus, answers.exampleQuestions, answers.readAt)
  return buildAnswerMessage(await answers.answerQuestion(text, shownInSlack), options)
}
