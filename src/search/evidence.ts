import { fieldEnding } from './compiled-index.ts'
import type { Concept } from './concepts.ts'
import type { Lookup } from './lookup.ts'
import type { Field } from './talk-texts.ts'

/** What in one talk speaks for a question, read off the talk's sequence of terms. */
export interface Evidence {
  /** By concept: how surely the talk is about it, from 0 to 1. */
  readonly certainty: Float32Array
  /** How close together, and in what order, neighbouring words of the question stand, in units of information. */
  readonly proximity: number
  /** How much of the title, a speaker's name or a tag the question says, in units of information. */
  readonly names: number
  /** The most information of the question that a single text of the talk has. */
  readonly bestText: number
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
  const byTerm = alternativesByTerm(concepts)
  const { sequence, sequenceStarts } = lookup.index

  return (document) => {
    const certainty = new Float32Array(concepts.length)
    const positions: number[][] = concepts.map(() => [])
    const names = new Map<Field, number>()
    let bestText = 0
    let textStart = sequenceStarts[document]!
    let found: Found[] = []
    for (let at = textStart; at < sequenceStarts[document + 1]!; at++) {
      const entry = sequence[at]!
      const field = fieldEnding(entry)
      if (!field) {
        for (const use of byTerm.get(entry) ?? []) found.push({ ...use, term: entry })
        for (const { concept, primary } of byTerm.get(entry) ?? []) if (primary) positions[concept]!.push(at)
        continue
      }
      if (found.length > 0) {
        const text = readText(found, concepts)
        for (const [concept, weight] of text) {
          certainty[concept] = Math.max(certainty[concept]!, weight * certaintyByField[field])
        }
        bestText = Math.max(bestText, informationOf(text, concepts))
        const nameWeight = nameWeights[field]
        if (nameWeight) {
          const said =
            nameWeight *
            nameEvidence(sequence.subarray(textStart, at), new Set(found.map(({ term }) => term)))
          names.set(field, Math.max(names.get(field) ?? 0, said))
        }
        found = []
      }
      textStart = at + 1
    }
    return { certainty, proximity: proximityOf(concepts, positions), names: sum(names.values()), bestText }
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
  readonly weight: number
  /** How many terms the alternative needs. */
  readonly size: number
  /** Whether the term stands for the concept's word itself, so that its place counts. */
  readonly primary: boolean
}
type Found = Use & { readonly term: number }

function alternativesByTerm(concepts: readonly Concept[]): ReadonlyMap<number, readonly Use[]> {
  const uses = new Map<number, Use[]>()
  concepts.forEach(({ alternatives }, concept) => {
    alternatives.forEach(({ terms, weight }, alternative) => {
      for (const term of new Set(terms)) {
        const use = { concept, alternative, weight, size: new Set(terms).size, primary: alternative === 0 }
        uses.set(term, [...(uses.get(term) ?? []), use])
      }
    })
  })
  return uses
}

/** By concept, the weight of the best alternative that one text has in full. */
function readText(found: readonly Found[], concepts: readonly Concept[]): Map<number, number> {
  const best = new Map<number, number>()
  const offer = (concept: number, weight: number) => {
    if (weight > (best.get(concept) ?? 0)) best.set(concept, weight)
  }
  for (const { concept, weight, size } of found) if (size === 1) offer(concept, weight)
  const terms = new Set(found.map(({ term }) => term))
  for (const { concept, alternative, weight, size } of found) {
    if (size === 1) continue
    if (concepts[concept]!.alternatives[alternative]!.terms.every((term) => terms.has(term)))
      offer(concept, weight)
  }
  return best
}

function informationOf(text: ReadonlyMap<number, number>, concepts: readonly Concept[]): number {
  let information = 0
  for (const [concept, weight] of text) information += weight * concepts[concept]!.information
  return information
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

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
