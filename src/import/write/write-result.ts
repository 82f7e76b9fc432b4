/** What became of a plan. */
export interface WriteResult {
  /** How many talks were written. */
  readonly written: number
  /** How many the corpus held already as planned, because another import has written them since. */
  readonly already: number
  /** What was left as it is because it is no longer what the plan saw: talks and files, by path within the corpus. */
  readonly kept: readonly string[]
}
