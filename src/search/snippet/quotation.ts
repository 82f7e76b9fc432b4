import type { Range } from '../../text/range.ts'

/** What an answer quotes of a note: one to three of its sentences, with what they need to be understood. */
export interface Quotation {
  /** Its pieces: each is a line, or several lines of code. */
  readonly text: string
  readonly pieces: readonly QuotedPiece[]
  /** Where the question's words stand in `text`: sorted, never overlapping. */
  readonly highlights: readonly Range[]
  /** `Talk.file`. */
  readonly file: string
  /** 1-based: where the passage of the best sentence begins. */
  readonly line: number
  /** Where that stands: `title`, `speakers`, `tags`, `summary`, `takeaways`, `links`, `followUps` or a section's heading. */
  readonly section: string
}

/** Text that stands in the note as it is here, except for Markdown. */
interface QuotedPiece {
  /** In the quotation's text. */
  readonly range: Range
  readonly form: 'paragraph' | 'bullet' | 'code'
  /** 1-based line of the file on which its passage begins. */
  readonly line: number
}
