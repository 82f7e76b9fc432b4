import { buildAnswerMessage } from '../blocks/answer-blocks.ts'
import { readAskedValue } from '../blocks/buttons-and-values.ts'
import { sentence } from '../blocks/message.ts'
import { answerAsked } from './answer-asked.ts'
import type { ListenerParts } from './listener-parts.ts'
import { onButton } from './on-button.ts'

/**
 * "Share in channel": the private answer for all to see, in the name of the person who shares it. It goes through the click's
 * response_url, which reaches channels that Hallway is not in. A double click shares once. If the process that shared it died,
 * nobody knows whether it did: who clicked is told, and may share it again. If the notes have changed since, the answer of now
 * is shared, from the first page on, and who shares it is told.
 */
export function share({
  answers,
  deliveries,
  notesUrl,
}: Pick<ListenerParts, 'answers' | 'deliveries' | 'notesUrl'>) {
  return onButton(
    ({ value }) => readAskedValue(value),
    async (asked, { click, respond, reply, isInterrupted }) => {
      const { teamId = '', channelId } = click.channel ?? {}
      const key = { teamId, delivery: `share:${channelId}:${click.message}:${click.userId}` }
      if (!(await deliveries.claim(key))) {
        if (!isInterrupted) return
        await deliveries.release(key)
        return reply(sentence(perhapsShared))
      }
      const answer = await answerAsked(asked, answers())
      const options = { shareable: false, sharedBy: click.userId, isExact: asked.isExact ?? false, notesUrl }
      // Nobody else has seen the page before.
      const shown = answer.kind === 'none' ? answer : { ...answer, isStartedAgain: false }
      const thread = click.thread === undefined ? {} : { thread_ts: click.thread }
      try {
        await respond({
          ...buildAnswerMessage(shown, options),
          ...thread,
          response_type: 'in_channel',
          replace_original: false,
        })
      } catch (error) {
        await deliveries.release(key)
        throw error
      }
      const isOfOtherNotes = (asked.corpusVersion ?? answer.corpusVersion) !== answer.corpusVersion
      await respond({ ...sentence(isOfOtherNotes ? sharedOtherNotes : 'Shared.'), replace_original: true })
    },
  )
}

const perhapsShared = 'If you do not see the answer shared here, please share it again.'

const sharedOtherNotes =
  'Shared. The notes have changed since, so what is shared are the best talks as the notes are now.'
