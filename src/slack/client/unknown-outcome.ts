import { UnknownError, webApi } from '@slack/bolt'

/** The code that Slack's client is given for it. */
export const unknownOutcomeCode = 'no_answer'

/** Nobody knows whether something was done: no answer came back. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome'
  readonly code = unknownOutcomeCode
}

/** Whether a failure leaves it open whether the request was carried out. */
export function isUnknownOutcome(error: unknown): boolean {
  if (error instanceof UnknownError) return isUnknownOutcome(error.original)
  return (
    error instanceof UnknownOutcome ||
    (error instanceof webApi.WebAPIPlatformError && error.data.error === unknownOutcomeCode)
  )
}
