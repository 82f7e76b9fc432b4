import { basename, resolve } from 'node:path'
import { foldName } from '../../text/fold.ts'
import { dayIn, isYear, yearIn } from '../foreign/dates/written-dates.ts'
import { isKnownPerson } from '../foreign/people/person-names.ts'
import { titleAndSpeakers } from '../foreign/people/title-and-speakers.ts'
import { isEventName, isGenericName, namesOneEvent } from '../foreign/words/event-names.ts'
import {
  isBesideName,
  isConferencePage,
  isDayName,
  isDeckName,
  isKindName,
  isPartName,
  isPeopleName,
  isProposalName,
  isShapeOrTopic,
  isSiteName,
} from '../foreign/words/folder-names.ts'
import { isSentence, readableName, stemOf, withoutId } from '../foreign/words/titles.ts'
import {
  type FolderTree,
  introductionIn,
  isSaidToBeEvent,
  noteNamesIn,
  siteFileIn,
  stepsKey,
} from './folder-tree.ts'

/**
 * Finds the folder whose event the notes of a folder are of: itself, or one above if it is only a part of that, such as a
 * day, a track or the folder of one talk.
 */
export function createEventFolderFinder(
  root: string,
  tree: FolderTree,
): (steps: readonly string[]) => readonly string[] {
  const name = basename(resolve(root))
  const decks = new Map<string, number>()
  for (const { steps, entries } of tree.folders)
    if (isDeckAlone(noteNamesIn(entries))) {
      const above = stepsKey(steps.slice(0, -1))
      decks.set(above, (decks.get(above) ?? 0) + 1)
    }
  const isOfOne = !isGenericName(name) && namesOneEvent(name)
  const isOfEvent = isOfOne && isEventName(readableName(name))
  const isOfEdition = isOfOne && yearIn(name) !== undefined
  const isSite = siteFileIn(tree.entriesAt([])) !== undefined
  const isNamed = isSite || (!isSiteName(name) && !isKindName(name) && !isPartName(name))
  return (steps) => {
    let home = steps
    while (home.length > 0 && isPart(home) && !isSaidToBeEvent(tree.entriesAt(home))) home = home.slice(0, -1)
    return home
  }

  function isPart(steps: readonly string[]): boolean {
    const above = steps.at(-2)
    const last = steps.at(-1) ?? ''
    if (isYear(last) && /^_?posts$/i.test(above ?? '')) return true
    // `tides/slides.md` beside `knots/slides.md`: a folder a talk.
    const isOther = yearIn(last) !== undefined || isEventName(readableName(last))
    const around = decks.get(stepsKey(steps.slice(0, -1))) ?? 0
    const isDeckOfMany = isDeckAlone(noteNamesIn(tree.entriesAt(steps))) ? around >= 2 : around >= manyDecks
    if (isDeckOfMany && !isOther) return true
    if (
      (above !== undefined && !isYear(above) && isOfTalk(last, noteNamesIn(tree.entriesAt(steps)))) ||
      isShapeOrTopic(last) ||
      // `why-tides-turn-at-night`: a title is a talk's.
      (above !== undefined && !isYear(above) && isSentence(last))
    )
      return true
    // `Day 2/Unconference - Tides`: what lies in the folder of a day was on then.
    if (above !== undefined && isDayName(above) && yearIn(last) === undefined) return true
    if (isPartName(last) || (above !== undefined && isKindName(last) && !isSiteName(above))) return true
    // `oar-notes/session_notes`: what says nothing of an event is of the one that the corpus is called by.
    if (isNamed && steps.map(withoutId).every(saysNoEvent)) return true
    // `oarconf/speakers`, and all that lies in the folder of somebody: `speakers/ada-example/tides`.
    if (
      above !== undefined &&
      !isOther &&
      (isOfNoYear(last, isBesideName) || steps.slice(0, -1).some(isPeopleName))
    )
      return true
    // `2019/2019-06-09 [Ada Example] Tides`
    if (
      above !== undefined &&
      titleAndSpeakers(readableName(last), isKnownPerson).names.length > 0 &&
      /[\][]/.test(last)
    )
      return true
    // `2019/07-July/Ada Example`: what somebody spoke on is of the event above.
    if (above !== undefined && isKnownPerson(readableName(last))) return true
    // `wwdc-notes/tools/testing`: what is called like no other event is of the one that all of it is named for.
    // `ietf109` is one of many.
    const isEdition = /\p{L}{3}[-_ ]?\d{1,3}$/u.test(last)
    const introduction = introductionIn(tree.entriesAt(steps))
    // All that `oarconf-2024-notes` holds is of that year's, unless it is called like another, or is a site's.
    const isOfItsYear = isOfEdition && yearIn(last) === yearIn(name) && !isEventName(readableName(last))
    const isOfCorpus = isOfEdition
      ? !/^_?index\./i.test(introduction ?? '')
      : isOfEvent && introduction === undefined
    if ((isOfItsYear || !isOther) && !isEdition && isOfCorpus) return true
    // What lies in the folder of a day is of that day.
    if (!isOther && steps.slice(0, -1).some(isDayAlone)) return true
    // What lies in the folder of an event is a part of it, unless it is named for another.
    return !isOther && steps.slice(0, -1).some((_, at) => isOfYear(steps.slice(0, at + 1)))
  }
}

/** From this many folders of one talk each on, any other folder beside them is one too. */
const manyDecks = 5

const isDayAlone = (step: string): boolean => dayIn(step) !== undefined && !/\p{L}/u.test(step)

const saysNoEvent = (step: string): boolean =>
  isKindName(step) || isSiteName(step) || isConferencePage(step) || isOfNoYear(step, isBesideName)

const isOfNoYear = (step: string, is: (step: string) => boolean): boolean =>
  is(step) && yearIn(step) === undefined

/** Whether what lies in a folder is called by its kind alone, as what was shown or proposed. */
const isDeckAlone = (names: readonly string[]): boolean =>
  names.length > 0 && names.every((name) => isDeckName(stemOf(name)) || isProposalName(stemOf(name)))

/** `widgets/design-widgets.md`: a folder that is called like the only note in it is that talk's. */
function isOfTalk(folderName: string, [only, ...others]: readonly string[]): boolean {
  if (only === undefined || others.length > 0 || isEventName(readableName(folderName))) return false
  const folder = foldName(folderName)
  const note = foldName(stemOf(only))
  return (
    /\p{L}{3}/u.test(note) && /\p{L}{3}/u.test(folder) && (note.includes(folder) || folder.includes(note))
  )
}

/** Whether a folder is named for an event of a year: `aaai2016`, `CodeMash/2016`, `2016/oarfest`. */
function isOfYear(steps: readonly string[]): boolean {
  const last = steps.at(-1) ?? ''
  if (isYear(steps.at(-2) ?? '') && isEventName(readableName(last)) && !isGenericName(last)) return true
  if (isYear(last)) {
    const above = steps.at(-2) ?? ''
    return /\p{L}{3}/u.test(above) && !isSiteName(above) && !isKindName(above)
  }
  return (
    yearIn(last) !== undefined &&
    /\p{L}{3}/u.test(last) &&
    !/\b(?:notes?|talks?|conferences?|vault|archive|trips?|events?|meetups?)\b/i.test(
      last.replace(/[-_]/g, ' '),
    )
  )
}
