import { flattenLine } from '../../../markup/read-markup.ts'
import { datedTitle } from '../dates/dated-title.ts'
import { dayIn, yearIn } from '../dates/written-dates.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import { hasNameShape, type IsName, isKnownName } from '../people/person-names.ts'
import { areNameWords, plainLine, speakersIn } from '../people/speaker-line.ts'
import { titleAndSpeakers } from '../people/title-and-speakers.ts'
import { isProfile, webLink } from '../words/web-link.ts'

/** An item of a list, if it can be a talk. */
export interface ListedItem {
  readonly title: string
  /** What its heading says: when, on what, where more is, and who. */
  readonly heading: string
  readonly names: readonly string[]
  /** Whether a day stands before it. */
  readonly isDated: boolean
  /** Who spoke, if the heading does not say it. */
  readonly who?: string
  /** What else it says. */
  readonly text: string
  /** Whether it says besides a title who spoke, or leads to what was shown or recorded; or when, where talks are. */
  readonly isTalk: boolean
  /** Whether it says so itself, wherever it stands. */
  readonly isSure: boolean
}

/** Where an item stands. */
export interface ItemPlace {
  readonly isName: IsName
  /** Whether something says that talks are listed there: then a title is one. */
  readonly isAnnounced: boolean
  /** Whether it stands below the name of an event: then a title and a day are one. */
  readonly isOfEvent: boolean
  /** Whether somebody lists the talks that they gave: then an event stands where others name who spoke. */
  readonly isOwnList: boolean
}

/**
 * Reads an item of a list as people write talks down: the day first or nothing, who before the title or behind it, either of
 * them a link, and behind both where slides and recordings are.
 *
 *     '* 2024-06-09 - [Ada Example](https://github.com/ada) - Tides ([slides](https://…))'
 *     '* [Tides](https://youtu.be/…) by Ada Example'
 *     '* **Tides** - Ada Example'
 */
export function listedItem(lines: readonly string[], place: ItemPlace): ListedItem | undefined {
  const whole = lines
    .map((line) => line.trim())
    .join(' ')
    .replace(/^(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/, '')
    .replace(/<a\s[^<>]*?href=["']([^"'<>\s]+)["'][^<>]*>([^<>]{2,200})<\/a>/gi, '[$2]($1)')
    .replace(/^(?:\p{Extended_Pictographic}\uFE0F?\s*)+/u, '')
    // How long it is: `[00:58:19]`.
    .replace(/(?<=\))\s*\[(?:\d{1,2}:)?\d{1,2}:\d\d\](?=\s|$)/, '')
  const [, address = '', behindAddress = ''] = /^<?(https?:[^\s<>]+)>?\s+[-–—:]*\s*(\S.*)$/.exec(whole) ?? []
  if (address !== '' && leadsToTalk(address))
    return listedItem([`[${behindAddress.replace(/[\][]/g, ' ')}](${address})`], place)
  const field = /^([\w ]{2,20}):\s/.exec(whole)?.[1]
  if (whole === '' || whole.length > maxItemLength || (field && keyMeaningOf(field))) return undefined
  const { day, rest: undated } = withoutDayBefore(whole)
  const links = [...undated.matchAll(anyLink)]
  const isShown = links.some(([, label = '', url = '']) => showsTalk.test(label) || leadsToTalk(url))
  const isDated = day !== ''
  const { isName, isAnnounced, isOfEvent } = place
  const found = partsOfItem(undated, { ...place, isDated })
  if (
    found === undefined ||
    isNothing.test(found.title) ||
    showsTalk.test(found.title) ||
    isPlace.test(found.title)
  )
    return undefined
  const { title, url = '', names, rest } = found
  const isNamed = names.length > 0
  const areKnown = names.every((name) => isName(name) || name.includes('('))
  const heading = [
    day,
    title.replace(/\s+\(\d{1,2}:\d\d(?::\d\d)?\)$/, ''),
    url === '' ? '' : `(${url})`,
    isNamed && areKnown ? `by ${names.join(' and ')}` : '',
  ]
  const text = flattenLine(rest)
  const isMore = text !== '' && plainLine(names.join(' and ')) !== plainLine(text)
  return {
    title,
    names,
    heading: heading.filter((part) => part !== '').join(' '),
    isDated,
    // A name that nobody need know is one because it stands there.
    ...(isNamed && !areKnown && { who: names.join(' and ') }),
    text: isMore ? text : '',
    isSure: isNamed || isDated || links.length > 0,
    isTalk:
      isNamed ||
      isShown ||
      (isDated && (isAnnounced || isOfEvent)) ||
      (place.isOwnList && isMore && yearIn(text) !== undefined) ||
      (isAnnounced && /\S \S+ \S/.test(title)),
  }
}

