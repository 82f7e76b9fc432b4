import type { Unanswered } from './answer.ts'

/** Why nothing can be answered at the moment, and what to do about it. */
interface Outage extends Pick<Unanswered, 'question' | 'corpusVersion' | 'explanation'> {
  readonly reason: Extract<Unanswered['reason'], 'away' | 'unread'>
  /** A sentence that says when to ask again. */
  readonly askAgain: string
}

const tellOperator = 'If it lasts, tell whoever runs Hallway here. Its log says why.'

/** What every question gets during an outage. */
export const answerLater = ({ askAgain, ...outage }: Outage): Unanswered => ({
  kind: 'none',
  results: [],
  notices: [],
  suggestions: [askAgain, tellOperator],
  ...outage,
})
