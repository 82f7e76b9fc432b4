import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { analyze } from '../analysis/analyzer.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { runsOf } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { type Field, type TalkText, textsOf } from '../index/talk-texts.ts'
import { cutPassage } from './cut-passage.ts'
import type { Quotation } from './quotation.ts'

/** Chooses what to quote of a talk for one question. */
export type PassageChooser = (talk: Talk, document: number) => Quotation

/** A takeaway stands alone and is short; a line from the middle of a section needs to say more to be preferred. */
const takeawayPreference = 1.1
/** Where the question only names the talk or its speaker, the summary is what answers it. */
const summaryPreference = 1.3
/** What the heading above a passage says counts this much for the passage. */
const headingShare = 0.5
/** Every passage of a talk is its speakers' and about its title: such words tell little about which one to quote. */
const nameShare = 0.4

export function createPassageChooser(reader: IndexReader, queryTerms: readonly QueryTerm[]): PassageChooser {
  const weights = passageTermWeights(queryTerms)

  return (talk, document) => {
    const runs = [...runsOf(reader.index, document)]
    const names = runs.filter(({ field }) => field === 'title' || field === 'speakers')
    const nameTerms = new Set(names.flatMap(({ terms }) => [...terms]))
    const value = (term: number) => (weights.get(term) ?? 0) * (nameTerms.has(term) ? nameShare : 1)
    const isOnlyNamed = weights.keys().every((term) => nameTerms.has(term))
    const preference: Partial<Record<Field, number>> = {
      summary: isOnlyNamed ? summaryPreference : 1,
      takeaways: takeawayPreference,
    }
    let best: { text: TalkText; score: number } | undefined
    let heading: Uint32Array = new Uint32Array()
    textsOf(talk).forEach((text, place) => {
      const { terms } = runs[place]!
      if (text.field === 'heading') heading = terms
      if (!text.passage) return
      const said = new Set(terms)
      const above =
        text.field === 'section' ? new Set(heading.filter((term) => !said.has(term))) : new Set<number>()
      const points = sumOf(said, value) + headingShare * sumOf(above, value) + neighbourBonus(terms, value)
      const score = points * (preference[text.field] ?? 1)
      if (!best || score > best.score) best = { text, score }
    })
    const byText = new Map(Array.from(weights, ([term, weight]) => [reader.index.terms[term]!, weight]))
    return quote(talk, best?.text, byText)
  }
}

/** Words of the question that stand side by side in the passage belong together. */
function neighbourBonus(terms: Uint32Array, value: (term: number) => number): number {
  let bonus = 0
  for (let at = 1; at < terms.length; at++) {
    const left = value(terms[at - 1]!)
    const right = value(terms[at]!)
    if (left > 0 && right > 0 && terms[at] !== terms[at - 1]) bonus = Math.max(bonus, (left + right) / 4)
  }
  return bonus
}

function sumOf(terms: Iterable<number>, value: (term: number) => number): number {
  let sum = 0
  for (const term of terms) sum += value(term)
  return sum
}

function passageTermWeights(queryTerms: readonly QueryTerm[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  for (const { idf, variants } of queryTerms) {
    for (const { terms, weight } of variants) {
      for (const term of terms)
        weights.set(term, Math.max(weights.get(term) ?? 0, (idf * weight) / terms.length))
    }
  }
  return weights
}

/** A talk without any passage has nothing but its title to quote; front matter begins on line 1. */
function quote(talk: Talk, best: TalkText | undefined, weights: ReadonlyMap<string, number>): Quotation {
  const { text: whole, section } = best ?? { text: talk.title, section: 'title' }
  const value = (term: string) => weights.get(term) ?? 0
  const isProse = best?.passage?.form !== 'code'
  const text = isProse ? whole.slice(...cutPassage(whole, talk.language, value)) : whole
  const highlights = mergeRanges(
    analyze(text, talk.language)
      .filter((token) => weights.has(token.term))
      .map(({ start, end }): Range => [start, end]),
  )
  return { text, highlights, file: talk.file, line: best?.passage?.line ?? 1, section }
}

/** Sorted, without overlaps. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)]
    else if (end > start) merged.push([start, end])
  }
  return merged
}
