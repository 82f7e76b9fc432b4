import type { Speaker } from '../talk.ts'

/** Tells names of people from titles in one text: a word that also occurs in lower case is no name's. */
export type IsName = (text: string) => boolean

const particle = /^(van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|y|e)$/i
// Two capitals in a row are an abbreviation.
const nameWord = /^(?!\p{Lu}\p{Lu})\p{Lu}[\p{L}'’]*(?:[-.]\p{Lu}?[\p{L}'’]*)*\.?$/u

export function createIsName(text: string): IsName {
  const common = new Set(text.match(/(?<![\p{L}@/.])\p{Ll}[\p{L}]+/gu))
  return (name) => {
    const words = name
      .trim()
      .replace(/(?<=\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, ' ')
      .split(/\s+/)
    const own = words.filter((word) => !particle.test(word))
    return (
      own.length >= 2 &&
      words.length <= 5 &&
      own.every((word) => nameWord.test(word) && !common.has(word.toLowerCase()))
    )
  }
}

/**
 * The speakers that a line names, if that is what it is for: `Name`, `Name, Company`, `by Name and Name`,
 * `Name @handle`, `@handle`. Empty for any other line.
 */
export function speakersIn(line: string, isName: IsName): readonly Speaker[] {
  const handles = [...line.matchAll(/(?<![\w.])@(\w{2,30})|\btwitter\.com\/(\w{2,30})/g)].map(
    ([, at, path]) => `@${at ?? path}`,
  )
  const rest = line
    .replace(/(?<![\w.])@\w{2,30}|(https?:\/\/)?\btwitter\.com\/\w{2,30}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const marked = /^:?(?:speakers?|presenters?|by|with)\b\s*:?\s+(.+)$/i.exec(rest)?.[1]
  const names = (marked ?? rest).split(/\s*(?:,|;|&|\/|\band\b|[()])\s*/).filter(Boolean)
  // What follows a comma is a company as often as a second person, unless an `and` says that it is a list of people.
  const others = /\band\b|&/.test(rest) ? names.slice(1) : []
  const people = marked
    ? names.filter((name) => isName(name) || names.length === 1)
    : isName(names[0] ?? '')
      ? [names[0] ?? '', ...others.filter(isName)]
      : []
  if (people.length === 0) return rest === '' ? handles.map((handle) => ({ name: handle, handle })) : []
  if (!marked && rest.length > 80) return []
  return people.map((name, index) => ({ name, ...(handles[index] && { handle: handles[index] }) }))
}
