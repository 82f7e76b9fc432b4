import { splitWords, type Word } from './analyzer.ts'
import { fold } from './fold.ts'
import type { Lookup } from './lookup.ts'
import type { Query, QueryPart } from './query.ts'
import { isMisspeltQuestionWord, type QuestionWordRole, roleOf } from './question-words.ts'
import type { Correction, Speller } from './spelling.ts'
import { stem, stemsOf } from './stem.ts'
import { isDocumentStopWord, isNameInCapitals } from './stop-words.ts'
import type { Synonyms } from './synonyms.ts'
import type { Replacement } from './write-query.ts'

/** One thing that the question is about, with all the ways in which a talk can be about it. */
export interface Concept {
  /** Folded, as typed. */
  readonly word: string
  readonly role: QuestionWordRole
  /** How much the ranking makes of it: how often the question names it, a compound counting as much as its parts. */
  readonly count: number
  /** What it tells that a talk is about this. A word that no talk has tells most. */
  readonly information: number
  readonly alternatives: readonly Alternative[]
  /** The word of the notes that it was taken for, where they do not have the word itself. */
  readonly correction?: Replacement
}

/** Terms that a talk must all have in one place to be about the concept in this way. */
export interface Alternative {
  readonly terms: readonly number[]
  /** How much it counts in ranking; 1 for the word itself. */
  readonly weight: number
  /** How surely it means the concept; 1 for the word itself. */
  readonly certainty: number
}

export interface Vocabulary {
  readonly lookup: Lookup
  readonly speller: Speller
  readonly synonyms: Synonyms
  /** What the notes are written in besides English: see `stemmedLanguages`. */
  readonly languages: readonly string[]
}

/** The concepts of a query, in the order of its words; those of prefixes come last. */
export function conceptsOf(query: Query, vocabulary: Vocabulary): Concept[] {
  const words = query.words.flatMap(wordsOf)
  const concepts = new Map<string, Concept>()
  words.forEach(({ term }, place) => {
    const seen = concepts.get(term)
    const concept = seen ? { ...seen, count: seen.count + 1 } : conceptOf(words, place, vocabulary)
    if (concept) concepts.set(term, concept)
  })
  return [...concepts.values(), ...query.prefixes.map(({ text }) => prefixConcept(fold(text), vocabulary))]
}

function wordsOf({ text, start }: QueryPart): AskedWord[] {
  return splitWords(text)
    .filter(
      (word) => !isDocumentStopWord(word.text) || isNameInCapitals(text.slice(word.start, word.end), text),
    )
    .map((word) => ({
      ...word,
      term: stem(word.text),
      start: start + word.start,
      end: start + word.end,
    }))
}

/** A word of the question with its place there and its term, known to the notes or not. */
interface AskedWord extends Word {
  readonly term: string
}

/** How much of the word itself each other way to say it counts, and how surely it means the same. */
const trust = {
  itself: { weight: 1, certainty: 1 },
  /** `code base` for `codebase`, and the other way round. */
  joined: { weight: 0.9, certainty: 0.95 },
  apart: { weight: 0.8, certainty: 0.9 },
  /** `os` and `path` for `os.path`. */
  parts: { weight: 0.7, certainty: 0.85 },
  synonym: { weight: 0.4, certainty: 0.85 },
  correction: { weight: 0.8, certainty: 0.8 },
  /** Two letters wrong. */
  farCorrection: { weight: 0.6, certainty: 0.65 },
  secondCorrection: { weight: 0.25, certainty: 0.25 },
} as const

/** The share of its information that a generic word is taken for. */
const genericShare = 0.3

