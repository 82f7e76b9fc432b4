import { maxTalksShown } from '../../answers/answer-shape.ts'
import { buildSimilarTalksMessage } from '../blocks/similar-talks-blocks.ts'
import type { ListenerParts } from './listener-parts.ts'
import { onTalkButton } from './on-button.ts'

/** "More like this": talks that resemble the button's. */
export function moreLikeThis({ answers: current, notesUrl }: Pick<ListenerParts, 'answers' | 'notesUrl'>) {
  return onTalkButton(current, async (talk, { answers, reply }) => {
    const similar = await answers.similarTalks(talk.id, { limit: maxTalksShown })
    await reply(buildSimilarTalksMessage(talk, similar, { notesUrl }))
  })
}
