import { madeOnce } from '../../../text/remembering.ts'
import { isEventName } from '../words/event-names.ts'
import { isFirstName, isGoneBy, isLastName } from './given-names.ts'
import { titleWordList } from './title-word-list.ts'

/** Tells names of people from titles in one text: a word that also occurs in lower case is no name's. */
export type IsName = (text: string) => boolean

const particle = /^(van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|y|e|zu)$/i
// Two capitals in a row are an abbreviation.
const nameWord = /^(?!\p{Lu}\p{Lu})\p{Lu}[\p{L}\p{M}'’.-]*$/u
/** Behind a name: which of the family. */
const generation = /^(?:ii|iii|iv|jr|sr)\.?$/i
const initial = /^\p{Lu}\.?$/u
/** A middle name: `Ada Q. Example`. */
const shortened = /^\p{Lu}\.$/u

/** Whatever holds one is a title: to miss a speaker is better than to name a wrong one. */
const noNames: ReadonlySet<string> = new Set(titleWordList.split(/\s+/))

/** How names of cities begin. */
const place =
  /^(?:st\.?|san|santa|los|las|saint|mount|fort|port|hong|kuala|tel|buenos|cape|salt|rio|são|sao) /i

/** What points to somebody, or to what they wrote, and names nobody who speaks: `See Ada Example`. `See Yang` is a name. */
const isPointer = (name: string): boolean => {
  const [, first = ''] = pointer.exec(name) ?? []
  return first !== '' && isFirstName(first)
}

const pointer =
  /^(?:see|siehe|vgl\.?|cf\.?|voir|v[ée]ase|compare|follow|contact|thanks|danke|merci) (\S+) \S/i

/** Whether a text has the shape of a person's name: two to five words with capitals, and none that titles are made of. */
export function hasNameShape(name: string): boolean {
  const words = wordsOf(name).filter((word, index) => index < 2 || !generation.test(word))
  const own = words.filter((word, index) => index === 0 || !particle.test(word))
  return (
    own.length >= 2 &&
    words.length <= 5 &&
    !isEventName(name) &&
    !place.test(name) &&
    !isPointer(name) &&
    // An initial stands for a first name, and more than initials make one: `A. Keynote` counts a list.
    own.some((word) => !initial.test(word)) &&
    !initial.test(own.at(-1) ?? '') &&
    own.every(
      (word, at) =>
        (at > 0 && shortened.test(word)) ||
        ((nameWord.test(word) || (at === 0 && isGoneBy(word))) &&
          !noNames.has(word.toLowerCase().replace(/\.$/, ''))),
    )
  )
}

/** Whether a text has that shape, and is called like no organisation. */
export const mayBePerson: IsName = (name) => hasNameShape(name) && !isCompany(name)

/** Whether what somebody has put behind "by", and nothing else, may be a name, though a word in it means something too. */
export function isNamedAfterBy(text: string): boolean {
  const words = wordsOf(text)
  const common = words.filter((word) => noNames.has(word.toLowerCase()))
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => nameWord.test(word)) &&
    common.length * 2 < words.length
  )
}

/** Whether a text is a common first name and a last one that means something else too: `Josh Long`, and not `Oscar Health`. */
export function isCalledLikeWord(text: string): boolean {
  const [first = '', last = '', ...others] = wordsOf(text)
  const isFirst = nameWord.test(first) && isFirstName(first) && !noNames.has(first.toLowerCase())
  return others.length === 0 && isFirst && lastNameAndWord.test(last)
}

const lastNameAndWord = new RegExp(
  [
    '^(?:bell|berry|bird|bishop|black|blue|brooks?|bush|case|church|cook|cross|day|early|english|fields?|fish|flowers?|ford|forest|fox|',
    'francis|freeman|french|frost|gates?|gold|good|grant|green|gray|hand|hardy|hill|holder|holmes|hope|house|hunt|hunter|judge|king|knight|lake|',
    'lamb|lane|law|little|long|lord|love|major|march|marsh|mason|may|mills?|moon|newman|noble|north|page|parks?|penny|pope|porter|',
    'post|powers?|price|rice|rich|rose|rush|sharp|short|silver|singer|small|snow|sparks|speed|spring|stone|street|strong|summers?|swift|',
    'temple|town|walls|ward|waters?|wells|west|white|wild|winters?|wise|wolf|woods?|worth|young)$',
  ].join(''),
  'i',
)

/** Whether all words of a text are such as titles are made of: `The Evolution`. */
export const isOfTitleWords = (text: string): boolean =>
  wordsOf(text).every((word) => noNames.has(word.toLowerCase()))

/** Whether a name has a first or last name that many people have. */
export function isKnownName(name: string): boolean {
  if (/^(?:dr|prof)\.?\s/i.test(name)) return true
  const words = wordsOf(name).filter((word) => !/^(?:dr|prof|mr|mrs|ms)\.?$/i.test(word))
  return words.slice(0, -1).some(isFirstName) || isLastName(words.at(-1) ?? '')
}

