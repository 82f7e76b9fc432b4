import { stemsOf } from '../analysis/stem.ts'
import { isFindable } from '../analysis/stop-words.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { compoundParts, joinedWithNeighbour, takenApart } from './compound-variants.ts'
import type { Correction } from './spelling.ts'
import {
  inAnyLanguage,
  type TermVariant,
  type VariantParameters,
  type VariantSource,
  variantOf,
} from './term-variant.ts'

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

/** All runs of at most `maxLength` items that the one at `place` is part of. */
function runsAround<Item>(items: readonly Item[], place: number, maxLength: number): Item[][] {
  const runs: Item[][] = []
  for (let start = Math.max(0, place - maxLength + 1); start <= place; start++) {
    for (let end = place + 1; end <= Math.min(items.length, start + maxLength); end++)
      runs.push(items.slice(start, end))
  }
  return runs
}
