import { maxTalksShown } from '../../answers/answer-shape.ts'
import { buildRelatedMessage } from '../blocks/related-blocks.ts'
import type { ListenerParts } from './listener-parts.ts'
import { onTalkButton } from './on-button.ts'

/** "More like this": talks that resemble the button's. */
export function moreLikeThis({ answers: current, notesUrl }: Pick<ListenerParts, 'answers' | 'notesUrl'>) {
  return onTalkButton(current, async (talk, { answers, reply }) => {
    const related = await answers.relatedTalks(talk.id, { limit: maxTalksShown })
    await reply(buildRelatedMessage(talk, related, { notesUrl }))
  })
}
