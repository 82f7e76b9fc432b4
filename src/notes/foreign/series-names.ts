import { foldName } from '../../text/fold.ts'
import { createTextMemory } from '../../text/remembering.ts'
import { isYear, yearIn } from './dates/written-dates.ts'
import { isOfTitleWords } from './people/person-names.ts'
import { isEventName, isGenericName } from './words/event-names.ts'
import { isKindName, isPartName } from './words/folder-names.ts'
import { readableName } from './words/titles.ts'

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
  const isEvent = name !== '' && (endsLikeEvent.test(name) || isEventName(readableName(name)))
  return isEvent ? name : undefined
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
 * its ending. All that they are called alike belongs to the event, but for words that titles begin with, and so does its edition.
 *
 *     eventsOfFiles(['oar-days-tides', 'oar-days-knots', 'oar-days-sails']).get('oar-days-knots')
 *     // => { event: 'Oar days', rest: 'knots' }
 */
export function eventsOfFiles(stems: readonly string[]): ReadonlyMap<string, FileOfEvent> {
  const names = stems.join('/')
  const known = eventsByNames.get(names)
  if (known !== undefined) return known.events
  const events = readEvents(stems)
  eventsByNames.set(names, { events, length: names.length })
  return events
}

/** A folder's names are mostly those of the last look. In characters: of tens of thousands of files. */
const eventsByNames = createTextMemory<{
  readonly events: ReadonlyMap<string, FileOfEvent>
  readonly length: number
}>(4_000_000, ({ length }) => length + 1)

function readEvents(stems: readonly string[]): ReadonlyMap<string, FileOfEvent> {
  const all = [...new Set(stems)].map((stem) => ({
    stem,
    words: stem.replace(/[-_ ]+/g, '-').split('-'),
  }))
  const ofYear = groupsOf(all, wordsUntilYear).flat()
  const named = new Set(ofYear)
  const others = all.filter((file) => !named.has(file))
  const found = [
    ...ofYear.map((file) => [file, wordsUntilYear(file.words) ?? 0] as const),
    ...groupsOf(others, wordsOfEvent).flatMap((group) => {
      const count = wordsAlike(
        group.map(({ words }) => words),
        wordsOfEvent(group[0]?.words ?? []) ?? 0,
      )
      return group.map((file) => [file, withEdition(file.words, count)] as const)
    }),
  ]
  return new Map(
    found.flatMap(([{ stem, words }, count]) => {
      const [name, rest] = [words.slice(0, count), words.slice(count)]
      if (rest.length === 0 || /^(?:of|and|or)$/i.test(rest[0] ?? '')) return []
      return [[stem, { event: nameOf(name), rest: rest.join('-') }] as const]
    }),
  )
}

interface FileWords {
  readonly stem: string
  readonly words: readonly string[]
}

/** The files whose first words name one event, how many these are said by `count`; if there are enough of them. */
function groupsOf(
  files: readonly FileWords[],
  count: (words: readonly string[]) => number | undefined,
): readonly (readonly FileWords[])[] {
  const groups = Map.groupBy(files, ({ words }) => {
    const first = count(words)
    return first === undefined ? undefined : foldName(nameOf(words.slice(0, first)))
  })
  return [...groups].flatMap(([name, group]) =>
    name === undefined || group.length < minFiles ? [] : [group],
  )
}

/** How many words name an event together with its year, which comes last of them. */
function wordsUntilYear(words: readonly string[]): number | undefined {
  const at = words.findIndex((word, index) => index > 0 && isYear(word))
  if (at < 1 || at > maxWordsOfName || at + 1 === words.length || !mayBeginName(words)) return undefined
  return isGenericName(nameOf(words.slice(0, at))) ? undefined : at + 1
}

/** How many words name an event that no year follows. */
function wordsOfEvent(words: readonly string[]): number | undefined {
  if (!mayBeginName(words)) return undefined
  for (let count = 1; count < words.length && count <= maxWordsOfName; count++) {
    const name = nameOf(words.slice(0, count))
    if (isEventName(name) && !isGenericName(name) && !isYear(words[count] ?? '')) return count
  }
  return undefined
}

/** `forum-post` and `summit-of` begin with what is no name by itself. */
const mayBeginName = ([first = '']: readonly string[]): boolean =>
  /^\p{L}{2}/u.test(first) && !bareWordOfEvents.test(first)

const bareWordOfEvents =
  /^(?:conf|conference|summit|camp|fest|festival|meet-?up|congress|symposium|expo|forum|unconference)s?$/i

const nameOf = (words: readonly string[]): string => readableName(words.join(' '))

/** How many words the names of all files begin with, from those of the event on, if they are none that titles begin with. */
function wordsAlike(all: readonly (readonly string[])[], from: number): number {
  let count = from
  while (count < maxWordsOfName) {
    const word = all[0]?.[count] ?? ''
    const isAlike = all.every((words) => words[count] === word && count + 1 < words.length)
    if (!isAlike || isOfTitleWords(word) || !/^\p{L}/u.test(word)) break
    count++
  }
  return count
}

/** With where or in which year the event was, if that follows. */
function withEdition(words: readonly string[], from: number): number {
  const hasPlace = edition.test(words[from] ?? '') && from + 1 < words.length
  const count = hasPlace ? from + 1 : from
  return isYear(words[count] ?? '') && count + 1 < words.length ? count + 1 : count
}

/** `pycon-us`; what else it may be is hardly ever the first word of a title. */
const edition = /^(?:us|usa|uk|eu|au|jp|nz|ca|za|europe|asia|apac|emea|latam|virtual|online)$/i

const maxWordsOfName = 4
