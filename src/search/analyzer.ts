import { fold } from './fold.ts'
import { stem } from './stem.ts'
import { isDocumentStopWord } from './stop-words.ts'

/** A word as it stands in a text. `start` and `end` are UTF-16 indices into that text, whatever folding did to it. */
export interface Word {
  /** Folded, not stemmed: `node.js`, `c++`, `__get__`. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** What a compound is made of: `os.path.join` has os, path and join. Empty for a plain word. */
  readonly parts: readonly string[]
}

/** One occurrence of an indexed term. A compound's parts have the range of the whole. */
export interface Token {
  readonly term: string
  /** The folded word that was stemmed to `term`. */
  readonly word: string
  readonly start: number
  readonly end: number
}

/**
 * The terms that a text is found by: words folded and stemmed, compounds whole and in parts, stop words left out.
 * @param language as in `Talk.language`
 * @example analyze('The paths of os.path.join').map((token) => token.term) // => ['path', 'os.path.join', 'os', 'path', 'join']
 */
export function analyze(text: string, language = 'en'): Token[] {
  const tokens: Token[] = []
  for (const { text: word, start, end, parts } of splitWords(text)) {
    for (const piece of [word, ...parts]) {
      if (!isDocumentStopWord(piece)) tokens.push({ term: stem(piece, language), word: piece, start, end })
    }
  }
  return tokens
}

/**
 * The words of a text in order, in any script.
 * @example splitWords("C++, node.js and O'Reilly's @handle").map((word) => word.text)
 * // => ['c++', 'node.js', 'and', 'oreilly', 'handle']
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const { scheme, symbolic, word } = match.groups ?? {}
    if (scheme) continue
    const start = match.index
    if (symbolic) words.push({ text: fold(symbolic), start, end: start + symbolic.length, parts: [] })
    else if (word && unspacedScript.test(word)) words.push(...segment(word, start))
    else if (word && /[\p{L}\p{N}]/u.test(word)) words.push(readWord(word, start))
  }
  return words
}

const letters = String.raw`[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*`

/**
 * In this order: an address's scheme (dropped, so that its host is a word), a language's name that ends in symbols or a
 * one-letter flag (`C++`, `C#`, `-O`), and words, which may begin with a dot (`.NET`) and be joined by dots and
 * apostrophes. `@` and `#` in front are no part of a word: people type handles and tags with and without them.
 */
const wordPattern = new RegExp(
  [
    String.raw`(?<scheme>\b(?:https?|ftp|git):\/\/(?:www\.)?)`,
    String.raw`(?<symbolic>(?<![\p{L}\p{N}_])[A-Za-z](?:\+\+|#)(?!\p{L})|(?<![\p{L}\p{N}_-])-[A-Za-z](?![\p{L}\p{N}_-]))`,
    String.raw`(?<word>(?:(?<![\p{L}\p{N}_.)\]])\.)?${letters}(?:[.'’]${letters})*)`,
  ].join('|'),
  'gu',
)

/** Scripts that are written without spaces between words. */
const unspacedScript =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function segment(text: string, offset: number): Word[] {
  return Array.from(segmenter.segment(text))
    .filter((piece) => piece.isWordLike)
    .map(({ segment: word, index }) => {
      const start = offset + index
      return { text: fold(word), start, end: start + word.length, parts: [] }
    })
}

function readWord(original: string, start: number): Word {
  const possessive = /.['’]s$/i.test(original) ? 2 : 0
  const end = start + original.length - possessive
  const text = fold(original.slice(0, original.length - possessive)).replace(/['’]/g, '')
  if (/^\p{L}(\.\p{L})+$/u.test(text)) return { text: text.replaceAll('.', ''), start, end, parts: [] } // e.g., U.S.
  return { text, start, end, parts: partsOf(text) }
}

/** Bare numbers are left out: the 2 and the 7 of `2.7` mean nothing alone. */
function partsOf(word: string): string[] {
  if (!/[._]/.test(word)) return []
  return word.split(/[._]+/).filter((part) => part !== '' && !/^\p{N}+$/u.test(part))
}
