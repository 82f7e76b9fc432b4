import type { Block } from '../../../markup/block.ts'
import type { ReadBlock } from '../../../markup/read-block.ts'
import type { Link, Slot, Speaker } from '../../talk.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import type { ReadField } from '../fields/read-field-by-field.ts'
import type { IsName } from '../people/person-names.ts'

export interface HeaderOptions {
  readonly isName: IsName
  /** The title above, as far as it is known. */
  readonly title?: string
  /** Whether each line of a paragraph is one of its own. */
  readonly splitsLines?: boolean
  /** Whether speakers are known already, so that a line of names may be anything. */
  readonly hasSpeakers?: boolean
  /** Whether the heading only counts the talks, so that a topic is the title. */
  readonly isUntitled?: boolean
  /** Whether the note has other talks, so that an event that is named is this one's alone. */
  readonly isOneOfSeveral?: boolean
}

/** What the lines below a title have said of the talk so far. */
export interface HeaderSoFar {
  readonly speakers: Speaker[]
  /** Of people who are known already. */
  readonly handles: string[]
  readonly links: Link[]
  readonly fields: ReadField[]
  /** What says more than is taken off: it is kept, below the first paragraph. */
  readonly later: Block[]
  /** Lines with words of which nothing is known. */
  readonly besides: Block[]
  date: string | undefined
  /** What stands behind a speaker and a day. */
  slot: Omit<Slot, 'date'>
  /** What named the last speakers: others may stand on its further lines. */
  speakerBlock: ReadBlock | undefined
  /** Whether a heading has said that who speaks stands below it. */
  isBelowWhoHeading: boolean
  lines: number
}

export function emptyHeader(): HeaderSoFar {
  return {
    speakers: [],
    handles: [],
    links: [],
    fields: [],
    later: [],
    besides: [],
    date: undefined,
    slot: {},
    speakerBlock: undefined,
    isBelowWhoHeading: false,
    lines: 0,
  }
}

/** Whether it is known who speaks, be it by a field that is read later. */
export const isToldWhoSpeaks = (head: HeaderSoFar, options: HeaderOptions): boolean =>
  hasSpeaker(head, options) || hasSpeakerField(head)

export const hasSpeakerField = ({ fields }: HeaderSoFar): boolean =>
  fields.some(({ key }) => keyMeaningOf(key)?.of === 'speakers')

export function hasSpeaker({ speakers }: HeaderSoFar, { hasSpeakers = false }: HeaderOptions): boolean {
  return hasSpeakers || speakers.length > 0
}
