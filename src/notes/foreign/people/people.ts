import { isJsonObject } from '../../../text/is-json-object.ts'
import { readNamedLetters } from '../../../text/named-letters.ts'
import { withCapital } from '../../../text/with-capital.ts'
import type { Speaker } from '../../talk.ts'
import { foldKey } from '../words/property-line.ts'
import { isFirstName, isLastName } from './given-names.ts'
import { knownName, namePartsIn, wholeName } from './name-parts.ts'
import {
  hasNameShape,
  isCalledLikeWord,
  isCompany,
  isKnownName,
  isKnownPerson,
  isRole,
} from './person-names.ts'

/**
 * The people that a field of front matter names, in whatever shape: one text, a list, mappings, wiki links, slugs. What a
 * comma sets off may be a firm or what the person does, which are left out.
 *
 *     peopleIn('Ada Example (Tea Ltd) and Bo Sample') // => [{ name: 'Ada Example' }, { name: 'Bo Sample' }]
 *     peopleIn(['ada-example'], { areSlugs: true }) // => [{ name: 'Ada Example' }]
 */
export function peopleIn(value: unknown, { areSlugs = false } = {}): readonly Speaker[] {
  const people = valuesIn(value).flatMap((one) => {
    if (typeof one !== 'string') return one
    const page = pageOf(one)
    if (page !== undefined) return speakerOf(nameOfSlug(page))
    return areSlugs || isSlug(one) ? speakerOf(nameOfSlug(one)) : linesOfPeople(one).flatMap(namesInList)
  })
  const known = new Map<string, Speaker>()
  for (const person of people)
    if (!known.has(person.name.toLowerCase())) known.set(person.name.toLowerCase(), person)
  return withOwnHandle([...known.values()]).slice(0, 30)
}

/** Beside the only person that is named, a handle is that person's. */
function withOwnHandle(people: readonly Speaker[]): readonly Speaker[] {
  const [only, ...others] = people.filter(({ name }) => !name.startsWith('@'))
  const [first, ...more] = people.filter(({ name }) => name.startsWith('@'))
  return only === undefined || others.length + more.length > 0 || first === undefined
    ? people
    : [{ ...only, handle: only.handle ?? first.name }]
}

function valuesIn(value: unknown): readonly (string | Speaker)[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn)
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const fields = new Map(Object.entries(value).map(([key, one]) => [foldKey(key), one]))
  const text = (...keys: readonly string[]) =>
    keys
      .map((key) => fields.get(key))
      .find((one): one is string => typeof one === 'string' && one.trim() !== '')
  const parts = namePartsIn(Object.entries(value))
  const name = wholeName(parts) ?? text('title') ?? knownName(parts)
  if (name === undefined) return peopleOfMapping(value)
  const handle = handleIn(text('handle', 'twitter', 'twitterhandle', 'mastodon') ?? '')
  // `name: Ada Example and Ben Sample`, two at once in the place of one.
  const several = name.split(/\s(?:and|und|et|y|e|&)\s/)
  if (several.length === 2 && several.every((one) => one.includes(' ') && hasNameShape(one)))
    return several.flatMap(speakerOf)
  return speakerOf(name).map((person) => ({ ...person, ...(handle && { handle }) }))
}

/** Of a mapping that is nobody by itself: people by some key, or by their names. */
function peopleOfMapping(mapping: object): readonly (string | Speaker)[] {
  const entries = Object.entries(mapping)
  const isOfPeople = entries.every(([, one]) => isJsonObject(one))
  if (isOfPeople) return entries.flatMap(([, one]) => valuesIn(one))
  // `- Ada Example:`, with a colon too many or with what is said of her.
  return entries.every(([key]) => /\s/.test(key) && hasNameShape(key)) ? entries.map(([key]) => key) : []
}

