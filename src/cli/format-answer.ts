import type { Answer, Answered } from '../answers/answer.ts'
import type { Talk } from '../notes/talk.ts'
import type { Facet } from '../search/facets.ts'
import type { Notice } from '../search/query.ts'
import type { SearchResult } from '../search/search-engine.ts'
import { formatExplanation } from './format-explanation.ts'

/** An answer as the terminal shows it: plain text, each talk with its passage, links, follow-ups and place. */
export function formatAnswer(answer: Answer): string {
  const blocks = [
    ...answer.notices.map((notice) => pointAt(answer.question, notice)),
    ...(answer.kind === 'none' ? [] : headLines(answer)),
    ...(answer.explanation ? [answer.explanation] : []),
    ...answer.results.map((result, place) => {
      const number = place + 1 + (answer.kind === 'none' ? 0 : answer.offset)
      return [formatResult(result, number), ...(result.explanation ? formatExplanation(result) : [])].join(
        '\n',
      )
    }),
    ...(answer.suggestions.length > 0 ? [answer.suggestions.join('\n')] : []),
    ...(answer.kind === 'none' ? [] : footLines(answer)),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The place in the question, underlined, and what is the matter with it. */
function pointAt(question: string, { start, end, message }: Notice): string {
  const shown = question.trim().replace(/\s/g, ' ')
  if (shown.length > width) return message
  return `  ${shown}\n  ${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))} ${message}`
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

function footLines({ total, offset, results, facets, corpusVersion }: Answered): string[] {
  const counted = facets.filter(({ values }) => values.length > 0).map(formatFacet)
  const more = total - offset - results.length
  const page = Math.floor(offset / results.length) + 2
  const next = `(--page ${page} --corpus-version ${corpusVersion})`
  const matches = more === 1 ? '1 more talk matches' : `${more} more talks match`
  return [...(counted.length > 0 ? [counted.join('\n')] : []), ...(more > 0 ? [`${matches} ${next}.`] : [])]
}

function formatFacet({ values }: Facet): string {
  return values.map(({ filter, count }) => `${filter} (${count})`).join('  ')
}

function formatResult({ talk, passage }: SearchResult, place: number): string {
  const lines = [`${place}. ${talk.title}`, `   ${byline(talk)}`, '', ...wrap(passage.text)]
  const links = talk.links.map((link) => `   ${link.title}: ${link.url}`)
  const followUps = talk.followUps.map(({ text, url }) => `   → ${text}${url ? ` (${url})` : ''}`)
  for (const group of [links, followUps]) if (group.length > 0) lines.push('', ...group)
  return [...lines, '', `   ${passage.file}:${passage.line}`].join('\n')
}

function byline({ speakers, event, date = '', kind }: Talk): string {
  const names = speakers.map(({ name, handle }) => (handle && handle !== name ? `${name} (${handle})` : name))
  return [names.join(', '), event.name, date, kind].filter((part) => part !== '').join(' · ')
}

const width = 96

function wrap(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = []
    let current = ''
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + word.length >= width) {
        lines.push(current)
        current = word
      } else current = current === '' ? word : `${current} ${word}`
    }
    return [...lines, current].map((wrapped) => `   ${wrapped}`)
  })
}