/** Longer ones are text, in characters. */
const maxItemLength = 1_000
const anyLink = /\[([^\][]{1,200})\]\(<?([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)?)>?(?:\s"[^"]*")?\)/g
/** What leads to it, beside a title. */
const showsTalk = /^\W*(?:the )?(?:slides?|video|recording|youtube|deck|talk|folien|presentation)\W*$/i
const isPlace = /^\W*(?:presented|given|delivered|held) (?:at|in)\b/i
const isNothing =
  /^\W*(?:open slot|tb[acd]|to be (?:announced|confirmed)|n\/a|social(?: gathering)?|cancelled|canceled)?\W*$/i

const leadsToTalk = (url: string): boolean => {
  const kind = webLink(url)?.kind
  return kind === 'video' || kind === 'slides' || placesOfTalks.test(url)
}
const placesOfTalks =
  /^https?:\/\/(?:[\w-]+\.)*(?:developer\.apple\.com\/videos|infoq\.com|confreaks\.\w+|pyvideo\.org|channel9\.msdn\.com|noti\.st)\//i

/** The day is taken off first, be it a link to what was that day. */
function withoutDayBefore(item: string): { readonly day: string; readonly rest: string } {
  const bare = item.replace(/^(?:\*\*|__)?\[([^\][]{6,30})\]\([^()\s]*\)(?:\*\*|__)?(?=[\s:,–—-])/, '$1')
  const start = bare.slice(0, maxDayLength)
  const { title, dated } = datedTitle(start)
  const at = start.length - title.length
  return dated === 'day'
    ? { day: bare.slice(0, at).replace(/[\s\]:|–—-]+$/, ''), rest: bare.slice(at) }
    : { day: '', rest: item }
}

/** A day and a word or two, in characters. */
const maxDayLength = 100

interface ItemParts {
  readonly title: string
  readonly url?: string
  readonly names: readonly string[]
  /** What stands behind, as it was typed. */
  readonly rest: string
}

interface PartsPlace extends ItemPlace {
  readonly isDated: boolean
}

