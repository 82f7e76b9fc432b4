import type { Speaker } from '../talk.ts'
import { englishWeekday } from './day-word-lists.ts'
import { speakerOf } from './people.ts'
import { hasNameShape, type IsName, isCompany, isKnownName, isNamedAfterBy, isRole } from './person-names.ts'

const social = /(?:https?:\/\/)?(?:www\.)?\b(?:twitter|x)\.com\/(\w{2,30})\/?/g
const marker = new RegExp(
  [
    '^:?(?:speakers?|presenters?|instructors?|(?:talk |session |presentation )?(?:given|presented|held|delivered)',
    ' by|talk by|keynote by|session by|authors?|hosts?|panell?ists?|referent(?:in|en)?|sprecher(?:in)?|ponentes?|',
    String.raw`intervenants?|by|von|par|por|with|w\/)(?:\s*\(s\))?(?:\b|(?<=\/))(?:\s*:{1,2}|\s[-–—])?\s+(\S.*)$`,
  ].join(''),
  'i',
)

/**
 * The speakers that a line names, if that is what it is for: `Name`, `Name, Company`, `Name - what she does`, `by Name and
 * Name`, `Name @handle`, `@handle`, with or without links. Empty for any other line.
 */
export function speakersIn(line: string, isName: IsName): readonly Speaker[] {
  if (line.length > maxLineLength) return []
  const [, inCharacters] =
    /^(\p{Script=Han}{2,4}|[^／]*?\p{Lu}\p{Ll}+ \p{Lu}[^／]*?)\s*(?:\([^()]*\)\s*)?／\s*\S/u.exec(line) ?? []
  if (inCharacters !== undefined) return speakerOf(inCharacters)
  const handles = [...line.matchAll(/(?<![\w./])@(\w{2,30})/g), ...line.matchAll(social)].map(
    ([, name]) => `@${name}`,
  )
  // Whose words stand below, with the address of a post.
  if (/\/status\/\d+|:\s*$/.test(line) && handles.length > 0) return []
  const rest = plainLine(line)
    .replace(/(?<![\w.])@\w{2,30}/g, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,.|/–—-]+$/, '')
    .trim()
  const only = handles.map((handle) => ({ name: handle, handle }))
  if (rest === '' || /^twitter:?$/i.test(rest)) return only
  const marked = marker.exec(rest)?.[1]
  // Whoever has a handle is somebody, whatever the name.
  const isSomebody = (name: string) =>
    isName(name) || (handles.length > 0 && !/^\W*@/.test(line) && areNameWords(name))
  const people = namesIn(marked ?? rest, { isName: isSomebody, isMarked: marked !== undefined })
  if (people.length === 0 && marked !== undefined && isNamedAfterBy(marked)) return speakerOf(marked)
  if (people.length === 0 || (marked === undefined && rest.replace(/\([^()]*\)/g, '').length > 80)) return []
  return people.map((name, index) => ({ name, ...(handles[index] && { handle: handles[index] }) }))
}

/** Two or three words with capitals: for whoever has a handle or a profile, whatever else the words may mean. */
export const areNameWords: IsName = (name) =>
  /^\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,2}$/u.test(name)

/** No line that names people is longer, in characters; patterns must not be tried on whole books. */
const maxLineLength = 400

