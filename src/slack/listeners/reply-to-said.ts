import type { Answers } from '../../answers/answers.ts'
import { type Message, sentence } from '../blocks/message.ts'
import { replyTo } from './reply.ts'
import type { Said } from './said.ts'

/** What Hallway says to a message for all to see. */
export async function replyToSaid(said: Said, answers: Answers): Promise<Message> {
  if (said.kind === 'file') return sentence(aboutFiles)
  return replyTo(said.text, answers, { shareable: false })
}

const aboutFiles = 'I cannot read files. Please type your question, and I will look in the talk notes.'