/** `Ada Example @ Oars`, `Ada Example of Oar Ltd`; a firm alone is nobody. */
function withoutFirm(part: string): string {
  if (part.length > maxPartLength) return part
  const [, name = '', firm = ''] =
    /^(.*?)\s*(?<!\S)(?:@ |(?:at|from|of) )\s*(?=\p{Lu})(\S.*)$/u.exec(part) ?? []
  if (firm === '') return part
  if (name === '') return /^from /.test(part) ? '' : part
  return name.includes(' ') && hasNameShape(name) ? name : part
}

/** In characters: longer ones are text. */
const maxPartLength = 120

/** The lines of a text if each is a person's, as far as a common name tells, and a firm only behind a comma; else the text. */
function linesOfPeople(text: string): readonly string[] {
  const lines = text
    .split(/\n\s*/)
    .map((line) => line.trim())
    .filter(Boolean)
  const areOfPeople = lines.every((line) => {
    const [name = ''] = plainNames(line).split(/\s*[,(]/)
    return isKnownPerson(name) && !isCompany(name)
  })
  return areOfPeople ? lines : [text]
}

/** The people of a list in one line. */
function namesInList(text: string): readonly Speaker[] {
  const plain = firstNamesFirst(plainNames(readNamedLetters(text)).replace(/\s*\((?!@)[^()]*\)/g, ''))
  if (/^n\/a$/i.test(plain)) return []
  const parts = plain
    // A letter before a slash is no name: `R/Pharma`.
    .split(
      /\s*(?:[,;&|]|(?<!(?:^|\s)\p{L})\/|(?<=\p{Ll} \p{Lu}\p{Ll}{2,20})\.\s|\s(?:and|und|et|y|e|with)\s|\s[-–—]\s)\s*/u,
    )
    .map((part) => withoutFirm(part.trim()))
    .filter(Boolean)
  const isList = /\s(?:and|und|et|y|e)\s|&|;/.test(plain)
  // `Ada, Ben`, as colleagues call each other.
  if (parts.length > 1 && parts.every((part) => /^\p{Lu}\p{Ll}+$/u.test(part) && isFirstName(part)))
    return parts.flatMap(speakerOf)
  // Behind what somebody does stands for whom.
  const role = parts.findIndex((part, index) => index > 0 && (isRole(part) || /^c[a-z]o$/i.test(part)))
  return (role < 0 || isList ? parts : parts.slice(0, role)).flatMap((part, index) => {
    if (
      index === 0 ||
      (!isRole(part) && (isList || !isCompany(part)) && (hasNameShape(part) || isCalledLikeWord(part)))
    )
      return speakerOf(part)
    // `Ada Example, @ada`
    return []
  })
}

/**
 * The names of a list in which last names come first, as they are called: `Example, Ada; Sample, Ben`. What stands behind the comma
 * is a common first name, and what stands before it is none, unless it is a common last one too.
 */
function firstNamesFirst(list: string): string {
  const people = list.split(/\s*(;|&|\s(?:and|und|et)\s)\s*/)
  const turned = people.map((one) => {
    const [, last = '', first = '', rest = ''] =
      /^((?:(?:van|von|de|der|den|di|da|del|la|le) ){0,2}\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}-]+(?: \p{Lu}\.)?)(,.*)?$/u.exec(
        one,
      ) ?? []
    const [called = ''] = first.split(' ')
    const isLast = isLastName(last) || !isFirstName(last)
    const isPerson =
      isLast &&
      isFirstName(called) &&
      !isCompany(last) &&
      hasNameShape(`${called} ${last}`) &&
      (rest === '' || isRole(rest))
    return isPerson ? `${first} ${last}${rest}` : one
  })
  return turned.every((one, at) => at % 2 === 1 || one !== people[at]) ? turned.join(' ') : list
}

