import type { Speaker } from '../../talk.ts'
import { isFirstName, isLastName } from './given-names.ts'
import { speakerOf } from './people.ts'
import {
  hasNameShape,
  type IsName,
  isCompany,
  isKnownName,
  isNamedAfterBy,
  isOfTitleWords,
  isRole,
} from './person-names.ts'

const social = /(?:https?:\/\/)?(?:www\.)?\b(?:twitter|x)\.com\/(\w{2,30})\/?/g
const marker = new RegExp(
  [
    '^:?(?:speakers?|presenters?|instructors?|(?:talk |session |presentation )?(?:given|presented|held|delivered|led|hosted|taught)',
    ' by|talk by|keynote by|session by|authors?|hosts?|panell?ists?|referent(?:in|en)?|sprecher(?:in)?|ponentes?|',
    '(?:eine? )?(?:vortrag|talk|session|keynote) von|(?:gehalten|präsentiert|vorgestellt|vorgetragen) von|(?:présenté|animé|donné)e? par|(?:conférence|exposé|talk) (?:de|par)|',
    '(?:presentad|impartid|apresentad)[oa] por|(?:charla|ponencia|palestra) de|(?:tenut|presentat)[oa] da|(?:gepresenteerd|gegeven) door|',
    String.raw`intervenants?|by|von|par|por|with|w\/)(?:\s*\(s\))?(?:\b|(?<=\/))(?:\s*:{1,2}|\s[-–—])?\s+(\S.*)$`,
  ].join(''),
  'i',
)

/**
 * The speakers that a line names, if that is what it is for: `Name`, `Name, Company`, `Name - what she does`, `by Name and
 * Name`, `Name @handle`, `@handle`, with or without links. Empty for any other line.
 */
export function speakersIn(line: string, isName: IsName): readonly Speaker[] {
  if (line.length > maxSpeakerLine) return []
  const [, inCharacters] =
    hanName.exec(line) ??
    /^([^／]*?\p{Lu}\p{Ll}+ \p{Lu}[^／]*?)\s*(?:\([^()]*\)\s*)?／\s*\S/u.exec(line) ??
    []
  if (inCharacters !== undefined) return speakerOf(inCharacters)
  const handles = [...line.matchAll(/(?<![\w./])@(\w{2,30})/g), ...line.matchAll(social)].map(
    ([, name]) => `@${name}`,
  )
  // Whose words stand below, with the address of a post.
  if (/\/status\/\d+|:\s*$/.test(line) && handles.length > 0) return []
  const isMailed = line.search(mailAddress) >= 0
  const rest = withAnd(plainLine(line))
    .replace(/^(?:di|da) (?=\p{Lu}\S* \p{Lu})/u, 'by ')
    .replace(/(?<![\w.])@\w{2,30}/g, ' ')
    // `#tides; by Ada Example`
    .replace(/^(?:#\p{L}[\p{L}\d_]{2,40}[\s,;:|–—-]+){1,3}(?=\S)/u, '')
    .replace(nickname, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,.|/–—-]+$/, '')
    .trim()
  const only = handles.map((handle) => ({ name: handle, handle }))
  if (rest === '' || /^(?:twitter:?|(?:(?:given|presented|held|delivered|talk) )?by:?)$/i.test(rest))
    return only
  const marked = marker.exec(rest)?.[1]
  // Whoever has a handle or an address for mail is somebody, whatever the name.
  const isReached = isMailed || (handles.length > 0 && !/^\W*@/.test(line))
  const isSomebody = (name: string) =>
    isName(name) || (isReached && areNameWords(name) && !isOfTitleWords(name))
  const people = namesIn(marked ?? rest, { isName: isSomebody, isMarked: marked !== undefined })
  if (people.length === 0 && marked !== undefined && isNamedAfterBy(marked)) return speakerOf(marked)
  if (people.length === 0 && marked !== undefined && isSmallName(marked)) return speakerOf(inCapitals(marked))
  if (people.length === 0 || (marked === undefined && isTooLong(rest, people))) return []
  return people.map((name, index) => ({ name, ...(handles[index] && { handle: handles[index] }) }))
}

/** `by ada miller`: a first and a last name that many people have, in small letters. `By grace period` names nobody. */
function isSmallName(text: string): boolean {
  const [, first = '', last = ''] = /^(\p{Ll}{2,20}) (\p{Ll}{2,20})$/u.exec(text) ?? []
  return isFirstName(first) && isLastName(last)
}

/** A name in small letters as names are written. */
export const inCapitals = (name: string): string =>
  name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())

/** A line that says much more than names is a sentence; of names alone it may be as long as it likes. */
const isTooLong = (text: string, people: readonly string[]): boolean =>
  text.replace(/\([^()]*\)/g, '').length > maxBesideNames && !isListOf(text, people)

/** In characters. */
const maxBesideNames = 80

/** Whether a text says the names and nothing else. */
const isListOf = (text: string, people: readonly string[]): boolean =>
  /^(?:[\s,;&]|and|und)*$/.test(people.reduce((rest, name) => rest.replace(name, ''), text))

