import { UnknownError, webApi } from '@slack/bolt'

/** The word for it if Slack's client wants one of Slack's. */
export const noAnswer = 'no_answer'

/** Whether something was done is not known: no answer came back. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly code = noAnswer
}

/** Whether a failure leaves it open if what was asked for has been done. */
export function isNoAnswer(error: unknown): boolean {
  if (error instanceof UnknownError) return isNoAnswer(error.original)
  return (
    error instanceof NoAnswer ||
    (error instanceof webApi.WebAPIPlatformError && error.data.error === noAnswer)
  )
}
