import { stem, stemsOf } from '../analysis/stem.ts'
import { isDocumentStopWord, isFindable } from '../analysis/stop-words.ts'
import type { Word } from '../analysis/word.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { AskedWord, Question } from '../query/asked-words.ts'
import type { Correction, Speller } from './spelling.ts'
import type { Synonyms } from './synonyms.ts'

/** Terms that a talk must all have in one place to be about the queryTerm in this way. */
export interface TermVariant {
  readonly terms: readonly number[]
  /** How much it counts in ranking; 1 for the word itself. */
  readonly weight: number
  /** How surely it means the queryTerm; 1 for the word itself. */
  readonly certainty: number
}

export interface Vocabulary {
  readonly reader: IndexReader
  readonly speller: Speller
  readonly synonyms: Synonyms
  /** What the notes are written in besides English, where words have other stems: see `stemmedLanguages`. */
  readonly languages: readonly string[]
  /** All that the notes are written in, as in `Talk.language`. */
  readonly allLanguages: readonly string[]
}

/** How much of the word itself each other way to say it counts, and how surely it means the same. */
const variantWeights = {
  itself: { weight: 1, certainty: 1 },
  /** `code base` for `codebase`, and the other way round. */
  joined: { weight: 0.9, certainty: 0.95 },
  apart: { weight: 0.8, certainty: 0.9 },
  /** `os` and `path` for `os.path`. */
  parts: { weight: 0.7, certainty: 0.85 },
  synonym: { weight: 0.4, certainty: 0.85 },
  correction: { weight: 0.8, certainty: 0.8 },
  /** So far from what was typed that something else may be meant: too little for an answer that is sure of itself. */
  doubtfulCorrection: { weight: 0.6, certainty: 0.5 },
  secondCorrection: { weight: 0.25, certainty: 0.25 },
} as const

/** How the notes can say one word of a question. */
export interface Variants {
  /** The word itself, in each language of the notes. */
  readonly itself: readonly TermVariant[]
  /** Written together with a neighbour, as the notes have it, or nearly so. */
  readonly joined: readonly TermVariant[]
  readonly nearlyJoined: readonly TermVariant[]
  readonly synonyms: readonly TermVariant[]
  /** Its parts, or what it is made of. */
  readonly apart: readonly TermVariant[]
}

export function findVariants(asked: AskedWord, question: Question, vocabulary: Vocabulary): Variants {
  const { reader, languages } = vocabulary
  const { text: word } = asked
  const itself = stemsOf(word, languages).flatMap((stemmed) =>
    variantOf([stemmed], variantWeights.itself, reader),
  )
  const { known, near } = joinedWithNeighbour(asked, question, vocabulary)
  return {
    itself,
    joined: known,
    nearlyJoined: near,
    synonyms: synonymsAt(asked, question, vocabulary),
    apart: [...compoundParts(asked, vocabulary), ...(itself.length === 0 ? takenApart(word, reader) : [])],
  }
}

/** What the notes may say instead of a word that they do not have: the nearest words, most likely first. */
export function correctionVariant({ term, isLikely }: Correction, rank: number): TermVariant {
  const nearest = isLikely ? variantWeights.correction : variantWeights.doubtfulCorrection
  return { terms: [term], ...(rank > 0 ? variantWeights.secondCorrection : nearest) }
}

/**
 * Ways to say one thing, each counting at most what the thing itself counts: else the rarest, such as a stem of another
 * language, would count most just for being rare.
 * @param idf of the word itself; where the notes do not have it, the first way stands for it
 */
export function capVariants(
  alternatives: readonly TermVariant[],
  idf: number | undefined,
  reader: IndexReader,
): TermVariant[] {
  const tells = ({ terms }: TermVariant) =>
    terms.reduce((sum, term) => sum + reader.idf(term), 0) / terms.length
  const [first] = alternatives
  const most = idf ?? (first ? tells(first) : 0)
  // The surest way comes first: another one with the same terms says nothing more.
  const byTerms = new Map(alternatives.toReversed().map((one) => [one.terms.join(), one]))
  return [...byTerms.values()].reverse().map((alternative) => {
    return { ...alternative, weight: alternative.weight * Math.min(1, most / tells(alternative)) }
  })
}

