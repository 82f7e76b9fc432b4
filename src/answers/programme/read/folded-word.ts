import { plainWordAt } from '../../../calendar/word-at.ts'

/** The word at a place without apostrophes: `whats` for `what’s`. */
export const foldedWordAt = (words: readonly string[], at: number) =>
  plainWordAt(words, at).replace(/['’]/g, '')
