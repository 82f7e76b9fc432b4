import type { ReadBlock } from '../../../markup/read-block.ts'
import { foldName } from '../../../text/fold.ts'
import type { Speaker } from '../../talk.ts'
import { distinctPeople } from '../fields/facts-of-fields.ts'
import { readTalkHeader } from '../header/read-talk-header.ts'
import { isDay } from '../headings/talk-headings.ts'
import { speakerNamed } from '../people/people.ts'
import { type IsName, isKnownPerson } from '../people/person-names.ts'
import { speakersIn } from '../people/speaker-line.ts'
import { dayBefore, speakersBelow, speakersOfAbstract } from '../people/speaker-signs.ts'
import { speakersOfHeading } from '../people/speakers-of-heading.ts'
import { speakerHeading } from '../words/heading-word-lists.ts'
import { isAbout, readableName } from '../words/titles.ts'
import { nameInStem, personInStem } from './name-in-stem.ts'

/** A note of which neither the title nor the lines below it say who speaks. */
interface NoteWithoutSpeaker {
  readonly stem: string
  readonly title: string
  readonly blocks: readonly ReadBlock[]
  /** What stands below the title. */
  readonly rest: readonly ReadBlock[]
  /** Whether front matter calls otherwise what the first heading says too: then people stand below that. */
  readonly isRetitled: boolean
  readonly isName: IsName
}

/** Whoever speaks, by what else the note says. */
export function speakersElsewhere(note: NoteWithoutSpeaker): readonly Speaker[] {
  const { stem, title, blocks, rest, isRetitled, isName } = note
  const [first, ...under] = rest
  const retold = isRetitled && first?.form === 'heading' ? readTalkHeader(under, { isName }) : undefined
  const announced = blocks
    .slice(0, maxBlocksAboveSpeaker)
    .find(
      ({ form, text }) => form === 'heading' && (speakerHeading.test(text) || dayBefore(text) !== undefined),
    )
  const inStem = nameInStem(stem, title)
  const fields = blocks.flatMap(({ form, raw }) => (form === 'paragraph' || form === 'bullet' ? raw : []))
  const fieldLines = fields.filter((line) => speakerField.test(line))
  const found = [
    [...(retold?.facts.speakers ?? []), ...(retold?.speakers ?? [])],
    announced ? speakersOfHeading(announced.text, isName) : [],
    speakersBelow(rest),
    speakersOfAbstract(rest),
    // A single one names the speaker, wherever it stands.
    fieldLines.length === 1 ? speakersIn(fieldLines[0] ?? '', isName) : [],
    inStem === undefined ? [] : [speakerNamed(inStem)],
  ].find(({ length }) => length > 0)
  const called = callsSpeaker(stem, title, blocks) ? personInStem(stem) : undefined
  const own = isAbout(stem, title) ? readableName(stem) : withoutPlace(readableName(stem))
  const names = [title, own, ...(called === undefined ? [] : [called])]
  return distinctPeople(found ?? names.flatMap(sureName).slice(0, 1))
}

/** Whether a file that may be called like somebody is not called by what its title says, nor by who has written of all days. */
function callsSpeaker(stem: string, title: string, blocks: readonly ReadBlock[]): boolean {
  const isTitle = foldName(title) === foldName(readableName(stem))
  return (
    (isTitle || !isAbout(stem, title)) && !blocks.some(({ form, text }) => form === 'heading' && isDay(text))
  )
}

/** `3 - Ada Example`: the third of a day. */
const withoutPlace = (name: string): string => name.replace(/^\d{1,2}[. ]+(?:[-–—] )?/u, '')

const speakerField = /^[\W_]{0,8}(?:speakers?|presenters?|presented by)[\W_]{0,6}:[\W_]{0,6}\S/i

/** A subtitle or two may stand above the heading that names the speaker. */
export const maxBlocksAboveSpeaker = 4

/** A note that is called like a person is on what that person said. */
const sureName = (title: string): readonly Speaker[] => (isKnownPerson(title) ? [{ name: title }] : [])
