import { flattenTags } from '../../markup/flatten-html.ts'
import { takeTitleLink } from '../../notes/foreign/people/title-link.ts'
import { webLink } from '../../notes/foreign/words/web-link.ts'
import type { Link } from '../../notes/talk.ts'

/**
 * A title as the page of a site shows it, for which some are written, and where it leads. Only tags around a whole title are markup, and a
 * link behind it: of others, a title may speak.
 *
 *     shownTitle('<b>Tides</b> <a href="https://oars.example/tides.pdf">Slides</a>').title // => 'Tides'
 */
export function shownTitle(written: string): { readonly title: string; readonly link?: Link | undefined } {
  const [behind = '', facts = '', label] = linkBehind.exec(written) ?? []
  const words = written.slice(0, written.length - behind.length)
  const inner = whole.test(words) ? flattenTags(words).trim() : ''
  if (inner === '' && behind === '') return { title: written }
  const shown = inner || words
  if (behind === '') return takeTitleLink(shown)
  const { link } = takeTitleLink(flattenTags(`${label} <a${facts}></a>`))
  return { title: takeTitleLink(shown).title, link: link && webLink(link.url, label) }
}

const whole =
  /^\s*<(a|b|i|em|strong|u|small|su[bp]|span|font|p|div|h[1-6])\b[^<>]*>(?:(?!<\/?\1\b)[\s\S])*<\/\1\s*>\s*$/i

/** What leads on from a title has a word for what is there. */
const linkBehind =
  /(?<=\S)\s*[([]?<a\b([^<>]*)>\s*(slides?|video|recording|deck|folien|paper|pdf|code)\s*<\/a>[)\]]?\s*$/i
