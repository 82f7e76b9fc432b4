import type { Link } from '../../talk.ts'
import { distinctLinks, isProfile, webLink } from '../words/web-link.ts'
import type { IsName } from './person-names.ts'
import { areNameWords } from './speaker-line.ts'

/** A link to somebody's profile has a name before it, whatever the name. */
export const isNameBeside = (link: Link | undefined, isName: IsName): IsName =>
  link !== undefined && isProfile(link.url) ? (name) => isName(name) || areNameWords(name) : isName

export interface LinkedTitle {
  readonly title: string
  /** That of the title itself. */
  readonly link?: Link | undefined
  /** That, and those that stand beside the title. */
  readonly links: readonly Link[]
}

/** A heading without its links: that of its words, and those beside it to slides and recordings. */
export function takeTitleLink(heading: string): LinkedTitle {
  const { title: bare, links } = takeLinksBeside(heading)
  const { title, link } = takeOwnLink(bare)
  return { title, link, links: link ? [link, ...links] : links }
}

/**
 * Without links whose words say only what they lead to, which are no part of a title: `Tides ([slides](https://…), [video](https://…))`,
 * `Tides - [Video](https://…)`. What stands among its words is: `How to make a [video](https://…)`.
 */
export function takeLinksBeside(heading: string): Pick<LinkedTitle, 'title' | 'links'> {
  if (!heading.includes('://') || heading.length > maxHeading) return { title: heading, links: [] }
  const found: Link[] = []
  const isTaken = (text: string, link: RegExp): boolean => {
    const links = shownLinksIn(text, link)
    found.push(...links)
    return links.length > 0
  }
  const bare = heading.replace(bracket, (whole, within: string) =>
    isTaken(within, linkInBrackets) ? '' : whole,
  )
  const parts = bare.trim().split(/(\s+[-–—|·•]\s+)/)
  while (parts.length > 2 && isTaken(parts.at(-1) ?? '', linkBehindSign)) parts.splice(-2)
  const title = parts.join('').trim()
  return /\p{L}/u.test(title) ? { title, links: distinctLinks(found) } : { title: heading, links: [] }
}

/** The links of a line that says nothing but what they lead to: `Slides (https://…) and recording (https://…)`. */
export const linksAlone = (line: string): readonly Link[] =>
  line.length > maxHeading ? [] : shownLinksIn(line, linkInBrackets)

/** None, if anything else is said. */
const shownLinksIn = (text: string, link: RegExp): readonly Link[] =>
  betweenLinks.test(text.replace(link, ''))
    ? Array.from(text.matchAll(link), ([, label, url]) => webLink(url, label)).filter(
        (one) => one !== undefined,
      )
    : []

/** In characters: longer ones are text. */
const maxHeading = 400
const shows =
  'repo(?:sitory)?|code|slides?|slide ?deck|deck|video|recording|youtube|folien|aufzeichnung|vid(?:é|e)o'
/** Within brackets nothing else is meant by these. */
const tells = `${shows}|pdf|source|github|demo|notes|audio|transcript|link|url|page|talk|session|details|info|abstract`
/** Whether all that the words of a link say is what it leads to: `Slides`, `The project page`. */
export const saysWhatIsThere = (words: string): boolean => isOfLink.test(words.trim())
const before = '(?:the|my|talk|session|full|watch)'
const isOfLink = new RegExp(`^(?:(?:${before}|project) ){0,2}(?:${tells}|web ?site)$`, 'iu')
const linkOf = (words: string): RegExp =>
  new RegExp(
    String.raw`(?<!\p{L})(?:${before} )?(${words})\s?(?:\(|:\s?<?)(https?:[^\s()<>]{1,300})[)>]?`,
    'giu',
  )
const linkInBrackets = linkOf(tells)
const linkBehindSign = linkOf(shows)
const bracket = /\s*[([]([^()[\]]{3,200}(?:\([^\s()]{1,300}\)[^()[\]]{0,30}){0,6})[)\]]/g
const betweenLinks = /^(?:[\s,;|/·•&+–—-]|\p{Extended_Pictographic}|\uFE0F|and|und|et)*$/iu

/** A heading that is a link gives its words, and a link. */
function takeOwnLink(heading: string): Omit<LinkedTitle, 'links'> {
  // `Title (Ada Example (https://social.example/@ada))`
  const [around = '', who = '', profile = ''] =
    /\s\(([^()]+) \((https?:\/\/[^\s()]+)\)\)$/.exec(heading) ?? []
  if (isProfile(profile)) return takeOwnLink(`${heading.slice(0, -around.length)} by ${who} (${profile})`)
  // `Title [@ada](https://social.example/@ada)`
  const [linked = '', handle = '', page = ''] =
    /\s\(?(@\w{2,30}) \((https?:\/\/[^\s()]+)\)\)?$/.exec(heading) ?? []
  if (isProfile(page)) return takeOwnLink(`${heading.slice(0, -linked.length)} (${handle})`)
  // The first is that of the title, further ones are those of people.
  const [all, address] = /\s\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)?)\)(?=[\s,]|$)/.exec(heading) ?? []
  if (all === undefined || address === undefined) return { title: heading }
  const isOfPerson = isProfile(address) && heading.indexOf(all) > 0
  const rest = heading.replace(all, '')
  const title = rest.replace(/\s\((https?:\/\/[^\s()]+)\)(?=\s|$)/g, (further, at: string) =>
    isOfPerson && !isProfile(at) ? further : '',
  )
  return { title: title.trim() || heading, link: webLink(address) }
}
