/** What talks of the kinds that have a name of their own are called. */
export const nounsOfKind = {
  keynote: ['keynote', 'keynotes'],
  lightning: ['lightning talk', 'lightning talks'],
} as const

/** The same for any kind; undefined if it has no name of its own. */
export const nounsByKind: ReadonlyMap<string, readonly [one: string, several: string]> = new Map(
  Object.entries(nounsOfKind),
)
