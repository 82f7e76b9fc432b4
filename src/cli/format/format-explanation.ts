import type { ExplainedTerm, Explanation } from '../../search/rank/explanation.ts'
import type { MeaningPart } from '../../search/rank/semantic-similarity.ts'
import type { SearchResult } from '../../search/search-engine.ts'

/** Where a talk's score and coverage come from, as lines for the terminal; none if it was not asked for. */
export function formatExplanation({ score, coverage, explanation }: SearchResult): string[] {
  if (explanation === undefined) return []
  // Filters alone ask for no word, so there is nothing to score.
  if (explanation.queryTerms.length === 0)
    return ['', '   listed by date: the question has no words to score']
  const isByDate = score === 0
  return [
    '',
    `   ${isByDate ? 'listed by date, not by score; what it has of the question' : `score ${figure(score)}`} =`,
    ...(explanation.meaning ? meaningLines(explanation.meaning) : []),
    ...scoreLines(explanation),
    ...coverageLines(coverage(), explanation),
  ]
}

function scoreLines({ terms, proximity, names, event, feedback, bestWindow }: Explanation): string[] {
  const parts: readonly (readonly [value: number, meaning: string])[] = [
    ...terms.map((term) => [term.weight * (term.text + term.title), formatTerm(term)] as const),
    [proximity, 'words of the question side by side'],
    [names, 'title, speakers and tags that the question says'],
    ...(event === 0 ? [] : [[event, 'of an event that the question names'] as const]),
    ...(feedback === 0 ? [] : [[feedback, 'like the first talks'] as const]),
    ...(bestWindow === 0 ? [] : [[bestWindow, 'ranked by the best part of a long note'] as const]),
  ]
  return parts.map(([value, meaning]) => `   ${figure(value).padStart(8)}  ${meaning}`)
}

/** What the score by words, whose lines follow, counts beside similarity in meaning. */
function meaningLines({ wordShare, weight, deviations, cosine, lead }: MeaningPart): string[] {
  const near = Number.isNaN(cosine)
    ? 'not encoded yet, so neither near nor far in meaning'
    : `standard deviations nearer in meaning than talks are in the mean (cosine ${figure(cosine)})`
  return [
    ...(lead === 0
      ? []
      : [`   ${figure(lead).padStart(8)}  first, since it has the words that were asked for`]),
    `   ${figure(deviations).padStart(8)}  ${near}`,
    `   ${figure(weight * wordShare).padStart(8)}  words: ${figure(weight)} × ${figure(wordShare)} of the ` +
      `best talk's score by words, which is here`,
  ]
}

function formatTerm({ term, weight, text, title, fields }: ExplainedTerm): string {
  const inFields = fields.map(({ field, count }) => (count > 1 ? `${field} ×${count}` : field)).join(', ')
  const sum = title > 0 ? `(${figure(text)} + ${figure(title)} in the title)` : figure(text)
  return `${term}: ${figure(weight)} × ${sum}; ${inFields}`
}

function coverageLines(coverage: number, { queryTerms }: Explanation): string[] {
  return [
    `   coverage ${figure(coverage)} =`,
    ...queryTerms.map(
      ({ word, idf, certainty }) =>
        `   ${figure(certainty * 100).padStart(8)} % of ${figure(idf)} for ${word}`,
    ),
  ]
}

function figure(value: number): string {
  return String(Math.round(value * 100) / 100)
}
