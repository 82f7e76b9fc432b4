import type { types } from '@slack/bolt'
import { harmless } from '../../text/fold.ts'
import type { Range } from '../../text/range.ts'
import { madeOnce } from '../../text/remembering.ts'
import { webAddressesIn } from '../../text/web-address.ts'
import { limits } from './limits.ts'

/** What Hallway says in one message. */
export interface Message {
  /** What notifications and screen readers read instead of the blocks; mrkdwn. */
  readonly text: string
  readonly blocks: types.KnownBlock[]
  readonly unfurl_links: false
  readonly unfurl_media: false
}

/** A message whose fallback is the given plain text. */
export function buildMessage(fallback: string, blocks: readonly types.KnownBlock[]): Message {
  return {
    text: escapeMrkdwn(fitLine(fallback, 300)),
    blocks: [...blocks],
    unfurl_links: false,
    unfurl_media: false,
  }
}

/** A message of one or more plain sentences. */
export function sentence(text: string): Message {
  return buildMessage(text, [{ type: 'section', text: asPlainText(fitLine(text, 1_000)) }])
}

/** A message of our own words, in which `…` is something to type. */
export function instruction(text: string): Message {
  return buildMessage(text, richTextBlocks(sectionElement(...withCode(text))))
}

/** Text that Slack shows as it is: neither marks nor names of emoji mean anything in it. */
export const asPlainText = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text,
  emoji: false,
})

/** A small grey line. */
export function footnote(text: string): readonly types.ContextBlock[] {
  const line = fitLine(text, 600)
  return line === '' ? [] : [{ type: 'context', elements: [asPlainText(line)] }]
}

/** Sentences above an answer, on how the question was read. */
export function noticeBlocks(notices: readonly string[]): readonly types.KnownBlock[] {
  const lines = notices.slice(0, 5).map((text) => [plainElement(fitLine(text, 200))])
  return lines.length < 2
    ? richTextBlocks(sectionElement(...(lines[0] ?? [])))
    : richTextBlocks(bullets(lines))
}

/** Who asked what, above an answer that was shared. */
export function sharedLine(question: string, userId: string | undefined): readonly types.KnownBlock[] {
  if (userId === undefined) return []
  return richTextBlocks(
    sectionElement(user(userId), plainElement(' asked Hallway: '), boldElement(fitLine(question, 300))),
  )
}

/**
 * Makes any text safe in a mrkdwn field: it can neither mention nor link. What notes and people wrote is shown in rich_text and
 * plain_text elements, which need no escaping.
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * rich_text is how Hallway shows what others wrote: its text elements are shown as they are, so that no `*`, `_`,
 * backtick or `<!channel>` in a note means anything, and bold may start in the middle of a word.
 */
export type Inline =
  | types.RichTextText
  | types.RichTextLink
  | types.RichTextUserMention
  | types.RichTextChannelMention

export function plainElement(text: string): Inline {
  return { type: 'text', text: harmless(text) }
}

export function boldElement(text: string): Inline {
  return { type: 'text', text: harmless(text), style: { bold: true } }
}

export function codeElement(text: string): Inline {
  return { type: 'text', text: harmless(text), style: { code: true } }
}

function user(userId: string): Inline {
  return { type: 'user', user_id: userId }
}

export function channelElement(channelId: string): Inline {
  return { type: 'channel', channel_id: channelId }
}

/**
 * A named link; only the name if the address is not one that Slack opens. Marks of direction, which come along with addresses that
 * are pasted, are no part of it.
 */
export function linkElement(given: string, name: string): Inline {
  const url = harmless(given)
  const text = fitLine(name, limits.buttonText)
  return isOpenedBySlack(url)
    ? { type: 'link', url, text: text === '' ? fitLine(url, limits.buttonText) : text }
    : plainElement(text)
}

function isOpenedBySlack(url: string): boolean {
  return url.length <= limits.url && /^https?:\/\/[^\s<>|]+$/i.test(url) && URL.canParse(url)
}

/** The text with its web addresses as links, and in bold the given ranges (sorted, apart) that lie in none. */
export function highlighted(text: string, ranges: readonly Range[]): readonly Inline[] {
  const links = linkedRanges(text)
  const isLinked = ([start, end]: Range) => links.some(([from, to]) => start < to && from < end)
  // Most texts have no address.
  const marked =
    links.length === 0
      ? ranges
      : [...links, ...ranges.filter((range) => !isLinked(range))].sort((one, other) => one[0] - other[0])
  const elements: Inline[] = []
  let from = 0
  for (const range of marked) {
    const element = links.includes(range) ? addressElement : boldElement
    elements.push(plainElement(text.slice(from, range[0])), element(text.slice(range[0], range[1])))
    from = range[1]
  }
  elements.push(plainElement(text.slice(from)))
  return elements
}

/** The text with its web addresses as links. */
export const linkified = (text: string): readonly Inline[] => highlighted(text, [])

