import { hasNameShape, type IsName, isCompany, isKnownName, isRole, isWhollyKnown } from './person-names.ts'
import { areNameWords, joinsNames, plainLine, withAnd } from './speaker-line.ts'

/** Who a part of a heading names, such as what stands behind its dash. */
export interface HeadingPeople {
  /** As of the whole note. */
  readonly isName: IsName
  /** The names that a part consists of: a person with what they do, or several. Empty if it is anything else. */
  readonly namesIn: (part: string) => readonly string[]
  /** The same of the last part, where a name stands that nobody need know. */
  readonly namesBehind: (part: string) => readonly string[]
}

export function peopleOfHeading(heading: string, isName: IsName): HeadingPeople {
  // Whoever has a handle or a page is somebody, whatever the name.
  const isLinked = /(?<![\w.])@\w{2,}|\]:?\s*https?:/.test(heading)
  const isSomebody: IsName = (name) => isName(name) || (isLinked && areNameWords(name))
  return {
    isName,
    namesIn: (part) => namesOfPart(part, isSomebody, false),
    namesBehind: (part) => namesOfPart(part, isSomebody, true),
  }
}

function namesOfPart(written: string, isSomebody: IsName, isBehind: boolean): readonly string[] {
  const part = withAnd(written)
  const [first = '', ...others] = partsOfList(withoutAddresses(part))
  const [who = '', where] = first.split(/\s+(?:of|from|at)\s+/)
  const isWho = isSomebody(who) || (isBehind && hasNameShape(who))
  if (
    where !== undefined &&
    /^\p{Lu}|^\S*\p{Lu}\S*$|^[\w-]+(?:\.[\w-]+)+$/u.test(where) &&
    isWho &&
    !isCompany(who)
  )
    return [who]
  // `Title - Ada Example (Tea Ltd)`: whoever stands last, before a firm, is somebody.
  const isOfFirm = isBehind && /\S\s+\(\p{Lu}[^()\d]*\)$/u.test(part)
  const isThere = (name: string) => isSomebody(name) || (isOfFirm && hasNameShape(name))
  if (!isThere(first) || isCompany(first)) return []
  const isJoined = joinsNames(part)
  // What follows a comma is a company as often as a second person, whom a first and a last name that many people have tell.
  if (!isJoined && others.length === 1 && !others.every(isWhollyKnown) && !isOfFirm) return [first]
  // Of several that an "and" joins, one that is a name makes names of the others; of more than two, so do two that many people have.
  const known = [first, ...others].filter((name) => isThere(name) && isKnownName(name))
  const isList = isJoined || (others.length >= 2 && known.length >= 2 && known.length * 2 > others.length)
  const isOther = isList ? hasNameShape : isThere
  return [first, ...others.filter((name) => isOther(name) && !isRole(name) && !isCompany(name))]
}

/** The members of what may be a list of people. */
export const partsOfList = (part: string): readonly string[] =>
  plainLine(part)
    .split(/\s*(?:,|&|;|\/|\sand\s|\sund\s)\s*/)
    .filter(Boolean)

/** Without firms in brackets, nicknames, handles and addresses. */
const withoutAddresses = (part: string): string =>
  part
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/\s*["“][^"”]+["”](?=\s\p{Lu})/u, '')
    .replace(/\[([^\][]+)\]:?\s*https?:\S+/g, '$1')
    .replace(/(?<![\w.])@\w+/g, '')
    .replace(/[\w.+-]+@[\w.-]+\.\w+/g, '')
    .replace(/[\s,–—-]+$/, '')
    .trim()
