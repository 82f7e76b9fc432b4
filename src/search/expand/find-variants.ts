import { isFindable } from '../analysis/stop-words.ts'
import { endsInCapital } from '../index/word-uses.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { compoundParts, type Joined } from './compound-variants.ts'
import { type FormsOfTerm, isMeant, type TermForm } from './term-forms.ts'
import { inAnyLanguage, type TermVariant, type VariantSource } from './term-variant.ts'

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

/** As `VariantSource`, for one question. */
export interface QuestionSource extends VariantSource {
  /** See `createJoiner`. */
  readonly joinedOf: (asked: QueryWord) => Joined
}

export function findVariants(asked: QueryWord, query: Query, source: QuestionSource): Variants {
  const itself = variantsOfWord(asked, source)
  if (source.isAsTyped(asked)) return { itself, joined: [], nearlyJoined: [], synonyms: [], apart: [] }
  const { known, near } = source.joinedOf(asked)
  return {
    itself,
    joined: known,
    nearlyJoined: near,
    synonyms: synonymsAt(asked, query, source),
    apart: [
      ...compoundParts(asked, source),
      ...(itself.length === 0 ? source.vocabulary.takenApart(asked.folded) : []),
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
  const found = finder.ofWord({ folded, endsInCapital: text.length > 1 && endsInCapital(text) })
  if (!source.isAsTyped(asked)) return found
  const isItself = ({ word }: TermForm) => reader.index.words[word] === folded
  return found
    .map(({ term, forms }) => ({ term, forms: forms.filter(isItself) }))
    .filter(({ forms }) => forms.some(isMeant))
}

/** Synonyms of what the word is, or is a part of. */
function synonymsAt(asked: QueryWord, { text, words }: Query, source: VariantSource): TermVariant[] {
  const { synonyms } = source.vocabulary
  if (!synonyms.has(asked.term)) return []
  const findable = words.filter(({ folded, start, end }) => isFindable({ text: folded, start, end }, text))
  return runsAround(findable, findable.indexOf(asked), synonyms.maxLength).flatMap((run) =>
    synonyms
      .of(run.map(({ term }) => term))
      .flatMap((synonym) => inAnyLanguage(synonym, source.variants.synonym, source)),
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
