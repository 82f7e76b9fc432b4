import { fold, placesOfVisible, withoutInvisible } from '../../text/fold.ts'
import { stem } from './stem.ts'
import { documentStopWordList } from './stop-word-list.ts'
import { mayBeUnspaced, segment, stretchesOf } from './unspaced-scripts.ts'

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
interface TokenizedText {
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

/** Where the tokens of `analyze` stand, in their order: the beginning and the end of each in turn. */
export function tokenPlaces(text: string): readonly number[] {
  const places: number[] = []
  for (const found of splitWords(text)) {
    const tokens = Number(isFindable(found, text)) + found.parts.length
    for (let token = 0; token < tokens; token++) places.push(found.start, found.end)
  }
  return places
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

/** A word as it stands in a text. `start` and `end` are UTF-16 indices into that text, whatever folding did to it. */
export interface Word {
  /** Folded, not stemmed: `node.js`, `c++`, `__get__`, `--help`; `email` for e-mail. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The parts that a compound is also found by: os, path and join for `os.path.join`. Empty for a plain word. */
  readonly parts: readonly string[]
}

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
  const stretches = mayBeUnspaced.test(text) ? stretchesOf(text) : [{ text, start: 0, isUnspaced: false }]
  for (const stretch of stretches) {
    if (stretch.isUnspaced) {
      for (const { text: word, start, end } of segment(stretch.text))
        words.push({ text: word, start: stretch.start + start, end: stretch.start + end, parts: [] })
    } else addWords(stretch.text, stretch.start, words)
  }
  return joinHyphenated(words, text)
}

/** Adds the words of a text in which words have something between them. */
function addWords(text: string, offset: number, words: Word[]): void {
  for (const match of text.matchAll(wordPattern)) {
    const [, plain, address, symbolic, emoji, word = ''] = match
    if (address !== undefined) continue
    const start = offset + match.index
    const whole = plain?.toLowerCase() ?? emoji
    if (whole !== undefined) {
      words.push({ text: whole, start, end: start + whole.length, parts: [] })
      continue
    }
    const read = symbolic === undefined ? readWord(word, start) : readSymbolic(symbolic, start)
    if (/[\p{L}\p{N}]/u.test(read.text)) words.push(read)
  }
}

/** What begins an emoji, as a pattern for words: a picture or a flag; not signs of text such as ™ and ↔. */
const emojiPattern = String.raw`\p{RI}\p{RI}|(?![©®™‼⁉ℹ↔-↪])\p{Extended_Pictographic}`

const onlyEmoji = new RegExp(`^(?:${emojiPattern})+$`, 'u')

/** Whether a word consists of emoji only. */
export function isEmoji(word: string): boolean {
  return onlyEmoji.test(word)
}

const letters = String.raw`[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*`
/** What follows the first dash of a flag: `O`, `-no-cache-dir`. */
const commandFlag = String.raw`(?:[A-Za-z](?![\p{L}\p{N}_-])|-[A-Za-z][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*)`

/**
 * In this order: plain words, which are most, and need no second look; an address's beginning (dropped, so that its host is a
 * word); a language's name that ends in symbols (`C++`, `C#`) or a flag (`-O`, `--no-cache-dir`); emoji; and words, which may begin
 * with a dot (`.NET`) and be joined by dots and apostrophes. `@` and `#` in front are no part of a word: people type handles and
 * tags with and without them.
 */
const wordPattern = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\p{M}_.'’-])([A-Z]?[a-z]+)(?![\p{L}\p{N}\p{M}_.'’+#:])`,
    String.raw`(\b(?:(?:https?|ftp|git):\/\/(?:www\.)?|[Ww]{3}\.(?=[\p{L}\p{N}])))`,
    String.raw`((?<![\p{L}\p{N}_])[A-Za-z](?:\+\+|#)(?!\p{L})|-(?<![\p{L}\p{N}_-]-)${commandFlag})`,
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

/**
 * The words that a word is made of, folded; empty for a plain word. Nobody asks for what is left out: numbers (the 2 and
 * the 7 of `2.7`), the end of a host's name, stop words.
 * @param written as it stands in the text
 * @example partsOf('os.path.join') // => ['os', 'path', 'join']
 * @example partsOf('getUserMedia') // => ['get', 'user', 'media']
 * @example partsOf("l'apprentissage") // => ['apprentissage']
 */
function partsOf(written: string): string[] {
  if (!isCompound.test(written)) return []
  const version = /^[vV](\p{N}+(?:\.[\p{L}\p{N}]+)+)$/u.exec(written)?.[1]
  if (version !== undefined) return [fold(version)]
  const parts = written
    .split(/['’]/)
    .flatMap((piece, place) => [...(place > 0 && isElided(piece) ? [piece] : []), ...namesIn(piece)])
  return parts.map(fold).filter((part) => !isDocumentStopWord(part) && !/^\p{N}*$/u.test(part))
}

const isCompound = /[._'’]|\p{Ll}\p{Lu}/u

/** After an article or a name's beginning (`l'équipe`, `O'Reilly`); shorter ones are endings: `don't`, `we'll`. */
function isElided(piece: string): boolean {
  return (piece.match(/\p{sc=Latin}/gu)?.length ?? 0) >= 3
}

/** `.bashrc` has one name, `self.assertEqual` two, of which the second has two words. */
function namesIn(piece: string): string[] {
  const names = piece.replace(topLevelDomains, '').split(/[._]+/)
  return /[._]/.test(piece) ? names.flatMap((name) => [name, ...humps(name)]) : humps(piece)
}

/** Ends of hosts' names that mean nothing: `.NET` is not launchpad.net, and not the net that one fishes with. */
const topLevelDomains =
  /(?:\.(?:com|org|net|io|dev|edu|gov|info|eu|ac|co|au|br|ca|ch|cz|de|es|fr|it|jp|nl|pl|ru|se|uk|us))+$/iu

/**
 * The words of camel case. A name of two words that begins with a capital (GitHub, JavaScript) is one word to everybody; one
 * of three or more (`NoBrokersAvailable`) nobody types as it is. Single letters are no words, and beside them two letters are
 * none either: nothing is in `BSkyB`, `dLNs` and `iOS`, but a phone in `iPhone`.
 */
function humps(name: string): string[] {
  const words = name.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
  const lengths = words.map((word) => word.match(/\p{L}/gu)?.length ?? 0)
  const hasLetter = lengths.includes(1)
  if (/^\p{Ll}/u.test(name) ? words.length < 2 : words.length < 3 || hasLetter) return []
  return words.filter((_, place) => lengths[place]! >= (hasLetter ? 3 : 2))
}

/**
 * Puts words together that are written with a hyphen as often as without, and of which the main half alone means
 * something else: `e-mail`, `plug-in`, `add-ons`, `no-op`. The word is `email` then, and `mail` its part. All other
 * hyphens divide words: an in-house tool is a tool in the house.
 * @param words of the text, in order
 */
function joinHyphenated(words: readonly Word[], text: string): readonly Word[] {
  if (!hyphens.some((hyphen) => text.includes(hyphen))) return words
  const joined: Word[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const next = words[at + 1]
    const both = next && areHyphenated(word, next, text) ? join(word, next, text) : undefined
    joined.push(both ?? word)
    if (both) at++
  }
  return joined
}

const hyphens: readonly string[] = ['-', '‐', '‑']

function isHyphen(text: string, at: number): boolean {
  return hyphens.includes(text.charAt(at))
}

/** Two, not more: nobody writes `state-of-the-art` together. */
function areHyphenated(left: Word, right: Word, text: string): boolean {
  return (
    right.start === left.end + 1 &&
    isHyphen(text, left.end) &&
    !isHyphen(text, left.start - 1) &&
    !isHyphen(text, right.end) &&
    [left, right].every((word) => word.parts.length === 0 && /^[\p{L}\p{M}]+$/u.test(word.text))
  )
}

function join(left: Word, right: Word, text: string): Word | undefined {
  const isSmallLeft = isSmall(left, text, smallBefore)
  const main = isSmallLeft ? right.text : left.text
  const isOne = isSmallLeft !== isSmall(right, text, smallAfter) && !isDocumentStopWord(main)
  const joined = left.text + right.text
  // Whoever writes "no-one" means "nobody".
  if (!isOne || joined === 'noone') return undefined
  return { text: joined, start: left.start, end: right.end, parts: [main] }
}

const letter = String.raw`[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]`
/** Before a word, most stop words stay what they are; but a to-do is no doing, and NoSQL is no SQL. */
const smallBefore = new RegExp(`^(?:${letter}|no|to)$`, 'u')
const smallAfter = new RegExp(`^(?:${letter}|(?:in|on|to|by|up|off|out|down|over|back)s?)$`, 'u')

/** A letter or a stop word; but not a name like IT. */
function isSmall({ text: word, start, end }: Word, text: string, small: RegExp): boolean {
  return small.test(word) && !isNameInCapitals(text.slice(start, end), text)
}

export const documentStopWords: readonly string[] = documentStopWordList.split(/\s+/)

const stopWordSet: ReadonlySet<string> = new Set(documentStopWords)

export function isDocumentStopWord(word: string): boolean {
  return stopWordSet.has(word)
}

/**
 * Whether a word of a text is a name because of its capitals: "IT" and "US" are no pronouns, unless the text is in
 * capitals throughout. A text of a single word, such as a tag, is taken to be written as it is meant.
 * @param word as it stands in the text
 */
export function isNameInCapitals(word: string, text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && (/\p{Ll}/u.test(text) || !/\p{L}/u.test(text.replace(word, '')))
}

/** Whether no ending can be cut off a word, because its last letter is a capital. */
export function endsInCapital(written: string): boolean {
  return /\p{Lu}$/u.test(written)
}

/** Whether texts are found by a word that stands in them. */
export function isFindable({ text: word, start, end }: Omit<Word, 'parts'>, text: string): boolean {
  return !isDocumentStopWord(word) || isNameInCapitals(text.slice(start, end), text)
}
