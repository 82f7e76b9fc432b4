import type { Answer, Answered } from '../../answers/answer.ts'
import type { Facet } from '../../search/filter/facets.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import { amountOf } from '../../text/amount-of.ts'
import { formatExplanation } from './format-explanation.ts'
import { formatListing } from './format-listing.ts'
import { columns, formatLead, formatListed } from './format-talk.ts'
import { pointAt } from './point-at.ts'

export interface AnswerFormat {
  /** How many talks a page has. */
  readonly limit: number
  /** Whether the question's words are shown in bold, as terminals can. */
  readonly isBold: boolean
  /** Whether all talks of the page are listed, not only those that fit nearly as well as the first. */
  readonly isWholePage: boolean
}

/** An answer as the terminal shows it: the sentences that answer, where they are from, and the other talks, a line each. */
export function formatAnswer(answer: Answer, format: AnswerFormat): string {
  if (answer.kind === 'listing') return formatListing(answer)
  const blocks = [
    ...answer.notices.map((notice) => pointAt(answer.question, notice, columns)),
    ...(answer.kind === 'none' ? [] : headLines(answer)),
    ...(answer.explanation ? [answer.explanation] : []),
    ...(answer.kind === 'none' ? [] : talkLines(answer, format)),
    ...(answer.suggestions.length > 0 ? [answer.suggestions.join('\n')] : []),
    ...(answer.kind === 'none' ? [] : footLines(answer, format)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function talkLines(answer: Answered, format: AnswerFormat): string[] {
  const { shape, offset } = answer
  const shown = shownOf(answer, format)
  const listed = shown.map((result, index) => {
    const text = formatListed(result, offset + index + 1)
    return [text, ...formatExplanation(result)].join('\n')
  })
  const [first] = shown
  if (shape.form === 'talks' || first === undefined) return listed
  const isNear = shape.form === 'passage' && answer.reason !== 'near' && first.evidence().isByMeaning
  const lead = [
    ...(isNear ? ['Close in meaning to your question:\n'] : []),
    formatLead(first, shape.form, format.isBold),
    ...formatExplanation(first),
  ].join('\n')
  return listed.length === 1 ? [lead] : [lead, 'Also:', ...listed.slice(1)]
}

function shownOf({ results, shape }: Answered, { isWholePage }: AnswerFormat): readonly SearchResult[] {
  return isWholePage ? results : results.slice(0, shape.shown)
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

function footLines(answer: Answered, format: AnswerFormat): string[] {
  const { total, offset, facets, corpusVersion } = answer
  const { limit, isWholePage } = format
  const counted = facets.filter(({ values }) => values.length > 0).map(formatFacet)
  const more = total - offset - shownOf(answer, format).length
  const next = isWholePage
    ? `(--page ${Math.floor(offset / limit) + 2} --corpus-version ${corpusVersion})`
    : `(--limit ${Math.min(total, 10)})`
  const matches = amountOf(more, 'more talk matches', 'more talks match')
  return [...(counted.length > 0 ? [counted.join('\n')] : []), ...(more > 0 ? [`${matches} ${next}.`] : [])]
}

function formatFacet({ values }: Facet): string {
  return values.map(({ filter, count }) => `${filter} (${count})`).join('  ')
}
