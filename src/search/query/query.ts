import type { TalkKind } from '../../notes/talk.ts'

/** What the engine receives: a person's question, taken apart. */
export interface Query {
  /** The question as typed, decoded, trimmed and without what nobody sees. All places below are in it. */
  readonly text: string
  /** All of its words in order, those in clauses and phrases included; `use` says what each is there for. */
  readonly words: readonly QueryWord[]
  /** Texts that a talk must have word for word, if any that fits has them. Their `text` is without the quotes. */
  readonly phrases: readonly QueryPart[]
  /** Beginnings of words, without their `*`. */
  readonly prefixes: readonly QueryPart[]
  /** What a talk must not have, without `-` and quotes. */
  readonly exclusions: readonly Exclusion[]
  /** How filters of one field combine: see `applyFilters`. */
  readonly filters: readonly Filter[]
  /** Only if the question says it (`sort:newest`). */
  readonly sort?: Sort
  /** Whether words of related meaning are looked for even if the notes have the word itself. Default: false. */
  readonly isWide?: boolean
  /** What could not be read as probably meant. */
  readonly notices: readonly Notice[]
}

/** Half-open range `[start, end)` of UTF-16 indices into the question. */
export interface QuestionPlace {
  readonly start: number
  readonly end: number
}

export interface QueryPart extends QuestionPlace {
  /** As typed. */
  readonly text: string
}

/** A word of the question. Everything after the parser reads these: the question is split into words once. */
export interface QueryWord extends QueryPart {
  /** Folded and without apostrophes: `c++`, `zurich`. */
  readonly folded: string
  /** Its stem in English: how else it is stemmed depends on the notes. */
  readonly term: string
  /** The parts that a compound is also found by: see `Word.parts`. */
  readonly parts: readonly string[]
  readonly role: QuestionWordRole
  /**
   * `topic`: what the question is about, in phrases too. `asking`: holds the question together, or only asks. `clause`: of a
   * filter, an exclusion or a prefix.
   */
  readonly use: 'topic' | 'asking' | 'clause'
  /** Which sentence of the question it stands in, from 0. */
  readonly sentence: number
  /** Whether that sentence does not ask, but tells how the question came up: another sentence asks. */
  readonly isContext: boolean
}

/**
 * What a word does in a question:
 * - `grammar`: holds the sentence together and never carries its topic;
 * - `request`: is about asking, talks and notes ("what did they say about …"), a topic only if nothing else is;
 * - `generic`: weighs little beside the other words ("which library is best for …"): it is searched for, but it matters
 *   little whether a talk has it;
 * - `everyday`: it matters little if a talk has it, but it matters if a talk lacks it ("where is the coffee machine?");
 * - `topic`: everything else.
 */
export type QuestionWordRole = 'grammar' | 'request' | 'generic' | 'everyday' | 'topic'

export const sorts = ['relevance', 'newest', 'oldest'] as const
export type Sort = (typeof sorts)[number]

/** What a talk can be asked to have: a link of a kind, something to follow up, or somebody who gave it. */
export const partsOfTalks = ['video', 'slides', 'code', 'followups', 'speaker'] as const
export type TalkPart = (typeof partsOfTalks)[number]

/** A word in any inflection, what stands in quotes as it is, or the beginning of words, without its `*`. */
export interface Exclusion extends QueryPart {
  readonly form: 'word' | 'quoted' | 'beginning'
}

/** A field with values, of which one must hold. The place of a filter is all of it, with sign, name and quotes. */
export interface Filter extends QuestionPlace {
  readonly isExcluded: boolean
  readonly field: FilterField
  readonly anyOf: readonly FilterValue[]
}

const filterFields = ['speaker', 'tag', 'event', 'lang', 'kind', 'has', 'year', 'date', 'room'] as const
export type FilterField = (typeof filterFields)[number]

/** The fields by whose values results are divided; not `has` and `date`, since links and years tell those. */
export type FacetField = Exclude<FilterField, 'has' | 'date'>

/** Its text and place are those of what was typed, without quotes. How it is compared is in doc-values.ts. */
export type FilterValue = QueryPart &
  (
    | /** What has these words, in any order. */ { readonly form: 'words' }
    | /** Typed in quotes: what is called exactly so, or else what has these words. */ {
        readonly form: 'whole'
      }
    | /** What has words that begin so; the `*` is no part of the text. */ { readonly form: 'beginning' }
    | { readonly form: 'choice'; readonly choice: TalkKind | TalkPart }
    | /** A range of years, both ends included; open if one is missing. */ {
        readonly form: 'years'
        readonly from?: number
        readonly to?: number
      }
    | /** The same for days, `YYYY-MM-DD`. */ {
        readonly form: 'days'
        readonly from?: string
        readonly to?: string
      }
  )

/** Something in the question that could not be read as it was probably meant. */
export type Notice = QuestionPlace & {
  /** A sentence for the person who asked. */
  readonly message: string
  /** What should stand at the place instead, if it can be guessed. */
  readonly suggestion?: string
} & (
    | /** `speeker:cramer`: its value is read as words. */ { readonly kind: 'misspelt-field' }
    | /** `year:abc`: read as words; `kind:lightening`: read as the suggestion. */ {
        readonly kind: 'bad-value'
      }
    | /** `speaker:`: left out. */ { readonly kind: 'empty-field' }
    | /** A speaker, tag, event and so on that no talk has. */ { readonly kind: 'unknown-value' }
    | /** A phrase of nothing but words like `to be`. */ { readonly kind: 'empty-phrase' }
    | /** `on Friday`: a day that the talks are narrowed to. */ { readonly kind: 'read-day' }
    | /** `but not Django`: what the talks must not have. */ { readonly kind: 'left-out' }
    | /** `in German`, `without video`: a kind of talks that they are narrowed to. */ {
        readonly kind: 'read-kind'
      }
    | /** A phrase that stands in no talk. */ { readonly kind: 'unknown-phrase' }
  )

/** What to put at a place of a question. */
export interface Replacement extends QuestionPlace {
  readonly text: string
}
