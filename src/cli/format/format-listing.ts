import { describeSlotInList } from '../../answers/describe-slot.ts'
import { isOfTalkNamed, type Listing } from '../../answers/listing/listing.ts'
import { describeDate } from '../../calendar/describe-days.ts'
import { byline, columns } from './format-talk.ts'
import { pointAt } from './point-at.ts'

/** A list as the terminal shows it: how many there are, a page of them, and how to go on. */
export function formatListing(listing: Listing): string {
  const {
    explanation,
    results,
    slots = [],
    links,
    dayStarts,
    values,
    offset,
    total,
    suggestions,
    corpusVersion,
    isStartedAgain,
  } = listing
  const shown = Math.max(results.length, values.length)
  const isDated = dayStarts === undefined
  const isTimed = slots.some(({ starts }) => starts !== undefined)
  const lines = [
    ...(links ?? []).map(
      ({ title, url }, at) =>
        `${title}${isOfTalkNamed(listing) ? '' : ` · ${results[at]!.talk.title}`}${url ? `\n   ${url}` : ''}`,
    ),
    ...(links ? [] : results).flatMap(({ talk }, at) => [
      ...dayHeading(dayStarts?.[at], at),
      [
        ...(slots[at] ? [describeSlotInList(slots[at], { isDated, isTimed })] : []),
        talk.title,
        byline(talk, slots[at] === undefined),
      ]
        .filter(Boolean)
        .join(' · '),
    ]),
    ...values.map(({ value, talks }) => (talks === undefined ? value : `${value} (${talks})`)),
  ]
  const next = offset + shown
  const page = `--page ${Math.floor(offset / shown) + 2} --corpus-version ${corpusVersion}`
  const blocks = [
    ...listing.notices.map((notice) => pointAt(listing.question, notice, columns)),
    ...(isStartedAgain
      ? ['The notes have changed since the page before, so this is the first page again.']
      : []),
    explanation,
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(shown > 0 && next < total ? [`${offset + 1} to ${next} of ${total} (${page}).`] : []),
    ...(suggestions.length > 0 ? [suggestions.join('\n')] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** With an empty line before it, unless it is the first. */
const dayHeading = (day: string | undefined, at: number): readonly string[] =>
  day === undefined ? [] : [...(at > 0 ? [''] : []), describeDate(day)]
