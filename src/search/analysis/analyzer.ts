import { emojiPattern } from '../../text/emoji.ts'
import { fold } from '../../text/fold.ts'
import { placesOfVisible, withoutInvisible } from '../../text/invisible.ts'
import type { Range } from '../../text/range.ts'
import { joinHyphenated, partsOf } from './compounds.ts'
import { stem } from './stem.ts'
import { isDocumentStopWord, isFindable } from './stop-words.ts'
import { segment, stretchesOf } from './unspaced-scripts.ts'
import type { Word } from './word.ts'

/** One occurrence of an indexed term. A compound's parts have the range of the whole. */
export interface Token {
  readonly term: string
  /** The folded word that was stemmed to `term`. */
  readonly word: string
  readonly start: number
  readonly end: number
  /** Whether it is a part of the compound before it, or of one that is a stop word. */
  readonly isPart: boolean
  /** The stop words between the token before and this one. */
  readonly stopWords: readonly string[]
}

/** All words of a text in order, the stop words beside the others. */
export interface TokenizedText {
  readonly tokens: readonly Token[]
  /** The stop words after the last token. */
  readonly rest: readonly string[]
}

/**
 * The terms that a text is found by: words folded and stemmed, compounds whole and in parts, stop words left out.
 * @param language as in `Talk.language`
 * @example analyze('The paths of os.path.join').map((token) => token.term) // => ['path', 'os.path.join', 'os', 'path', 'join']
 */
export function analyze(text: string, language = 'en'): readonly Token[] {
  return tokenize(text, language).tokens
}

/** Where the tokens of `analyze` stand, in their order. */
export function tokenRanges(text: string): Range[] {
  return splitWords(text).flatMap((found): Range[] => {
    const range: Range = [found.start, found.end]
    return [...(isFindable(found, text) ? [range] : []), ...found.parts.map(() => range)]
  })
}

/** As `analyze`, with the stop words that texts are not found by. */
export function tokenize(text: string, language = 'en'): TokenizedText {
  const tokens: Token[] = []
  let stopWords: string[] = []
  const add = (word: string, { start, end }: Word, isPart: boolean) => {
    const before = stopWords.length === 0 ? none : stopWords
    tokens.push({ term: stem(word, language), word, start, end, isPart, stopWords: before })
    if (before === stopWords) stopWords = []
  }
  for (const found of splitWords(text)) {
    if (isFindable(found, text)) add(found.text, found, false)
    else stopWords.push(found.text)
    for (const part of found.parts) add(part, found, true)
  }
  return { tokens, rest: stopWords }
}

/** Most tokens have no stop word before them. */
const none: readonly string[] = []

/**
 * The words of a text in order, in any script.
 * @example splitWords("C++, node.js and O'Reilly's @handle").map((word) => word.text)
 * // => ['c++', 'node.js', 'and', 'oreilly', 'handle']
 */
export function splitWords(text: string): readonly Word[] {
  const places = placesOfVisible(text)
  if (places === undefined) return splitVisible(text)
  return splitVisible(withoutInvisible(text)).map((word) => {
    return { ...word, start: places[word.start]!, end: places[word.end - 1]! + 1 }
  })
}

function splitVisible(text: string): readonly Word[] {
  const words: Word[] = []
  for (const stretch of stretchesOf(text)) {
    if (stretch.isUnspaced) {
      for (const { text: word, start, end } of segment(stretch.text))
        words.push({ text: word, start: stretch.start + start, end: stretch.start + end, parts: [] })
    } else readWords(stretch.text, stretch.start, words)
  }
  return joinHyphenated(words, text)
}

/** Adds the words of a text in which words have something between them. */
function readWords(text: string, offset: number, words: Word[]): void {
  for (const match of text.matchAll(wordPattern)) {
    const [, plain, address, symbolic, emoji, word = ''] = match
    if (address !== undefined) continue
    const start = offset + match.index
    const asItIs = plain ?? emoji
    if (asItIs !== undefined) {
      words.push({ text: asItIs, start, end: start + asItIs.length, parts: [] })
      continue
    }
    const read = symbolic === undefined ? readWord(word, start) : readSymbolic(symbolic, start)
    if (/[\p{L}\p{N}]/u.test(read.text)) words.push(read)
  }
}

const letters = String.raw`[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*`
/** After its first dash. */
const flag = String.raw`(?:[A-Za-z](?![\p{L}\p{N}_-])|-[A-Za-z][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*)`

/**
 * In this order: plain words, which are most, and need no second look; an address's beginning (dropped, so that its host is a
 * word); a language's name that ends in symbols (`C++`, `C#`) or a flag (`-O`, `--no-cache-dir`); emoji; and words, which may begin
 * with a dot (`.NET`) and be joined by dots and apostrophes. `@` and `#` in front are no part of a word: people type handles and
 * tags with and without them.
 */
const wordPattern = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\p{M}_.'’-])([a-z]+)(?![\p{L}\p{N}\p{M}_.'’+#:])`,
    String.raw`(\b(?:(?:https?|ftp|git):\/\/(?:www\.)?|[Ww]{3}\.(?=[\p{L}\p{N}])))`,
    String.raw`((?<![\p{L}\p{N}_])[A-Za-z](?:\+\+|#)(?!\p{L})|-(?<![\p{L}\p{N}_-]-)${flag})`,
    `(${emojiPattern})`,
    String.raw`((?:(?<![\p{L}\p{N}_.)\]])\.)?${letters}(?:[.'’]${letters})*)`,
  ].join('|'),
  'gu',
)

/** The words in a flag are asked for as well: `--no-cache-dir` has cache and dir. */
function readSymbolic(symbolic: string, start: number): Word {
  const text = fold(symbolic)
  const parts = text.startsWith('--') ? text.split(/[-_]+/).filter((part) => part.length > 1) : []
  return {
    text,
    start,
    end: start + symbolic.length,
    parts: parts.filter((part) => !isDocumentStopWord(part)),
  }
}

function readWord(original: string, start: number): Word {
  const possessive = /.['’]s$/i.test(original) ? 2 : 0
  const written = original.slice(0, original.length - possessive)
  const end = start + written.length
  const text = fold(written).replace(/['’]/g, '')
  if (/^\p{L}(\.\p{L})+$/u.test(text)) return { text: text.replaceAll('.', ''), start, end, parts: [] } // e.g., U.S.
  return { text, start, end, parts: partsOf(written) }
}
