import { type AnswerShape, isListItem, leadOf } from '../answers/answer-shape.ts'
import { describeSlots } from '../answers/describe-slot.ts'
import { shownPlace } from '../notes/format-problem.ts'
import type { Talk } from '../notes/talk.ts'
import type { SearchResult } from '../search/search-engine.ts'
import type { Quotation } from '../search/snippet/quotation.ts'
import type { Range } from '../text/range.ts'
import { withBold, wrapped } from './terminal-text.ts'

/** How many columns text may have, indents not counted. */
export const columns = 96

/** How much of a talk is quoted, in UTF-16 units: what reads well at once. */
export const quotationLength = 400

/** The sentences that answer, then where they are from and what can be followed. */
export function formatLead(result: SearchResult, form: AnswerShape['form'], isBold: boolean): string {
  const { talk } = result
  const lead = leadOf(result, form, quotationLength)
  return [
    ...(lead.text === '' ? [] : [formatQuotation(lead, isBold)]),
    [`   ${talk.title}`, `   ${byline(talk)}`, `   ${shownPlace(lead)}`].join('\n'),
    ...followLines(talk),
  ].join('\n\n')
}

/** A talk in a list: what it is called and by whom, a line of why or what, and its place in the notes. */
export function formatListed(result: SearchResult, number: number, line: string): string {
  const { title, speakers, event, file, summary } = result.talk
  const names = speakers.map(({ name }) => name).join(', ')
  const name = [title, names, event.name].filter((part) => part !== '').join(' · ')
  const indent = ' '.repeat(String(number).length + 2)
  return [
    `${number}. ${name}`,
    ...(line === '' ? [] : [indent + line]),
    indent + shownPlace({ file, line: summary.line }),
  ].join('\n')
}

/** A talk beside another one, whole: why it is shown, its passage, links, follow-ups and place in the notes. */
export function formatTalk(
  { talk, quote }: SearchResult,
  { place, isBold, reason }: { readonly place: number; readonly isBold: boolean; readonly reason: string },
): string {
  const quotation = quote(quotationLength)
  return [
    [`${place}. ${talk.title}`, `   ${byline(talk)}`, ...(reason === '' ? [] : [`   ${reason}`])].join('\n'),
    ...(quotation.text === talk.title ? [] : [formatQuotation(quotation, isBold, '   ')]),
    ...followLines(talk),
    `   ${shownPlace(quotation)}`,
  ].join('\n\n')
}

/** How the summary of a talk begins, or else its notes. */
export function summaryInColumns(result: SearchResult): string {
  const text = leadOf(result, 'summary', columns).text.split('\n')[0]!
  const [[start, end]] = wrapped(text, columns) as [readonly [number, number]]
  return end < text.length ? `${text.slice(start, end)}…` : text
}

/** Its pieces, the items of a list below each other, and others apart. */
function formatQuotation(quotation: Quotation, isBold: boolean, indent = ''): string {
  const { text, highlights, pieces } = quotation
  return pieces
    .map(({ range: [start, end], form }, index) => {
      const piece = text.slice(start, end)
      const bold = isBold ? highlights.map(([from, to]): Range => [from - start, to - start]) : []
      const isItem = isListItem(quotation, index)
      const [first, others] = isItem ? ['- ', '  '] : form === 'code' ? ['    ', '    '] : ['', '']
      const lines = wrapped(piece, columns - 1 - first.length).map(
        (line, at) => indent + (at === 0 ? first : others) + withBold(piece, line, bold),
      )
      const isApart = index > 0 && isItem !== isListItem(quotation, index - 1)
      return (isApart ? '\n' : '') + lines.join('\n')
    })
    .join('\n')
}

function followLines(talk: Talk): readonly string[] {
  const links = talk.links.map((link) => `   ${link.title}: ${link.url}`)
  const followUps = talk.followUps.map((item) => `   → ${item.text}${item.url ? ` (${item.url})` : ''}`)
  return [links, followUps].filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
}

export function byline(talk: Talk, isDated = true): string {
  const { speakers, event, date = '', kind } = talk
  const names = speakers.map(({ name, handle }) => (handle && handle !== name ? `${name} (${handle})` : name))
  const when = isDated ? describeSlots(talk) || date : ''
  return [names.join(', '), event.name, when, kind].filter((part) => part !== '').join(' · ')
}
