import type { Link } from '../talk.ts'
import type { IsName } from './person-names.ts'
import { areNameWords } from './speaker-line.ts'
import { isProfile, webLink } from './web-link.ts'

/** A link to somebody's profile has a name before it, whatever the name. */
export const isNameBeside = (link: Link | undefined, isName: IsName): IsName =>
  link !== undefined && isProfile(link.url) ? (name) => isName(name) || areNameWords(name) : isName

/** A heading that is a link gives its words, and a link. */
export function takeTitleLink(heading: string): { readonly title: string; readonly link?: Link | undefined } {
  // `Title (link)`, `Title - slides`: what a link is called beside a title says nothing of it.
  const [aside = '', said] =
    /\s*[([](?:link|url|page|talk|session|details|info|abstract)\s+\((https?:\/\/[^\s()]+)\)[)\]]/i.exec(
      heading,
    ) ?? []
  if (said !== undefined && aside !== heading)
    return { title: heading.replace(aside, '').trim(), link: webLink(said) }
  const [behind = '', label, shown] =
    /\s+[-–—|]\s+(repo(?:sitory)?|code|slides?|video|recording)\s+\((https?:\/\/[^\s()]+)\)$/i.exec(
      heading,
    ) ?? []
  if (shown !== undefined && behind !== heading)
    return { title: heading.slice(0, -behind.length), link: webLink(shown, label) }
  // `Title (Ada Example (https://social.example/@ada))`
  const [around = '', who = '', profile = ''] =
    /\s\(([^()]+) \((https?:\/\/[^\s()]+)\)\)$/.exec(heading) ?? []
  if (isProfile(profile)) return takeTitleLink(`${heading.slice(0, -around.length)} by ${who} (${profile})`)
  // `Title [@ada](https://social.example/@ada)`
  const [linked = '', handle = '', page = ''] =
    /\s\(?(@\w{2,30}) \((https?:\/\/[^\s()]+)\)\)?$/.exec(heading) ?? []
  if (isProfile(page)) return takeTitleLink(`${heading.slice(0, -linked.length)} (${handle})`)
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
