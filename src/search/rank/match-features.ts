import type { Concept } from '../expand/query-terms.ts'
import { firstMark } from '../index/compiled-index.ts'
import type { Lookup } from '../index/index-reader.ts'
import { type Field, fields } from '../index/talk-texts.ts'
import type { QuestionWordRole } from '../query/question-words.ts'
import { nearness } from './proximity.ts'
import { createSaidWhere } from './section-matches.ts'

/** What in one talk speaks for a question, read off the talk's sequence of terms. */
export interface Evidence {
  /** By concept: how surely the talk is about it, from 0 to 1. */
  readonly certainty: Float32Array
  /** By concept: 1 where the talk as a whole or its best section says it, and so all of these together. */
  readonly isInOnePlace: Uint8Array
  /** Whether its title, speakers, tags or summary have a topic of the question: then it is not only said in passing. */
  readonly isAnchored: boolean
  /** How close together, and in what order, neighbouring words of the question stand, in units of information. */
  readonly proximity: number
  /** How much of the title, a speaker's name or a tag the question says, in units of information. */
  readonly names: number
  /** Whether the question says the whole title or a speaker's whole name. */
  readonly isNamed: boolean
  /** Whether it says a whole tag. */
  readonly isTagged: boolean
  /** Whether neighbouring words of the question stand side by side. */
  readonly isTogether: boolean
}

/** How surely a talk is about what is said in this field. Something said in passing is weaker than the point of it. */
const certaintyByField: Readonly<Record<Field, number>> = {
  title: 1,
  speakers: 1,
  tags: 1,
  event: 1,
  summary: 1,
  takeaways: 1,
  heading: 0.95,
  section: 0.85,
  links: 0.85,
  followUps: 0.85,
}

/** What remains of a generic or everyday word that a talk only has in passing: not beside its neighbour in the question. */
const passingShare = 0.5
/** A text that has so many of the question's words does not have them in passing. */
const muchSaid = 3
const anchoringFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'summary'])
const tellingFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'event', 'heading'])

function saysLittle(role: QuestionWordRole): boolean {
  return role === 'generic' || role === 'everyday'
}

const nameWeights = { title: 0.5, speakers: 0.6, tags: 0.25 } as const
/** A name that is said in whole counts so many times as much. */
const wholeGain = 2

/** Reads evidence for one question out of any number of talks. */
export type ReadEvidence = (document: number) => Evidence

/**
 * Reads the talks' sequences of terms once, number by number. Working memory is kept between questions: a reader made
 * for one question is of no use once the next one is made. `said` are all terms of the question, see `termsSaid`.
 */
