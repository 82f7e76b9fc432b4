import type { Block } from '../../markup/block.ts'
import { flattenInline } from '../../markup/flatten-inline.ts'
import { readableText, readMarkup } from '../../markup/read-markup.ts'
import { languageTag } from '../../notes/foreign/words/language-tag.ts'
import { distinctLinks } from '../../notes/foreign/words/web-link.ts'
import { detailsTitle } from '../../notes/section.ts'
import type { Slot } from '../../notes/talk.ts'
import { contentHash, type TalkRecord } from '../../notes/talk-record.ts'
import { slotOf, slotsOf } from '../../notes/talk-slots.ts'
import { dateWithin } from '../talk/date-within.ts'
import type { ImportedTalk } from '../talk/imported-talk.ts'
import { cutSummary } from './cut-summary.ts'
import { shownTitle } from './shown-title.ts'
import { writeMarkdown } from './write-markdown.ts'

/** A paragraph shorter than this is rather a by-line or a label than the sentences that say what a talk is about. */
const minSummaryLength = 60

/** The record of an imported talk: everything made plain, short enough and safe. Lines of the body wrap at `width`. */
export function composeTalk(talk: ImportedTalk, id: string, eventName: string, width?: number): TalkRecord {
  const language = languageTag(talk.language)
  const people = talk.speakers.map(({ name, handle }) => ({
    name: oneLine(name, 100),
    ...(handle && { handle }),
  }))
  const speakers = distinctBy(
    people.filter(({ name }) => isPerson(name)),
    ({ name }) => name,
  ).slice(0, 30)
  const words = talk.tags.map((tag) => oneLine(tag, 60).replace(/^#/, '').toLowerCase())
  const tags = distinctBy(words.filter(Boolean), (tag) => tag).slice(0, 20)
  const links = distinctLinks([...talk.links, shownTitle(talk.title).link])
  // A series may begin in the year before, and go on into the next; what else is of another year is rather the day of an upload.
  const [first = {}, ...others] = slotsOf(talk).map((slot) =>
    shownSlot(slot, talk.seriesKey === undefined ? eventName : ''),
  )
  const again = others.filter((slot) => slot.date !== undefined)
  const content = {
    id,
    title: plainTitle(talk.title),
    kind: talk.kind,
    ...(speakers.length > 0 && { speakers }),
    ...(tags.length > 0 && { tags }),
    ...(links.length > 0 && { links }),
    ...first,
    ...(again.length > 0 && { again }),
    ...(talk.followUps && { followUps: talk.followUps }),
    ...(talk.attendees && { attendees: talk.attendees }),
    ...(language && language !== 'en' && { language }),
    body: composeBody(talk, width),
  }
  const from = talk.file === undefined ? {} : { file: talk.file }
  return { ...content, source: { key: talk.key, hash: contentHash(content), ...from } }
}

/** A time without its day says nothing, if there is one for the event's other year; a room does. */
function shownSlot({ date, starts, ends, room }: Slot, eventName: string): Slot {
  const held = dateWithin(eventName, date)
  const isOfOtherYear = date !== undefined && held === undefined
  const named = room === undefined ? undefined : oneLine(room, 80)
  return slotOf({ date: held, room: named, ...(isOfOtherYear ? {} : { starts, ends }) })
}

/** What a source does not say is not written: without a paragraph the body begins with whatever there is. */
function composeBody(talk: ImportedTalk, width?: number): string {
  const isAbstract = talk.text.form === 'abstract'
  const blocks =
    talk.text.form === 'abstract' ? readMarkup(talk.text.value, { splitLines: true }) : talk.text.blocks
  const summaryAt = findSummary(isAbstract ? blocks : beforeHeadings(blocks))
  const found = blocks[summaryAt]
  const summary = found && cutSummary(found.text)
  // A summary that had to be cut is read whole further down.
  const rest = found && summary === found.text ? blocks.filter((block) => block !== found) : blocks
  const isLong = isAbstract && rest.length > 0 && summary !== undefined
  return writeMarkdown(
    [
      ...(summary === undefined ? [] : [{ form: 'paragraph', text: summary, depth: 0, line: 0 } as const]),
      ...(isLong ? [{ form: 'heading', text: 'Description', depth: 1, line: 0 } as const] : []),
      ...levelHeadings(rest, isLong ? 2 : 1),
      ...detailsOf(talk),
      ...transcriptOf(talk),
    ],
    { width },
  )
}

const detailsOf = ({ details = [] }: ImportedTalk): readonly Block[] =>
  details.length === 0
    ? []
    : [
        { form: 'heading', text: detailsTitle, depth: 1, line: 0 },
        ...details.map((text): Block => ({ form: 'bullet', text: oneLine(text, 300), depth: 0, line: 0 })),
      ]

/** A transcript comes last, in paragraphs that can be read. */
function transcriptOf({ transcript }: ImportedTalk): readonly Block[] {
  if (!transcript) return []
  const words = transcript.split(' ')
  const paragraphs = Array.from({ length: Math.ceil(words.length / wordsAtATime) }, (_, at) =>
    words.slice(at * wordsAtATime, (at + 1) * wordsAtATime).join(' '),
  )
  return [
    { form: 'heading', text: transcriptTitle, depth: 1, line: 0 },
    ...paragraphs.map((text): Block => ({ form: 'paragraph', text, depth: 0, line: 0 })),
  ]
}

const wordsAtATime = 60
const transcriptTitle = 'Transcript'

/** Where the first paragraph stands that is long enough to say something, or else any; none of a list or quotation. */
function findSummary(blocks: readonly Block[]): number {
  const isOwn = ({ form, depth, quoted }: Block) => form === 'paragraph' && depth === 0 && !quoted
  const longEnough = blocks.findIndex((block) => isOwn(block) && block.text.length >= minSummaryLength)
  return longEnough >= 0 ? longEnough : blocks.findIndex(isOwn)
}

/** Notes are in order: only what stands before their first section can sum them up. */
function beforeHeadings(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(({ form }) => form === 'heading')
  return end < 0 ? blocks : blocks.slice(0, end)
}

/** Headings so that the uppermost of them are of the given level. Takeaways are for the notes of people who were there. */
function levelHeadings(blocks: readonly Block[], level: number): readonly Block[] {
  const top = Math.min(...blocks.filter(({ form }) => form === 'heading').map(({ depth }) => depth))
  return blocks.map((block) => {
    if (block.form !== 'heading') return block
    const text = level > 1 && /^takeaways$/i.test(block.text) ? 'What to take away' : block.text
    return { ...block, text, depth: block.depth - top + level }
  })
}

/** The title as it is shown; empty if it holds nothing that can be seen, such as zero-width signs alone. */
export function plainTitle(title: string): string {
  const text = oneLine(shownTitle(title).title, 300)
  return /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(text) ? text : ''
}

const oneLine = (text: string, maxLength: number): string =>
  flattenInline(readableText(text)).slice(0, maxLength).toWellFormed().trim()

// What lists write if nobody is named.
const isPerson = (name: string) =>
  name !== '' && !/^(various( speakers| authors)?|unknown|n\/?a|tba|tbd|anonymous|none|-+)$/i.test(name)

const distinctBy = <T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [nameOf(item).toLowerCase(), item])).values(),
]
