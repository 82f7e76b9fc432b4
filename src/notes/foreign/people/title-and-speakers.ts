import { bareHeading, unquotedTitle } from '../words/bare-heading.ts'
import { isEventName } from '../words/event-names.ts'
import { type HeadingPeople, partsOfList, peopleOfHeading } from './heading-people.ts'
import { hasNameShape, type IsName, isCompany, isKnownName, isRole, mayBePerson } from './person-names.ts'
import { maxSpeakerLine, plainLine } from './speaker-line.ts'
import { saysWhoWrote } from './speaker-signs.ts'

export interface TitleAndSpeakers {
  readonly title: string
  readonly names: readonly string[]
}

/**
 * `Title - Name`, `Title by Name`, `Title (Name, Company)`, `Name: Title`, `"Title" by Name`. Quotation marks around a whole
 * title are left out, and so are the speakers, with what they do.
 */
export function titleAndSpeakers(heading: string, isName: IsName): TitleAndSpeakers {
  if (heading.length > maxSpeakerLine) return { title: heading, names: [] }
  const text = bareHeading(heading)
  const people = peopleOfHeading(text, isName)
  for (const readForm of headingForms) {
    const split = readForm(text, people)
    if (split) return split
  }
  return asTitle(text, [])
}

/** Undefined if the heading is of another form, or names nobody in it. */
type ReadForm = (text: string, people: HeadingPeople) => TitleAndSpeakers | undefined

const asTitle = (title: string, names: readonly string[]): TitleAndSpeakers => ({
  title: unquotedTitle(title.replace(/\s*[,;]$|\s+[-–—|]+$/, '')),
  names,
})

/** The title, if there are names. */
const ifNamed = (title: string, names: readonly string[]): TitleAndSpeakers | undefined =>
  names.length > 0 ? asTitle(title, names) : undefined

/** `"Title" by Name`, `"Title" (Name)` */
const quotedTitle: ReadForm = (text, { namesIn }) => {
  const [, , title = '', , rest = ''] = quotedBefore.exec(text) ?? []
  return rest === '' ? undefined : ifNamed(title.trim(), namesIn(rest))
}

