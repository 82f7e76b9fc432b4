import { splitWords, stem } from './analyzer.ts'
import type { Lookup } from './lookup.ts'
import type { Query } from './query.ts'
import { isScrambledQuestionWord, roleOf } from './question-words.ts'
import type { Speller } from './spelling.ts'
import { isDocumentStopWord } from './stop-words.ts'
import type { Synonyms } from './synonyms.ts'

/** One thing that the question is about, with all the ways in which a talk can be about it. */
export interface Concept {
  /** Folded, as typed. */
  readonly word: string
  /** How often the question names it. */
  readonly count: number
  /** What it tells that a talk is about this. A word that no talk has tells most. */
  readonly information: number
  readonly alternatives: readonly Alternative[]
}

/** Terms that a talk must all have in one place to be about the concept in this way. */
export interface Alternative {
  readonly terms: readonly number[]
  /** How surely it means the concept: 1 for the word itself. */
  readonly weight: number
}

export interface Vocabulary {
  readonly lookup: Lookup
  readonly speller: Speller
  readonly synonyms: Synonyms
}

/** Weights: how much of the word itself each other way counts. */
const joinedWeight = 0.9
const apartWeight = 0.8
const partsWeight = 0.7
const synonymWeight = 0.4
const correctionWeights = [0.8, 0.25, 0.25]
const distantCorrectionWeight = 0.6
/** A generic word's share of its information. */
const genericShare = 0.3

/** The concepts of a query, in the order of its words. */
export function conceptsOf(query: Query, vocabulary: Vocabulary): Concept[] {
  const words = query.words
    .flatMap((typed) => splitWords(typed))
    .filter((word) => !isDocumentStopWord(word.text))
    .map((word) => ({ ...word, term: stem(word.text) }))
  const concepts = new Map<string, Concept>()
  words.forEach((word, place) => {
    const seen = concepts.get(word.term)
    if (seen) {
      concepts.set(word.term, { ...seen, count: seen.count + 1 })
      return
    }
    const concept = conceptOf(word.text, word.parts, {
      ...vocabulary,
      joined: [words[place - 1], words[place + 1]].flatMap((neighbour, side) => {
        if (!neighbour) return []
        return [side === 0 ? neighbour.text + word.text : word.text + neighbour.text]
      }),
      phrases: phrasesAround(
        words.map(({ term }) => term),
        place,
        vocabulary.synonyms.longest,
      ),
    })
    if (concept) concepts.set(word.term, concept)
  })
  return [...concepts.values()]
}

interface Surroundings extends Vocabulary {
  /** The word written together with the one before and with the one after it. */
  readonly joined: readonly string[]
  /** All runs of terms that the word is in. */
  readonly phrases: readonly (readonly string[])[]
}

function conceptOf(word: string, parts: readonly string[], around: Surroundings): Concept | undefined {
  const { lookup, speller, synonyms } = around
  const known = lookup.termNumber(stem(word))
  const alternatives: Alternative[] = known === undefined ? [] : [{ terms: [known], weight: 1 }]
  const add = (terms: readonly string[], weight: number) => {
    const numbers = terms.map((term) => lookup.termNumber(term))
    if (numbers.every((number) => number !== undefined)) alternatives.push({ terms: numbers, weight })
  }
  for (const joined of around.joined) add([stem(joined)], joinedWeight)
  for (const phrase of around.phrases) for (const synonym of synonyms.of(phrase)) add(synonym, synonymWeight)
  if (parts.length > 0) {
    add([stem(parts.join(''))], joinedWeight)
    if (known === undefined) add(parts.map(stem), partsWeight)
  }
  if (known === undefined) {
    for (const [left, right] of splits(word)) add([stem(left), stem(right)], apartWeight)
    if (alternatives.length === 0) {
      if (isScrambledQuestionWord(word)) return undefined
      speller.correct(word).forEach(({ term, distance }, rank) => {
        const weight = rank === 0 && distance > 1 ? distantCorrectionWeight : correctionWeights[rank]!
        alternatives.push({ terms: [term], weight })
      })
    }
  }
  const information = known === undefined ? lookup.informationOfUnknown : lookup.information(known)
  const share = roleOf(word) === 'generic' ? genericShare : 1
  return { word, count: 1, information: information * share, alternatives }
}

/** All ways to take a word apart into two of at least three letters. */
function splits(word: string): [string, string][] {
  const found: [string, string][] = []
  for (let at = 3; at <= word.length - 3; at++) found.push([word.slice(0, at), word.slice(at)])
  return found
}

function phrasesAround(terms: readonly string[], place: number, longest: number): string[][] {
  const phrases: string[][] = []
  for (let start = Math.max(0, place - longest + 1); start <= place; start++) {
    for (let end = place + 1; end <= Math.min(terms.length, start + longest); end++) {
      phrases.push(terms.slice(start, end))
    }
  }
  return phrases
}
