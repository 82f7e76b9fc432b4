/** The plain structure that every markup is reduced to. Text is on one line (but code) and literal, save `code spans`. */
export interface Block {
  readonly form: 'heading' | 'paragraph' | 'bullet' | 'code'
  readonly text: string
  /** A heading's level from 1, a bullet's nesting from 0; of the others the number of items that they stand in. */
  readonly depth: number
  /** 1-based line of the text on which it starts. */
  readonly line: number
  /** The number of an item in a numbered list. */
  readonly number?: number
  /** What a fence says of its code, mostly the language. */
  readonly info?: string
  /** Whether it is part of a quotation. */
  readonly quoted?: true
}