/** Any of the words, as it is. */
export function anyOf(terms: readonly number[]): TermVariant[] {
  return terms.map((term) => ({ terms: [term], ...variantWeights.itself }))
}

type VariantWeights = Pick<TermVariant, 'weight' | 'certainty'>

/** One alternative, or none where the notes lack one of its terms. */
function variantOf(
  terms: readonly string[],
  { weight, certainty }: VariantWeights,
  reader: IndexReader,
): TermVariant[] {
  const numbers = terms.map((term) => reader.termNumber(term))
  return numbers.every((number) => number !== undefined) ? [{ terms: numbers, weight, certainty }] : []
}

/** The word written together with the one before or after it, as the notes have it or nearly so. */
function joinedWithNeighbour(
  asked: AskedWord,
  { text, all }: Question,
  vocabulary: Vocabulary,
): { readonly known: TermVariant[]; readonly near: TermVariant[] } {
  const { reader, speller } = vocabulary
  const known: TermVariant[] = []
  const near: TermVariant[] = []
  const place = all.indexOf(asked)
  for (const left of [place - 1, place]) {
    const [first, second] = [all[left], all[left + 1]]
    // What a word of grammar begins is no word: `log in` is `login`, but `in form` is not `inform`.
    if (!first || !second || isDocumentStopWord(first.text)) continue
    if (!/^[\s\-‐–]*$/.test(text.slice(first.end, second.start))) continue
    const joined = first.text + second.text
    const found = inAnyLanguage([joined], variantWeights.joined, vocabulary)
    known.push(...found)
    if (found.length > 0 || (reader.hasWord(first.text) && reader.hasWord(second.text))) continue
    const [nearest] = speller.correct(joined)
    if (nearest?.distance === 1) near.push({ terms: [nearest.term], ...variantWeights.correction })
  }
  return { known, near }
}

/** Ways to say what the word is, or is a part of. */
function synonymsAt(asked: AskedWord, { text, all }: Question, vocabulary: Vocabulary): TermVariant[] {
  const { synonyms } = vocabulary
  const words = all.filter((word) => isFindable(word, text))
  return runsAround(words, words.indexOf(asked), synonyms.longest).flatMap((run) =>
    synonyms
      .of(run.map(({ term }) => term))
      .flatMap((synonym) => inAnyLanguage(synonym, variantWeights.synonym, vocabulary)),
  )
}

function compoundParts({ parts }: Word, vocabulary: Vocabulary): TermVariant[] {
  if (parts.length === 0) return []
  return [
    ...inAnyLanguage([parts.join('')], variantWeights.joined, vocabulary),
    ...inAnyLanguage(parts, variantWeights.parts, vocabulary),
  ]
}

/** The words in each language of the notes that has them all. */
function inAnyLanguage(
  words: readonly string[],
  how: VariantWeights,
  { reader, languages }: Vocabulary,
): TermVariant[] {
  return ['en', ...languages].flatMap((language) =>
    variantOf(
      words.map((word) => stem(word, language)),
      how,
      reader,
    ),
  )
}

const maxCompoundLength = 40

/** A word as two that stand side by side somewhere in the notes: `codebase`, `python3`. */
function takenApart(word: string, reader: IndexReader): TermVariant[] {
  const found: TermVariant[] = []
  if (word.length > maxCompoundLength) return found
  for (let at = 1; at < word.length; at++) {
    const halves = [word.slice(0, at), word.slice(at)]
    const isBorder = /\p{L}$/u.test(halves[0]!) !== /^\p{L}/u.test(halves[1]!)
    if (!isBorder && halves.some((half) => half.length < 2)) continue
    const [apart] = variantOf(
      halves.map((half) => stem(half)),
      variantWeights.apart,
      reader,
    )
    if (apart && reader.areNeighbours(apart.terms[0]!, apart.terms[1]!)) found.push(apart)
  }
  return found
}

/** All runs of at most `longest` items that the one at `place` is part of. */
function runsAround<Item>(items: readonly Item[], place: number, longest: number): Item[][] {
  const runs: Item[][] = []
  for (let start = Math.max(0, place - longest + 1); start <= place; start++) {
    for (let end = place + 1; end <= Math.min(items.length, start + longest); end++)
      runs.push(items.slice(start, end))
  }
  return runs
}
