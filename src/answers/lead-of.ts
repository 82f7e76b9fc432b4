import type { Talk } from '../notes/talk.ts'
import { sentencesOf } from '../search/analysis/sentences.ts'
import type { SearchResult } from '../search/search-engine.ts'
import type { Quotation } from '../search/snippet/quotation.ts'
import type { AnswerShape } from './answer-shape.ts'

/**
 * What of a talk answers a question of this form, in whole sentences of at most so many UTF-16 units, or one that is longer.
 * A title, a name or a tag says no more than the source line does: there the summary answers.
 */
export function leadOf({ talk, quote }: SearchResult, form: AnswerShape['form'], max: number): Quotation {
  if (form === 'summary') return summaryOf(talk, max)
  const quotation = quote(max)
  const isAboutTalk = partsAboutATalk.includes(quotation.section) || quotation.text.trim() === ''
  return isAboutTalk ? summaryOf(talk, max) : quotation
}

const partsAboutATalk = ['title', 'speakers', 'tags', 'links', 'followUps']

/** As many of the summary's first sentences as there is room for, at least one. */
export function summaryOf({ summary, language, file }: Talk, max: number): Quotation {
  const ends = sentencesOf(summary.text, language).map(([, end]) => end)
  const text = summary.text.slice(0, ends.findLast((end) => end <= max) ?? ends[0] ?? 0)
  const { line } = summary
  const pieces = [{ range: [0, text.length], form: 'paragraph', line }] as const
  return { text, pieces, highlights: [], file, line, section: 'summary' }
}

/** Whether a piece of a quotation is one of a list: beside another item, or after what introduces it. Alone it is a sentence. */
export function isListItem({ text, pieces }: Pick<Quotation, 'text' | 'pieces'>, index: number): boolean {
  const [before, piece, after] = [pieces[index - 1], pieces[index], pieces[index + 1]]
  if (piece?.form !== 'bullet') return false
  return (
    [before, after].some((other) => other?.form === 'bullet') ||
    /:\s*$/.test(text.slice(...(before?.range ?? [0, 0])))
  )
}
