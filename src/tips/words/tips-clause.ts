import type { TipChanges } from '../settings/change-settings.ts'

export type TipsClause = TipChanges & { readonly on?: true }

/** One clause, and the index of the word after it. A clause without a key is a word that only joins others. */
export interface ClauseRead {
  readonly clause: TipsClause
  readonly end: number
}
