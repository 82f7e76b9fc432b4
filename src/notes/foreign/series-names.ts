import { foldName } from '../../text/fold.ts'
import { isEventName } from './event-names.ts'
import { isKindName, isPartName, readableName } from './titles.ts'
import { yearIn } from './written-dates.ts'

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
