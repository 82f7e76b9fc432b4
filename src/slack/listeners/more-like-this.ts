import type { Answers } from '../../answers/answers.ts'
import { talksPerAnswer } from '../blocks/fit-talks.ts'
import { buildRelatedMessage } from '../blocks/related-blocks.ts'
import { onTalkButton } from './on-button.ts'

/** "More like this": talks that resemble the button's. */
export function moreLikeThis(current: () => Answers) {
  return onTalkButton(current, async (talk, { answers, reply }) => {
    await reply(buildRelatedMessage(talk, await answers.relatedTalks(talk.id, { limit: talksPerAnswer })))
  })
}
