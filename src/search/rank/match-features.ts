import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'
import { firstMark, wordMask } from '../index/compiled-index.ts'
import { createAskedWords, type IndexReader } from '../index/index-reader.ts'
import { type Field, fields } from '../index/talk-texts.ts'
import type { ScoredDocument } from './bm25.ts'
import type { RankingParameters } from './parameters.ts'
import type { MeaningPart } from './semantic-similarity.ts'

/** How one talk matches a question, read off the talk's sequence of words. */
export interface MatchFeatures {
  /** By query term: how surely the talk is about it, from 0 to 1. */
  readonly certainty: readonly number[]
  /** How often neighbouring words of the question stand side by side, in units of idf. */
  readonly proximity: number
  /** How much of the title, a speaker's name or a tag the question says, in units of idf. */
  readonly names: number
  /** Whether the question says the whole title or a speaker's whole name. */
  readonly isNamed: boolean
  /** Whether it says a whole tag. */
  readonly isTagged: boolean
  /** Whether neighbouring words of the question stand side by side. */
  readonly isTogether: boolean
}

/** One document of a ranking. */
export interface Candidate extends ScoredDocument {
  /** The part of the score that its terms give. */
  readonly ofTerms: number
  /** The part that its event gives, if the question names it. */
  readonly ofEvent: number
  /** What it gains by resembling the first few, or loses to stay behind them. Default 0. */
  readonly ofFeedback?: number
  /** Set if it was reranked: the rest of the score comes from them. */
  readonly features?: MatchFeatures | undefined
  /** If meaning takes part: what the score is made of then. */
  readonly meaning?: MeaningPart
}

/** A document that was not ranked by the words of the question. */
export const unrankedCandidate = (document: number, score = 0): Candidate => ({
  document,
  score,
  ofTerms: score,
  ofEvent: 0,
})

/** Reads the features of talks for one question. */
export type ReadMatchFeatures = (document: number) => MatchFeatures

type FeatureParameters = Pick<RankingParameters, 'certainty' | 'names' | 'proximity'>

/**
 * Reads a talk's sequence of words once, and only those texts of it that have a word of the question. Working memory is kept
 * between questions, so what was made for one question is of no use once the next one is asked. For the words of the question
 * see `wordsOfQuestion`.
 */
export function createFeatureReader(
  reader: IndexReader,
  parameters: FeatureParameters,
): (queryTerms: readonly QueryTerm[], wordsOfQuestion: readonly number[]) => ReadMatchFeatures {
  const { sequence, sequenceStarts, wordTerms } = reader.index
  const questionTermsOf = createQuestionTerms(wordTerms)
  const talkMatchFor = createTalkMatcher(parameters)
  const asked = createAskedWords(reader.index)

  return (queryTerms, wordsOfQuestion) => {
    const question = questionTermsOf(queryTerms, wordsOfQuestion)
    const { numbered, ordinals, uses } = question
    const text = createTextMatch(question)
    const talk = talkMatchFor(queryTerms.length)
    const positions = queryTerms.map(() => new Positions())
    asked.askFor(numbered)

    return (document) => {
      talk.beginTalk()
      for (const ofTerm of positions) ofTerm.count = 0
      const start = sequenceStarts[document]!
      const end = sequenceStarts[document + 1]!
      for (let at = asked.next(start, end); at < end; ) {
        const first = at
        const mark = endOfText(first)
        for (; at < mark; at = asked.next(at + 1, mark)) {
          const ordinal = ordinals[sequence[at]! & wordMask]! - 1
          text.add(ordinal)
          for (const { isItself, queryTerm } of uses[ordinal]!) if (isItself) positions[queryTerm]!.add(at)
        }
        const field = (sequence[mark]! & wordMask) - firstMark
        talk.addText(field, text)
        if (isNameField(field))
          talk.addName(field, matchName({ start: startOfText(first, start), end: mark }, question))
        text.clear()
        at = asked.next(mark, end)
      }
      const { certainty, names, isNamed, isTagged } = talk.features()
      const { proximity, isTogether } = measureProximity(queryTerms, positions, parameters.proximity)
      return { certainty, names, isNamed, isTagged, proximity, isTogether }
    }
  }

  /** Where the mark of the text stands that holds a place. */
  function endOfText(place: number): number {
    let at = place
    while ((sequence[at]! & wordMask) < firstMark) at++
    return at
  }

  function startOfText(place: number, startOfTalk: number): number {
    let at = place
    while (at > startOfTalk && (sequence[at - 1]! & wordMask) < firstMark) at--
    return at
  }

  /** @param name its range in the sequence */
  function matchName(
    name: { readonly start: number; readonly end: number },
    { ordinals, isInQuestion }: QuestionTerms,
  ): NameMatch {
    let whole = 0
    let part = 0
    let isWhole = true
    for (let at = name.start; at < name.end; at++) {
      const word = sequence[at]! & wordMask
      const idf = reader.idf(wordTerms[word]!)
      whole += idf
      if (ordinals[word]! > 0 || isInQuestion[word] === 1) part += idf
      else isWhole = false
    }
    return { value: whole === 0 ? 0 : (part * part) / whole, isWhole }
  }
}

