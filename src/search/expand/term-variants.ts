import { stem, stemsOf } from '../analysis/stem.ts'
import { isDocumentStopWord, isFindable } from '../analysis/stop-words.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { Query, QueryWord } from '../query/query.ts'
import type { Correction, Speller } from './spelling.ts'
import type { Synonyms } from './synonyms.ts'

/** Terms that a talk must all have in one place to be about the query term. */
export interface TermVariant {
  readonly terms: readonly number[]
  /** How much it counts in ranking; 1 for the word itself. */
  readonly weight: number
  /** How surely it means the query term; 1 for the word itself. */
  readonly certainty: number
}

export interface Vocabulary {
  readonly reader: IndexReader
  readonly speller: Speller
  readonly synonyms: Synonyms
  /** What the notes are written in besides English, which gives words other stems: see `stemmedLanguages`. */
  readonly languages: readonly string[]
  /** All that the notes are written in, as in `Talk.language`. */
  readonly allLanguages: readonly string[]
}

/** How much each kind of variant counts, and how surely it means the term: see `RankingParameters.variants`. */
export type VariantParameters = Readonly<
  Record<
    | 'itself'
    | 'joined'
    | 'apart'
    | 'parts'
    | 'synonym'
    | 'correction'
    | 'doubtfulCorrection'
    | 'secondCorrection',
    VariantWeights
  >
>

/** What variants are looked for in, and with which weights. */
export interface VariantSource {
  readonly vocabulary: Vocabulary
  readonly variants: VariantParameters
}

/** What stands for one word of a question in the notes. */
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

export function findVariants(asked: QueryWord, query: Query, source: VariantSource): Variants {
  const { reader, languages } = source.vocabulary
  const { folded: word } = asked
  const itself = stemsOf(word, languages).flatMap((term) => variantOf([term], source.variants.itself, reader))
  const { known, near } = joinedWithNeighbour(asked, query, source)
  return {
    itself,
    joined: known,
    nearlyJoined: near,
    synonyms: synonymsAt(asked, query, source),
    apart: [...compoundParts(asked, source), ...(itself.length === 0 ? takenApart(word, source) : [])],
  }
}

/**
 * The variant of a correction: a word that the notes have in place of one that they do not have.
 * @param place among the corrections, the likeliest at 0
 */
export function correctionVariant(
  { term, isLikely }: Correction,
  place: number,
  { correction, doubtfulCorrection, secondCorrection }: VariantParameters,
): TermVariant {
  const nearest = isLikely ? correction : doubtfulCorrection
  return { terms: [term], ...(place > 0 ? secondCorrection : nearest) }
}

/**
 * Variants of one term, each counting at most what the term itself counts: else the rarest, such as a stem of another
 * language, would count most just for being rare.
 * @param idf of the word itself; if the notes do not have it, the first variant stands for it
 */
export function capVariants(
  variants: readonly TermVariant[],
  idf: number | undefined,
  reader: IndexReader,
): TermVariant[] {
  const meanIdf = ({ terms }: TermVariant) =>
    terms.reduce((sum, term) => sum + reader.idf(term), 0) / terms.length
  const [first] = variants
  const maxIdf = idf ?? (first ? meanIdf(first) : 0)
  // The surest variant comes first: another one with the same terms adds nothing.
  const byTerms = new Map(variants.toReversed().map((one) => [one.terms.join(), one]))
  return [...byTerms.values()].reverse().map((variant) => {
    return { ...variant, weight: variant.weight * Math.min(1, maxIdf / meanIdf(variant)) }
  })
}

type VariantWeights = Pick<TermVariant, 'weight' | 'certainty'>

/** One variant, or none if the notes lack one of its terms. */
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
  asked: QueryWord,
  { text, words }: Query,
  { vocabulary, variants }: VariantSource,
): { readonly known: TermVariant[]; readonly near: TermVariant[] } {
  const { reader, speller } = vocabulary
  const known: TermVariant[] = []
  const near: TermVariant[] = []
  const place = words.indexOf(asked)
  for (const left of [place - 1, place]) {
    const [first, second] = [words[left], words[left + 1]]
    // What a word of grammar begins is no word: `log in` is `login`, but `in form` is not `inform`.
    if (!first || !second || isDocumentStopWord(first.folded)) continue
    if (!/^[\s\-‐–]*$/.test(text.slice(first.end, second.start))) continue
    const joined = first.folded + second.folded
    const found = inAnyLanguage([joined], variants.joined, vocabulary)
    known.push(...found)
    // Nobody who mistypes one word also leaves out a blank before a word of grammar.
    const isMistyped = !isDocumentStopWord(second.folded) && !areKnown(first, second)
    if (found.length > 0 || !isMistyped) continue
    const [nearest] = speller.correct(joined)
    if (nearest?.distance === 1) near.push({ terms: [nearest.term], ...variants.correction })
  }
  return { known, near }

  function areKnown(...both: readonly QueryWord[]): boolean {
    return both.every(({ folded }) => reader.hasWord(folded))
  }
}

/** Synonyms of what the word is, or is a part of. */
function synonymsAt(
  asked: QueryWord,
  { text, words }: Query,
  { vocabulary, variants }: VariantSource,
): TermVariant[] {
  const { synonyms } = vocabulary
  const findable = words.filter(({ folded, start, end }) => isFindable({ text: folded, start, end }, text))
  return runsAround(findable, findable.indexOf(asked), synonyms.maxLength).flatMap((run) =>
    synonyms
      .of(run.map(({ term }) => term))
      .flatMap((synonym) => inAnyLanguage(synonym, variants.synonym, vocabulary)),
  )
}

function compoundParts({ parts }: QueryWord, { vocabulary, variants }: VariantSource): TermVariant[] {
  if (parts.length === 0) return []
  const together = [
    ...inAnyLanguage([parts.join('')], variants.joined, vocabulary),
    ...inAnyLanguage(parts, variants.parts, vocabulary),
  ]
  // What the notes lack as a whole is searched for by each part that they have; none of these is surely what is meant.
  const { weight, certainty } = variants.parts
  const share = { weight, certainty: certainty / parts.length }
  return together.length > 0 ? together : parts.flatMap((part) => inAnyLanguage([part], share, vocabulary))
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
function takenApart(word: string, { vocabulary: { reader }, variants }: VariantSource): TermVariant[] {
  const found: TermVariant[] = []
  if (word.length > maxCompoundLength) return found
  for (let at = 1; at < word.length; at++) {
    const halves = [word.slice(0, at), word.slice(at)]
    const isBorder = /\p{L}$/u.test(halves[0]!) !== /^\p{L}/u.test(halves[1]!)
    if (!isBorder && halves.some((half) => half.length < 2)) continue
    const [apart] = variantOf(
      halves.map((half) => stem(half)),
      variants.apart,
      reader,
    )
    if (apart && reader.areNeighbours(apart.terms[0]!, apart.terms[1]!)) found.push(apart)
  }
  return found
}

/** All runs of at most `maxLength` items that the one at `place` is part of. */
function runsAround<Item>(items: readonly Item[], place: number, maxLength: number): Item[][] {
  const runs: Item[][] = []
  for (let start = Math.max(0, place - maxLength + 1); start <= place; start++) {
    for (let end = place + 1; end <= Math.min(items.length, start + maxLength); end++)
      runs.push(items.slice(start, end))
  }
  return runs
}
