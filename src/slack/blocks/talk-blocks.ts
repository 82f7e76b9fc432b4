import type { types } from '@slack/bolt'
import { isListItem, leadOf } from '../../answers/answer-shape.ts'
import { describeSlots } from '../../answers/describe-slot.ts'
import type { Link, LinkKind, Talk } from '../../notes/talk.ts'
import { stem } from '../../search/analysis/stem.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import type { Quotation } from '../../search/snippet/quotation.ts'
import { fold } from '../../text/fold.ts'
import type { Range } from '../../text/range.ts'
import { rememberingOf } from '../../text/remembering.ts'
import { buttonRow, fullNotesButton, moreLikeThisButton } from './buttons-and-values.ts'
import {
  asPlainText,
  boldElement,
  bullets,
  characterBorder,
  escapeMrkdwn,
  fitLine,
  fitText,
  highlighted,
  type Inline,
  interspersed,
  linkElement,
  plainElement,
  preformatted,
  richTextBlocks,
  sectionElement,
  withDots,
} from './message.ts'
import type { NotesUrl } from './notes-url.ts'

/** How many lines of code are shown; more are in the full notes. */
const maxCodeLines = 6

/**
 * What a note says, in the size of speech, with the question's words in bold: as many pieces as `max` UTF-16 units have
 * room for, and the first one cut if it alone is longer.
 */
export function passageBlocks(quotation: Quotation, max: number): readonly types.KnownBlock[] {
  const fitting = quotation.pieces.filter(({ range: [, end] }) => end <= max)
  const shown = { ...quotation, pieces: fitting.length > 0 ? fitting : quotation.pieces.slice(0, 1) }
  const parts: types.RichTextBlockElement[] = []
  shown.pieces.forEach(({ range, form }, index) => {
    const [start, end] = range
    const last = parts.at(-1)
    if (form === 'code')
      parts.push(preformatted(cutCode(shown.text.slice(start, end), inside(shown, range), max)))
    else if (!isListItem(shown, index)) parts.push(sectionElement(...words(shown, range, max)))
    else if (last?.type === 'rich_text_list') last.elements.push(sectionElement(...words(shown, range, max)))
    else parts.push(bullets([words(shown, range, max)]))
  })
  return richTextBlocks(...parts)
}

function words({ text, highlights }: Quotation, [start, end]: Range, max: number): readonly Inline[] {
  const piece = text.slice(start, end).trimEnd()
  const cut = excerpt({ text: piece, highlights: inside({ highlights }, [start, start + piece.length]) }, max)
  return highlighted(cut.text, cut.highlights)
}

/** The highlights of a piece, by their places in it. */
function inside({ highlights }: Pick<Quotation, 'highlights'>, [start, end]: Range): Range[] {
  return highlights
    .map(([from, to]): Range => [Math.max(from - start, 0), Math.min(to, end) - start])
    .filter(([from, to]) => from < to)
}

/** Whole lines, if there is more than one: from a little before the first that has words of the question. */
function cutCode(code: string, highlights: readonly Range[], max: number): string {
  const lines = code.trimEnd().split('\n')
  if (isTable(lines) && (lines.length > maxCodeLines || code.length > max))
    return cutTable(lines, highlights, max)
  const [first] = highlights
  const wanted = first === undefined ? 0 : code.slice(0, first[0]).split('\n').length - 1
  const isInReach = lines.slice(0, wanted + 1).join('\n').length <= max && wanted < maxCodeLines
  const from = isInReach ? 0 : Math.max(0, wanted - 1)
  const few = lines.slice(from, from + maxCodeLines)
  while (few.length > 1 && few.join('\n').length > max) few.pop()
  const whole = fitText(few.join('\n'), max)
  return `${from > 0 ? '…\n' : ''}${whole}${from + few.length < lines.length ? '\n…' : ''}`
}

/** Rows of cells with a bar between them, as many in each. */
function isTable(rows: readonly string[]): boolean {
  const [first, ...others] = rows.map((row) => row.match(/ \|(?= |$)/g)?.length ?? 0)
  return first! > 0 && others.every((count) => count === first)
}

/**
 * Its header, and in their order all rows if there is room for them without what fills their cells up, or else those that have most
 * words of the question.
 */