const quotedBefore =
  /^(["“„«'‘])(.+?)(["”“»'’])\s*(?=\S|$)(?:(?:[-–—|,:]|(?:by|von|par|por|di|da|door)\b|\()\s*(?=\S|$))?(.*?)\)?$/i

const titleByName: ReadForm = (text, { namesIn }) => {
  const [, titleOfLinked = '', linked = ''] = titleByLinks.exec(text) ?? []
  const people = [...linked.matchAll(/\[([^\][]+)\]/g)].map(([, name = '']) => name)
  if (people.some((name) => namesIn(name).length > 0))
    return asTitle(titleOfLinked, people.filter(mayBePerson))
  const [, title = '', who = ''] =
    /^(.*\S)\s+(?:by|von|par|por):?\s+(?=\S)([^()]+(?:\([^()]*\))?)$/i.exec(text) ?? []
  const names = who === '' || saysWhoWrote(text) ? [] : namesIn(who)
  // `How boats were built by Old Sailors - @adaexample`: the handle says who speaks of it.
  const isOfTitle = passive.test(title) && /\s[-–—|]+\s+\(?@\w{2,30}\)?$/.test(text)
  return isOfTitle && !names.every(isKnownName) ? undefined : ifNamed(title, names)
}

const passive = /\b(?:is|are|was|were|be|been|being|gets?|got) (?:\p{L}+ )?\p{L}+(?:ed|en|n|t)$/iu

/** `Title by [Name](https://…) and [Name](https://…)` */
const titleByLinks =
  /^(.*\S)\s+(?:by|von|par|por):?\s+(\[[^\][]+\]\([^()\s]*\)(?:\s*(?:,|&|and|und|et|y)\s*\[[^\][]+\]\([^()\s]*\)){1,3})$/i

/** `Title with Name at Company`, `Title w/ Name`; who has a conversation with somebody may be either. */
const titleWithName: ReadForm = (text, { namesIn }) => {
  const [, about = '', guest = ''] = /^(.{4,})\s+(?:with|w\/)\s+(\p{Lu}.*)$/u.exec(text) ?? []
  const [, host = ''] = /^(\p{Lu}\S+ \p{Lu}\S+)\s+(?:at|from|of)\s+\p{L}/u.exec(guest) ?? []
  if (mayBePerson(host)) return asTitle(about, [host])
  if (about === '' || /\b(?:conversation|chat|interview|live)$/i.test(about)) return undefined
  const guests = namesIn(guest)
  return guests.every(isKnownName) ? ifNamed(about, guests) : undefined
}

/** `Name, Company, Title of several words` */
const nameFirmTitle: ReadForm = (text, { isName }) => {
  const [, who = '', firm = '', title = ''] = /^([^,]+),\s+([^,]+),\s+(\S.*)$/.exec(text) ?? []
  if (title.split(/\s+/).length < 4 || firm.split(/\s+/).length > 5 || isName(firm)) return undefined
  const isSomebody = isName(who) && isKnownName(who)
  const isFirm = isCompany(firm) || /^\p{Lu}{2,6}$/u.test(firm)
  return isSomebody || (isFirm && hasNameShape(who)) ? asTitle(title, [who]) : undefined
}

/** `Name, Title of several words` */
const nameCommaTitle: ReadForm = (text, { isName }) => {
  const [, who = '', title = ''] = /^([^,|]+),\s+([^|]*)$/.exec(text) ?? []
  const isSomebody = isName(who) && isKnownName(who) && !isCompany(who)
  // `Name, Name - Title`, `Name, Name: Title`
  const isList = /\s[-–—]\s/.test(title) || isName(aroundColon(title)[0])
  return isSomebody && !isRole(title) && !isList && title.split(/\s+/).length >= 5
    ? asTitle(title, [who])
    : undefined
}

/** `Title (Name, Company)` */
const bracketedName: ReadForm = (text, { namesIn }) => {
  const [, title = '', within = ''] = /^(.+?)\s+[([]([^()[\]]+)[)\]]$/.exec(text) ?? []
  return ifNamed(title, within === '' ? [] : namesIn(within.replace(/^(?:by|with|speakers?:?)\s+/i, '')))
}

/** `[Name] Title`, `[Name, Name] Title`: nobody need know them. */
const nameInBracketsBefore: ReadForm = (text) => {
  const [, within = '', title = ''] = /^\[([^\][]{4,80})\]\s+(\S.{3,})$/.exec(text) ?? []
  const names = within.split(/\s*[,&]\s*|\s+and\s+/)
  return names.every(mayBePerson) ? asTitle(title, names) : undefined
}

/** `Keynote Name`, and nothing else. */
const keynoteOfName: ReadForm = (text, { isName }) => {
  const [, who = ''] = /^(?:(?:opening|closing) )?keynote (\p{Lu}\S+(?: \S+){1,2})$/iu.exec(text) ?? []
  return isName(who) && hasNameShape(who) ? { title: text, names: [who] } : undefined
}

/** `Ada Example Keynote`, `Ada Example's keynote (Tea Ltd)`, and nothing else. */
const nameOfKeynote: ReadForm = (text, { isName }) => {
  const title = text.replace(/(?<=keynote)\s\([^()]*\)$/i, '')
  const [, whose = ''] = /^(\p{Lu}\S+(?: \S+){1,3}?) (?:(?:opening|closing) )?keynote$/iu.exec(title) ?? []
  const who = whose.replace(/['’]s$/, '')
  return isName(who) && hasNameShape(who) && isKnownName(who) ? { title, names: [who] } : undefined
}

/** Whoever stands beside a keynote gives it: `Keynote - Name`. */
const besideKeynote: ReadForm = (text) => {
  const segments = segmentsOf(text)
  const at = segments.findIndex((segment) => keynoteAlone.test(segment))
  const who = segments[1 - at]?.replace(/\s*["“(][^"”()]+["”)](?=\s\p{Lu})/u, '') ?? ''
  return segments.length === 2 && at >= 0 && hasNameShape(who)
    ? asTitle(segments[at] ?? text, [who])
    : undefined
}

const keynoteAlone = /^(?:(?:opening|closing) )?keynote$/i

/** `Name | Company | "Title"` */
const nameBeforeQuoted: ReadForm = (text, { namesIn }) => {
  const [first = '', ...others] = segmentsOf(text)
  const title = others.find((segment) => /^["“„«].+["”“»]$/.test(segment))
  return title === undefined ? undefined : ifNamed(title, namesIn(first))
}

/** `Title - Name`, `Title - Name - Company`: from the end on, for a company may follow the name. */
const nameBehind: ReadForm = (text, { namesIn, namesBehind }) => {
  const segments = segmentsOf(text)
  for (let at = segments.length - 1; at > 0; at--) {
    const isLast = at === segments.length - 1
    const segment = (segments[at] ?? '').replace(/^(?:speakers?|presenters?)[:\s]\s*(?=\p{Lu})/iu, '')
    const names = isLast ? namesBehind(unshouted(segment, segments.slice(0, at))) : namesIn(segment)
    const isSure = isLast || segments.length === 3 || names.every(isKnownName)
    if (names.length > 0 && isSure && !isWork(segment))
      return asTitle(asWritten(text, segments.slice(0, at)), names)
  }
  return undefined
}

/** `Tides that turn - ADA EXAMPLE and BO SAMPLE`: names in capitals behind a title that is not, as names are written. */
function unshouted(segment: string, before: readonly string[]): string {
  const isShouted = /^\p{Lu}[\p{Lu}.'’-]+(?:,? (?:and )?\p{Lu}[\p{Lu}.'’-]+){1,9}$/u.test(segment)
  return isShouted && before.some((part) => /\p{Ll}{3}/u.test(part))
    ? segment.replace(/(?<=\p{Lu})\p{Lu}+/gu, (letters) => letters.toLowerCase())
    : segment
}

/** `Name - Title` */
const nameBefore: ReadForm = (text, { namesIn }) => {
  const [first = '', ...others] = segmentsOf(text)
  if (others.length === 0) return undefined
  // What somebody does, or for whom, is no title: `Name - from Company`.
  if (
    others.length <= 2 &&
    namesIn(first).length > 0 &&
    isWork(others[0] ?? '') &&
    !/\S \S+ \S/.test(others[1] ?? '')
  )
    return asTitle(first, namesIn(first))
  // `Name - Company - Title of several words`
  const [firm = '', title = ''] = others
  const isTitled = others.length === 2 && isCompany(firm) && title.split(/\s+/).length >= 3
  return ifNamed(isTitled ? title : asWritten(text.slice(first.length), others), namesIn(first))
}

const isWork = (text: string): boolean => workOf.test(text) || firmOf.test(text)

/** `from Tea Ltd`: `From tides to oars` is a title. */
const firmOf = /^(?:[Ff]rom|at) \p{Lu}\S*(?: \p{Lu}\S*)?$/u
/** `Senior Software Engineer @ Tea Ltd` */
const workOf = new RegExp(
  [
    '^(?:(?:senior|sr\\.?|principal|lead|staff|chief|head|vp|software|product|engineering|technical|tech|project|developer|data|',
    'security|cloud|platform|web|front-?end|back-?end|full-?stack) ){0,4}(?:engineer|architect|developer|manager|director|',
    'founder|co-?founder|advocate|evangelist|lead|president|consultant|exec(?:utive)? dir(?:ector)?|c[eto]o|moderator|host)(?: ?(?:@|at|of|,) ?\\S.{0,40})?$',
  ].join(''),
  'i',
)

/** What dashes, bars and dots divide. */
const segmentsOf = (text: string): readonly string[] =>
  text
    .replace(/\s+[-–—|]+\s+@\w+$/, '')
    .split(
      /\s+[-–—|•·]+\s+|\s?\/\s+(?=\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.]*){1,3}$)|\s+\/\s+|\s+[-–—](?=\p{Lu}\p{Ll}+ \p{Lu}.*@\w+$)/u,
    )
    .filter((segment) => !/^[\w.+-]+@[\w.-]+\.\w+$/.test(segment))

/** Segments with what stands between them: titles have dashes, bars and slashes of their own. */
function asWritten(text: string, segments: readonly string[]): string {
  const from = text.indexOf(segments[0] ?? '')
  const to = segments.reduce((at, segment) => text.indexOf(segment, at) + segment.length, from)
  return text.slice(from, to)
}

/** `Title - @handle`, `Title (@handle)`, `Title Name @handle`; a firm's begins with its only capital. */
const handleBehind: ReadForm = (text) => {
  const [, title = '', sign = '', bracket = '', handle = ''] =
    /^(.+?)\s+([-–—|]+\s+|by\s+|)(\(?)(@\w{2,30})\)?$/.exec(text) ?? []
  if (title === '' || /^@\p{Lu}\p{Ll}+$/u.test(handle)) return undefined
  if (sign !== '') return asTitle(title, [handle])
  // Without a sign it may be where it was, `Tides @oarconf`, or what code is called, `Layers and @scope`.
  const [, about = '', name = ''] = /^(\S.*\S)\s+(\S+ \S+)$/.exec(title) ?? []
  if (
    isEventName(handle.slice(1)) ||
    ofEvent.test(handle) ||
    about === '' ||
    title.includes('@') ||
    /[([/]\s*\S*$|[([][^)\]]*$/.test(title)
  )
    return undefined
  if (hasNameShape(name)) return isKnownName(name) && !goesOn.test(about) ? asTitle(about, [name]) : undefined
  return bracket === '' || goesOn.test(title) ? undefined : asTitle(title, [handle])
}

/** Behind these words stands what a title is on: `Tides with`. */
const goesOn =
  /(?:[,:&+]|\b(?:and|or|with|without|from|to|on|in|into|of|for|by|at|via|vs\.?|using|about|than|und|oder|mit|von|für|e|y|et|con|com|avec|de))$/iu

/** `@oarconf2019` */
const ofEvent = /(?:conf|camp|fest|days|summit|meet-?up)_?\d*$/i

/** A comma stands in titles too, but seldom before somebody's name at the end. */
const nameBehindComma: ReadForm = (text, { isName }) => {
  const [, title = '', who = ''] = /^(.{4,}),\s+([^,]+)$/.exec(plainLine(text)) ?? []
  const isSomebody = title !== '' && isName(who) && isKnownName(who)
  // `Keynote: Name, Name`
  const isSecond = hasNameShape(aroundColon(title)[1] || title)
  return isSomebody && !isSecond ? asTitle(title, [who]) : undefined
}

/** After a colon stands a subtitle as often as a name: `Keynote: Name` names one. */
const kindBeforeColon: ReadForm = (text, { namesIn }) => {
  const [kind, rest] = aroundColon(text)
  const isKind = /^(?:(?:opening|closing) )?keynote|^lightning talk|^talk|^panel/i.test(kind)
  const names = isKind ? namesIn(rest) : []
  if (names.length > 0) return { title: text, names }
  const [who = '', ...further] = rest.split(',')
  return keynoteAlone.test(kind) && further.length > 0 && hasNameShape(who)
    ? { title: text, names: [who] }
    : undefined
}

/** `Keynote: Name - Title of several words`, `Lightning talk by Name: Title …`, `Keynote: Name - CTO of Company` */
const kindNameTitle: ReadForm = (text, { namesIn }) => {
  const [, kind = '', who = '', title = ''] = kindAndName.exec(text) ?? []
  if (isWork(title) || isRole(title) || isCompany(title)) return ifNamed(`${kind}: ${who}`, namesIn(who))
  return /\S\s+\S/.test(title) ? ifNamed(`${kind}: ${title}`, namesIn(who)) : undefined
}

const kindAndName =
  /^((?:(?:opening|closing) )?keynote|(?:lightning )?talk|workshop|tutorial|panel)(?:\s+by|:|\s+[-–—|]+)\s+(\p{Lu}[^:–—|]*?)(?::|\s+[-–—|]+)\s+(\S.*)$/iu

/** `Name: Title`, `Title: Name` */
const nameAtColon: ReadForm = (text, { isName, namesIn }) => {
  const [before, behind] = aroundColon(text)
  if (before === '') return undefined
  // `Speaker: Name`: nothing else is called so.
  if (/^(?:speakers?|presenters?)$/i.test(before)) return ifNamed(behind, namesIn(behind))
  const isBehind = behind !== '' && partsOfList(behind).every(isName)
  return ifNamed(behind, namesIn(before)) ?? (isBehind ? ifNamed(before, namesIn(behind)) : undefined)
}

const aroundColon = (text: string): readonly [before: string, behind: string] => {
  const [, before = '', behind = ''] = /^(.*?\S)\s*:\s+(\S.*)$/.exec(text) ?? []
  return [before, behind]
}

/** The first that finds somebody is right. */
const headingForms: readonly ReadForm[] = [
  quotedTitle,
  titleByName,
  titleWithName,
  nameBeforeQuoted,
  nameFirmTitle,
  nameCommaTitle,
  bracketedName,
  nameInBracketsBefore,
  keynoteOfName,
  nameOfKeynote,
  besideKeynote,
  kindNameTitle,
  nameBehind,
  nameBefore,
  handleBehind,
  nameBehindComma,
  kindBeforeColon,
  nameAtColon,
]
