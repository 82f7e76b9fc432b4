import type { SearchResult } from '../search/search-engine.ts'

/** Where a talk's score and coverage come from, as lines for the terminal. */
export function formatExplanation({ score, coverage, explanation }: SearchResult): string[] {
  if (explanation === undefined) return []
  const { terms, feedback, proximity, names, lead, bestPart, concepts, anchoredShare } = explanation
  return [
    '',
    `   score ${figure(score)} =`,
    ...terms.map(({ term, weight, text, title, fields }) => {
      const inFields = fields.map(({ field, count }) => (count > 1 ? `${field} ×${count}` : field)).join(', ')
      const sum = title > 0 ? `(${figure(text)} + ${figure(title)} in the title)` : figure(text)
      return `   ${figure(weight * (text + title)).padStart(8)}  ${term}: ${figure(weight)} × ${sum}; ${inFields}`
    }),
    `   ${figure(feedback).padStart(8)}  terms that the best talks share`,
    `   ${figure(proximity).padStart(8)}  words of the question near each other`,
    `   ${figure(names).padStart(8)}  title, speakers and tags that the question says`,
    ...(lead === 0
      ? []
      : [`   ${figure(lead).padStart(8)}  first, because better ranked talks cover far less`]),
    ...(bestPart === 0 ? [] : [`   ${figure(bestPart).padStart(8)}  ranked by the best part of a long note`]),
    `   coverage ${figure(coverage)}${anchoredShare < 1 ? ` (× ${figure(anchoredShare)}: only said in passing)` : ''} =`,
    ...concepts.map(
      ({ word, information, certainty }) =>
        `   ${figure(certainty * 100).padStart(8)} % of ${figure(information)} for ${word}`,
    ),
  ]
}

function figure(value: number): string {
  return String(Math.round(value * 100) / 100)
}
