import { foldName } from '../../text/fold.ts'
import type { ForeignNoteOptions } from './foreign-note.ts'
import type { OpenedNote } from './open-note.ts'
import {
  isCalledLikePerson,
  isDiagram,
  isFilled,
  isNewsletter,
  isOnProgram,
  isPersonStub,
  isProfilePage,
  isRedirect,
  isSitePage,
  isTableOfContents,
} from './pages-without-talks.ts'
import { isPause } from './talk-kind.ts'
import { isPlaceholder, readableName } from './titles.ts'

/** Why there is no talk in a page that programs make a table of contents of. */
export const listsPages = 'lists other pages'

/** Why there is no talk in a page on somebody, or on what has no talks. */
export const ofPerson = 'is on a person, a firm or a place'

/** Why there is none in a page of a conference's site. */
export const isOfSitePages = 'is a page of the site, on no talk'

/** Why there is none in what a programme has between its talks. */
const isBetweenTalks = 'is a pause, and no talk'

/** Why a note holds no talk, whatever stands in it. */
export function whySkipped(
  note: OpenedNote,
  { stem, isBeside = false, isOfSite = false, hasSiblings = false, isReadme = false }: ForeignNoteOptions,
): string | undefined {
  const { facts, fields, body, headings } = note
  if (facts.isDraft) return 'is a draft'
  const isTitled =
    facts.title !== undefined ||
    headings.some(({ depth, text }) => depth === 1 && foldName(text) !== foldName(readableName(stem)))
  const isStub = hasSiblings && !isTitled && isPersonStub(stem, body)
  if (isProfilePage(fields, isBeside) || isStub || (isBeside && isOnPersonAlone(note, stem))) return ofPerson
  if (isSitePage(stem, fields, isOfSite)) return isOfSitePages
  if (facts.speakers.length === 0 && isNewsletter(fields)) return isOfSitePages
  const isBare = (body.join(' ').match(/\p{L}{2,}/gu) ?? []).length < minWordsOfTalk
  if (isBare && isPause(facts.title ?? '', facts.speakers.length)) return isBetweenTalks
  if (isRedirect(fields, body)) return 'leads to another page'
  if (isTableOfContents(body)) return listsPages
  if (isReadme && facts.speakers.length === 0 && isOnProgram(headings, body)) return 'is on a program'
  if (isFilled(body)) return 'is filled by a program'
  if (isDiagram(body)) return 'is a diagram'
  return isPlaceholder(facts.title ?? headings[0]?.text ?? '') ? 'is a template' : undefined
}

/** Whether a page among those of people is called like one of them, and neither a heading nor a field tells of a talk. */
const isOnPersonAlone = ({ facts, headings }: OpenedNote, stem: string): boolean =>
  isCalledLikePerson(stem) &&
  [facts.title, ...headings.map(({ text }) => text)].every(
    (title) => title === undefined || foldName(title) === foldName(readableName(stem)),
  ) &&
  facts.speakers.length + facts.links.length === 0 &&
  (facts.date ?? facts.starts) === undefined

/** Fewer words say where a pause is, and what there is to eat. */
const minWordsOfTalk = 40
