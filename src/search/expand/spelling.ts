import { editDistance, hasSameLetters } from '../../text/nearest-names.ts'
import { madeOnce, remembering, rememberingOf } from '../../text/remembering.ts'
import { isNameInCapitals } from '../analysis/analyzer.ts'
import { letterSignature, lettersApart, wordKinds } from '../index/compiled-index.ts'
import { type IndexReader, rangeOf, rangeOfPrefix } from '../index/index-reader.ts'
import { topicsOf } from '../query/parse-query.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { askedLanguages, asksIn, roleOf, wordsThatOnlyAsk } from '../query/word-roles.ts'
import { createBloomFilter } from './bloom-filter.ts'
import { createOneEditFilter } from './one-edit-filter.ts'
import { isOrdinaryWord, isWellKnown } from './ordinary-words.ts'

/** A word of the notes that a misspelt word may have meant. */
export interface Correction {
  readonly word: string
  readonly term: number
  /** Edits between the two, a swap of neighbours counting as one. */
  readonly distance: number
  /** Whether a slip of the fingers is likelier than that another word is meant. */
  readonly isLikely: boolean
}

/** See `RankingParameters.spelling`. */
export interface SpellingParameters {
  readonly minLetters: number
  readonly minLettersOfTwoEdits: number
  readonly minLettersOfAnyWord: number
  readonly minLettersOfOtherStart: number
  readonly minLettersOfMove: number
  readonly minLettersOfSlip: number
  readonly minLettersOfOtherLetter: number
  readonly maxCorrections: number
  readonly minLettersReadWell: number
  readonly maxTopicsAlone: number
  readonly maxLettersOfShortName: number
  readonly minLettersOfNameWithin: number
}

export interface Speller {
  /**
   * The nearest words of the notes, most likely first; empty if nothing is near enough.
   * @param maxEdits Default: by the word's length
   */
  correct(word: string, maxEdits?: 1): readonly Correction[]
  /** The likeliest of the nearest words, if it is one edit away. Of most words that are none this is told at once. */
  oneEditFrom(word: string): Correction | undefined
}

/**
 * Corrects words that the notes do not have. Short words have many neighbours, most of them other words ("react" and
 * "reach"), so a word of four or five letters is only taken for one of a title, speaker or tag. Shorter words
 * and ordinary English ones are never corrected, though another may be offered for these. People seldom mistype the first letter,
 * other than by swapping it with the second: words that begin otherwise are only tried if no other is found.
 *
 * Not `nearestNames` (src/text): that is for short lists of names. Here a hundred thousand words are asked for every
 * unknown word of a question, so they are looked up by their beginnings, and the notes and English tell which is likely.
 */
