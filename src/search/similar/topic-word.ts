import { fold } from '../../text/fold.ts'
import { languageCodeOf, stopWordsOf } from '../analysis/stem.ts'
import { roleOf } from '../query/word-roles.ts'

/** Whether a word of a note, shown without the sentence around it, names what the note is about. */
export function isTopicWord(written: string, language = 'en'): boolean {
  if (contraction.test(written) || number.test(written)) return false
  const word = fold(written).replace(/['’]/g, '')
  if (stopWordsOf(languageCodeOf(language)).has(fold(written))) return false
  return word.length > 1 && !formWords.has(word) && roleOf(word) === 'topic'
}

/** `I'll`, `don’t`; but not `O'Reilly`. */
const contraction = /['’](?:d|ll|m|re|s|t|ve)$/i
/** `2.7`, `10:30`, `20th`, `90s`; but not `3D` or `2to3`. */
const number = /^[\p{N}.,:]+(?:st|nd|rd|th|s|k|x)?$/iu
/** Words that belong to the form of notes: the heading that an import makes, and kinds of talks. */
const formWords: ReadonlySet<string> = new Set(['description', 'keynote', 'lightning', 'takeaways'])

/**
 * The same for terms that differ by an ending, or by British and American spelling, alone, which stemming leaves apart:
 * `scale` and `scalability`, `organise` and `organize`. The language of a stem does not count.
 */
export function rootOfTerm(term: string): string {
  const root = term
    .replace(/~.*$/, '')
    .replace(/our$/, 'or')
    .replace(/(?:abil|abl|ator|ation|er|iz|is|e|i)$/, '')
  return root.length < minRootLength ? term : root
}

const minRootLength = 4
