import type { ReadBlock } from '../../../markup/read-block.ts'
import { remembering } from '../../../text/remembering.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import { programmeLine } from '../header/read-header-line.ts'
import { readTalkHeader } from '../header/read-talk-header.ts'
import type { IsName } from '../people/person-names.ts'
import { titleAndSpeakers } from '../people/title-and-speakers.ts'
import { takeTitleLink } from '../people/title-link.ts'
import { propertyIn } from '../words/property-line.ts'
import { type HeadingOptions, isDay } from './talk-headings.ts'

/** Whether a heading, or the fields and the line below it, say who speaks. What was asked once is known. */
export function createNamesSpeaker(isName: IsName): HeadingOptions['namesSpeaker'] {
  const isNamed = remembering(
    (heading) => titleAndSpeakers(takeTitleLink(heading).title, isName).names.length > 0,
  )
  const told = new WeakMap<ReadBlock, boolean>()
  return (title, below) => {
    if (isNamed(title)) return true
    const [first] = below
    if (!first || first.form === 'code' || first.form === 'heading') return false
    // What somebody said names whom it is from; a line that holds nothing but names says who speaks.
    if (first.quoted && first.raw.length > 1) return false
    // Below a field stand others, and below a day or fields may stand who speaks.
    const end = below.findIndex((block) => !isFields(block))
    const head = end < 0 ? below : below.slice(0, end + 1)
    const last = head.at(-1) ?? first
    const known = told.get(last)
    if (known !== undefined) return known
    const isTold = tellsSpeaker(head, first, isName)
    told.set(last, isTold)
    return isTold
  }
}

function tellsSpeaker(head: readonly ReadBlock[], first: ReadBlock, isName: IsName): boolean {
  const { speakers, facts } = readTalkHeader(head, { isName })
  return (
    speakers.length + facts.speakers.length > 0 || /^\W*(?:speakers?|presenters?)\W*\s*:/i.test(first.text)
  )
}

const isFields = ({ form, raw, quoted }: ReadBlock): boolean =>
  (form === 'paragraph' || form === 'bullet') &&
  !quoted &&
  raw.every((line) => isKnownField(line) || isWhen(line))

/** `2024-06-09 10:30` */
const isWhen = (line: string): boolean => isDay(line.trim()) || programmeLine.test(line.trim())

function isKnownField(line: string): boolean {
  const property = propertyIn(line)
  return property !== undefined && property.value !== '' && keyMeaningOf(property.key) !== undefined
}
