import type { Answers } from '../answers/answers.ts'
import { talksPerAnswer } from './answer-blocks.ts'
import { onTalkButton } from './on-button.ts'
import { buildRelatedMessage } from './related-blocks.ts'

/** "More like this": talks that resemble the button's. */
export function moreLikeThis(answers: Answers) {
  return onTalkButton(answers, async (talk, { reply }) => {
    await reply(buildRelatedMessage(talk, await answers.relatedTalks(talk.id, { limit: talksPerAnswer })))
  })
}
