import type { QueryTerm } from '../expand/query-terms.ts'
import { firstMark } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { type Field, fields } from '../index/talk-texts.ts'
import type { QuestionWordRole } from '../query/question-words.ts'
import { createSectionMatches } from './best-section.ts'
import type { RankingParameters } from './parameters.ts'

/** How one talk matches a question, read off the talk's sequence of terms. */
export interface MatchFeatures {
  /** Whether its title, speakers, tags or summary have a topic of the question: then it is not only said in passing. */
  readonly isAnchored: boolean
  /** By query term: how surely the talk is about it, from 0 to 1. */
  readonly certainty: Float32Array
  /** By query term: 1 if the talk as a whole or its best section says it, and so all of these together. */
  readonly isInOneSection: Uint8Array
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

const anchoringFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'summary'])
const tellingFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'event', 'heading'])

function saysLittle(role: QuestionWordRole): boolean {
  return role === 'generic' || role === 'everyday'
}

/** Reads features for one question out of any number of talks. */
export type ReadMatchFeatures = (document: number) => MatchFeatures

type FeatureParameters = Pick<RankingParameters, 'certainty' | 'names' | 'proximity'>

/**
 * Reads the talks' sequences of terms once, number by number. Working memory is kept between questions: a reader made
 * for one question is of no use once the next one is made. `said` are all terms of the question, see `termsSaid`.
 */
export function createFeatureReader(
  reader: IndexReader,
  { certainty: certaintyByField, names: nameWeights, proximity: ofProximity }: FeatureParameters,
): (queryTerms: readonly QueryTerm[], said: readonly number[]) => ReadMatchFeatures {
  const { sequence, sequenceStarts, terms } = reader.index
  /** By term: 1 + its number among the terms of the question. */
  const slots = new Uint16Array(terms.length)
  let asked: readonly number[] = []
  /** By term: 1 if the question says it at all. */
  const isSaidByQuestion = new Uint8Array(terms.length)
  let saidBefore: readonly number[] = []

  return (queryTerms, said) => {
    for (const term of asked) slots[term] = 0
    for (const term of saidBefore) isSaidByQuestion[term] = 0
    for (const term of said) isSaidByQuestion[term] = 1
    saidBefore = said
    const question = askedTerms(queryTerms)
    asked = question.terms.slice(0, maxTerms)
    asked.forEach((term, place) => {
      slots[term] = place + 1
    })
    return readerOf(queryTerms, question.uses)
  }

  function readerOf(queryTerms: readonly QueryTerm[], uses: readonly (readonly Use[])[]): ReadMatchFeatures {
    const positions: number[][] = queryTerms.map(() => [])
    /** By slot: whether the text being read has it. */
    const isSaid = new Uint8Array(asked.length)
    const inText = new Float64Array(queryTerms.length)

    return (document) => {
      for (const list of positions) list.length = 0
      const certainty = new Float32Array(queryTerms.length)
      const inEarnest = new Float32Array(queryTerms.length)
      const sectionMatches = createSectionMatches(queryTerms)
      const names: NameMatches = { title: 0, speakers: 0, tags: 0 }
      let isAnchored = false
      let isNamed = false
      let isTagged = false
      let said: number[] = []
      let textStart = sequenceStarts[document]!
      const end = sequenceStarts[document + 1]!
      for (let at = textStart; at < end; at++) {
        const entry = sequence[at]!
        if (entry < firstMark) {
          const slot = slots[entry]!
          if (slot === 0) continue
          if (isSaid[slot - 1] === 0) {
            isSaid[slot - 1] = 1
            said.push(slot - 1)
          }
          for (const use of uses[slot - 1]!) if (use.primary) positions[use.queryTerm]!.push(at)
          continue
        }
        const field = fields[entry - firstMark]!
        if (field === 'heading' || field === 'links') sectionMatches.beginSection()
        if (said.length > 0) {
          readText(field, textStart, at)
          for (const slot of said) isSaid[slot] = 0
          said = []
        }
        textStart = at + 1
      }
      const { proximity, adjacent } = measureProximity(queryTerms, positions, ofProximity)
      for (const queryTerm of adjacent) certainty[queryTerm] = inEarnest[queryTerm]!
      return {
        certainty,
        isAnchored,
        isInOneSection: sectionMatches.isInOneSection(certainty),
        proximity,
        names: names.title + names.speakers + names.tags,
        isNamed,
        isTagged,
        isTogether: adjacent.size > 0,
      }

      function readText(field: Field, start: number, end: number): void {
        const count = weighText()
        for (let queryTerm = 0; queryTerm < queryTerms.length; queryTerm++) {
          if (inText[queryTerm] === 0) continue
          const { role } = queryTerms[queryTerm]!
          if (role === 'topic' && anchoringFields.has(field)) isAnchored = true
          const inPassing =
            saysLittle(role) && count < certaintyByField.minTermsInEarnest && !tellingFields.has(field)
          const certain = inText[queryTerm]! * certaintyByField[field]
          inEarnest[queryTerm] = Math.max(inEarnest[queryTerm]!, certain)
          certainty[queryTerm] = Math.max(
            certainty[queryTerm]!,
            certain * (inPassing ? certaintyByField.passingShare : 1),
          )
          sectionMatches.say(queryTerm, field)
          inText[queryTerm] = 0
        }
        if (field === 'title' || field === 'speakers' || field === 'tags') {
          const name = matchName(start, end)
          names[field] = Math.max(
            names[field],
            nameWeights[field] * name.value * (name.isWhole ? nameWeights.wholeGain : 1),
          )
          if (name.isWhole && field === 'tags') isTagged = true
          else if (name.isWhole) isNamed = true
        }
      }

      /** Into `inText`: by query term, the certainty of the best alternative that the text has in full. Counts query terms. */
      function weighText(): number {
        let count = 0
        for (const slot of said) {
          for (const { queryTerm, certainty: value, others } of uses[slot]!) {
            if (value <= inText[queryTerm]! || !others.every(isInText)) continue
            if (inText[queryTerm] === 0) count++
            inText[queryTerm] = value
          }
        }
        return count
      }
    }

    function isInText(term: number): boolean {
      const slot = slots[term]!
      return slot > 0 && isSaid[slot - 1] === 1
    }

    /** The idf of a name's terms that the question says, times the share of the name that it says. */
    function matchName(start: number, end: number): { value: number; isWhole: boolean } {
      let whole = 0
      let part = 0
      let isWhole = true
      for (let at = start; at < end; at++) {
        const term = sequence[at]!
        const idf = reader.idf(term)
        whole += idf
        if (isInText(term) || isSaidByQuestion[term] === 1) part += idf
        else isWhole = false
      }
      return { value: whole === 0 ? 0 : (part * part) / whole, isWhole }
    }
  }
}

