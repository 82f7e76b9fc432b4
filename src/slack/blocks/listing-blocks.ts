import type { types } from '@slack/bolt'
import { describeSlotInList } from '../../answers/describe-slot.ts'
import { isOfTalkNamed, type ListedLink, type Listing } from '../../answers/listing/listing.ts'
import { describeDate } from '../../calendar/describe-days.ts'
import type { Slot, Talk } from '../../notes/talk.ts'
import type { AnswerOptions } from './answer-choices.ts'
import {
  askButtons,
  buttonRow,
  fullNotesButton,
  moreResultsButton,
  shareButton,
} from './buttons-and-values.ts'
import {
  asPlainText,
  boldElement,
  buildMessage,
  bullets,
  firstThatFits,
  fitLine,
  footnote,
  linkElement,
  type Message,
  noticeBlocks,
  plainElement,
  richTextBlocks,
  sectionElement,
  sharedLine,
  withDots,
} from './message.ts'
import { speakerNames } from './talk-blocks.ts'

/** How many lines of a list one message shows. */
export const linesPerList = 10

type ListingOptions = Pick<AnswerOptions, 'shareable' | 'sharedBy'>

/** A list: how many there are, and a page of them. A talk opens its notes; a speaker, a tag and so on lists its talks. */
export function buildListingMessage(listing: Listing, options: ListingOptions): Message {
  const lengths = Array.from({ length: linesPerList }, (_, fewer) => linesPerList - fewer)
  const blocks = firstThatFits(lengths, (lines) => buildBlocks(listing, options, lines))
  const { explanation, results, values, links } = listing
  const lines = links?.map(({ title }) => title) ?? results.map(({ talk }) => talk.title)
  const names = [...lines, ...values.map(({ value }) => value)]
  return buildMessage(
    [explanation, ...names.slice(0, linesPerList).map((name) => fitLine(name, 60))].join(' · '),
    blocks,
  )
}

function buildBlocks(listing: Listing, { shareable, sharedBy }: ListingOptions, lines: number) {
  const { question, explanation, offset, total, corpusVersion, suggestions, notices, isStartedAgain } =
    listing
  const results = listing.results.slice(0, lines)
  const isDated = listing.dayStarts === undefined
  const isTimed = (listing.slots ?? []).some(({ starts }) => starts !== undefined)
  const values = listing.values.slice(0, lines)
  const next = offset + results.length + values.length
  const isMore = next > offset && next < total
  const links = listing.links?.slice(0, lines)
  const named = links && isOfTalkNamed(listing) ? results[0]?.talk : undefined
  const buttons = [
    ...(named ? [fullNotesButton(named)] : []),
    ...(isMore ? [moreResultsButton({ question, offset: next, corpusVersion })] : []),
    ...(shareable ? [shareButton({ question, offset, corpusVersion })] : []),
  ]
  const offers = values.map(({ value, talks = 0, question }) => ({
    label: talks > 1 ? `${value} (${talks})` : value,
    question,
  }))
  const place =
    next > offset && total > next - offset
      ? [`${count(offset + 1)} to ${count(next)} of ${count(total)}.`]
      : []
  const counts = values.some(({ talks = 0 }) => talks > 1) ? ['In brackets: the number of talks.'] : []
  return [
    ...sharedLine(question, sharedBy),
    ...noticeBlocks([...notices.map((notice) => notice.message), ...(isStartedAgain ? [startedAgain] : [])]),
    ...richTextBlocks(sectionElement(boldElement(fitLine(explanation, 300)))),
    ...richTextBlocks(
      bullets((links ?? []).map((link, at) => linkLine(link, named ? undefined : results[at]!.talk))),
    ),
    ...(links ? [] : results).flatMap(({ talk }, at) => [
      ...dayHeading(listing.dayStarts?.[at]),
      talkLine(talk, listing.slots?.[at], { isDated, isTimed }),
    ]),
    ...askButtons(offers, linesPerList),
    ...footnote([...place, ...counts].join(' ')),
    ...askButtons(suggestions.map((suggestion) => ({ question: suggestion }))),
    ...buttonRow(buttons),
  ]
}

function dayHeading(day: string | undefined) {
  return day === undefined ? [] : richTextBlocks(sectionElement(boldElement(describeDate(day))))
}

function linkLine({ title, url }: ListedLink, talk: Talk | undefined) {
  const name = url === undefined ? plainElement(fitLine(title, 300)) : linkElement(url, fitLine(title, 60))
  return [name, ...(talk ? [plainElement(` · ${fitLine(talk.title, 120)}`)] : [])]
}

function talkLine(
  talk: Talk,
  slot: Slot | undefined,
  inList: Parameters<typeof describeSlotInList>[1],
): types.SectionBlock {
  const when = slot ? describeSlotInList(slot, inList) : ''
  const whose = withDots(when, speakerNames(talk), talk.event.name)
  const text = `${fitLine(talk.title, 120)}\n${fitLine(whose, 120)}`
  return { type: 'section', text: asPlainText(text), accessory: fullNotesButton(talk) }
}

const count = (number: number) => number.toLocaleString('en')

const startedAgain = 'The notes have changed since, so this is the list from its start.'
