import type { Answers } from '../../answers/answers.ts'
import { buildFullNotesView } from '../blocks/full-notes-blocks.ts'
import { onTalkButton } from './on-button.ts'

const keyTermsShown = 6

/** "Full notes": all notes of the button's talk, in a modal. */
export function fullNotes(current: () => Answers) {
  return onTalkButton(current, async (talk, { answers, click, client }) => {
    const keyTerms = await answers.keyTerms(talk.id, keyTermsShown)
    await client.views.open({ trigger_id: click.triggerId, view: buildFullNotesView(talk, keyTerms) })
  })
}
