import { UnknownError, webApi } from '@slack/bolt'

/** The word for it if Slack's client wants one of Slack's. */
export const unknownOutcomeCode = 'no_answer'

/** Whether something was done is not known: no answer came back. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome'
  readonly code = unknownOutcomeCode
}

/** Whether a failure leaves it open if what was asked for has been done. */
export function isUnknownOutcome(error: unknown): boolean {
  if (error instanceof UnknownError) return isUnknownOutcome(error.original)
  return (
    error instanceof UnknownOutcome ||
    (error instanceof webApi.WebAPIPlatformError && error.data.error === unknownOutcomeCode)
  )
}
