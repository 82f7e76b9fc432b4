/** A word as it stands in a text. `start` and `end` are UTF-16 indices into that text, whatever folding did to it. */
export interface Word {
  /** Folded, not stemmed: `node.js`, `c++`, `__get__`, `--help`; `email` for e-mail. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** What else a compound is found by: `os.path.join` by os, path and join. Empty for a plain word. */
  readonly parts: readonly string[]
}
