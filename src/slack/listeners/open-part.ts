import { maxTalksShown } from '../../answers/answer-shape.ts'
import { buildAnswerMessage } from '../blocks/answer-blocks.ts'
import { readAskedValue, readSimilarValue } from '../blocks/buttons-and-values.ts'
import { type Message, sentence } from '../blocks/message.ts'
import { buildSimilarTalksMessage } from '../blocks/similar-talks-blocks.ts'
import { answerAsked } from './answer-asked.ts'
import type { ListenerParts } from './listener-parts.ts'
import { type Clicked, missingTalk, onButton } from './on-button.ts'

type OpeningParts = Pick<ListenerParts, 'answers' | 'notesUrl'>

/**
 * “Show”, “More…” and what closes them: the same answer with another part of it open, in its place. Of notes that have
 * changed since, it is the answer of now with nothing open, since its talks may be others.
 */
export function openPart({ answers, notesUrl }: OpeningParts) {
  return onButton(
    ({ value }) => readAskedValue(value),
    async (asked, clicked) => {
      const answer = await answerAsked(asked, answers())
      const { open, sharedBy, isExact = false, corpusVersion = answer.corpusVersion } = asked
      const message = buildAnswerMessage(answer, {
        shareable: clicked.click.isOnPrivate,
        sharedBy,
        isExact,
        open: corpusVersion === answer.corpusVersion ? open : undefined,
        notesUrl,
      })
      await replace(message, clicked)
    },
  )
}

/** As `openPart`, for the talks like one. */
export function openSimilar({ answers, notesUrl }: OpeningParts) {
  return onButton(
    ({ value }) => readSimilarValue(value),
    async ({ talkId, open }, clicked) => {
      const current = answers()
      const talk = current.findTalk(talkId)
      if (talk === undefined) return clicked.reply(sentence(missingTalk))
      const similar = await current.similarTalks(talkId, { limit: maxTalksShown })
      await replace(buildSimilarTalksMessage(talk, similar, { open, notesUrl }), clicked)
    },
  )
}

/** Puts the message in the place of the one that was clicked. */
async function replace(message: Message, { respond }: Clicked): Promise<void> {
  await respond({ ...message, replace_original: true })
}
