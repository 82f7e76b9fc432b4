/** The first line of what an error says: native code adds stacks and paths of its own. */
export const firstLineOfError = (error: unknown): string =>
  String((error as Error).message ?? error).split('\n', 1)[0]!