/** Undefined for a word that only asks, but is mistyped. */
function conceptOf(words: readonly AskedWord[], place: number, vocabulary: Vocabulary): Concept | undefined {
  const { lookup, languages } = vocabulary
  const { text: word, parts, start, end } = words[place]!
  const itself = stemsOf(word, languages).flatMap((stemmed) => alternative([stemmed], trust.itself, lookup))
  const others = [...joinedWithNeighbour(words, place, vocabulary), ...synonymsAt(words, place, vocabulary)]
  const inParts =
    itself.length === 0 ? [...compoundParts(words[place]!, lookup), ...takenApart(word, lookup)] : []
  const alternatives = [...itself, ...others, ...inParts]
  let correction: Replacement | undefined
  if (alternatives.length === 0) {
    if (isMisspeltQuestionWord(word)) return undefined
    const near = vocabulary.speller.correct(word)
    alternatives.push(...near.map(asAlternative))
    if (near[0]) correction = { start, end, text: near[0].word }
  }
  const [known] = itself
  const information = known ? lookup.information(known.terms[0]!) : lookup.informationOfUnknown
  const role = roleOf(word)
  const share = role === 'generic' ? genericShare : 1
  return {
    word,
    role,
    count: Math.max(1, parts.length),
    information: information * share,
    alternatives,
    ...(correction && { correction }),
  }
}

/** So many words of the notes a prefix stands for at most, the most frequent first. */
const prefixWords = 40

function prefixConcept(prefix: string, { lookup }: Vocabulary): Concept {
  const terms = lookup.termsWithPrefix(prefix).slice(0, prefixWords)
  const documents = terms.reduce((sum, term) => sum + lookup.documentFrequency(term), 0)
  return {
    word: prefix,
    role: 'topic',
    count: 1,
    information: terms.length === 0 ? lookup.informationOfUnknown : lookup.informationOfFrequency(documents),
    alternatives: terms.map((term) => ({ terms: [term], ...trust.itself })),
  }
}

type Trust = Pick<Alternative, 'weight' | 'certainty'>

/** One alternative, or none where the notes lack one of its terms. */
function alternative(terms: readonly string[], { weight, certainty }: Trust, lookup: Lookup): Alternative[] {
  const numbers = terms.map((term) => lookup.termNumber(term))
  return numbers.every((number) => number !== undefined) ? [{ terms: numbers, weight, certainty }] : []
}

function joinedWithNeighbour(
  words: readonly AskedWord[],
  place: number,
  { lookup, speller }: Vocabulary,
): Alternative[] {
  return [place - 1, place].flatMap((left) => {
    const pair = words.slice(Math.max(0, left), left + 2)
    if (left < 0 || pair.length < 2) return []
    const joined = pair.map((word) => word.text).join('')
    const known = alternative([stem(joined)], trust.joined, lookup)
    if (known.length > 0 || pair.every((word) => lookup.hasWord(word.text))) return known
    const [nearest] = speller.correct(joined)
    return nearest?.distance === 1 ? [{ terms: [nearest.term], ...trust.correction }] : []
  })
}

function synonymsAt(
  words: readonly AskedWord[],
  place: number,
  { lookup, synonyms }: Vocabulary,
): Alternative[] {
  return runsAround(words, place, synonyms.longest)
    .flatMap((run) => synonyms.of(run.map(({ term }) => term)))
    .flatMap((synonym) => alternative(synonym, trust.synonym, lookup))
}

function compoundParts({ parts }: Word, lookup: Lookup): Alternative[] {
  if (parts.length === 0) return []
  return [
    ...alternative([stem(parts.join(''))], trust.joined, lookup),
    ...alternative(
      parts.map((part) => stem(part)),
      trust.parts,
      lookup,
    ),
  ]
}

const longestCompound = 40

/** An unknown word as two known ones that stand side by side somewhere in the notes. */
function takenApart(word: string, lookup: Lookup): Alternative[] {
  const found: Alternative[] = []
  if (word.length > longestCompound) return found
  for (let at = 2; at <= word.length - 2; at++) {
    const halves = [word.slice(0, at), word.slice(at)]
    if (!halves.every((half) => lookup.hasWord(half))) continue
    const [apart] = alternative(
      halves.map((half) => stem(half)),
      trust.apart,
      lookup,
    )
    if (apart && lookup.areNeighbours(apart.terms[0]!, apart.terms[1]!)) found.push(apart)
  }
  return found
}

function asAlternative({ term, distance }: Correction, rank: number): Alternative {
  const nearest = distance > 1 ? trust.farCorrection : trust.correction
  return { terms: [term], ...(rank > 0 ? trust.secondCorrection : nearest) }
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
