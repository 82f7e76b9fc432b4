import type { Talk } from '../../notes/talk.ts'
import { holdsWords } from '../../text/web-address.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import type { Run } from '../index/compiled-index.ts'
import { type Field, type TalkText, textsOf } from '../index/talk-texts.ts'

/** See `RankingParameters.passage`. */
export interface PassageParameters {
  readonly takeawayPreference: number
  readonly summaryPreference: number
  readonly headingShare: number
  readonly nameShare: number
  readonly neighbourShare: number
}

/**
 * The passage of a talk that has most of the question, by the weights of its terms; undefined if the talk has no passage.
 * @param runs the talk's texts as terms
 */
export function choosePassage(
  talk: Talk,
  runs: readonly Run[],
  weights: ReadonlyMap<number, number>,
  parameters: PassageParameters,
): TalkText | undefined {
  const names = runs.filter(({ field }) => field === 'title' || field === 'speakers')
  const nameTerms = new Set(names.flatMap(({ terms }) => [...terms]))
  const value = (term: number) => (weights.get(term) ?? 0) * (nameTerms.has(term) ? parameters.nameShare : 1)
  const isOnlyNamed = weights.keys().every((term) => nameTerms.has(term))
  const preference: Partial<Record<Field, number>> = {
    summary: isOnlyNamed ? parameters.summaryPreference : 1,
    takeaways: parameters.takeawayPreference,
  }
  let best: TalkText | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  let heading: Uint32Array = new Uint32Array()
  textsOf(talk).forEach((text, place) => {
    const { terms } = runs[place]!
    if (text.field === 'heading') heading = terms
    // An address leads somewhere, and says nothing.
    if (!text.passage || !holdsWords(text.text)) return
    const inPassage = new Set(terms)
    const above = text.field === 'section' ? new Set(heading.filter((term) => !inPassage.has(term))) : []
    const points =
      sumOf(inPassage, value) +
      parameters.headingShare * sumOf(above, value) +
      parameters.neighbourShare * neighbourValue(terms, value)
    const score = points * (preference[text.field] ?? 1)
    if (score > bestScore) {
      best = text
      bestScore = score
    }
  })
  return best
}

/** Words of the question that stand side by side in the passage belong together. */
function neighbourValue(terms: Uint32Array, value: (term: number) => number): number {
  let bonus = 0
  for (let at = 1; at < terms.length; at++) {
    const left = value(terms[at - 1]!)
    const right = value(terms[at]!)
    if (left > 0 && right > 0 && terms[at] !== terms[at - 1]) bonus = Math.max(bonus, left + right)
  }
  return bonus
}

function sumOf(terms: Iterable<number>, value: (term: number) => number): number {
  let sum = 0
  for (const term of terms) sum += value(term)
  return sum
}

/** By term: what a passage gains by it. */
export function passageTermWeights(queryTerms: readonly QueryTerm[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  // A term that covers nothing of the question is neither quoted for nor highlighted.
  for (const { idf, variants } of queryTerms.filter((term) => term.idf > 0)) {
    for (const { terms, weight } of variants) {
      for (const term of terms)
        weights.set(term, Math.max(weights.get(term) ?? 0, (idf * weight) / terms.length))
    }
  }
  return weights
}
