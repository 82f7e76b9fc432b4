import { flattenTags } from '../../markup/flatten-html.ts'
import { takeTitleLink } from '../../notes/foreign/title-link.ts'
import { webLink } from '../../notes/foreign/web-link.ts'
import type { Link } from '../../notes/talk.ts'

/**
 * A title as the page of a site shows it, for which some are written, and where it leads:
 *
 *     shownTitle('<b>Tides</b> <a href="https://oars.example/tides.pdf">Slides</a>').title // => 'Tides'
 */
export function shownTitle(written: string): { readonly title: string; readonly link?: Link | undefined } {
  if (!formatted.test(written)) return { title: written }
  const [, label] = labelledLink.exec(written) ?? []
  const { title, link } = takeTitleLink(flattenTags(written.replace(labelledLink, '<a$2></a>')))
  return { title, link: link && label !== undefined ? webLink(link.url, label) : link }
}

/** Words within a tag, or a break between two: `Beyond <div>` is a title on HTML. */
const formatted =
  /<(a|b|i|em|strong|u|small|su[bp]|span|font|p|div|h[1-6])\b[^<>]*>[^<>]*[^<>\s][^<>]*<\/\1\s*>|\S<br\s*\/?>|<br\s*\/?>\S/i

/** What leads on from a title has a word for what is there. */
const labelledLink =
  /(?<=\S\s*)[([]?<a\b(?=[^<>]*>\s*(slides?|video|recording|deck|folien|paper|pdf|code)\s*<)([^<>]*)>[^<>]*<\/a>[)\]]?/i
