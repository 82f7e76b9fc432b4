import type { Json } from '../records.ts'

/** A call that Slack refuses, with Slack's own word for why. Caught where the answer to a call is written. */
export class SlackError extends Error {
  readonly code: string
  /** What else the answer carries, e.g. `response_metadata`. */
  readonly more: Json

  constructor(code: string, more: Json = {}) {
    super(code)
    this.name = 'SlackError'
    this.code = code
    this.more = more
  }
}

/** `response_metadata.messages`, where Slack says what is wrong. */
export function messagesOf(messages: readonly string[]): Json {
  return { response_metadata: { messages } }
}
