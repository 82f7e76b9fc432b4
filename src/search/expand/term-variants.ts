import { endsInCapital, isDocumentStopWord } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { degreesOf } from './degrees.ts'
import type { Correction, Speller } from './spelling.ts'
import { findSynonyms, type Synonyms } from './synonyms.ts'
import { type AskedWord, type FormFinder, type FormsOfTerm, isMeant, type TermForm } from './term-forms.ts'

/** Terms that a talk must all have in one place to be about the query term. */
export interface TermVariant {
  readonly terms: readonly number[]
  /** By term: the words of the notes that stand for it. Others with the same stem do not. */
  readonly forms: readonly (readonly TermForm[])[]
  /** How much it counts in ranking; 1 for the word itself. */
  readonly weight: number
  /** How much of the query term a text says by it. Default: its weight. */
  readonly share?: number
  /** How surely it means the query term; 1 for the word itself. */
  readonly certainty: number
}

export interface Vocabulary {
  readonly reader: IndexReader
  readonly speller: Speller
  readonly synonyms: Synonyms
  /** Words that are near in meaning: see `relatedWordList`. */
  readonly related: () => Synonyms
  readonly forms: FormFinder
  /** A word as two that stand side by side somewhere in the notes: `codebase`, `python3`. */
  readonly takenApart: (word: string) => readonly TermVariant[]
  /** The languages of the notes besides English, in which words have other stems: see `stemmedLanguages`. */
  readonly languages: readonly string[]
  /** All languages of the notes, as in `Talk.language`. */
  readonly allLanguages: readonly string[]
}

/** How much each kind of variant counts, and how surely it means the term: see `RankingParameters.variants`. */
export type VariantParameters = Readonly<
  Record<
    | 'itself'
    | 'degree'
    | 'joined'
    | 'apart'
    | 'parts'
    | 'synonym'
    | 'related'
    | 'alsoRelated'
    | 'correction'
    | 'doubtfulCorrection'
    | 'secondCorrection',
    VariantWeights
  >
>

type VariantWeights = Pick<TermVariant, 'weight' | 'share' | 'certainty'>

/** Where variants are looked for, and with which weights. */
export interface VariantSource {
  readonly vocabulary: Vocabulary
  readonly variants: VariantParameters
  /** Whether a word of the question stands for itself alone: in a phrase, or if nothing but what was typed is asked for. */
  readonly isAsTyped: (word: QueryWord) => boolean
}

/** The words of the notes that stand for one word of a question. */
export interface Variants {
  /** The word itself, in each language of the notes, or in another degree if the notes have it in none of its forms. */
  readonly itself: readonly TermVariant[]
  /** Written together with a neighbour, as the notes have it, or nearly so. */
  readonly joined: readonly TermVariant[]
  readonly nearlyJoined: readonly TermVariant[]
  readonly synonyms: readonly TermVariant[]
  /** Words that are near in meaning, if the notes have none of these or the question asks for more (`Query.isWide`). */
  readonly related: readonly TermVariant[]
  /** Its parts, or what it is made of. */
  readonly apart: readonly TermVariant[]
}

/** As `VariantSource`, for one question. */
export interface QuestionSource extends VariantSource {
  /** See `createJoiner`. */
  readonly joinedOf: (asked: QueryWord) => Joined
}

export function findVariants(asked: QueryWord, query: Query, source: QuestionSource): Variants {
  const asTyped = variantsOfWord(asked, source)
  if (source.isAsTyped(asked))
    return { itself: asTyped, joined: [], nearlyJoined: [], synonyms: [], related: [], apart: [] }
  const itself = asTyped.length > 0 ? asTyped : degreeVariants(asked, source)
  const { vocabulary, variants } = source
  const { known, near } = source.joinedOf(asked)
  // Most words of questions are in no group.
  const inGroups = (groups: Synonyms, how: VariantWeights): readonly TermVariant[] =>
    groups.terms.has(asked.term)
      ? findSynonyms(asked, query, groups).flatMap((words) => inAnyLanguage(words, how, source))
      : []
  const synonyms = inGroups(vocabulary.synonyms, variants.synonym)
  const isKnown = itself.length + synonyms.length + known.length > 0
  const howNear = isKnown ? variants.alsoRelated : variants.related
  return {
    itself,
    joined: known,
    nearlyJoined: near,
    synonyms,
    related: isKnown && !query.isWide ? [] : inGroups(vocabulary.related(), howNear),
    apart: [
      ...compoundParts(asked, source),
      ...(itself.length === 0 ? vocabulary.takenApart(asked.folded) : []),
    ],
  }
}

