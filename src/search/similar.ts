import type { Concept } from './concepts.ts'
import type { Lookup } from './lookup.ts'

const termsKept = 25

/**
 * What a talk is about, as concepts to search with: its weightiest terms that at least one other talk has.
 * @param hasOwn whether also those of its title and tags that no other talk has: they tell most, but find nothing else
 */
export function keyTerms(document: number, lookup: Lookup, hasOwn = false): Concept[] {
  const { vectorStarts, vectorTerms, vectorWeights, terms } = lookup.index
  const weighed: { term: number; weight: number }[] = []
  for (let at = vectorStarts[document]!; at < vectorStarts[document + 1]!; at++) {
    const term = vectorTerms[at]!
    const isAsked = lookup.documentFrequency(term) > 1 || (hasOwn && lookup.isNameTerm(term))
    if (isAsked && terms[term]!.length > 1 && !/^\p{N}+$/u.test(terms[term]!)) {
      // A name-like term says what a talk is about; another frequent one may be only the writer's habit.
      weighed.push({ term, weight: vectorWeights[at]! * (lookup.isNameTerm(term) ? 1 : 0.3) })
    }
  }
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, termsKept)
    .map(({ term, weight }) => ({
      word: terms[term]!,
      role: 'topic',
      count: 1,
      information: lookup.information(term),
      alternatives: [{ terms: [term], weight, certainty: 1 }],
    }))
}