/** Whether a name is of a first and a last name that many people have: then it is one whatever its words mean, as in `Will Young`. */
export function isWhollyKnown(name: string): boolean {
  const [first = '', last = '', ...others] = wordsOf(name)
  return others.length === 0 && isFirstName(first) && last.split('-').some(isLastName)
}

/** Without a text around it, only a name that many people have is one: in the name of a file, or a calendar's entry. */
export const isKnownPerson: IsName = (name) => hasNameShape(name) && isKnownName(name)

export function createIsName(text: string): IsName {
  // Most texts are asked of little, so that each of these is looked for if it is needed.
  const common = madeOnce(() => commonWords(text))
  const hasShape: IsName = (name) =>
    hasNameShape(name) &&
    (isWhollyKnown(name) ||
      wordsOf(name).every(
        (word) => particle.test(word) || generation.test(word) || !common().has(word.toLowerCase()),
      ))
  const isTrusting = madeOnce(() => mostlyNames(text, hasShape))
  const top = madeOnce(() => onlyTopHeading(text))
  const inPlaces = madeOnce(
    () => new Set(placesOfNames.flatMap((place) => namesInPlace(text, place, hasShape))),
  )
  const searched = text.slice(0, maxSearched)
  const marked = new Map<string, boolean>()
  const isMarkedOnce = (name: string) => {
    const known = marked.get(name)
    if (known !== undefined || marked.size >= maxSearches) return known ?? false
    const found = isMarked(name, searched)
    marked.set(name, found)
    return found
  }
  return (name) =>
    name.length <= maxNameLength &&
    hasShape(name) &&
    (isKnownName(name) || (isTrusting() && name !== top()) || inPlaces().has(name) || isMarkedOnce(name))
}

/** What stands in a text in lower case. Addresses do, whoever is meant. */
const commonWords = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .replace(/\]\([^()\s]*\)|\]\[[^\][]{1,80}\]/g, '] ')
      .replace(/^ {0,3}\[[^\][\n]{1,80}\]:[^\n]*$/gm, ' ')
      .match(/(?<![\p{L}\p{N}@/._-])\p{Ll}[\p{L}]+(?![\p{L}\p{N}_.+-]*@|\.\p{L})/gu),
  )

/** The names that stand in a place of lines, if most of them are known ones. */
function namesInPlace(text: string, place: RegExp, hasShape: IsName): readonly string[] {
  const names: string[] = []
  for (const line of text.slice(0, maxSearched).split('\n')) {
    const [, name = ''] = line.length > maxPlaceLength ? [] : (place.exec(line) ?? [])
    if (hasShape(name)) names.push(name)
  }
  return names.length >= minPlaces && names.filter(isKnownName).length * 2 >= names.length ? names : []
}

/** Where names stand in headings and items, each place judged by itself. */
const placesOfNames: readonly RegExp[] = [
  // `### 11:35 Ada Example - Tides that turn`: a title has three words at least, and no name's shape.
  /^#{1,6}\s+(?:\d{1,2}[:.]\d\d\s+)?(\p{Lu}[^\s–—|:-]*(?: \p{L}[^\s–—|:]*){1,3})\s+[-–—|]\s+(?:\S{4}|\S+\s+\S)/u,
  // `## Tides that turn / Ada Example`, or behind "by".
  /^#{1,6}\s+\S[^\n]*?(?:\sby|\s?\/)\s+(\p{Lu}[^\s()/,|]{1,25}(?: \p{L}[^\s()/,|]{0,25}){1,3})\s*$/u,
  // `* [Tides (Ada Example)](https://…)`
  /^\s{0,3}[-*+]\s.*?\(([^()]{4,40})\)(?:\]\([^()\s]*\))?\s*$/,
]

