import type { Range } from '../../text/range.ts'

/** A piece of a note as an answer quotes it. */
export interface Quotation {
  readonly text: string
  /** Where the question's words stand in `text`: sorted, never overlapping. */
  readonly highlights: readonly Range[]
  /** `Talk.file`. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** Where it stands: `title`, `speakers`, `tags`, `summary`, `takeaways`, `links`, `followUps` or a section's heading. */
  readonly section: string
}
