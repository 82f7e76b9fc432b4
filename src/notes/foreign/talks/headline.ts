import type { ReadBlock } from '../../../markup/read-block.ts'
import { foldName } from '../../../text/fold.ts'
import type { Link } from '../../talk.ts'
import { hasNameShape, isKnownPerson, mayBePerson } from '../people/person-names.ts'
import { type TitleAndSpeakers, titleAndSpeakers } from '../people/title-and-speakers.ts'
import { isNameBeside, takeTitleLink } from '../people/title-link.ts'
import { sectionTitle } from '../words/heading-word-lists.ts'
import { titleOfStem } from '../words/titles.ts'
import type { WholeContext } from './top-heading.ts'

/** What the heading says in whose place the title stands. */
export interface Headline extends TitleAndSpeakers {
  /** Empty if it says none, or front matter does. */
  readonly title: string
  readonly links: readonly Link[]
  /** What the heading below it says, if it is a name and nothing else. */
  readonly subject?: string | undefined
}

/** @param top the heading, if there is one */
export function readHeadline(
  top: ReadBlock | undefined,
  blocks: readonly ReadBlock[],
  { facts, stem, listedAs, isName }: WholeContext,
): Headline {
  const { title, link, links } = takeTitleLink(top?.text ?? '')
  if (top === undefined || facts.title !== undefined) return { title: '', names: [], links }
  const person = personIn(top.text)
  if (person === undefined) return { ...titleAndSpeakers(title, isNameBeside(link, isName)), links }
  const subject = talkOfPerson(top, blocks)?.text
  const isOnWhat = listedAs !== undefined || saysWhat(stem, person.name)
  const isSpeaker = subject !== undefined || person.isAtFirm || isOnWhat
  return { title: isOnWhat ? '' : person.name, names: isSpeaker ? [person.name] : [], links, subject }
}

/** What the note is titled if its text says nothing: by a list of notes, or by the file's name. */
export const titleByFile = ({ stem, listedAs, isName }: WholeContext): TitleAndSpeakers =>
  listedAs === undefined
    ? titleAndSpeakers(titleOfStem(stem), / by /i.test(stem) ? hasNameShape : isKnownPerson)
    : titleAndSpeakers(listedAs, isName)

interface PersonAbove {
  readonly name: string
  /** Whether the heading says where the person works, so that it can be nothing else. */
  readonly isAtFirm: boolean
}

/** A heading that is somebody's name: `Ada Example`, or whoever's it is, `Ada Example — Harbour University`. */
function personIn(text: string): PersonAbove | undefined {
  if (isKnownPerson(text)) return { name: text, isAtFirm: false }
  // `Ada Example @ada Oar Ltd`
  const [, reached = ''] =
    /^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2})\s+\(?@\w{2,30}\)?(?:\s+\p{Lu}\S*){0,3}$/u.exec(text) ??
    []
  if (hasNameShape(reached)) return { name: reached, isAtFirm: true }
  const [, name = '', firm = ''] = /^(\p{Lu}[^-–—]{2,40}?)\s+[-–—]{1,3}\s+(\S[^-–—]*)$/u.exec(text) ?? []
  return mayBePerson(name) && institution.test(firm) ? { name, isAtFirm: true } : undefined
}

/** Whether the name of a file says what the person in its heading spoke on: `opening-keynote`, `tides-that-turn`. */
function saysWhat(stem: string, name: string): boolean {
  const own = foldName(name).split(' ')
  const words = foldName(titleOfStem(stem))
    .split(' ')
    .filter((word) => /\p{L}{3}/u.test(word))
  const isOnIt = words.length >= 2 || /keynote/.test(words[0] ?? '')
  return isOnIt && !words.some((word) => own.includes(word)) && !words.every((word) => ofNotes.test(word))
}

const ofNotes = /^(?:files?|notes?|talks?|sessions?|speakers?|days?|summary|conference|the|and|from)$/

const institution = /\b(?:universit\p{L}+|institute|college|school|inc|ltd|gmbh|llc)\b/iu

/** Below a heading that is somebody's name, the only one of the highest level: what they spoke on. */
function talkOfPerson(top: ReadBlock, blocks: readonly ReadBlock[]): ReadBlock | undefined {
  const below = blocks.filter(
    ({ form, text }, index) => form === 'heading' && index > blocks.indexOf(top) && !sectionTitle.test(text),
  )
  const depth = Math.min(...below.map((block) => block.depth))
  const [only, ...others] = below.filter((block) => block.depth === depth)
  return only !== undefined && others.length === 0 && /\S \S+ \S.*[^:]$/.test(only.text) ? only : undefined
}