/** The line without links, emphasis and addresses of people. */
export const plainLine = (line: string): string =>
  line
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s"[^"]*")?\)/g, '$1')
    .replace(/`([^`<]+?)\s*<[^<>`]*>`_{1,2}/g, '$1')
    .replace(social, ' ')
    .replace(/\(?<?https?:\/\/[^\s<>)]+>?\)?/g, ' ')
    .replace(/(?<![\p{L}\d])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\p{L}\d])/gu, '')
    .replace(/<\/?(?:b|i|em|strong|span|small|br)\b[^<>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const betweenNames = new RegExp(
  [
    String.raw`\s*(?:,|;|&|\||\/|\s(?:and|und)\s|[()]|\s[-–—]+\s|:\s|\s(?:of|from|at|@)\s|\s(?:works?|working|is|was)`,
    String.raw`\s(?:at|for|as|an?|the)\s|\sas\s(?=\p{L}))\s*`,
  ].join(''),
  'u',
)

/** What follows a comma is a company as often as a second person, unless an `and` says that it is a list of people. */
function namesIn(
  text: string,
  { isName, isMarked }: { readonly isName: IsName; readonly isMarked: boolean },
): readonly string[] {
  const parts = text
    .split(betweenNames)
    .map((part) => part.trim().replace(/^(?:and|und)\s+/i, ''))
    .filter(Boolean)
  const [first = '', ...others] = parts
  // Three or more are people, and maybe where they all are from.
  const isList =
    /\s(?:and|und)\s|&|;/.test(text) ||
    (parts.length >= 3 && parts.slice(0, -1).every((name) => isName(name)))
  const isJoined = /\s(?:and|und)\s|&|;/.test(text)
  const rest = others.filter(
    (name) =>
      isName(name) &&
      !isRole(name) &&
      !isCompany(name) &&
      (isJoined || isKnownName(name)) &&
      !isLongUnknown(name),
  )
  const areAll = isList || (others.length > 0 && rest.length === others.length && rest.every(isKnownName))
  // Of several that an "and" joins, one that is a name makes names of the others.
  const joined = text.split(/\s+(?:and|und|&)\s+/)
  if (!isMarked && joined.length === 2 && joined.every(hasNameShape) && joined.some(isName)) return joined
  // Nothing but names, of people that nobody knows.
  const areUnknown =
    parts.length >= 2 && /,/.test(text) && parts.every((part) => hasNameShape(part) && !isKnownName(part))
  if (!isMarked && areUnknown && !parts.some((part) => isCompany(part) || isRole(part))) return parts
  if (!isMarked) return isName(first) && !isCompany(first) ? [first, ...(areAll ? rest : [])] : []
  const people = [first, ...others].filter((name, index) =>
    index === 0 ? isName(name) || hasNameShape(name) : rest.includes(name),
  )
  if (people.length > 0) return people
  // One word after `Speaker:` is somebody's name; a sentence is none.
  const isOneName = parts.length === 1 && /^\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}.'’-]*)?$/u.test(first)
  return isOneName ? speakerOf(first).map(({ name }) => name) : []
}

/** Four words and more, of which the first is nobody's, are a place that is called after somebody. */
const isLongUnknown = (name: string): boolean => {
  const words = name.split(/\s+/)
  return words.length >= 4 && !isKnownName(words.slice(0, 2).join(' '))
}

export interface SplitHeading {
  readonly title: string
  readonly names: readonly string[]
}

/**
 * `Title - Name`, `Title by Name`, `Title (Name, Company)`, `Name: Title`, `"Title" by Name`. Quotation marks around a whole
 * title are left out, and so are the speakers, with what they do.
 */
export function splitHeading(heading: string, isName: IsName): SplitHeading {
  if (heading.length > maxLineLength) return { title: heading, names: [] }
  const text = bareHeading(heading)
  const isSomebody: IsName = (name) =>
    isName(name) || (/(?<![\w.])@\w{2,}|\]:?\s*https?:/.test(text) && areNameWords(name))
  const people = (part: string) =>
    plainLine(part)
      .split(/\s*(?:,|&|;|\/|\sand\s|\sund\s)\s*/)
      .filter(Boolean)
  /** The names that a part consists of: a person with what they do, or several. */
  const named = (part: string, isBehind = false): readonly string[] => {
    const [first = '', ...others] = people(
      part
        .replace(/\s*\([^()]*\)/g, '')
        .replace(/\s*["“][^"”]+["”](?=\s\p{Lu})/u, '')
        .replace(/\[([^\][]+)\]:?\s*https?:\S+/g, '$1')
        .replace(/(?<![\w.])@\w+/g, '')
        .replace(/[\w.+-]+@[\w.-]+\.\w+/g, '')
        .replace(/[\s,–—-]+$/, '')
        .trim(),
    )
    const [who = '', where] = first.split(/\s+(?:of|from|at)\s+/)
    const isWho = isSomebody(who) || (isBehind && hasNameShape(who))
    if (where !== undefined && /^\p{Lu}/u.test(where) && isWho && !isCompany(who)) return [who]
    // `Title - Ada Example (Tea Ltd)`: whoever stands last, before a firm, is somebody.
    const isOfFirm = isBehind && /\S\s+\(\p{Lu}[^()\d]*\)$/u.test(part)
    const isThere = (name: string) => isSomebody(name) || (isOfFirm && hasNameShape(name))
    if (!isThere(first) || isCompany(first)) return []
    // What follows a comma is a company as often as a second person.
    const isJoined = /\s(?:and|und)\s|&|;/.test(part)
    const isList = isJoined || others.length > 1 || isOfFirm
    // Of several that an "and" joins, one that is a name makes names of the others.
    const isOther = isJoined ? hasNameShape : isThere
    const names = [
      first,
      ...(isList ? others.filter((name) => isOther(name) && !isRole(name) && !isCompany(name)) : []),
    ]
    return names
  }
  const asTitle = (title: string, names: readonly string[]): SplitHeading => ({
    title: unquoted(title.replace(/\s*[,;]$/, '')),
    names,
  })

  const quoted =
    /^(["“„«'‘])(.+?)(["”“»'’])\s*(?=\S|$)(?:(?:[-–—|,:]|(?:by|von|par|por|di|da|door)\b|\()\s*(?=\S|$))?(.*?)\)?$/i.exec(
      text,
    )
  if (quoted?.[2] && quoted[4] && named(quoted[4]).length > 0)
    return asTitle(quoted[2].trim(), named(quoted[4]))
  const by = /^(.*\S)\s+(?:by|von|par|por):?\s+(?=\S)([^()]+(?:\([^()]*\))?)$/i.exec(text)
  if (by?.[1] && by[2] && named(by[2]).length > 0) return asTitle(by[1], named(by[2]))
  // `Title with Name at Company`; who has a conversation with somebody may be either.
  const [, about = '', guest = ''] = /^(.{4,})\s+with\s+(\p{Lu}.*)$/u.exec(text) ?? []
  const [, host = ''] = /^(\p{Lu}\S+ \p{Lu}\S+)\s+(?:at|from|of)\s+\p{L}/u.exec(guest) ?? []
  if (hasNameShape(host) && !isCompany(host)) return asTitle(about, [host])
  const guests = about === '' || /\b(?:conversation|chat|interview|live)$/i.test(about) ? [] : named(guest)
  if (guests.length > 0 && guests.every(isKnownName)) return asTitle(about, guests)
  // `Name, Company, Title of several words`
  const [, first = '', firm = '', rest = ''] = /^([^,]+),\s+([^,]+),\s+(\S.*)$/.exec(text) ?? []
  const isTitled = rest.split(/\s+/).length >= 4 && firm.split(/\s+/).length <= 5 && !isName(firm)
  const isSomeone = isName(first) && isKnownName(first)
  const isFirm = isCompany(firm) || /^\p{Lu}{2,6}$/u.test(firm)
  if (isTitled && (isSomeone || (isFirm && hasNameShape(first)))) return asTitle(rest, [first])
  // `Name, Title of several words`
  const [, who = '', what = ''] = /^([^,|]+),\s+([^|]*)$/.exec(text) ?? []
  if (isName(who) && isKnownName(who) && !isCompany(who) && !isRole(what) && what.split(/\s+/).length >= 5)
    return asTitle(what, [who])
  const bracketed = /^(.+?)\s+[([]([^()[\]]+)[)\]]$/.exec(text)
  if (bracketed?.[1] && bracketed[2]) {
    const names = named(bracketed[2].replace(/^(?:by|with|speakers?:?)\s+/i, ''))
    if (names.length > 0) return asTitle(bracketed[1], names)
  }
  const segments = text
    .replace(/\s+[-–—|]+\s+@\w+$/, '')
    .split(/\s+[-–—|•·]+\s+|\s+[-–—](?=\p{Lu}\p{Ll}+ \p{Lu}.*@\w+$)/u)
    .filter((segment) => !/^[\w.+-]+@[\w.-]+\.\w+$/.test(segment))
  // Whoever stands beside a keynote gives it.
  const keynote = segments.findIndex((segment) => /^(?:(?:opening|closing) )?keynote$/i.test(segment))
  const beside = segments[1 - keynote]?.replace(/\s*["“(][^"”()]+["”)](?=\s\p{Lu})/u, '')
  if (segments.length === 2 && keynote >= 0 && beside && hasNameShape(beside))
    return asTitle(segments[keynote] ?? text, [beside])
  // `Keynote Ada Example`, and nothing else.
  const [, keynoter = ''] = /^(?:(?:opening|closing) )?keynote (\p{Lu}\S+(?: \S+){1,2})$/iu.exec(text) ?? []
  if (isName(keynoter) && hasNameShape(keynoter)) return { title: text, names: [keynoter] }
  const said = segments.findIndex((segment, at) => at > 0 && /^["“„«].+["”“»]$/.test(segment))
  if (said > 0 && named(segments[0] ?? '').length > 0)
    return asTitle(segments[said] ?? text, named(segments[0] ?? ''))
  if (segments.length > 1) {
    // From the end on, for a company may follow the name.
    for (let at = segments.length - 1; at > 0; at--) {
      const isLast = at === segments.length - 1
      const names = named(segments[at] ?? '', isLast)
      if (names.length > 0 && (isLast || segments.length === 3 || names.every(isKnownName)))
        return asTitle([...segments.slice(0, at)].join(' - '), names)
    }
    const names = named(segments[0] ?? '')
    if (names.length > 0) return asTitle(segments.slice(1).join(' - '), names)
  }
  // `Title - @handle`; a firm's begins with its only capital.
  const [, told = '', handle = ''] = /^(.+?)\s+(?:[-–—|]+|by)\s+\(?(@\w{2,30})\)?$/.exec(text) ?? []
  if (told !== '' && !/^@\p{Lu}\p{Ll}+$/u.test(handle)) return asTitle(told, [handle])
  // A comma stands in titles too, but seldom before somebody's name at the end.
  const [, before = '', last = ''] = /^(.{4,}),\s+([^,]+)$/.exec(plainLine(text)) ?? []
  if (before !== '' && isName(last) && isKnownName(last) && !hasNameShape(before))
    return asTitle(before, [last])
  const [, left = '', right = ''] = /^(.*?\S)\s*:\s+(\S.*)$/.exec(text) ?? []
  // After a colon stands a subtitle as often as a name: `Keynote: Name` names one.
  if (/^(?:(?:opening|closing) )?keynote|^lightning talk|^talk|^panel/i.test(left) && named(right).length > 0)
    return { title: text, names: named(right) }
  const [speaker = '', ...further] = right.split(',')
  if (/^(?:(?:opening|closing) )?keynote$/i.test(left) && further.length > 0 && hasNameShape(speaker))
    return { title: text, names: [speaker] }
  if (left && named(left).length > 0) return asTitle(right, named(left))
  if (right && named(right).length > 0 && people(right).every(isName)) return asTitle(left, named(right))
  return asTitle(text, [])
}

const numberedHeading = new RegExp(
  [
    `^(?:${englishWeekday} )?(?:(?:morning|afternoon|evening) )?(?:talk|session|`,
    String.raw`lecture|presentation)\s*#?\d{1,2}\s*[-–—:.]\s+(?=\S)`,
  ].join(''),
  'i',
)

/** `Tides by Ada Example [40 min]`. */
const lengthBehind = /(?<!\s)\s*[([]\d{1,3}\s?(?:m|min|mins|minutes?|h|hours?)\.?[)\]]$/i

/** Without a picture, a number of the list, an hour or a length around it. */
const bareHeading = (heading: string): string =>
  heading
    .replace(
      /<\/?(?:img|image|br|b|i|em|strong|span|sub|sup|small|a|p|div|font|center|kbd|h[1-6])\b[^<>]*>/gi,
      ' ',
    )
    .trim()
    .replace(/^\p{Extended_Pictographic}\uFE0F?\s*/u, '')
    .replace(/^\[fit\]\s*/i, '')
    .replace(/^\((?=\p{L}*\p{Lu}\p{L}*\p{Lu})[\p{L}\d]{2,10}\)\s+(?=\p{Lu})/u, '')
    .replace(/^day \d{1,2}\s*[-–—:]\s*(?:\d{1,2}\s*[-–—:.]\s*)?(?=\S)/i, '')
    .replace(/^0\d\s*[-–—:.)]\s+(?=\S)|^\d{1,2}\s+[-–—]\s+(?=\p{L})/u, '')
    .replace(/^(?:talk|session|lecture|presentation)\s*[-–—:]\s+(?=\S)/i, '')
    .replace(numberedHeading, '')
    .replace(/^talk\s+\d{1,2}\s+(?=\p{Lu})/iu, '')
    .replace(lengthBehind, '')
    .replace(
      /(?<!\s)\s*\((?:[^()\d\s][^()]{0,30}\s)?\s*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?\s*)?(?:[-–—]\s*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?\s*)?)?\)$/i,
      '',
    )
    .replace(
      /^\d{1,2}[:.]\d\d(?:\s*[-–—]\s*\d{1,2}[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*[-–—:|])?\s+(?=\S)/i,
      '',
    )
    .trim() || heading

/** Without quotation marks around the whole, unless more of them stand within. */
const unquoted = (title: string): string => {
  const [, kind = '', rest = ''] = /^(keynote:\s+)?(.*)$/i.exec(title.trim()) ?? []
  const [, inner] = /^["“„«'‘]\s*([^"“”„«»\s][^"“”„«»]*?)\s*["”“»'’]$/.exec(rest) ?? []
  return inner === undefined ? title.trim() : `${kind}${inner}`
}

const handleAlone = new RegExp(
  [
    String.raw`^(?:(?:twitter|x|mastodon|bluesky|github)\s*:?\s*)?(?:(@[\w.]{2,30}(?:@[\w-]+(?:\.[\w-]+)+)?)|`,
    String.raw`(?:https?:\/\/)?(?:www\.)?(?:twitter|x)\.com\/(\w{2,30})\/?)$`,
  ].join(''),
  'i',
)

/** The handle, if a line holds nothing else: `@ada`, `twitter.com/ada`, `Mastodon: @ada@social.example`. */
export function handleOf(line: string): string | undefined {
  const said = line.trim().replace(/^\[([^[\]\s]{2,60})\]\(<?https?:\/\/[^()\s]*>?\)$/, '$1')
  const [, handle, name = handle] = handleAlone.exec(said) ?? []
  return name === undefined || name.startsWith('@') ? name : `@${name}`
}
