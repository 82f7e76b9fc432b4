/** The plain structure that every markup is reduced to. Text is on one line (but code) and literal, save `code spans`. */
export interface Block {
  readonly form: 'heading' | 'paragraph' | 'bullet' | 'code'
  readonly text: string
  /** A heading's level from 1, a bullet's nesting from 0; 0 for the others. */
  readonly depth: number
  /** 1-based line of the text on which it starts. */
  readonly line: number
}
