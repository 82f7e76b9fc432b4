import { type AnswerShape, isListItem, leadOf } from '../../answers/answer-shape.ts'
import { describeSlots } from '../../answers/describe-slot.ts'
import { shownPlace } from '../../notes/format-problem.ts'
import type { Talk } from '../../notes/talk.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import type { Quotation } from '../../search/snippet/quotation.ts'
import type { Range } from '../../text/range.ts'
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

/** A talk in a list: what it is called and by whom, how its summary begins, or else its notes, and where that stands in the notes. */
export function formatListed(result: SearchResult, number: number): string {
  const { title, speakers, event } = result.talk
  const names = speakers.map(({ name }) => name).join(', ')
  const name = [title, names, event.name].filter((part) => part !== '').join(' · ')
  const indent = ' '.repeat(String(number).length + 2)
  const { text, pieces, file, line } = leadOf(result, 'summary', columns)
  return [
    `${number}. ${name}`,
    ...(text === '' ? [] : [indent + firstLineInColumns(text)]),
    indent + shownPlace({ file, line: pieces[0]?.line ?? line }),
  ].join('\n')
}

function firstLineInColumns(text: string): string {
  const first = text.split('\n')[0]!
  const [[start, end]] = wrapped(first, columns) as [readonly [number, number]]
  return end < first.length ? `${first.slice(start, end)}…` : first
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
  const { speakers, event, kind } = talk
  const names = speakers.map(({ name, handle }) => (handle && handle !== name ? `${name} (${handle})` : name))
  const when = isDated ? describeSlots(talk) : ''
  return [names.join(', '), event.name, when, kind].filter((part) => part !== '').join(' · ')
}