/** How often neighbouring words of the question stand side by side, in their order. */
function measureProximity(
  queryTerms: readonly QueryTerm[],
  positions: readonly Positions[],
  { weight, halfCount }: RankingParameters['proximity'],
): Pick<MatchFeatures, 'proximity' | 'isTogether'> {
  let proximity = 0
  let isTogether = false
  for (let left = 0; left + 1 < queryTerms.length; left++) {
    const count = countAdjacent(positions[left]!, positions[left + 1]!)
    if (count === 0) continue
    isTogether = true
    const idf = queryTerms[left]!.idf + queryTerms[left + 1]!.idf
    // From 0 towards twice the weight; the weight itself at `halfCount` occurrences.
    proximity += (idf * 2 * weight * count) / (count + halfCount)
  }
  return { proximity, isTogether }
}

/** Where a query term stands in one talk, in order. The same object serves one talk after another. */
class Positions {
  readonly at: number[] = []
  /** How many of them are this talk's. */
  count = 0

  add(position: number): void {
    this.at[this.count++] = position
  }
}

/** How many of the second positions directly follow one of the first. */
function countAdjacent(first: Positions, second: Positions): number {
  let count = 0
  let next = 0
  for (let place = 0; place < first.count; place++) {
    const position = first.at[place]!
    while (next < second.count && second.at[next]! <= position) next++
    if (next < second.count && second.at[next] === position + 1) count++
  }
  return count
}

/** Texts of these fields are names: the question may say the whole of one. */
const nameFields = ['title', 'speakers', 'tags'] as const satisfies readonly Field[]
/** As places in `fields`. */
const [title, speakers, tags] = nameFields.map((field) => fields.indexOf(field)) as [number, number, number]

/** @param field its place in `fields` */
function isNameField(field: number): boolean {
  return field === title || field === speakers || field === tags
}

/** How much of a name the question says. */
interface NameMatch {
  /** The idf of the terms that it says, times their share of the name. */
  readonly value: number
  readonly isWhole: boolean
}

/** Collects what the texts of one talk after another have of a question. Fields are told by their places in `fields`. */
function createTalkMatcher({ certainty: byField, names: byNameField }: FeatureParameters) {
  const certaintyOf = fields.map((field) => byField[field])
  const weightOf = nameFields.map((field) => byNameField[field])
  const { wholeGain } = byNameField

  return (queryTermCount: number) => {
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
}

/** What one text of a talk has of the question. The same object serves one text after another. */
interface TextMatch {
  add(ordinal: number): void
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

/** What a word in a text means. */
interface WordUseInQuestion {
  readonly queryTerm: number
  readonly certainty: number
  /** The other terms that the variant needs. */
  readonly others: readonly number[]
  /** Whether the word is a form of the query term's word itself, in any language, so that its position counts. */
  readonly isItself: boolean
}

/** The words of the notes that stand for those of one question. Those of variants are numbered from 0: their ordinals. */
interface QuestionTerms {
  /** By ordinal: the word. */
  readonly numbered: readonly number[]
  /** By word: 1 + its ordinal; 0 if it has none. */
  readonly ordinals: Uint16Array
  /** By ordinal. */
  readonly uses: readonly (readonly WordUseInQuestion[])[]
  /** By ordinal: the term that the word is of. */
  readonly terms: readonly number[]
  /** By word: 1 if the question has it in some form, even if it only asks. */
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

/** More than all forms of the words in a question of a thousand characters, synonyms included. */
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
