import { hasSameLetters } from '../../text/nearest-names.ts'
import { isNameInCapitals } from '../analysis/stop-words.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { Query, QueryWord } from '../query/query.ts'
import type { Correction } from './spelling.ts'

/**
 * Whether a word of the notes is probably another name than the one that was typed, near as they are: one that begins
 * otherwise (Jython and Cython), one of the same stem that is no form of it (goods and good), one for a short name with capitals within (PyPy and PyPI), or one for a name with a letter
 * more (CPython and Cython). Such a word is offered, and never taken for what was meant.
 */
export function isOtherName(
  { text: typed, folded, term }: QueryWord,
  { word: candidate, term: number }: Pick<Correction, 'word' | 'term'>,
  { query, reader }: { readonly query: Query; readonly reader: IndexReader },
): boolean {
  if (folded[0] !== candidate[0] || reader.index.terms[number] === term) return true
  if (hasSameLetters(folded, candidate)) return false
  const isName =
    /\p{L}.*\p{Lu}/u.test(typed) && (/\p{Ll}/u.test(typed) || isNameInCapitals(typed, query.text))
  return (isName && folded.length <= maxShortName) || [folded.slice(1), folded.slice(0, -1)].some(isKnownName)

  function isKnownName(name: string): boolean {
    if (name.length < minNameLength || candidate.includes(name)) return false
    const [from, to] = reader.usesOf(name)
    return reader.index.wordTerms.subarray(from, to).some((term) => reader.isNameTerm(term))
  }
}

/** Most letters of a name with which another letter makes another name. */
const maxShortName = 6

/** Of shorter words, any longer one has one in it. */
const minNameLength = 4
