import type { Answered } from '../../answers/answer.ts'
import type { Asked, Open } from './buttons.ts'
import type { NotesUrl } from './notes-url.ts'

/** How an answer is shown. */
export interface AnswerOptions {
  /** Whether the reader alone sees it, and so may share it. */
  readonly shareable: boolean
  /** Who shares it, as Slack's user id, if it was shared. */
  readonly sharedBy?: string | undefined
  /** Whether unknown words were left as they are. */
  readonly isExact?: boolean
  /** The part of it that somebody has opened. */
  readonly open?: Open | undefined
  /** Where the notes can be read. */
  readonly notesUrl?: NotesUrl | undefined
}

/** What a button carries so that a click shows this page again. */
export function askedOf(
  { question, offset, corpusVersion }: Answered,
  { isExact = false, sharedBy }: AnswerOptions,
): Asked {
  return { question, offset, corpusVersion, isExact, sharedBy }
}