/** The word itself, in each language of the notes. */
export function variantsOfWord(asked: QueryWord, source: VariantSource): TermVariant[] {
  return formsOfWord(asked, source).map(({ term, forms }) => {
    return { terms: [term], forms: [forms], ...source.variants.itself }
  })
}

/** The forms of a word that stand for it, in each language of the notes. */
export function formsOfWord(asked: QueryWord, source: VariantSource): readonly FormsOfTerm[] {
  const { text, folded } = asked
  const { reader, forms: finder } = source.vocabulary
  const isInCapitals = text !== folded && text.length > 1 && endsInCapital(text)
  const found = finder.ofWord({ folded, endsInCapital: isInCapitals })
  if (!source.isAsTyped(asked)) return found
  const isItself = ({ word }: TermForm) => reader.index.words[word] === folded
  return found
    .map(({ term, forms }) => ({ term, forms: forms.filter(isItself) }))
    .filter(({ forms }) => forms.some(isMeant))
}

/** A word in another degree, which is a form of it that no stem tells. */
function degreeVariants({ folded }: QueryWord, source: VariantSource): readonly TermVariant[] {
  return degreesOf(folded).flatMap((degree) => inAnyLanguage([degree], source.variants.degree, source))
}

/** Words written together, as the notes have them or nearly so. */
interface Joined {
  readonly known: readonly TermVariant[]
  readonly near: readonly TermVariant[]
}

/** What finds a word of the question written together with the one before or after it. Each pair is looked up once. */
export function createJoiner(query: Query, source: VariantSource): (asked: QueryWord) => Joined {
  const { words } = query
  const pairs: (Joined | undefined)[] = Array(words.length)
  const pairAt = (left: number) => {
    if (left < 0) return nothing
    pairs[left] ??= joinedAt(left, query, source)
    return pairs[left]
  }
  return (asked) => {
    const place = words.indexOf(asked)
    const [before, after] = [pairAt(place - 1), pairAt(place)]
    if (before === nothing) return after
    return { known: [...before.known, ...after.known], near: [...before.near, ...after.near] }
  }
}

const nothing: Joined = { known: [], near: [] }

/** @param left the place of the first of the two words */
function joinedAt(left: number, { text, words }: Query, source: VariantSource): Joined {
  const { vocabulary, variants } = source
  const { reader, speller } = vocabulary
  const [first, second] = [words[left], words[left + 1]]
  // What a word of grammar begins is no word: `log in` is `login`, but `in form` is not `inform`.
  if (!first || !second || isDocumentStopWord(first.folded)) return nothing
  if (!/^[\s\-‐–]*$/.test(text.slice(first.end, second.start))) return nothing
  const joined = first.folded + second.folded
  // Checked before its forms are looked for, which takes longer: for most pairs the notes have no word that begins so.
  const mayBeKnown = reader.isBegunBy(first.folded, second.folded.charAt(0))
  const known = mayBeKnown ? inAnyLanguage([joined], variants.joined, source) : []
  if (known.length > 0) return { known, near: [] }
  // Nobody both mistypes a word and leaves out the blank before a word of grammar.
  if (isDocumentStopWord(second.folded) || [first, second].every(({ folded }) => reader.hasWord(folded)))
    return nothing
  const nearest = speller.oneEditFrom(joined)
  if (nearest === undefined) return nothing
  return { known, near: [correctionVariant({ ...nearest, isLikely: true }, 0, source)] }
}

/** The parts of a compound, such as `os` and `path` of `os.path`. */
function compoundParts({ parts }: QueryWord, source: VariantSource): TermVariant[] {
  const { variants } = source
  if (parts.length === 0) return []
  const together = [
    ...inAnyLanguage([parts.join('')], variants.joined, source),
    ...inAnyLanguage(parts, variants.parts, source),
  ]
  const telling = parts.filter((part, place) => place === 0 || !endsNames.has(part))
  // If the notes lack the compound, each part that they have is searched for; none of these is surely what is meant.
  const { weight, certainty } = variants.parts
  const share = { weight, certainty: certainty / parts.length }
  return together.length > 0 ? together : telling.flatMap((part) => inAnyLanguage([part], share, source))
}