export function createSpeller(reader: IndexReader, parameters: SpellingParameters): Speller {
  const { words, wordTerms, wordLetters } = reader.index
  const { maxCorrections, minLettersOfOtherStart, minLettersOfAnyWord, minLettersOfMove } = parameters
  const beginningWith = remembering((letters) => rangeOfPrefix(words, letters))
  /** What follows the first letters of each word. */
  const endings = createBloomFilter(words, 1)

  const nearest = remembering((word) => find(word, allowedDistance(word, parameters)))
  const nearestByOne = remembering((word) => find(word, Math.min(1, allowedDistance(word, parameters))))
  const nearWords = madeOnce(() => createOneEditFilter(words))
  return {
    correct: (word, maxEdits) => (maxEdits === 1 ? nearestByOne : nearest)(word),
    oneEditFrom(word) {
      const [first] = nearWords().mayHaveNear(word) ? nearestByOne(word) : []
      return first?.distance === 1 ? first : undefined
    },
  }

  function find(word: string, allowed: number): Correction[] {
    if (allowed === 0) return []
    const alike = beginningsOf(word).flatMap((letters) => near(word, allowed, beginningWith(letters)))
    const found =
      alike.length === 0 && word.length >= minLettersOfOtherStart ? withOtherBeginnings(word) : alike
    const slipsTo = ({ word: other, distance }: Correction) => (hasSameLetters(word, other) ? 1 : distance)
    return found
      .sort(
        (a, b) =>
          slipsTo(a) - slipsTo(b) ||
          Number(hasSameLetters(word, b.word)) - Number(hasSameLetters(word, a.word)) ||
          likelihood(b) - likelihood(a),
      )
      .slice(0, maxCorrections)
  }

  function near(word: string, allowed: number, [from, to]: readonly [from: number, to: number]) {
    const letters = letterSignature(word)
    const corrections: Correction[] = []
    for (let at = from; at < to; at++) {
      // An edit changes at most two of the letters that occur: most words are out without being compared.
      const others = wordLetters[at]!
      if (lettersApart(others, letters) > 2 * allowed) continue
      const candidate = words[at]!
      const term = wordTerms[at]!
      // What makes a word longer takes none of its letters away, and what makes it shorter adds none.
      const longer = candidate.length - word.length
      if (lettersApart(letters & others, letters) > allowed - Math.max(0, longer)) continue
      if (lettersApart(letters & others, others) > allowed - Math.max(0, -longer)) continue
      if (word.length < minLettersOfAnyWord && !reader.isNameTerm(term)) continue
      // A letter that is two places off (`phyton`) is one slip, though not one edit.
      const limit = word.length >= minLettersOfMove && hasSameLetters(word, candidate) ? 2 : allowed
      const distance = editDistance(word, candidate, limit)
      if (distance === 0 || distance > limit) continue
      // Another use of the same word.
      if (at > from && candidate === words[at - 1] && term === wordTerms[at - 1]) continue
      const isLikely = isSlip({ word, candidate, distance }, parameters)
      if (mayBeMeant(candidate, isLikely)) corrections.push({ word: candidate, term, distance, isLikely })
    }
    return corrections
  }

  /** With another first letter, one more, or one less. */
  function withOtherBeginnings(word: string): Correction[] {
    const rest = word.slice(1)
    const ends = [rest, word].filter(endings.mayHave)
    const others = ends.length === 0 ? [] : [...alphabet].flatMap((letter) => ends.map((end) => letter + end))
    return [rest, ...others].flatMap((other) => near(word, 1, rangeOf(words, other)))
  }

  /** A word of a name is likelier than any other. */
  function likelihood({ term }: Correction): number {
    const { documentCount } = reader.index
    return (reader.isNameTerm(term) ? documentCount : 0) + reader.documentFrequency(term)
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/** A letter too many, one too few, or two swapped; in a short word, anything but a swap makes another word. */
function isSlip(
  {
    word,
    candidate,
    distance,
  }: Pick<Correction, 'distance'> & Readonly<Record<'word' | 'candidate', string>>,
  { minLettersOfSlip, minLettersOfOtherLetter }: SpellingParameters,
): boolean {
  if (distance > 1 || word.length < minLettersOfSlip || word[0] !== candidate[0])
    return hasSameLetters(word, candidate)
  return (
    word.length >= minLettersOfOtherLetter ||
    word.length !== candidate.length ||
    hasSameLetters(word, candidate)
  )
}

/** Nobody who asks about `helm` means `help`, but who types `framwork` means `framework`. */
function mayBeMeant(candidate: string, isLikely: boolean): boolean {
  const role = roleOf(candidate)
  return role === 'topic' || (isLikely && (role === 'generic' || role === 'everyday'))
}

/** For people who mean what they typed. */
export const noCorrections: Speller = { correct: () => [], oneEditFrom: () => undefined }

function allowedDistance(word: string, { minLetters, minLettersOfTwoEdits }: SpellingParameters): number {
  if (word.length < minLetters || /\p{N}/u.test(word) || roleOf(word) !== 'topic' || isNoSlip(word)) return 0
  return word.length < minLettersOfTwoEdits || isOrdinaryWord(word) ? 1 : 2
}

/** Whether it is a word as it stands: a known name, or one that questions in another language have. */
const isNoSlip = (word: string) => isWellKnown(word) || asksIn(word, askedLanguages)

/** Whether an ordinary word may be a slip after all, which is then offered: if the notes lack it, and it is all that they are asked for. */
export function isWorthOffering(
  { folded }: QueryWord,
  query: Query,
  isKnown: boolean,
  { maxTopicsAlone }: SpellingParameters,
): boolean {
  return !isOrdinaryWord(folded) || (!isKnown && topicsOf(query).length <= maxTopicsAlone)
}

/** The first letter, and the first two swapped. */
function beginningsOf(word: string): readonly string[] {
  const [first = '', second = ''] = [word.charAt(0), word.charAt(1)]
  return first === second ? [first] : [first, second + first].sort()
}

/**
 * Whether a word is written like a person's name while a word two letters off is no speaker's: a question for Larry Hastings does not
 * mean hosting, and should not be asked back.
 */
export function isNoSpeaker(
  { text: typed, start }: QueryWord,
  { word, distance }: Pick<Correction, 'word' | 'distance'>,
  { query, reader }: Pick<OtherNameSource, 'query' | 'reader'>,
): boolean {
  const isInName = /^\p{Lu}\P{Lu}/u.test(typed) && endsInWord.test(query.text.slice(0, start))
  if (distance < 2 || !isInName) return false
  const [from, to] = reader.usesOf(word)
  return !reader.index.wordKinds.subarray(from, to).some((kind) => wordKinds[kind] === 'speaker')
}

/** What begins no sentence stands after it. */
const endsInWord = /[\p{L}\p{N},]\s+$/u

interface OtherNameSource {
  readonly query: Query
  readonly reader: IndexReader
  readonly spelling: SpellingParameters
}

/**
 * Whether a word of the notes is probably another name than the one that was typed, near as they are: one that begins otherwise
 * (Jython and Cython), one for an ordinary word (gill and GIL), one for a short name with capitals within (PyPy and PyPI), one for
 * a name with a letter more (CPython and Cython), one for a short word that reads well and is no likely slip (Pyro and Pyre), or
 * one that is farther from a word of a question in another language.
 * Such a word is offered, and never taken for what was meant.
 */
export function isOtherName(
  { text: typed, folded }: QueryWord,
  { word: candidate, isLikely, distance }: Pick<Correction, 'word' | 'isLikely' | 'distance'>,
  { query, reader, spelling }: OtherNameSource,
): boolean {
  if (folded[0] !== candidate[0] || isOrdinaryWord(folded)) return true
  if (distance > 1 && isAskedElsewhere(query)) return true
  if (hasSameLetters(folded, candidate)) return false
  const isShort =
    folded.length < spelling.minLettersReadWell && topicsOf(query).length <= spelling.maxTopicsAlone
  if (!isLikely && isShort && readsWell.test(folded)) return true
  const isName =
    /\p{L}.*\p{Lu}/u.test(typed) && (/\p{Ll}/u.test(typed) || isNameInCapitals(typed, query.text))
  return (
    (isName && folded.length <= spelling.maxLettersOfShortName) ||
    [folded.slice(1), folded.slice(0, -1)].some(isKnownName)
  )

  function isKnownName(name: string): boolean {
    if (name.length < spelling.minLettersOfNameWithin || candidate.includes(name)) return false
    const [from, to] = reader.usesOf(name)
    return reader.index.wordTerms.subarray(from, to).some((term) => reader.isNameTerm(term))
  }
}

/** Whether it is asked in a language other than English, whose words are near to many. */
const isAskedElsewhere = rememberingOf(
  ({ words }: Query): boolean => wordsThatOnlyAsk(words, askedLanguages).size > 0,
)

/** A word of consonants alone lacks a letter. */
const readsWell = /[aeiouy]/
