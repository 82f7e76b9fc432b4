import type { types } from '@slack/bolt'
import type { Talk, TalkKind } from '../../notes/talk.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import type { Quotation } from '../../search/snippet/quotation.ts'
import { fullNotesButton, moreLikeThisButton } from './buttons.ts'
import { type Excerpt, excerpt } from './excerpt.ts'
import { fitLine } from './fit.ts'
import { footnote } from './message.ts'
import {
  bold,
  bullets,
  highlighted,
  type Inline,
  italic,
  joined,
  link,
  plain,
  quote,
  richText,
  section,
} from './rich-text.ts'

/** How much of each talk to show: lengths in UTF-16 units, the rest in items. */
export interface Detail {
  readonly passage: number
  readonly links: number
  readonly followUps: number
}

/** One talk of an answer: title and byline, the passage that answers, links, follow-ups, the place in the notes, buttons. */
export function buildTalkBlocks(
  { talk, quote: quoteTalk }: SearchResult,
  detail: Detail,
  reason = '',
): readonly types.KnownBlock[] {
  const passage = quoteTalk(detail.passage)
  const shown = excerpt(quotable(talk, passage), detail.passage)
  const links = shownLinks(talk, detail.links)
  const followUps = talk.followUps.slice(0, detail.followUps).map((item) => followUp(item, 160))
  return [
    ...richText(
      section(bold(fitLine(talk.title, 150)), plain(`\n${byline(talk)}`)),
      section(italic(reason)),
      quote(...highlighted(shown.text, shown.highlights)),
      section(...links),
      section(italic(followUps.length > 0 ? 'To follow up:' : '')),
      bullets(followUps),
    ),
    { type: 'actions', elements: [fullNotesButton(talk), moreLikeThisButton(talk)] },
    ...footnote(place(talk, passage)),
  ]
}

/** Who, where and what kind, e.g. `Adam Hitchcock (@NorthIsUp) · EuroPython 2012 · talk`. */
export function byline(talk: Talk): string {
  const speakers = talk.speakers.map(({ name, handle }) => (handle ? `${name} (${handle})` : name)).join(', ')
  const parts = [fitLine(speakers, 120), fitLine(talk.event.name, 60), kindNames[talk.kind]]
  return parts.filter((part) => part !== '').join(' · ')
}

const kindNames: Readonly<Record<TalkKind, string>> = {
  keynote: 'keynote',
  talk: 'talk',
  lightning: 'lightning talk',
  notes: 'notes',
}

/** The text, and the address as a link named for its host. */
export function followUp({ text, url }: Talk['followUps'][number], max: number): readonly Inline[] {
  const words = plain(fitLine(text, max))
  return url === undefined || !URL.canParse(url)
    ? [words]
    : [words, plain(' '), link(url, new URL(url).host || url)]
}

/** A title, a name or a tag stands in the lines above already: there the summary says more. */
const partsAboutATalk = ['title', 'speakers', 'tags', 'links', 'followUps']

function quotable(talk: Talk, passage: Quotation): Excerpt {
  const useless = partsAboutATalk.includes(passage.section) || passage.text.trim() === ''
  return useless ? { text: talk.summary.text, highlights: [] } : passage
}

function shownLinks(talk: Talk, max: number): readonly Inline[] {
  const links = talk.links.slice(0, max).map(({ title, url }) => link(url, fitLine(title, 60)))
  const hidden = talk.links.length - links.length
  return joined(
    hidden > 0 && links.length > 0 ? [...links, plain(`${hidden} more in the full notes`)] : links,
    ' · ',
  )
}

/** `file:line` of what is quoted. */
function place(talk: Talk, passage: Quotation): string {
  const shortened = talk.file.length > 200 ? `…${talk.file.slice(-200)}` : talk.file
  const line = partsAboutATalk.includes(passage.section) ? talk.summary.line : passage.line
  return `${shortened}:${line}`
}
