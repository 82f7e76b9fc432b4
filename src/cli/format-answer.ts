import type { Answer, Answered } from '../answers/answer.ts'
import type { Facet } from '../search/filter/facets.ts'
import { formatExplanation } from './format-explanation.ts'
import { formatListing } from './format-listing.ts'
import { columns, formatTalk } from './format-talk.ts'
import { pointAt } from './point-at.ts'

export interface AnswerFormat {
  /** How many talks a page has. */
  readonly limit: number
  /** Whether the question's words are shown in bold, as terminals can. */
  readonly isBold: boolean
}

/** An answer as the terminal shows it: each talk with its passage, links, follow-ups and place. */
export function formatAnswer(answer: Answer, { limit, isBold }: AnswerFormat): string {
  if (answer.kind === 'listing') return formatListing(answer)
  const offset = answer.kind === 'none' ? 0 : answer.offset
  const blocks = [
    ...answer.notices.map((notice) => pointAt(answer.question, notice, columns)),
    ...(answer.kind === 'none' ? [] : headLines(answer)),
    ...(answer.explanation ? [answer.explanation] : []),
    ...answer.results.map((result, index) =>
      [formatTalk(result, { place: offset + index + 1, isBold }), ...formatExplanation(result)].join('\n'),
    ),
    ...(answer.suggestions.length > 0 ? [answer.suggestions.join('\n')] : []),
    ...(answer.kind === 'none' ? [] : footLines(answer, limit)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function headLines({ didYouMean, isStartedAgain, isPartial }: Answered): string[] {
  const lines: string[] = []
  if (isStartedAgain)
    lines.push('The notes have changed since the page before, so this is the first page again.')
  if (didYouMean?.isAnswered) lines.push(`Showing results for: ${didYouMean.question}`)
  else if (didYouMean) lines.push(`Did you mean: ${didYouMean.question}`)
  if (isPartial) lines.push('This took too long, so better talks may be missing.')
  return lines
}

function footLines({ total, offset, results, facets, corpusVersion }: Answered, limit: number): string[] {
  const counted = facets.filter(({ values }) => values.length > 0).map(formatFacet)
  const more = total - offset - results.length
  const next = `(--page ${Math.floor(offset / limit) + 2} --corpus-version ${corpusVersion})`
  const matches = more === 1 ? '1 more talk matches' : `${more} more talks match`
  return [...(counted.length > 0 ? [counted.join('\n')] : []), ...(more > 0 ? [`${matches} ${next}.`] : [])]
}

function formatFacet({ values }: Facet): string {
  return values.map(({ filter, count }) => `${filter} (${count})`).join('  ')
}
