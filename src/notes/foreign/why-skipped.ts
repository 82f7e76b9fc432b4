import { foldName } from '../../text/fold.ts'
import type { ForeignNoteOptions } from './foreign-note.ts'
import type { OpenedNote } from './open-note.ts'
import {
  isCalledLikePerson,
  isDiagram,
  isFilled,
  isNewsletter,
  isOfBrowser,
  isOnProgram,
  isPersonStub,
  isProfilePage,
  isRedirect,
  isSitePage,
  isTableOfContents,
} from './sites/pages-without-talks.ts'
import { countWords } from './words/count-words.ts'
import { isPause, isPauseAlone } from './words/pauses.ts'
import { isPlaceholder, readableName } from './words/titles.ts'

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
  if (isBetween(note)) return isBetweenTalks
  const isToldOf = facts.links.length > 0 || (facts.speakers.length > 0 && !facts.isByAuthor)
  if (isRedirect(fields, body)) return 'leads to another page'
  if (!isToldOf && isTableOfContents(body)) return listsPages
  if (isReadme && facts.speakers.length === 0 && isOnProgram(headings, body)) return 'is on a program'
  if (isFilled(body)) return 'is filled by a program'
  if (isDiagram(body)) return 'is a diagram'
  if (isOfBrowser(body)) return 'is filled by a program'
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

/**
 * Whether it is called like a pause, and tells of nothing: it says hardly a word, or few where a programme gives it an hour. What a
 * programme says is a pause may be called `Lunch / Expo`.
 */
function isBetween({ facts, fields, body }: OpenedNote): boolean {
  const { title = '', speakers, starts } = facts
  const isSaid = fields.some(
    ({ key, value }) => /^(?:type|kind|format)$/i.test(key) && typeof value === 'string' && isPause(value, 0),
  )
  if (!(isSaid ? isPause(title, speakers.length) : speakers.length === 0 && isPauseAlone(title))) return false
  return countWords(body.join(' ')) < (isSaid || starts !== undefined ? minWordsOnProgramme : minWords)
}

/** Fewer say nothing. */
const minWords = 8

/** Fewer say where a pause is, and what there is to eat. */
const minWordsOnProgramme = 40
