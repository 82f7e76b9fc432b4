import type { Talk } from '../notes/talk.ts'
import { analyze } from './analyzer.ts'
import type { Concept } from './concepts.ts'
import type { Lookup } from './lookup.ts'
import type { Quotation, Range } from './search-engine.ts'
import { type Field, type TalkText, textsOf } from './talk-texts.ts'

/** Chooses what to quote of a talk for one question. */
export type PassageChooser = (talk: Talk) => Quotation

/** The summary stands alone, a takeaway nearly so; a line from the middle of a section needs more to be preferred. */
const preference: Partial<Readonly<Record<Field, number>>> = { summary: 1.15, takeaways: 1.1 }
/** What the heading above a passage says counts this much for the passage. */
const headingShare = 0.5
/** Every passage of a talk is about its title: such words tell little about which one to quote. */
const titleShare = 0.4

export function createPassageChooser(lookup: Lookup, concepts: readonly Concept[]): PassageChooser {
  const weights = termWeights(lookup, concepts)

  return (talk) => {
    const texts = textsOf(talk)
    const titleTerms = new Set(analyze(talk.title).map((token) => token.term))
    const value = (term: string) => (weights.get(term) ?? 0) * (titleTerms.has(term) ? titleShare : 1)
    let best: { text: TalkText; score: number } | undefined
    let heading = new Set<string>()
    for (const text of texts) {
      if (text.field !== 'heading' && !text.passage) continue
      const terms = analyze(text.text).map((token) => token.term)
      if (text.field === 'heading') {
        heading = new Set(terms)
        continue
      }
      const said = new Set(terms)
      let score = 0
      for (const term of said) score += value(term)
      if (text.field === 'section')
        for (const term of heading) if (!said.has(term)) score += value(term) * headingShare
      score += neighbourBonus(terms, value)
      score *= preference[text.field] ?? 1
      if (!best || score > best.score) best = { text, score }
    }
    return quote(talk, best?.text, weights)
  }
}

/** Words of the question that stand side by side in the passage belong together. */
function neighbourBonus(terms: readonly string[], value: (term: string) => number): number {
  let bonus = 0
  for (let at = 1; at < terms.length; at++) {
    const left = value(terms[at - 1]!)
    const right = value(terms[at]!)
    if (left > 0 && right > 0 && terms[at] !== terms[at - 1]) bonus = Math.max(bonus, (left + right) / 4)
  }
  return bonus
}

function termWeights(lookup: Lookup, concepts: readonly Concept[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { information, alternatives } of concepts) {
    for (const { terms, weight } of alternatives) {
      for (const term of terms) {
        const text = lookup.index.terms[term]!
        weights.set(text, Math.max(weights.get(text) ?? 0, (information * weight) / terms.length))
      }
    }
  }
  return weights
}

/** A talk without any passage has nothing but its title to quote; front matter begins on line 1. */
function quote(talk: Talk, best: TalkText | undefined, weights: ReadonlyMap<string, number>): Quotation {
  const { text, section } = best ?? { text: talk.title, section: 'title' }
  const highlights = mergeRanges(
    analyze(text)
      .filter((token) => weights.has(token.term))
      .map(({ start, end }): Range => [start, end]),
  )
  return { text, highlights, file: talk.file, line: best?.passage?.line ?? 1, section }
}

/** Sorted, without overlaps. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)]
    else if (end > start) merged.push([start, end])
  }
  return merged
}
