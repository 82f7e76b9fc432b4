export interface JsonLinesParts {
  /** Of the request that is under way. */
  readonly requestId: () => string | undefined
  readonly now: () => Date
}

/** An entry of the log as one line of JSON, for what collects logs. */
export function jsonLines({ requestId, now }: JsonLinesParts): (level: string, message: string) => string {
  return (level, message) =>
    JSON.stringify({ time: now().toISOString(), level, message, request: requestId() })
}
