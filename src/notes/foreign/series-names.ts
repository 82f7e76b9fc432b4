import { foldName } from '../../text/fold.ts'
import { isEventName, isGenericName } from './event-names.ts'
import { isKindName, isPartName, readableName } from './titles.ts'
import { isYear, yearIn } from './written-dates.ts'

/**
 * The event of each file that is called by a date and by what others in its folder are called too, such as a meetup: with its
 * year, by the file's name without its ending.
 *
 *     seriesIn(['2014-11_OarMeet', '2014-12_OarMeet', '2015-01_OarMeet']).get('2014-12_OarMeet') // => 'OarMeet 2014'
 *
 * What follows the name of an event is what was spoken on.
 */
export function seriesIn(stems: readonly string[]): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>()
  for (const stem of stems) {
    const name = nameBesideDate(stem)
    if (name === undefined) continue
    const key = foldName(name)
    groups.set(key, [...(groups.get(key) ?? []), stem])
  }
  const series = new Map<string, string>()
  for (const all of groups.values()) {
    if (new Set(all).size < minFiles) continue
    for (const stem of all) series.set(stem, `${readableName(nameBesideDate(stem) ?? '')} ${yearIn(stem)}`)
  }
  return series
}

/** Two files of a year may be parts of one thing. */
const minFiles = 3

function nameBesideDate(stem: string): string | undefined {
  const name = behindDate.exec(stem)?.[1] ?? beforeDate.exec(stem)?.[1] ?? eventBehindDate(stem)
  return name === undefined || isKindName(name) || isPartName(name) ? undefined : name
}

/** The event behind a date, maybe with the time, before what was spoken on: `2015-11-15-1040-oarconf-tides-that-turn`. */
function eventBehindDate(stem: string): string | undefined {
  const name = firstWord.exec(stem)?.[1] ?? ''
  return endsLikeEvent.test(name) || isEventName(readableName(name)) ? name : undefined
}

const endsLikeEvent = /^\p{L}{2,}(?:conf|summit|camp|fest|days|meetup)$/iu

const date = String.raw`(?:19|20)\d\d(?:[-_. ]?(?:\d\d|\p{Lu}\p{Ll}{2,8}))?(?:[-_. ]?\d\d)?`
/** As few words as names of meetups have: more are a title. */
const name = String.raw`(\p{L}[\p{L}\d]*(?:[-_ ]\p{L}[\p{L}\d]*){0,2})`
const firstWord = new RegExp(
  String.raw`^${date}(?:[-_. ]\d\d[-:.h]?\d\d)?[-_. ]+(\p{L}[\p{L}\d]{3,})[-_ ]+\p{L}`,
  'u',
)
const behindDate = new RegExp(`^${date}[-_. ]+${name}$`, 'u')
const beforeDate = new RegExp(`^${name}[-_. ]+${date}$`, 'u')

/** The event that files of one folder begin their names with, and what one of them is called beside it. */
export interface FileOfEvent {
  readonly event: string
  /** Of the name of the file. */
  readonly rest: string
}

/**
 * The event of each file that is called by it and by what was spoken on, as at least two others are, by the file's name without
 * its ending.
 *
 *     eventsOfFiles(['oar-days-tides', 'oar-days-knots', 'oar-days-sails']).get('oar-days-knots')
 *     // => { event: 'Oar days', rest: 'knots' }
 */
export function eventsOfFiles(stems: readonly string[]): ReadonlyMap<string, FileOfEvent> {
  const groups = new Map<string, FileOfGroup[]>()
  for (const stem of new Set(stems)) {
    const begun = eventBegunWith(stem)
    if (begun === undefined) continue
    const key = foldName(begun.event)
    groups.set(key, [...(groups.get(key) ?? []), { stem, ...begun }])
  }
  const all = [...groups.values()].filter(({ length }) => length >= minFiles).flat()
  return new Map(all.map(({ stem, ...ofEvent }) => [stem, ofEvent]))
}

interface FileOfGroup extends FileOfEvent {
  readonly stem: string
}

/** The first words of a file's name, if they name an event, up to its year if that follows. */
function eventBegunWith(stem: string): FileOfEvent | undefined {
  const words = stem.split(/[-_ ]+/)
  for (let count = 1; count < words.length && count <= maxWordsOfName; count++) {
    const [event, next = ''] = [readableName(words.slice(0, count).join(' ')), words[count]]
    if (!/^\p{L}{2}/u.test(event) || isGenericName(event)) continue
    if (isYear(next) && count + 1 < words.length)
      return { event: `${event} ${next}`, rest: words.slice(count + 1).join('-') }
    if (isEventName(event) && !isYear(next)) return { event, rest: words.slice(count).join('-') }
  }
  return undefined
}

const maxWordsOfName = 4
