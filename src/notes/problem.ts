/** Something wrong with a file of the corpus, said so that its author can mend it. */
export interface Problem {
  /**
   * With an `error`, the file is not served as it is written: not at all, by what its lines say, or by what it said before.
   * With a `warning` it is, but for what the message names.
   */
  readonly severity: 'error' | 'warning'
  /** Path for people, as in `Talk.file`; the corpus folder itself if no single file is meant. */
  readonly file: string
  /** 1-based; absent if the whole file is meant. */
  readonly line?: number
  readonly column?: number
  /** Nothing is wrong: it is what a good note has, and this one lacks. */
  readonly isStyle?: true
  /** Nothing is wrong, and nothing is to be done: no talk is served of the file, as of a page on a person. */
  readonly isHarmless?: true
  /** Of a warning: why no talk is served of the file, or of what lies in the folder. Default: some may be. */
  readonly whyUnserved?: string
  /** What is wrong, naming the key or value. */
  readonly message: string
  /** What to do about it. */
  readonly advice: string
}

/** Those that somebody should see to. */
export const problemsToMend = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ isStyle, isHarmless }) => !isStyle && !isHarmless)