function partsOfItem(item: string, place: PartsPlace): ItemParts | undefined {
  const { isName, isDated, isOwnList } = place
  const [linked, label = '', url = ''] =
    /^(?:\*\*|__|["“])?\[([^\][]{2,200})\]\(<?([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)?)>?(?:\s"[^"]*")?\)(?:\*\*|__|["”])?/.exec(
      item,
    ) ?? []
  const [marked, bold = ''] = linked
    ? []
    : (/^(?:\*\*|__|["“*_])(?=\S)([^*"“”]{2,200}?)(?:\*\*|__|["”*_])(?!\p{L})/u.exec(item) ?? [])
  const first = flattenLine(label || bold)
  const behind = item.slice((linked ?? marked ?? '').length)
  const isSomebody = (name: string) =>
    hasNameShape(name) && (isName(name) || isDated || (isProfile(url) && areNameWords(name)))
  if (first !== '' && isSomebody(first)) {
    // `Ada Example - Tides (slides)`
    const [, said = ''] = /^\s*(?:[-–—:|]+|on)\s+(\S.*)$/i.exec(behind) ?? []
    const title = titleBefore(said)
    const name = isProfile(url) ? `${first} (${url})` : first
    return title.text === '' ? undefined : { title: title.text, names: [name], rest: title.behind }
  }
  if (first !== '') {
    const rest = behind.replace(/^\s*(?:[-–—|,:]|by:?)\s+/i, '')
    // `**Tides** (Ada Example)`
    const [, within = ''] = /^\s*\(([^()]{3,60})\)/.exec(rest) ?? []
    const [who = ''] = within === '' ? rest.split(/\s*[([]/) : [within]
    // `Tides, OarConf, 9 June 2024`: before a day stands where it was.
    const isPlaceAndDay = /^\s*,/.test(behind) && dayIn(rest) !== undefined
    const people =
      isPlaceAndDay || who.trim() === '' || !/^\s*(?:[-–—|,:(]|by\b)/i.test(behind)
        ? []
        : speakersIn(`by ${who}`, isName).filter(
            ({ name }) => !isOwnList || isKnownName(name) || /\bby\b/i.test(behind),
          )
    const inTitle = people.length === 0 ? titleAndSpeakers(first, isName) : undefined
    const at = /^https?:/.test(url) ? { url } : {}
    if (inTitle && inTitle.names.length > 0) return { ...inTitle, ...at, rest: rest.trim() }
    return {
      title: first,
      ...at,
      names: people.map(({ name }) => name),
      rest: rest.trim(),
    }
  }
  // `OarConf 2019, 25 minutes: [Tides](https://youtu.be/…)`
  const [all = '', above = '', shown = '', at = ''] =
    /^([^\][]{3,100}?)[\s:,–—-]*\[([^\][]{5,200})\]\((https?:[^\s()<>]+)\)$/.exec(item) ?? []
  if (all !== '' && leadsToTalk(at) && !showsTalk.test(shown))
    return { title: flattenLine(shown), url: at, names: [], rest: above }
  const { text, behind: rest } = titleBefore(item)
  const split = splitPlain(text, place)
  return split && { ...split, rest }
}

/** What stands before links in brackets: `Tides ([slides](https://…), video to come)`. */
function titleBefore(text: string): { readonly text: string; readonly behind: string } {
  const at = text.search(/\s*[([]+(?:\[|(?:slides?|video|code|recording)\b)/i)
  return at <= 0
    ? { text: flattenLine(text), behind: '' }
    : { text: flattenLine(text.slice(0, at)), behind: text.slice(at).trim() }
}

/** An item without any link or sign: only with a day before it may a name stand first. */
function splitPlain(
  text: string,
  { isName, isAnnounced, isDated, isOwnList }: PartsPlace,
): Omit<ItemParts, 'rest'> | undefined {
  const [, who = '', topic = ''] =
    /^speakers?:\s*([^:,]{3,60}),\s*(?:topic|title|talk):\s*(\S.*)$/i.exec(text) ?? []
  if (who !== '') return { title: topic, names: [who] }
  const [, before = '', title = ''] = /^(\p{Lu}[^:–—]{3,60}?)(?:\s+[-–—]+|:)\s+(\S.*)$/u.exec(text) ?? []
  if (isDated && hasNameShape(before)) return { title, names: [before] }
  const split = titleAndSpeakers(text, isName)
  const isBehind = split.names.length > 0 && text.startsWith(split.title)
  if (isBehind) return { title: split.title, names: split.names }
  // Where talks are announced, whoever stands last is somebody.
  const [, said = '', last = ''] = /^(\S.*\S)\s+[-–—]+\s+([^–—]+)$/.exec(text) ?? []
  if (isAnnounced && !isOwnList && hasNameShape(last)) return { title: said, names: [last] }
  return isDated || isAnnounced ? { title: text, names: [] } : undefined
}