export function createEvidenceReader(
  lookup: Lookup,
): (concepts: readonly Concept[], said: readonly number[]) => ReadEvidence {
  const { sequence, sequenceStarts, terms } = lookup.index
  /** By term: 1 + its number among the terms of the question. */
  const slots = new Uint16Array(terms.length)
  let asked: readonly number[] = []
  /** By term: 1 where the question says it at all. */
  const isSaidByQuestion = new Uint8Array(terms.length)
  let saidBefore: readonly number[] = []

  return (concepts, said) => {
    for (const term of asked) slots[term] = 0
    for (const term of saidBefore) isSaidByQuestion[term] = 0
    for (const term of said) isSaidByQuestion[term] = 1
    saidBefore = said
    const question = askedTerms(concepts)
    asked = question.terms.slice(0, mostTerms)
    asked.forEach((term, place) => {
      slots[term] = place + 1
    })
    return readerOf(concepts, question.uses)
  }

  function readerOf(concepts: readonly Concept[], uses: readonly (readonly Use[])[]): ReadEvidence {
    const positions: number[][] = concepts.map(() => [])
    /** By slot: whether the text being read has it. */
    const isSaid = new Uint8Array(asked.length)
    const inText = new Float64Array(concepts.length)

    return (document) => {
      for (const list of positions) list.length = 0
      const certainty = new Float32Array(concepts.length)
      const inEarnest = new Float32Array(concepts.length)
      const saidWhere = createSaidWhere(concepts)
      const names: NameEvidence = { title: 0, speakers: 0, tags: 0 }
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
          for (const use of uses[slot - 1]!) if (use.primary) positions[use.concept]!.push(at)
          continue
        }
        const field = fields[entry - firstMark]!
        if (field === 'heading' || field === 'links') saidWhere.beginSection()
        if (said.length > 0) {
          readText(field, textStart, at)
          for (const slot of said) isSaid[slot] = 0
          said = []
        }
        textStart = at + 1
      }
      const { proximity, together } = nearness(concepts, positions)
      for (const concept of together) certainty[concept] = inEarnest[concept]!
      return {
        certainty,
        isInOnePlace: saidWhere.inOnePlace(certainty),
        isAnchored,
        proximity,
        names: names.title + names.speakers + names.tags,
        isNamed,
        isTagged,
        isTogether: together.size > 0,
      }

      function readText(field: Field, start: number, end: number): void {
        const count = weighText()
        for (let concept = 0; concept < concepts.length; concept++) {
          if (inText[concept] === 0) continue
          const { role } = concepts[concept]!
          if (role === 'topic' && anchoringFields.has(field)) isAnchored = true
          const inPassing = saysLittle(role) && count < muchSaid && !tellingFields.has(field)
          const certain = inText[concept]! * certaintyByField[field]
          inEarnest[concept] = Math.max(inEarnest[concept]!, certain)
          certainty[concept] = Math.max(certainty[concept]!, certain * (inPassing ? passingShare : 1))
          saidWhere.say(concept, field)
          inText[concept] = 0
        }
        if (field === 'title' || field === 'speakers' || field === 'tags') {
          const name = nameEvidence(start, end)
          names[field] = Math.max(
            names[field],
            nameWeights[field] * name.value * (name.isWhole ? wholeGain : 1),
          )
          if (name.isWhole && field === 'tags') isTagged = true
          else if (name.isWhole) isNamed = true
        }
      }

      /** Into `inText`: by concept, the certainty of the best alternative that the text has in full. Counts concepts. */
      function weighText(): number {
        let count = 0
        for (const slot of said) {
          for (const { concept, certainty: value, others } of uses[slot]!) {
            if (value <= inText[concept]! || !others.every(isInText)) continue
            if (inText[concept] === 0) count++
            inText[concept] = value
          }
        }
        return count
      }
    }

    function isInText(term: number): boolean {
      const slot = slots[term]!
      return slot > 0 && isSaid[slot - 1] === 1
    }

    /** The information of a name's terms that the question says, times the share of the name that it says. */
    function nameEvidence(start: number, end: number): { value: number; isWhole: boolean } {
      let whole = 0
      let part = 0
      let isWhole = true
      for (let at = start; at < end; at++) {
        const term = sequence[at]!
        const information = lookup.information(term)
        whole += information
        if (isInText(term) || isSaidByQuestion[term] === 1) part += information
        else isWhole = false
      }
      return { value: whole === 0 ? 0 : (part * part) / whole, isWhole }
    }
  }
}

/** More different terms than any question of a thousand characters and its synonyms have. */
const mostTerms = 65_535

type NameEvidence = Record<keyof typeof nameWeights, number>

/** What it means that a text has a term. */
interface Use {
  readonly concept: number
  readonly certainty: number
  /** What else the alternative needs. */
  readonly others: readonly number[]
  /** Whether the term stands for the concept's word itself, in any language, so that its place counts. */
  readonly primary: boolean
}

function askedTerms(concepts: readonly Concept[]): { terms: number[]; uses: Use[][] } {
  const uses = new Map<number, Use[]>()
  concepts.forEach(({ alternatives }, concept) => {
    alternatives.forEach(({ terms, certainty }) => {
      for (const term of new Set(terms)) {
        const others = terms.filter((other) => other !== term)
        const list = uses.get(term) ?? []
        list.push({ concept, certainty, others, primary: certainty === 1 })
        uses.set(term, list)
      }
    })
  })
  return { terms: [...uses.keys()], uses: [...uses.values()] }
}
