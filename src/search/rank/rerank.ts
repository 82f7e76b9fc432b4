import type { Concept } from '../expand/query-terms.ts'
import type { Lookup } from '../index/index-reader.ts'
import { compareScored, createRanker, type Scored, type TermWeights } from './bm25.ts'
import { coverageOf } from './coverage.ts'
import { createLongNotes } from './long-notes.ts'
import type { Evidence, ReadEvidence } from './match-features.ts'
import { createFeedback } from './pseudo-relevance-feedback.ts'

/** One talk of a ranking. */
export interface Read extends Scored {
  /** The part of the score that its terms give. */
  readonly ofTerms: number
  /** The part that its event gives, where the question names it. */
  readonly ofEvent: number
  /** The part that makes it the first of all, where it would not be that by the others. */
  readonly ofLead?: number
  /** Where it was read closely; the rest of the score is from there. */
  readonly evidence?: Evidence
}

export interface Ranked {
  /** Best first; always in the same order, however many are asked for. */
  readonly ranked: readonly Read[]
  /** How many talks have any of the question's terms. */
  readonly total: number
  /** What the best of the first few covers. */
  readonly bestCoverage: number
  /** Whether time ran out. */
  readonly isPartial: boolean
  /** The weights of the question's terms, and those with what feedback added. */
  readonly own: TermWeights
  readonly all: TermWeights
}

export interface RankRequest {
  readonly concepts: readonly Concept[]
  readonly readEvidence: ReadEvidence
  /** Which documents may be found. */
  readonly mask: Uint8Array | undefined
  /** Those of the events that the question names. */
  readonly named: Uint8Array | undefined
  /** How many to rank at least. */
  readonly depth: number
  readonly isLate: () => boolean
}

/** How many of the best are read closely. */
const readClosely = 50
/** How many are ranked in any case; of them, long notes are ranked by their best part. */
const candidates = 200
/**
 * Feedback helps large collections; among few talks the tenth is about something else and misleads it, and so it does
 * where the question names a talk or a speaker.
 */
const feedbackFrom = 500
/**
 * Ranks by BM25, with feedback where it helps, then reads the best closely; roughly only, once it is late. What is looked
 * at is the same whatever the depth, so that pages fit together.
 */
export function createCloseRanking(lookup: Lookup): (request: RankRequest) => Ranked {
  const { index } = lookup
  const ranker = createRanker(index)
  const expand = createFeedback(lookup)
  const longNotes = createLongNotes(lookup)

  return ({ concepts, readEvidence, mask, named, depth: wanted, isLate }) => {
    const own = termWeights(concepts)
    const depth = Math.max(candidates, wanted)
    const favour = named && { documents: named, gain: eventGain * informationOf(concepts) }
    const first = ranker.rank(own, depth, { mask, favour })
    const isNamed = first.ranked.slice(0, 3).some(({ document }) => readEvidence(document).isNamed)
    const needsFeedback = !isNamed && index.documentCount >= feedbackFrom && first.total > 1
    const all = needsFeedback && !isLate() ? expand(own, first.ranked) : own
    const again = all === own ? first.ranked : ranker.rerank(all, depth, { favour }).ranked
    const ranked = [
      ...longNotes.rescore(again.slice(0, candidates), own).toSorted(compareScored),
      ...again.slice(candidates),
    ]
    const closely: Read[] = []
    const partsOf = (document: number, score: number) => {
      const ofEvent = favour ? favour.gain * favour.documents[document]! : 0
      return { ofTerms: score - ofEvent, ofEvent }
    }
    for (const { document, score } of ranked.slice(0, readClosely)) {
      if (isLate() && closely.length >= decidingResults) break
      const evidence = readEvidence(document)
      const { proximity, names } = evidence
      closely.push({ document, score: score + proximity + names, ...partsOf(document, score), evidence })
    }
    const roughly = ranked.slice(closely.length).map(
      (one): Read => ({
        ...one,
        ...partsOf(one.document, one.score),
      }),
    )
    const { led, bestCoverage } = leadByCoverage(closely.sort(compareScored), concepts)
    return {
      ranked: [...led, ...roughly],
      bestCoverage,
      total: first.total,
      isPartial: closely.length < Math.min(readClosely, ranked.length),
      own,
      all,
    }
  }
}

/** What a talk gains that is of an event that the question names, as a share of what the question tells. */
const eventGain = 0.5

function informationOf(concepts: readonly Concept[]): number {
  return concepts.reduce((sum, { information }) => sum + information, 0)
}

/** How many of the first talks decide how well a question is covered. */
const decidingResults = 3
/** The first of them to cover this share of what the best of them covers comes first. */
const leadingShare = 0.65

/** What is shown first must not be a talk that covers far less than what the answer is given for. */
function leadByCoverage(reads: readonly Read[], concepts: readonly Concept[]) {
  const coverages = reads
    .slice(0, decidingResults)
    .map(({ evidence }) => (evidence ? coverageOf(evidence, concepts) : 0))
  const bestCoverage = Math.max(0, ...coverages)
  const first = Math.max(
    0,
    coverages.findIndex((coverage) => coverage >= leadingShare * bestCoverage),
  )
  const [leader] = reads.slice(first)
  if (first === 0 || !leader) return { led: reads, bestCoverage }
  const score = reads[0]!.score * (1 + Number.EPSILON)
  const led = { ...leader, score, ofLead: score - leader.score }
  return { led: [led, ...reads.toSpliced(first, 1)], bestCoverage }
}

export function termWeights(concepts: readonly Concept[]): TermWeights {
  const weights = new Map<number, number>()
  for (const { count, alternatives } of concepts) {
    for (const { terms, weight } of alternatives) {
      for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + (count * weight) / terms.length)
    }
  }
  return weights
}
