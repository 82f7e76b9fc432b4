import type { TalkKind } from '../notes/talk.ts'

/** What the engine receives: a person's question, taken apart. */
export interface Query {
  /** The question as typed, decoded and trimmed. All places below are in it. */
  readonly text: string
  /** The words that carry the question's topic, in order, those of phrases among them; question words are already gone. */
  readonly words: readonly QueryPart[]
  /** Texts that a talk must have word for word. Their `text` is without the quotes. */
  readonly phrases: readonly QueryPart[]
  /** Beginnings of words, without their `*`. */
  readonly prefixes: readonly QueryPart[]
  /** Words and phrases that a talk must not have, without `-` and quotes. */
  readonly exclusions: readonly QueryPart[]
  /** What a talk must be, besides what it says. Filters of one field are alternatives; of each field one must hold. */
  readonly filters: readonly Filter[]
  /** Only where the question says it (`sort:newest`). */
  readonly sort?: Sort
  /** What could not be read as it was probably meant. */
  readonly notices: readonly Notice[]
}

/** Half-open range `[start, end)` of UTF-16 indices into the question. */
export interface Place {
  readonly start: number
  readonly end: number
}

export interface QueryPart extends Place {
  /** As typed. */
  readonly text: string
}

export const sorts = ['relevance', 'newest', 'oldest'] as const
export type Sort = (typeof sorts)[number]

/** What a talk can be asked to have: a link of a kind, or something to follow up. */
export const partsOfTalks = ['video', 'slides', 'code', 'followups'] as const
export type TalkPart = (typeof partsOfTalks)[number]

/** The place of a filter is that of its value, without quotes. */
export type Filter = Place & { readonly isExcluded: boolean } & FilterCondition

type FilterCondition =
  /** Any value of the notes; how it is compared is in attributes.ts. */
  | { readonly field: NamedField; readonly value: string }
  | { readonly field: 'kind'; readonly value: TalkKind }
  | { readonly field: 'has'; readonly value: TalkPart }
  /** `before` and `after` leave the year itself out. */
  | { readonly field: 'year' | 'before' | 'after'; readonly value: number }

export type NamedField = 'speaker' | 'tag' | 'event' | 'lang'

/** Something in the question that had to be read otherwise than it was probably meant. */
export type Notice = Place & {
  /** A sentence for the person who asked. */
  readonly message: string
  /** What should stand at the place instead, where one can guess. */
  readonly suggestion?: string
} & (
    | /** `speeker:cramer`: read as words. */ { readonly kind: 'misspelt-field' }
    | /** `year:abc`, `kind:lightening`: read as words. */ { readonly kind: 'bad-value' }
    | /** A speaker, tag, event or language that no talk has. */ { readonly kind: 'unknown-value' }
    | /** A phrase of nothing but words like `to be`. */ { readonly kind: 'empty-phrase' }
    | /** A phrase that stands in no talk. */ { readonly kind: 'unknown-phrase' }
  )
