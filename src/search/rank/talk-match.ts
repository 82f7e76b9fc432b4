import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'
import type { Field } from '../index/talk-texts.ts'
import type { RankingParameters } from './parameters.ts'

export type TalkMatchParameters = Pick<RankingParameters, 'certainty' | 'names'>

/** Texts of these fields are names: the question may say the whole of one. */
export type NameField = 'title' | 'speakers' | 'tags'

export function isNameField(field: Field): field is NameField {
  return field === 'title' || field === 'speakers' || field === 'tags'
}

/** How much of a name the question says. */
export interface NameMatch {
  /** The idf of the terms that it says, times the share of the name that they are. */
  readonly value: number
  readonly isWhole: boolean
}

/** Collects what the texts of one talk after another have of the question. */
export function createTalkMatch(
  queryTerms: readonly QueryTerm[],
  { certainty: byField, names: nameWeights }: TalkMatchParameters,
) {
  const certainty = queryTerms.map(() => 0)
  const names: Record<NameField, number> = { title: 0, speakers: 0, tags: 0 }
  let isNamed = false
  let isTagged = false

  return {
    beginTalk(): void {
      certainty.fill(0)
      names.title = names.speakers = names.tags = 0
      isNamed = isTagged = false
    },

    addText(field: Field, text: TextMatch): void {
      for (const queryTerm of text.weigh())
        certainty[queryTerm] = Math.max(
          certainty[queryTerm]!,
          Math.fround(text.certainty[queryTerm]! * byField[field]),
        )
    },

    addName(field: NameField, { value, isWhole }: NameMatch): void {
      const gain = nameWeights[field] * value * (isWhole ? nameWeights.wholeGain : 1)
      names[field] = Math.max(names[field], gain)
      if (isWhole && field === 'tags') isTagged = true
      else if (isWhole) isNamed = true
    },

    features: () => ({
      certainty: certainty.slice(),
      names: names.title + names.speakers + names.tags,
      isNamed,
      isTagged,
    }),
  }
}

/** What one text of a talk has of the question. The same object serves one text after another. */
export interface TextMatch {
  /** By query term: the certainty of its surest variant that the text has in full, 0 if it has none; see `weigh`. */
  readonly certainty: Float64Array
  add(ordinal: number): void
  isEmpty(): boolean
  /** Sets `certainty` from the terms that were added. Returns the query terms that the text has, each once. */
  weigh(): readonly number[]
  clear(): void
}

export function createTextMatch({ uses, terms }: QuestionTerms, queryTermCount: number): TextMatch {
  const certainty = new Float64Array(queryTermCount)
  const hasOrdinal = new Uint8Array(uses.length)
  const added = new Uint16Array(uses.length)
  let size = 0
  let found: number[] = []

  return {
    certainty,
    add(ordinal) {
      if (hasOrdinal[ordinal] === 1) return
      hasOrdinal[ordinal] = 1
      added[size++] = ordinal
    },
    isEmpty: () => size === 0,
    weigh() {
      for (let at = 0; at < size; at++) {
        for (const use of uses[added[at]!]!) {
          if (use.certainty <= certainty[use.queryTerm]! || !use.others.every(has)) continue
          if (certainty[use.queryTerm] === 0) found.push(use.queryTerm)
          certainty[use.queryTerm] = use.certainty
        }
      }
      return found
    },
    clear() {
      for (let at = 0; at < size; at++) hasOrdinal[added[at]!] = 0
      size = 0
      for (const queryTerm of found) certainty[queryTerm] = 0
      found = []
    },
  }

  /** Whether the text has some form of the term. */
  function has(term: number): boolean {
    for (let at = 0; at < size; at++) if (terms[added[at]!] === term) return true
    return false
  }
}

/** What it means that a text has a word. */
interface WordUseInQuestion {
  readonly queryTerm: number
  readonly certainty: number
  /** The other terms that the variant needs. */
  readonly others: readonly number[]
  /** Whether the word is a form of the query term's word itself, in any language, so that its position counts. */
  readonly isItself: boolean
}

/** The words of the notes that stand for one question's. Those of variants are numbered from 0: their ordinals. */
export interface QuestionTerms {
  /** By ordinal: the word. */
  readonly numbered: readonly number[]
  /** By word: 1 + its ordinal; 0 if it has none. */
  readonly ordinals: Uint16Array
  /** By ordinal. */
  readonly uses: readonly (readonly WordUseInQuestion[])[]
  /** By ordinal: the term that the word is of. */
  readonly terms: readonly number[]
  /** By word: 1 if the question has it in some form, be it a word that only asks. */
  readonly isInQuestion: Uint8Array
}

/** Terms of one question after another. Working memory is kept: what was made for a question is valid until the next one. */
export function createQuestionTerms(
  wordTerms: Uint32Array,
): (queryTerms: readonly QueryTerm[], wordsOfQuestion: readonly number[]) => QuestionTerms {
  const ordinals = new Uint16Array(wordTerms.length)
  const isInQuestion = new Uint8Array(wordTerms.length)
  let numbered: readonly number[] = []
  let marked: readonly number[] = []

  return (queryTerms, wordsOfQuestion) => {
    for (const word of numbered) ordinals[word] = 0
    for (const word of marked) isInQuestion[word] = 0
    const uses = usesByWord(queryTerms)
    numbered = [...uses.keys()].slice(0, maxOrdinals)
    numbered.forEach((word, ordinal) => {
      ordinals[word] = ordinal + 1
    })
    marked = wordsOfQuestion
    for (const word of marked) isInQuestion[word] = 1
    const terms = numbered.map((word) => wordTerms[word]!)
    return { numbered, ordinals, uses: [...uses.values()].slice(0, maxOrdinals), terms, isInQuestion }
  }
}

/** More different words than any question of a thousand characters and its synonyms have forms of. */
const maxOrdinals = 65_535

function usesByWord(queryTerms: readonly QueryTerm[]): ReadonlyMap<number, readonly WordUseInQuestion[]> {
  const uses = new Map<number, WordUseInQuestion[]>()
  queryTerms.forEach(({ variants }, queryTerm) => {
    variants.forEach(({ terms, forms, certainty }) => {
      terms.forEach((term, place) => {
        const others = terms.filter((other) => other !== term)
        for (const form of forms[place]!.filter(isMeant)) {
          const list = uses.get(form.word) ?? []
          list.push({
            queryTerm,
            certainty: certainty * form.certainty,
            others,
            isItself: certainty === 1,
          })
          uses.set(form.word, list)
        }
      })
    })
  })
  return uses
}
