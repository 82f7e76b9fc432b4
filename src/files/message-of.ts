/** What an error says, for a line of the log or the terminal. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
