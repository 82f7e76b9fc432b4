import type { Answers } from '../../answers/answers.ts'
import type { Requests } from '../../operations/noted-requests.ts'
import type { Store } from '../../store/store.ts'
import type { TipDesk } from '../../tips/tip-desk.ts'
import type { NotesUrl } from '../blocks/notes-url.ts'
import type { AnswerQueue } from '../client/answer-queue.ts'
import type { SlackFetch } from '../client/slack-fetch.ts'
import type { Deliveries } from '../deliveries/deliveries.ts'

/** What listeners work with. */
export interface ListenerParts {
  /** Those of the notes as they are served now: each listener asks for them once, at its beginning. */
  readonly answers: () => Answers
  readonly deliveries: Pick<Deliveries, 'claim' | 'release' | 'leaveOpen'>
  readonly queue: Pick<AnswerQueue, 'enter'>
  /** Hears what each request comes to. */
  readonly requests: Pick<Requests, 'note' | 'step'>
  readonly desk: TipDesk
  readonly store: Pick<Store, 'deleteWorkspace'>
  /** Where the notes can be read; without it, places in them are no links. */
  readonly notesUrl: NotesUrl | undefined
  /** How a response_url is answered. */
  readonly send: SlackFetch
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** What it takes to answer what somebody writes. */
export type MessageParts = Pick<ListenerParts, 'answers' | 'desk' | 'now' | 'notesUrl' | 'send'>
