import { fold } from './fold.ts'
import { roleOf } from './question-words.ts'

/** Whether a word of a note, shown without the sentence around it, tells what the note is about. */
export function isTopicWord(written: string): boolean {
  if (contraction.test(written) || number.test(written)) return false
  const word = fold(written).replace(/['’]/g, '')
  return word.length > 1 && !formWords.has(word) && roleOf(word) === 'topic'
}

/** `I'll`, `don’t`; but not `O'Reilly`. */
const contraction = /['’](?:d|ll|m|re|s|t|ve)$/i
/** `2.7`, `10:30`, `20th`, `90s`; but not `3D` or `2to3`. */
const number = /^[\p{N}.,:]+(?:st|nd|rd|th|s|k|x)?$/iu
/** Words of the form of notes: the heading that an import makes, and kinds of talks. */
const formWords: ReadonlySet<string> = new Set(['description', 'keynote', 'lightning', 'takeaways'])
