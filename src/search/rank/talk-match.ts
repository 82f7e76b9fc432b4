import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'
import { type Field, fields } from '../index/talk-texts.ts'
import type { RankingParameters } from './parameters.ts'

export type TalkMatchParameters = Pick<RankingParameters, 'certainty' | 'names'>

/** Texts of these fields are names: the question may say the whole of one. */
const nameFields = ['title', 'speakers', 'tags'] as const satisfies readonly Field[]
/** As places in `fields`. */
const [title, speakers, tags] = nameFields.map((field) => fields.indexOf(field)) as [number, number, number]

/** @param field its place in `fields` */
export function isNameField(field: number): boolean {
  return field === title || field === speakers || field === tags
}

/** How much of a name the question says. */
export interface NameMatch {
  /** The idf of the terms that it says, times the share of the name that they are. */
  readonly value: number
  readonly isWhole: boolean
}

/** What is made once of the parameters. Fields are told by their places in `fields`. */
export function createTalkMatcher({ certainty: byField, names: byNameField }: TalkMatchParameters) {
  const parameters: ByPlace = {
    certaintyOf: fields.map((field) => byField[field]),
    weightOf: nameFields.map((field) => byNameField[field]),
    wholeGain: byNameField.wholeGain,
  }
  return (queryTermCount: number) => createTalkMatch(queryTermCount, parameters)
}

interface ByPlace {
  readonly certaintyOf: readonly number[]
  readonly weightOf: readonly number[]
  readonly wholeGain: number
}

/** Collects what the texts of one talk after another have of the question. */
function createTalkMatch(queryTermCount: number, { certaintyOf, weightOf, wholeGain }: ByPlace) {
  const certainty: number[] = Array(queryTermCount).fill(0)
  const names = [0, 0, 0]
  let isNamed = false
  let isTagged = false

  return {
    beginTalk(): void {
      certainty.fill(0)
      names.fill(0)
      isNamed = isTagged = false
    },

    addText(field: number, text: TextMatch): void {
      text.raise(certainty, certaintyOf[field]!)
    },

    addName(field: number, { value, isWhole }: NameMatch): void {
      const gain = weightOf[field]! * value * (isWhole ? wholeGain : 1)
      names[field] = Math.max(names[field]!, gain)
      if (isWhole && field === tags) isTagged = true
      else if (isWhole) isNamed = true
    },

    features: () => ({
      certainty: certainty.slice(),
      names: names[title]! + names[speakers]! + names[tags]!,
      isNamed,
      isTagged,
    }),
  }
}

/** What one text of a talk has of the question. The same object serves one text after another. */
export interface TextMatch {
  add(ordinal: number): void
  isEmpty(): boolean
  /**
   * Raises what a talk has of each query term to what the text has of it: the certainty of its surest variant that is there in
   * full, times that of the field.
   */
  raise(certainty: number[], ofField: number): void
  clear(): void
}

export function createTextMatch({ uses, terms }: QuestionTerms): TextMatch {
  const hasOrdinal = new Uint8Array(uses.length)
  const added = new Uint16Array(uses.length)
  let size = 0

  return {
    add(ordinal) {
      if (hasOrdinal[ordinal] === 1) return
      hasOrdinal[ordinal] = 1
      added[size++] = ordinal
    },
    isEmpty: () => size === 0,
    raise(certainty, ofField) {
      for (let at = 0; at < size; at++) {
        for (const { queryTerm, others, certainty: ofUse } of uses[added[at]!]!) {
          const found = Math.fround(ofUse * ofField)
          if (found > certainty[queryTerm]! && hasAll(others)) certainty[queryTerm] = found
        }
      }
    },
    clear() {
      for (let at = 0; at < size; at++) hasOrdinal[added[at]!] = 0
      size = 0
    },
  }

  /** Whether the text has some form of each of these terms. */
  function hasAll(others: readonly number[]): boolean {
    return others.length === 0 || others.every(has)
  }

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