/** More different terms than any question of a thousand characters and its synonyms have. */
const maxTerms = 65_535

type NameMatches = Record<'title' | 'speakers' | 'tags', number>

/** What it means that a text has a term. */
interface Use {
  readonly queryTerm: number
  readonly certainty: number
  /** What else the alternative needs. */
  readonly others: readonly number[]
  /** Whether the term stands for the query term's word itself, in any language, so that its place counts. */
  readonly primary: boolean
}

function askedTerms(queryTerms: readonly QueryTerm[]): { terms: number[]; uses: Use[][] } {
  const uses = new Map<number, Use[]>()
  queryTerms.forEach(({ variants }, queryTerm) => {
    variants.forEach(({ terms, certainty }) => {
      for (const term of new Set(terms)) {
        const others = terms.filter((other) => other !== term)
        const list = uses.get(term) ?? []
        list.push({ queryTerm, certainty, others, primary: certainty === 1 })
        uses.set(term, list)
      }
    })
  })
  return { terms: [...uses.keys()], uses: [...uses.values()] }
}

/** How often neighbouring words of the question stand side by side, in their order, and which of them do. */
function measureProximity(
  queryTerms: readonly QueryTerm[],
  positions: readonly (readonly number[])[],
  { weight, halfCount }: RankingParameters['proximity'],
) {
  const adjacent = new Set<number>()
  let proximity = 0
  for (let left = 0; left + 1 < queryTerms.length; left++) {
    const count = countAdjacent(positions[left]!, positions[left + 1]!)
    if (count === 0) continue
    adjacent.add(left).add(left + 1)
    const idf = queryTerms[left]!.idf + queryTerms[left + 1]!.idf
    // From 0 towards twice the weight; the weight itself at `halfCount` occurrences.
    proximity += (idf * 2 * weight * count) / (count + halfCount)
  }
  return { proximity, adjacent }
}

/** How many of the second positions follow one of the first at once; both lists go up. */
function countAdjacent(first: readonly number[], second: readonly number[]): number {
  let count = 0
  let at = 0
  for (const position of first) {
    while (at < second.length && second[at]! <= position) at++
    if (second[at] === position + 1) count++
  }
  return count
}