/** Names of many things end so, as `node.js` does: that another has it too tells nothing. */
const endsNames: ReadonlySet<string> = new Set([
  'ai',
  'dev',
  'io',
  'js',
  'jl',
  'net',
  'org',
  'py',
  'rs',
  'ts',
])

/** In letters: nobody types a longer word of two. */
const maxCompoundLength = 40

/** A word as two that stand side by side somewhere in the notes: `codebase`, `python3`. */
export function takenApart(
  word: string,
  notes: Pick<Vocabulary, 'reader' | 'forms'>,
  weights: VariantWeights,
): TermVariant[] {
  const found: TermVariant[] = []
  if (word.length > maxCompoundLength) return found
  for (let at = 1; at < word.length; at++) {
    const halves = [word.slice(0, at), word.slice(at)]
    const isBorder = /\p{L}$/u.test(halves[0]!) !== /^\p{L}/u.test(halves[1]!)
    if (!isBorder && halves.some((half) => half.length < 2)) continue
    const [apart] = variantOf(
      halves.map((folded) => ({ folded })),
      weights,
      notes,
    )
    if (apart && areNeighbours(apart)) found.push(apart)
  }
  return found

  function areNeighbours({ terms, forms }: TermVariant): boolean {
    const [left, right] = terms.map((term, place) => ({
      term,
      words: new Set(forms[place]!.filter(isMeant).map(({ word }) => word)),
    }))
    return notes.reader.areNeighbours(left!, right!)
  }
}

/**
 * The variant of a correction: a word that the notes have in place of one that they do not have.
 * @param place among the corrections, the likeliest at 0
 */
export function correctionVariant(
  { word, term, isLikely }: Correction,
  place: number,
  { vocabulary, variants }: VariantSource,
): TermVariant {
  const { correction, doubtfulCorrection, secondCorrection } = variants
  const nearest = isLikely ? correction : doubtfulCorrection
  return {
    terms: [term],
    forms: [formsOfTerm({ folded: word }, term, vocabulary.forms)],
    ...(place > 0 ? secondCorrection : nearest),
  }
}

/** For a word of the notes: its forms in all languages are remembered. */
function formsOfTerm(word: AskedWord, term: number, finder: FormFinder): readonly TermForm[] {
  const known = finder.ofWord(word).find((ofTerm) => ofTerm.term === term)
  return known?.forms ?? finder.ofTerm(word, term)
}

/**
 * One variant, or none if the notes lack one of its words in any form.
 * @param language whose stems the words have
 */
function variantOf(
  words: readonly AskedWord[],
  how: VariantWeights,
  { reader, forms: finder }: Pick<Vocabulary, 'reader' | 'forms'>,
  language = 'en',
): TermVariant[] {
  const terms: number[] = []
  const forms: (readonly TermForm[])[] = []
  for (const word of words) {
    const term = reader.termNumber(stem(word.folded, language))
    if (term === undefined) return []
    const ofTerm = finder.ofTerm(word, term)
    if (!ofTerm.some(isMeant)) return []
    terms.push(term)
    forms.push(ofTerm)
  }
  return [{ terms, forms, ...how }]
}

/** The words in each language of the notes that has them all. */
function inAnyLanguage(words: readonly string[], how: VariantWeights, source: VariantSource): TermVariant[] {
  const [first = '', ...others] = words
  if (others.length === 0)
    return source.vocabulary.forms
      .ofWord({ folded: first })
      .map(({ term, forms }) => ({ terms: [term], forms: [forms], ...how }))
  const asked = words.map((folded): AskedWord => ({ folded }))
  return ['en', ...source.vocabulary.languages].flatMap((language) =>
    variantOf(asked, how, source.vocabulary, language),
  )
}

/** A term in all of its forms. */
export function inAllForms(term: number, reader: IndexReader): TermForm[] {
  return Array.from(reader.formsOf(term), (word) => ({ word, weight: 1, certainty: 1 }))
}
