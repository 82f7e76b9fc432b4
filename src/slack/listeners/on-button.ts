import type { AllMiddlewareArgs, RespondFn } from '@slack/bolt'
import type { Answers } from '../../answers/answers.ts'
import type { Talk } from '../../notes/talk.ts'
import { readIdValue } from '../blocks/buttons-and-values.ts'
import { type Message, sentence } from '../blocks/message.ts'
import { interruptedIn } from '../deliveries/take-over.ts'
import { type Click, readClick, replyToClick } from './button-click.ts'
import type { ButtonListener } from './by-action.ts'
import { explainRestart } from './late-reply.ts'

/** A click that Slack has been told of, and ways to answer it. */
export interface Clicked extends Pick<AllMiddlewareArgs, 'client' | 'logger'> {
  readonly click: Click
  readonly respond: RespondFn
  /** Answers beside the message that was clicked, which stays. */
  readonly reply: (message: Message) => Promise<void>
  /** Whether another process had begun to answer it, and died. */
  readonly isInterrupted: boolean
}

/**
 * A listener for a button: acknowledges the click and reads what the button carries, or says that the button is
 * outdated.
 * @param read undefined if this version writes no such buttons
 */
export function onButton<Carried>(
  read: (click: Click) => Carried | undefined,
  answer: (carried: Carried, clicked: Clicked) => Promise<void>,
): ButtonListener {
  return async ({ ack, body, respond, client, logger, context }) => {
    await ack()
    const click = readClick(body)
    const reply = (message: Message) => replyToClick(respond, click, explainRestart(message, context))
    const carried = read(click)
    if (carried === undefined) return reply(sentence(outdated))
    const isInterrupted = interruptedIn(context) !== undefined
    await answer(carried, { click, respond, reply, client, logger, isInterrupted })
  }
}

/** As `onButton`, for the buttons of a talk; says so if its notes are gone. */
export function onTalkButton(
  current: () => Answers,
  answer: (talk: Talk, clicked: Clicked & { readonly answers: Answers }) => Promise<void>,
): ButtonListener {
  return onButton(
    ({ value }) => readIdValue(value),
    async (talkId, clicked) => {
      const answers = current()
      const talk = answers.findTalk(talkId)
      if (talk === undefined) return clicked.reply(sentence(missingTalk))
      await answer(talk, { ...clicked, answers })
    },
  )
}

/** For buttons that only other versions make. */
export function outdatedButton(): ButtonListener {
  return onButton(
    () => undefined,
    async () => {},
  )
}

const outdated = 'This button is from an older message, and I cannot read it any more. Please ask again.'

export const missingTalk =
  'These notes are not here any more: the file was moved or taken away. Please ask again.'
