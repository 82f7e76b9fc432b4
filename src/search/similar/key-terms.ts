import type { Talk } from '../../notes/talk.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { inAllForms } from '../expand/term-variants.ts'
import type { CompiledIndex } from '../index/compiled-index.ts'
import { type IndexReader, termsIn } from '../index/index-reader.ts'
import type { RankingParameters } from '../rank/parameters.ts'
import { topicsAsWritten } from './shared-topics.ts'

/**
 * What a talk is about, as query terms to search with: its weightiest terms that at least one other talk has. A word that
 * notes in other languages have too, such as a name, comes with its terms there.
 */
export function keyTerms(
  document: number,
  reader: IndexReader,
  { maxKeyTerms, otherTermWeight, hasOwn = false }: KeyTermOptions,
): QueryTerm[] {
  const { vectorStarts, vectorWeights, terms } = reader.index
  const own = termsIn(reader.index, document)
  const weights = vectorWeights.subarray(vectorStarts[document], vectorStarts[document + 1])
  const elsewhere = termsElsewhere(new Set(own), reader.index)
  const weighed: { term: number; weight: number }[] = []
  own.forEach((term, place) => {
    const shared = reader.documentFrequency(term) > 1 || elsewhere.has(term)
    const isAsked = shared || (hasOwn && reader.isNameTerm(term))
    if (isAsked && terms[term]!.length > 1 && !/^\p{N}+$/u.test(terms[term]!)) {
      weighed.push({ term, weight: weights[place]! * (reader.isNameTerm(term) ? 1 : otherTermWeight) })
    }
  })
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, maxKeyTerms)
    .flatMap(({ term, weight }) =>
      [term, ...(elsewhere.get(term) ?? [])].map(
        (one): QueryTerm => ({
          word: terms[one]!,
          role: 'topic',
          sentence: 0,
          isContext: false,
          count: 1,
          idf: reader.idf(one),
          variants: [{ terms: [one], forms: [inAllForms(one, reader)], weight, certainty: 1 }],
        }),
      ),
    )
}

/** What a talk is about, as it writes that itself, weightiest first. */
export function keyTopics(
  talk: Talk,
  document: number,
  reader: IndexReader,
  parameters: RankingParameters['similar'],
): string[] {
  const terms = keyTerms(document, reader, { ...parameters, hasOwn: true })
  return topicsAsWritten(
    terms.map(({ word }) => word),
    talk,
  )
}

type KeyTermOptions = Pick<RankingParameters['similar'], 'maxKeyTerms' | 'otherTermWeight'> & {
  /** Whether terms of its title and tags are included that no other talk has: they describe the talk best, but find no other. */
  readonly hasOwn?: boolean
}

/** By term, of those given: what its words are stemmed to in other languages. */
function termsElsewhere(terms: ReadonlySet<number>, { words, wordTerms }: CompiledIndex) {
  const elsewhere = new Map<number, Set<number>>()
  let end = 0
  for (let start = 0; start < words.length; start = end) {
    end = start + 1
    while (end < words.length && words[end] === words[start]) end++
    if (end === start + 1) continue
    const stems = wordTerms.subarray(start, end)
    for (const term of stems.filter((stem) => terms.has(stem))) {
      const others = stems.filter((other) => other !== term)
      if (others.length > 0) elsewhere.set(term, new Set([...(elsewhere.get(term) ?? []), ...others]))
    }
  }
  return elsewhere
}