const addressElement = (url: string): Inline => ({ type: 'link', url })

/** The addresses in a text that lead somewhere: one that was cut does not. */
function linkedRanges(text: string): readonly Range[] {
  if (!text.includes('://')) return []
  return webAddressesIn(text).filter(
    (range) => !/^\p{P}{0,9}…/u.test(text.slice(range[1])) && isOpenedBySlack(text.slice(...range)),
  )
}

/** Our own words, with what stands between backticks as code. */
export function withCode(text: string): readonly Inline[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? codeElement(piece) : plainElement(piece)))
}

/** The parts that say something, with dots between them. */
export const withDots = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ')

/** The elements with dots between them. */
export function interspersed(elements: readonly Inline[]): readonly Inline[] {
  return elements.flatMap((element, index) => (index === 0 ? [element] : [plainElement(' · '), element]))
}

export function sectionElement(...elements: readonly Inline[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: elements.filter(isShown) }
}

export function preformatted(text: string): types.RichTextPreformatted {
  return { type: 'rich_text_preformatted', elements: text === '' ? [] : [{ type: 'text', text }] }
}

export function bullets(items: readonly (readonly Inline[])[], indent = 0): types.RichTextList {
  const sections = items.map((item) => sectionElement(...item)).filter(hasElements)
  return { type: 'rich_text_list', style: 'bullet', indent, elements: sections }
}

/** One block of all the parts that show anything; none if nothing does, since Slack refuses empty ones. */
export function richTextBlocks(
  ...parts: readonly types.RichTextBlockElement[]
): readonly types.RichTextBlock[] {
  const elements = parts.filter(hasElements)
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }]
}

function isShown(element: Inline): boolean {
  return element.type !== 'text' || element.text !== ''
}

function hasElements(part: types.RichTextBlockElement): boolean {
  return part.elements.length > 0
}

const graphemes = madeOnce(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/** How far past the limit to look, so as to see all of a character that crosses it. */
const lookahead = 64

/** Of what can be built, from generous to bare, the first that is not too long for Slack; the last if all are. */
export function firstThatFits<Detail>(
  details: readonly Detail[],
  build: (detail: Detail) => readonly types.KnownBlock[],
): readonly types.KnownBlock[] {
  let blocks: readonly types.KnownBlock[] = []
  for (const detail of details) {
    blocks = build(detail)
    if (JSON.stringify(blocks).length <= limits.messageSize) break
  }
  return blocks
}

/**
 * The text in at most `max` UTF-16 units: cut between words if there is a border in the last third, else between
 * characters as people see them, with `…` if something was cut.
 *
 * @example fitText('Making DISQUS Realtime', 15) // => 'Making DISQUS…'
 */
export function fitText(text: string, max: number): string {
  return cutText(printable(text), max)
}

/** As `fitText`, of a printable text. */
const cutText = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, border(text, max - 1)).trimEnd()}…`

/** A run of white space, unless it is a single space. */
const otherThanOneSpace = /[^\S ]\s*| \s+/gu

const isOneLine = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** As `fitText`, with line breaks and runs of white space made into single spaces. */
export function fitLine(text: string, max: number): string {
  // Most texts are ASCII with single spaces, and need no more work.
  const line = isOneLine.test(text) ? text : printable(text).replace(otherThanOneSpace, ' ').trim()
  return cutText(line, max)
}

/** The whole text in pieces of at most `max` units, cut as `fitText` does. */
export function splitText(text: string, max: number): readonly string[] {
  const pieces: string[] = []
  let rest = printable(text)
  while (rest.length > max) {
    // A character that is longer than a piece is cut apart, or this would never end.
    const at = border(rest, max) || codePointBorder(rest, max)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest === '' ? pieces : [...pieces, rest]
}

/** The nearest index at or before `index` that does not stand inside a character as people see it. */
export function characterBorder(text: string, index: number): number {
  if (index <= 0) return 0
  if (index >= text.length) return text.length
  // Between two ASCII characters one may always cut.
  if (/^[ -~]{2}$/.test(text.slice(index - 1, index + 1))) return index
  const from = Math.max(0, index - 512)
  let last = from
  for (const { index: at } of graphemes().segment(text.slice(from, index + lookahead))) {
    if (from + at > index) break
    last = from + at
  }
  return last > from ? last : codePointBorder(text, index)
}

/** Without lone surrogates, which no client shows, and what a client or reader might obey. */
function printable(text: string): string {
  return harmless(text.toWellFormed())
}

/** Where to cut, at `max` or before; 0 if not even the first character fits. */
function border(text: string, max: number): number {
  const character = characterBorder(text, max)
  if (/\s/.test(text.charAt(character))) return character
  const lastThird = Math.floor((character * 2) / 3) + 1
  const space = text.slice(lastThird, character).search(/\s\S*$/u)
  return space < 0 ? character : lastThird + space + 1
}

function codePointBorder(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index
}