function cutTable(rows: readonly string[], highlights: readonly Range[], max: number): string {
  let end = 0
  let counted = 0
  const read = rows.map((row, place) => {
    end += row.length + 1
    const before = counted
    while (counted < highlights.length && highlights[counted]![0] < end) counted++
    return { row: row.replace(/(?<! ) +(?= \|)/g, ''), place, found: counted - before }
  })
  const [header, ...others] = read
  const best = others.toSorted((a, b) => b.found - a.found)
  const asked = best.filter(({ found }) => found > 0 || best[0]!.found === 0).slice(0, maxCodeLines - 1)
  const lengthOf = (shown: readonly { readonly row: string }[]) =>
    shown.reduce((sum, { row }) => sum + row.length + 1, 0)
  const wanted = rows.length <= maxCodeLines && lengthOf(read) <= max ? others : asked
  while (wanted.length > 1 && lengthOf([header!, ...wanted]) > max) wanted.pop()
  const shown = [header!, ...wanted.sort((a, b) => a.place - b.place)]
  return shown
    .map(({ row, place }, at) => {
      const next = shown[at + 1]?.place ?? rows.length
      return fitText(row, max) + (next > place + 1 ? '\n…' : '')
    })
    .join('\n')
}

/** A passage to show, whose highlights stand on words of the question. */
interface Excerpt {
  readonly text: string
  readonly highlights: readonly Range[]
}

/** More than these in one passage are no help to the eye. */
const maxHighlights = 12

/** How much is kept before the first highlight, so that it can be understood. */
const leadIn = 80

/**
 * At most `max` UTF-16 units of a quotation, which has whole sentences: if one sentence alone is too long, it is cut
 * between words, with `…`, from a little before the first highlight on. `highlights` must be sorted and apart.
 */
export function excerpt({ text, highlights }: Excerpt, max: number): Excerpt {
  const start = text.length <= max ? 0 : startFor(text, highlights[0]?.[0] ?? 0, max)
  const lead = start === 0 ? '' : '…'
  const rest = text.slice(start)
  const shown = lead + fitText(rest, max - lead.length)
  const end = shown.length - (shown.endsWith('…') && shown.length - lead.length < rest.length ? 1 : 0)
  const shift = lead.length - start
  return {
    text: shown,
    highlights: highlights
      .map(([from, to]): Range => [from + shift, Math.min(to + shift, end)])
      .filter(([from, to]) => from >= lead.length && from < to)
      .slice(0, maxHighlights),
  }
}

function startFor(text: string, highlight: number, max: number): number {
  if (highlight < max / 2) return 0
  const latest = Math.max(0, text.length - max + 1)
  const wanted = Math.min(highlight - leadIn, latest)
  const space = text.indexOf(' ', wanted)
  const start = space >= 0 && space < highlight ? space + 1 : wanted
  return characterBorder(text, start)
}

/**
 * Where the words above are from, in one small line: `Kivy · EuroPython 2012 · kivy.md:28`.
 * @param notesUrl where the notes can be read; without it the place is plain
 */
export function sourceLine(talk: Talk, line: number, notesUrl: NotesUrl | undefined): types.ContextBlock {
  const whose = whoseLine(talk)
  const place = shortPlace(talk.file, line)
  const url = notesUrl?.(talk.file, line)
  if (url === undefined) return { type: 'context', elements: [asPlainText(`${whose} · ${place}`)] }
  return {
    type: 'context',
    elements: [asPlainText(whose), { type: 'mrkdwn', text: `<${url}|${escapeMrkdwn(place)}>` }],
  }
}

const whoseLine = rememberingOf((talk: Talk) =>
  withDots(fitLine(talk.title, 150), speakerNames(talk), fitLine(talk.event.name, 60), whenLine(talk)),
)

/** When and where it is given; empty if the notes tell nothing of it. */
export function whenLine(talk: Talk): string {
  return (talk.date ?? talk.starts ?? talk.room ?? talk.again) === undefined
    ? ''
    : fitLine(describeSlots(talk), 90)
}

/** `file:line` without the folders and Notion's number. A long name is cut at its beginning, which mostly repeats the title. */
function shortPlace(file: string, line: number): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/(?<=\S)[\s_-][0-9a-f]{32}(?=\.\w+$)/i, '')
  const place = fitLine(`${name}:${line}`, 300)
  return place.length <= maxPlace
    ? place
    : `…${place.slice(characterBorder(place, place.length - maxPlace + 1))}`
}

const maxPlace = 36

