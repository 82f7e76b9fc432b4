import { answerOfTalk } from '../../answers/answer-of-talk.ts'
import { maxTalksShown } from '../../answers/answer-shape.ts'
import type { Answers } from '../../answers/answers.ts'
import { repliesInSlack } from '../../answers/small-talk/small-talk-replies.ts'
import type { FollowUpRequest } from '../../requests/read-follow-up.ts'
import { buildAnswerMessage, shownInSlack } from '../blocks/answer-blocks.ts'
import type { AnswerOptions } from '../blocks/answer-choices.ts'
import { buildGreeting, buildHelpMessage } from '../blocks/help-blocks.ts'
import { type Message, sentence } from '../blocks/message.ts'
import { buildSimilarTalksMessage } from '../blocks/similar-talks-blocks.ts'
import type { requestOf } from './read-said.ts'

/** What Hallway says to what a person typed, on every surface. */
export async function replyTo(
  request: Exclude<ReturnType<typeof requestOf>, { kind: 'tips' }> | FollowUpRequest,
  answers: Answers,
  options: AnswerOptions,
): Promise<Message> {
  switch (request.kind) {
    case 'help':
    case 'greeting':
      if (answers.isUnread) return buildAnswerMessage(await answers.answerQuestion(''), options)
      return request.kind === 'help'
        ? buildHelpMessage(answers.corpus, answers.exampleQuestions, answers.readAt)
        : buildGreeting(answers.corpus, answers.exampleQuestions)
    case 'chat':
      return sentence(repliesInSlack[request.said])
    case 'file':
      return sentence(aboutFiles)
    case 'question':
      return buildAnswerMessage(await answers.answerQuestion(request.text, shownInSlack), options)
    case 'of-talk':
      return buildAnswerMessage(
        await answerOfTalk(request.text, request.talk, answers, {
          ...shownInSlack,
          mayBeOther: request.reference === 'besides',
        }),
        options,
      )
    case 'like-talk': {
      const similar = await answers.similarTalks(request.talk.id, { limit: maxTalksShown })
      return buildSimilarTalksMessage(request.talk, similar, options)
    }
  }
}

const aboutFiles = 'I cannot read files. Please type your question, and I will look in the talk notes.'
