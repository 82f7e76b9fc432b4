import { runsOf } from './compiled-index.ts'
import type { Concept } from './concepts.ts'
import type { Lookup } from './lookup.ts'
import type { QuestionWordRole } from './question-words.ts'
import type { Field } from './talk-texts.ts'

/** What in one talk speaks for a question, read off the talk's sequence of terms. */
export interface Evidence {
  /** By concept: how surely the talk is about it, from 0 to 1. */
  readonly certainty: Float32Array
  /** Whether its title, speakers, tags or summary have a topic of the question: then it is not only said in passing. */
  readonly isAnchored: boolean
  /** How close together, and in what order, neighbouring words of the question stand, in units of information. */
  readonly proximity: number
  /** How much of the title, a speaker's name or a tag the question says, in units of information. */
  readonly names: number
  /** Whether the question says the whole title or a speaker's whole name. */
  readonly isNamed: boolean
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

/** What remains of a generic or everyday word that a talk only has in passing. */
const passingShare = 0.5
/** A text that has so many of the question's words does not have them in passing. */
const muchSaid = 3
const anchoringFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'summary'])
const tellingFields: ReadonlySet<Field> = new Set([
  'title',
  'speakers',
  'tags',
  'event',
  'summary',
  'heading',
])

function saysLittle(role: QuestionWordRole): boolean {
  return role === 'generic' || role === 'everyday'
}

const nameWeights: Partial<Readonly<Record<Field, number>>> = { title: 0.5, speakers: 0.6, tags: 0.25 }

/** Neighbouring words of the question: `ordered` where they stand side by side, `near` within the window. */
const orderedWeight = 0.2
const nearWeight = 0.1
const nearWindow = 8

/** Reads evidence for one question out of any number of talks. */
export function createEvidenceReader(
  lookup: Lookup,
  concepts: readonly Concept[],
): (document: number) => Evidence {
  const byTerm = usesByTerm(concepts)

  return (document) => {
    const certainty = new Float32Array(concepts.length)
    const positions: number[][] = concepts.map(() => [])
    const names = new Map<Field, number>()
    let isAnchored = false
    let isNamed = false
    for (const { field, terms, start } of runsOf(lookup.index, document)) {
      const found: Found[] = []
      terms.forEach((term, place) => {
        for (const use of byTerm.get(term) ?? []) {
          found.push({ ...use, term })
          if (use.primary) positions[use.concept]!.push(start + place)
        }
      })
      if (found.length === 0) continue
      const text = readText(found, concepts)
      for (const [concept, said] of text) {
        const { role } = concepts[concept]!
        if (role === 'topic' && anchoringFields.has(field)) isAnchored = true
        const inPassing = saysLittle(role) && text.size < muchSaid && !tellingFields.has(field)
        const share = certaintyByField[field] * (inPassing ? passingShare : 1)
        certainty[concept] = Math.max(certainty[concept]!, said * share)
      }
      const nameWeight = nameWeights[field]
      if (nameWeight) {
        const asked = new Set(found.map(({ term }) => term))
        names.set(field, Math.max(names.get(field) ?? 0, nameWeight * nameEvidence(terms, asked)))
        if (field !== 'tags' && terms.every((term) => asked.has(term))) isNamed = true
      }
    }
    return {
      certainty,
      isAnchored,
      proximity: proximityOf(concepts, positions),
      names: sumOf(names.values()),
      isNamed,
    }
  }

  /** The information of a name's terms that the question says, times the share of the name that it says. */
  function nameEvidence(name: Uint32Array, said: ReadonlySet<number>): number {
    let whole = 0
    let part = 0
    for (const term of name) {
      const information = lookup.information(term)
      whole += information
      if (said.has(term)) part += information
    }
    return whole === 0 ? 0 : (part * part) / whole
  }
}

interface Use {
  readonly concept: number
  readonly alternative: number
  readonly certainty: number
  /** How many terms the alternative needs. */
  readonly size: number
  /** Whether the term stands for the concept's word itself, so that its place counts. */
  readonly primary: boolean
}
type Found = Use & { readonly term: number }

function usesByTerm(concepts: readonly Concept[]): ReadonlyMap<number, readonly Use[]> {
  const uses = new Map<number, Use[]>()
  concepts.forEach(({ alternatives }, concept) => {
    alternatives.forEach(({ terms, certainty }, alternative) => {
      for (const term of new Set(terms)) {
        const use = { concept, alternative, certainty, size: new Set(terms).size, primary: alternative === 0 }
        uses.set(term, [...(uses.get(term) ?? []), use])
      }
    })
  })
  return uses
}

/** By concept, the certainty of the best alternative that one text has in full. */
function readText(found: readonly Found[], concepts: readonly Concept[]): Map<number, number> {
  const best = new Map<number, number>()
  const offer = (concept: number, certainty: number) => {
    if (certainty > (best.get(concept) ?? 0)) best.set(concept, certainty)
  }
  for (const { concept, certainty, size } of found) if (size === 1) offer(concept, certainty)
  const terms = new Set(found.map(({ term }) => term))
  for (const { concept, alternative, certainty, size } of found) {
    if (size === 1) continue
    if (concepts[concept]!.alternatives[alternative]!.terms.every((term) => terms.has(term)))
      offer(concept, certainty)
  }
  return best
}

function proximityOf(concepts: readonly Concept[], positions: readonly number[][]): number {
  let proximity = 0
  for (let left = 0; left + 1 < concepts.length; left++) {
    let ordered = 0
    let near = 0
    for (const a of positions[left]!) {
      for (const b of positions[left + 1]!) {
        if (b - a === 1) ordered++
        if (Math.abs(b - a) < nearWindow) near++
      }
    }
    const information = concepts[left]!.information + concepts[left + 1]!.information
    proximity += information * (saturate(orderedWeight, ordered, 1) + saturate(nearWeight, near, 2))
  }
  return proximity
}

/** From 0 towards twice the weight; the weight itself at `half` occurrences. */
function saturate(weight: number, count: number, half: number): number {
  return (2 * weight * count) / (count + half)
}

function sumOf(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
