import type { Talk } from '../notes/talk.ts'
import type { SearchResult } from '../search/search-engine.ts'
import { withBold, wrapped } from './terminal-text.ts'

/** How many columns text may have, the indent of talks not counted. */
export const columns = 96

/** How much of a talk is quoted, in UTF-16 units: what reads well at once. */
export const quotationLength = 400

export interface TalkFormat {
  /** Where the talk stands among all, from 1. */
  readonly place: number
  /** Whether the question's words are shown in bold, as terminals can. */
  readonly isBold: boolean
  /** Why the talk is shown, where that needs saying. */
  readonly reason?: string
}

/** A talk with its passage, links, follow-ups and place in the notes. */
export function formatTalk(
  { talk, quote }: SearchResult,
  { place, isBold, reason = '' }: TalkFormat,
): string {
  const { text, highlights, file, line } = quote(quotationLength)
  const quoted = wrapped(text, columns - 1).map(
    (range) => `   ${withBold(text, range, isBold ? highlights : [])}`,
  )
  const links = talk.links.map((link) => `   ${link.title}: ${link.url}`)
  const followUps = talk.followUps.map((item) => `   → ${item.text}${item.url ? ` (${item.url})` : ''}`)
  const groups = [
    [`${place}. ${talk.title}`, `   ${byline(talk)}`, ...(reason === '' ? [] : [`   ${reason}`])],
    quoted,
    links,
    followUps,
    [`   ${file}:${line}`],
  ]
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.join('\n'))
    .join('\n\n')
}

export function byline({ speakers, event, date = '', kind }: Talk): string {
  const names = speakers.map(({ name, handle }) => (handle && handle !== name ? `${name} (${handle})` : name))
  return [names.join(', '), event.name, date, kind].filter((part) => part !== '').join(' · ')
}