/** Whether what stands in the places of names is mostly known names: then the others are names too. */
function mostlyNames(text: string, hasShape: IsName): boolean {
  let known = 0
  let all = 0
  let isBelowHeading = false
  for (const written of text.split('\n')) {
    // If a longer one names somebody, nobody would look.
    const line = written.slice(0, maxPlaceLength).replace(/(?<=[^\s\]])\s\[[^\][]*\]\([^()\s]*\)/g, '')
    const [, heading] = /^(?:#{1,6}\s*(?=\S)|\*\*|__)(.*[^\s#])\s*#*$/.exec(line) ?? []
    // What stands behind a title, or on the line below it.
    const beside = heading?.split(/\s+[-–—|]+\s+|\s+by\s+|\s*[(,)]\s*/).slice(1) ?? []
    const below = isBelowHeading
      ? [(/^[\W_]*(?:by\s+)?([^,|(@–—]+?)[*_]{0,3}\s*(?:[,|(@–—]|\s-\s|$)/i.exec(line)?.[1] ?? '').trim()]
      : []
    const place = [...beside, ...below].find(hasShape)
    if (line.trim() !== '') isBelowHeading = heading !== undefined
    if (place === undefined) continue
    all++
    if (isKnownName(place)) known++
  }
  return all >= minPlaces && known * 2 >= all
}

/** What stands above all headings: in notes that name others below, an event as often as somebody, `# Velocity London`. */
function onlyTopHeading(text: string): string {
  const [top = '', ...others] = text.slice(0, maxSearched).match(/^#[^#\n][^\n]{0,100}$/gm) ?? []
  return others.length > 0 ? '' : top.replace(/^#\s*|\s*#*$/g, '')
}

const minPlaces = 3
/** Characters of a text that is searched for what makes names of words, and how often: texts can be hostile. */
const maxSearched = 200_000
const maxSearches = 2_000
const maxNameLength = 80
const maxPlaceLength = 400

/** Whether the text itself says somewhere that it is a person's: after "by", before a handle, or as a link to a profile. */
function isMarked(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.slice(Math.max(0, at - 30), at)
    const after = text.slice(at + name.length, at + name.length + 60)
    if (
      /(?:\b(?:by|speakers?|presenters?|authors?)\b[\s:*_[]*|(?:speakers?|presenters?|authors?)[^\n]{0,12}\n?[\s:*_[-]*)$/i.test(
        before,
      )
    )
      return true
    if (/^(?:\*\*|__)?[\s,([|–—-]*@\w/.test(after)) return true
    if (/^\*{0,2}\]\(https?:\/\/(?:[\w.]*\b(?:twitter|x|linkedin|github|mastodon)\b|[^)\s]*\/@)/i.test(after))
      return true
    if (isRole(/^\*{0,2}\s*(?:[,(|]|[-–—]\s)\s*((?!https?:)[^\n]{3,50})/.exec(after)?.[1] ?? '')) return true
  }
  return false
}

const wordsOf = (name: string): readonly string[] =>
  name
    .trim()
    .replace(/(?<=\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/\s+/)

const roleWords = [
  'engineer|developer|designer|founder|co-?founder|c[eto]o|professor|prof|lead|head|manager|mgr|director|',
  'architect|scientist|researcher|consultant|author|evangelist|advocate|maintainer|student|journalist|analyst|',
  'president|vp|specialist|freelancer?|creator|chair|fellow|entwickler(?:in)?',
].join('')
const roles = new RegExp(String.raw`\b(?:${roleWords})\b`, 'i')
const companies = new RegExp(
  [
    String.raw`\b(inc|ltd|llc|gmbh|ag|corp|co|cent(?:er|re)|hospital|clinic|university|universit[aä]t|institute|college|`,
    'school|labs?|works|foundation|group|systems|software|studios?|technologies|media|society|association|',
    'stadtwerke|werke|verlag|versicherung|hochschule|fachhochschule|krankenkasse|sparkasse|bundesamt|landesamt|ministerium|verein|klinik|institut|stiftung|',
    'akademie|société|université|universidad|università|universidade|fundación|fondation|',
    'council|agency|ministry|department|bank|press|times|club|union|network|alliance|google|microsoft|amazon|',
    'facebook|meta|apple|netflix|ibm|oracle|red hat|mozilla|twitter|github|spotify|uber|airbnb|shopify|',
    'academy|tech|falls|jane street|morgan stanley|charles schwab|john deere|robert bosch|max planck|thomas cook|',
    'philip morris|hugo boss|mercedes benz|carl zeiss|jack wolfskin|arthur andersen|ernst young|baker hughes|harvey nash|',
    'edward jones|ada health|',
    String.raw`thoughtworks)\b\.?`,
  ].join(''),
  'i',
)

/** Whether a text says what somebody does, or for whom: `lead designer at Example Ltd`. */
export const isRole = (text: string): boolean =>
  roles.test(text) || companies.test(text) || /^(at|of|from|@)\b/i.test(text.trim())

/**
 * Whether a title is one that somebody has, rather than a talk's: `Founder, Oars`, `Software Engineer`. It has more words than
 * `isRole` looks for, since some of them are also last names.
 */
export const isRoleAlone = (title: string): boolean =>
  title.split(/\s+/).length <= maxWordsOfRole && roleAtEnd.test(title)

const maxWordsOfRole = 5
const roleAtEnd = ((words: string) => new RegExp(String.raw`^(?:${words})\b|\b(?:${words})$`, 'i'))(
  `${roleWords}|organi[sz]er|hacker|programmer|editor`,
)

/** Whether a text may be an organisation rather than a person: `Kettle Works`. */
export const isCompany = (text: string): boolean => companies.test(text)