/** `Ada Example <ada@example.org>` */
export const mailAddress = /<(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}>/g
/** `Ada "tide" Example` */
export const nickname = /(?<=\p{Lu}[\p{L}.'’-]{0,30})\s["“][^"“”\s]{2,20}["”](?=\s\p{Lu})/gu

/** A name of Chinese characters before what somebody does: `王小明 / Oar University`. */
export const hanName = /^(\p{Script=Han}{2,4})\s*(?:\([^()]*\)\s*)?(?:／|\s\/\s)\s*\S/u

/** Two or three words with capitals: for whoever has a handle or a profile, whatever else the words may mean. */
export const areNameWords: IsName = (name) =>
  /^\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,2}$/u.test(name)

/** No line that names people is longer, in characters; patterns must not be tried on whole books. */
export const maxSpeakerLine = 400

/** The line without links, emphasis and addresses of people. */
export const plainLine = (line: string): string =>
  (mayBeMarked.test(line) ? withoutMarks(line) : line).replace(/\s+/g, ' ').trim()

/** With the "and" of other languages in English, between two whole names: in Spanish a `y` stands within some. */
export const withAnd = (names: string): string =>
  names.replace(
    /(?<!\S)(\p{Lu}\S* (?:\p{Ll}{1,3} )?\p{Lu}[^\s,]*) (?:et|e|y) (?=\p{Lu}\S* (?:\p{Ll}{1,3} )?\p{Lu})/gu,
    '$1 and ',
  )

/** Most lines have no sign that any of these begin with. */
const mayBeMarked = /[[`<*_/]/

const withoutMarks = (line: string): string =>
  line
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s"[^"]*")?\)/g, '$1')
    .replace(/`([^`<]+?)\s*<[^<>`]*>`_{1,2}/g, '$1')
    .replace(social, ' ')
    .replace(mailAddress, ' ')
    .replace(/\(?<?https?:\/\/[^\s<>)]+>?\)?/g, ' ')
    .replace(/(?<![\p{L}\d])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\p{L}\d])/gu, '')
    .replace(/<\/?(?:b|i|em|strong|span|small|br)\b[^<>]*>/gi, ' ')

const betweenNames = new RegExp(
  [
    String.raw`\s*(?:,|;|&|\||\/|\s(?:and|und)\s|[()]|\s[-–—]+\s|:\s|\s(?:of|from|at|@)\s|\s(?:works?|working|is|was)`,
    String.raw`\s(?:at|for|as|an?|the)\s|\sas\s(?=\p{L}))\s*`,
  ].join(''),
  'u',
)

/** Whether a text has a word or a sign that joins people, and no firms. */
export const joinsNames = (text: string): boolean => /\s(?:and|und)\s|&|;/.test(text)

/** What follows a comma is a company as often as a second person, unless an `and` says that it is a list of people. */
function namesIn(
  text: string,
  { isName, isMarked }: { readonly isName: IsName; readonly isMarked: boolean },
): readonly string[] {
  // `Name (Company), Name (Company)`
  const pairs = text
    .split(/,\s*(?![^()]*\))/)
    .map((pair) => /^([^()]+?)\s*\([^()]+\)$/.exec(pair.trim())?.[1] ?? '')
  if (pairs.length >= 2 && pairs.every(hasNameShape) && pairs.some(isName) && !pairs.some(isCompany))
    return pairs
  const parts = text
    .split(betweenNames)
    .map((part) => part.trim().replace(/^(?:and|und)\s+/i, ''))
    .filter(Boolean)
  const [first = '', ...others] = parts
  // Three or more are people, and maybe where they all are from.
  const isJoined = joinsNames(text)
  const isList = isJoined || (parts.length >= 3 && parts.slice(0, -1).every((name) => isName(name)))
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
  const areTwo = joined.length === 2 && joined.every(hasNameShape) && joined.some(isName)
  if (areTwo && !(isMarked && joined.some(isCompany))) return joined
  const listed = listOfPeople(parts, isName)
  if (listed.length > 0) return listed
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

/** Three or more of which most are known names and all have the shape of one; one may be what somebody is called. */
function listOfPeople(parts: readonly string[], isName: IsName): readonly string[] {
  const others = parts.filter((part) => !hasNameShape(part))
  const known = parts.filter((part) => isName(part) && isKnownName(part))
  const isList = parts.length >= 3 && known.length >= 2 && known.length * 2 >= parts.length
  const areOthers = others.length <= 1 && others.every((part) => /^\p{Ll}{3,20}$/u.test(part))
  return isList && areOthers && !parts.some((part) => isCompany(part) || isRole(part) || isLongUnknown(part))
    ? parts
    : []
}

/** Four words and more, of which the first is nobody's, are a place that is called after somebody. */
const isLongUnknown = (name: string): boolean => {
  const words = name.split(/\s+/)
  return words.length >= 4 && !isKnownName(words.slice(0, 2).join(' '))
}

const handleAlone = new RegExp(
  [
    String.raw`^(?:(?:twitter|x|mastodon|bluesky|github)\s*:?\s*)?(?:(@[\w.]{2,30}(?:@[\w-]+(?:\.[\w-]+)+)?)|`,
    String.raw`(?:https?:\/\/)?(?:www\.)?(?:twitter|x)\.com\/(\w{2,30})\/?)$`,
  ].join(''),
  'i',
)

/** The handle, if a line holds nothing else: `@ada`, `twitter.com/ada`, `**Mastodon:** @ada@social.example`. */
export function handleOf(line: string): string | undefined {
  const said = line
    .trim()
    .replace(/^([*_]{1,3})(\p{L}{1,10}:?)\1/u, '$2')
    .replace(/(?<=^|:\s?)\[([^[\]\s]{2,60})\]\(<?https?:\/\/[^()\s]*>?\)$/, '$1')
  const [, handle, name = handle] = handleAlone.exec(said) ?? []
  return name === undefined || name.startsWith('@') ? name : `@${name}`
}