/** Two names at most, e.g. `Ada Pier, Tom Quay and 2 more`. */
export function speakerNames({ speakers }: Pick<Talk, 'speakers'>): string {
  const names = speakers.slice(0, 2).map(({ name }) => fitLine(name, 50))
  const more = speakers.length - names.length
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What can be followed, in one line: a link of each kind, and the first thing to follow up. */
export const followLine = rememberingOf(buildFollowLine)

function buildFollowLine(talk: Talk): readonly types.KnownBlock[] {
  const links = firstOfKinds(talk.links)
    .slice(0, maxLinks)
    .map((found) => linkElement(found.url, nameOf(found)))
  const [first] = talk.followUps
  const next = first === undefined ? [] : followUp(first, followUpLength)
  return richTextBlocks(
    sectionElement(
      ...interspersed(links),
      plainElement(next.length === 0 ? '' : links.length === 0 ? 'Next: ' : ' · Next: '),
      ...next,
    ),
  )
}

const maxLinks = 4
/** UTF-16 units of the first thing to follow up. */
const followUpLength = 48

/** The text, and the address as a link named for its host. */
export function followUp({ text, url }: Talk['followUps'][number], max: number): readonly Inline[] {
  const words = plainElement(fitLine(text, max))
  return url === undefined || !URL.canParse(url)
    ? [words]
    : [words, plainElement(' '), linkElement(url, new URL(url).host || url)]
}

/** In the order in which they are named. */
const kindNames: Readonly<Record<LinkKind, string>> = {
  video: 'Video',
  slides: 'Slides',
  code: 'Code',
  docs: 'Docs',
  site: 'Site',
}

function firstOfKinds(links: readonly Link[]): readonly Link[] {
  return Object.keys(kindNames).flatMap((kind) => links.find((other) => other.kind === kind) ?? [])
}

/** A site is named by its title, everything else by its kind. */
function nameOf({ kind, title }: Link): string {
  return (kind === 'site' && fitLine(title, 28)) || kindNames[kind]
}

/** A talk that is one line until somebody opens it. */
export interface TalkRow {
  readonly result: SearchResult
  /** Why it is shown, or what it is about. */
  readonly line: string
  readonly isOpen: boolean
}

const lineLength = 64
const reasonLength = 44
const openPassage = 420

/** A talk beside the one that answers, with what opens it at its side. */
export function besideBlocks(
  row: TalkRow,
  button: types.Button,
  notesUrl: NotesUrl | undefined,
): readonly types.KnownBlock[] {
  const { talk } = row.result
  const text = withDots(fitLine(talk.title, 150), speakerNames(talk), fitLine(row.line, reasonLength))
  return [{ type: 'section', text: asPlainText(text), accessory: button }, ...openBlocks(row, notesUrl)]
}

/** Talks one below the other, counted, so that the buttons below can name them. */
export function listBlocks(
  rows: readonly TalkRow[],
  { first, notesUrl }: { readonly first: number; readonly notesUrl: NotesUrl | undefined },
): readonly types.KnownBlock[] {
  return rows.flatMap((row, index) => {
    const { title } = row.result.talk
    const names = speakerNames(row.result.talk)
    return [
      ...richTextBlocks(
        sectionElement(
          boldElement(`${first + index}. ${fitLine(title, 150)}`),
          plainElement(names === '' ? '\n' : ` · ${names}\n`),
          plainElement(fitLine(row.line, lineLength)),
        ),
      ),
      ...openBlocks(row, notesUrl),
    ]
  })
}

/** An opened talk, shown as an answer shows its first one. */
function openBlocks(
  { result, isOpen }: TalkRow,
  notesUrl: NotesUrl | undefined,
): readonly types.KnownBlock[] {
  if (!isOpen) return []
  const { talk } = result
  const passage = leadOf(result, 'passage', openPassage)
  return [
    ...passageBlocks(passage, openPassage),
    sourceLine(talk, passage.line, notesUrl),
    ...followLine(talk),
    ...buttonRow([fullNotesButton(talk), moreLikeThisButton(talk)]),
  ]
}

/** The words of the question that its passage has; if it has hardly any, that it is near, or how its summary begins. */
export function whyListed(result: SearchResult): string {
  if (result.evidence().isByMeaning) return 'Close in meaning to your question'
  const { text, highlights } = leadOf(result, 'passage', openPassage)
  const marked = highlights.map(([start, end]) => text.slice(start, end))
  const terms = marked.map((word) => stem(fold(word), result.talk.language))
  // Several forms of one word are shown once, in the form that comes first.
  const words = marked.filter((_, at) => terms.indexOf(terms[at]!) === at)
  return words.length < 2 ? summaryInLine(result) : `On ${words.slice(0, 5).join(', ')}`
}

/** How its summary begins, or else its notes. */
export function summaryInLine(result: SearchResult): string {
  return leadOf(result, 'summary', lineLength).text.split('\n')[0]!
}
