import { editDistance } from '../notes/edit-distance.ts'
import { letterSet, lettersApart } from './letter-set.ts'
import type { Lookup } from './lookup.ts'
import { rangeFrom } from './place-in.ts'
import { roleOf } from './question-words.ts'

/** A word of the notes that a misspelt word may have meant. */
export interface Correction {
  readonly word: string
  readonly term: number
  /** Edits between the two, a swap of neighbours counting as one. */
  readonly distance: number
}

export interface Speller {
  /** The nearest words of the notes, most likely first; empty where nothing is near enough. */
  correct(word: string): Correction[]
}

/**
 * Corrects words that the notes do not have. Short words have many neighbours, most of them other words ("react" and
 * "reach"), so a word of four or five letters is only taken for a title's, speaker's or tag's; below four nothing is,
 * and neither is an ordinary English word.
 */
export function createSpeller(lookup: Lookup): Speller {
  const { words, wordTerms, wordLetters } = lookup.index
  return {
    correct(word) {
      const allowed = allowedDistance(word)
      if (allowed === 0) return []
      const letters = letterSet(word)
      const corrections: Correction[] = []
      for (const at of placesOf(beginningsOf(word), words)) {
        // An edit changes at most two of the letters that occur: most words are out without being compared.
        if (lettersApart(wordLetters[at]!, letters) > 2 * allowed) continue
        const candidate = words[at]!
        const term = wordTerms[at]!
        if (Math.abs(candidate.length - word.length) > allowed) continue
        if (word.length < 6 && !lookup.isNameTerm(term)) continue
        const distance = editDistance(word, candidate, allowed)
        if (distance <= allowed) corrections.push({ word: candidate, term, distance })
      }
      const likelihood = ({ term }: Correction) =>
        (lookup.isNameTerm(term) ? 1000 : 0) + lookup.documentFrequency(term)
      return corrections.sort((a, b) => a.distance - b.distance || likelihood(b) - likelihood(a)).slice(0, 3)
    },
  }
}

/** For who means what they typed. */
export const noCorrections: Speller = { correct: () => [] }

function allowedDistance(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word) || roleOf(word) !== 'topic') return 0
  return word.length < 7 ? 1 : 2
}

/** People seldom mistype the first letter, other than by swapping it with the second. */
function beginningsOf(word: string): readonly string[] {
  const [first = '', second = ''] = [word.charAt(0), word.charAt(1)]
  return first === second ? [first] : [first, second + first].sort()
}

/** Where the words stand that begin in one of these ways, in order. */
function* placesOf(beginnings: readonly string[], words: readonly string[]): Generator<number> {
  for (const beginning of beginnings) {
    const [from, to] = rangeFrom(words, beginning)
    for (let at = from; at < to; at++) yield at
  }
}