/** What lists write if nobody is named, and what templates write. */
const nobody = new RegExp(
  [
    String.raw`^(various( speakers| authors)?|unknown|n\/?a|n\.? ?n\.?|tba|tbd|to be (announced|confirmed)|anonymous|none|null|admin|`,
    "editor|staff|all|every(?:one|body)|mcs?|curators|organi[sz]ers|attendees|me|site|web ?site|homepage|blog|slides?|videos?|twitter|github|linkedin|mastodon|speakers?|(your |speaker'?s? |full |first )?name( here)?|first( name)? last( name)?|",
    String.raw`john doe|jane doe|(?:keynote|speaker|presenter)[-_ ]?\d+|[a-z]\.? (?:keynote|plenary|speaker|presenter|panel)|-+|\?+|https?|c[a-z]o|someone\b.*|panel\b.*|.*\b(?:people|team|project|organi[sz]ers|committee)|the \S+ \S.*|chief .*)$`,
  ].join(''),
  'i',
)

/** A person of that name, if it is one that somebody may have; a handle alone is one too. */
export function speakerOf(text: string): readonly Speaker[] {
  const [, handle] = /(?<![\w.])@([\w.]{2,30})/.exec(text) ?? []
  const name = plainNames(text)
    .replace(/\s*\([^()]*\)|(?<![\w.])@[\w.@]{2,60}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”:,.–—-]+|[\s"'“”:,–—-]+$/g, '')
  if (name === '') return handle ? [{ name: `@${handle}`, handle: `@${handle}` }] : []
  if (nobody.test(name) || name.length > 80 || !/\p{L}/u.test(name) || /[{}<>[\]=]|https?:/.test(name))
    return []
  return [{ name, ...(handle && { handle: `@${handle}` }) }]
}

/** Whoever a heading names, be it by a handle alone. */
export const speakerNamed = (name: string): Speaker => ({
  name,
  ...(/^@\w+$/.test(name) && { handle: name }),
})

/** Whoever is the only one, with the handle that stands alone below. */
export const withHandles = (speakers: readonly Speaker[], [handle]: readonly string[]): readonly Speaker[] =>
  speakers.length === 1 && handle !== undefined ? speakers.map((one) => ({ handle, ...one })) : speakers

/** Wiki links, links and emphasis give their words alone. */
const plainNames = (text: string): string =>
  text
    .replace(/!?\[\[(?:([^[\]|]*)\|)?([^[\]|]*)\]\]/g, (_, page: string | undefined, words: string) => {
      // A page that is called by the whole name says more than a first name does.
      const target = (page ?? '').replace(/^.*\//, '').replace(/#.*$/, '')
      return hasNameShape(target) ? target : words.replace(/^.*\//, '').replace(/#.*$/, '')
    })
    .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/<[^<>]*>|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .trim()

/** `https://twitter.com/ada`, `ada` and `@ada` → `@ada`. */
function handleIn(text: string): string | undefined {
  const [, name] = /^(?:https?:\/\/(?:www\.)?(?:twitter|x)\.com\/)?@?(\w{2,30})\/?$/.exec(text.trim()) ?? []
  return name === undefined ? undefined : `@${name}`
}

/** A name as it stands in addresses, with a first or last name that many people have. */
const isSlug = (text: string): boolean =>
  /^\p{Ll}+(?:-\p{Ll}+){1,3}$/u.test(text) && isKnownName(nameOfSlug(text))

/** The name of the page that a path leads to: `_people/ada-example.md`. */
const pageOf = (text: string): string | undefined =>
  text.length > maxPathLength
    ? undefined
    : (/^[\w./-]*?([\p{L}\d_-]+)\.(?:md|mdx|qmd|ya?ml|json|toml|html?)$/u.exec(text.trim())?.[1] ??
      /^\/?(?:[\w-]+\/)+([\p{L}\d_]+(?:-[\p{L}\d_]+)+)\/?$/u.exec(text.trim())?.[1])

const maxPathLength = 200

const nameOfSlug = (slug: string): string =>
  /\s/.test(slug) ? slug : slug.split(/[-_]/).filter(Boolean).map(withCapital).join(' ')
