import { decodeEntities } from './flatten-inline.ts'
import { webAddress } from './web-link.ts'

export const looksLikeHtml = (text: string): boolean =>
  /<\/(p|a|b|i|em|strong|ul|ol|li|div|span|h[1-6]|code|pre|script|style|table|td)\s*>|<(p|br|li|hr|div|img|script|iframe)\b[^<]*>/i.test(
    text,
  )

// A tag ends at the first `>`, as if quotes did not matter: so no text, however hostile, takes more than linear time.
const token = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]{0,15})\b([^<>]*)>|<[!?/][^<>]*>|[^<]+|</gi

// Everything inside these is no text for people.
const dropped = /^(script|style|iframe|object|svg|math|template|noscript|title|head|textarea|select)$/
const paragraphs =
  /^(p|div|section|article|blockquote|table|tr|dl|dt|dd|header|footer|hr|figure|body|html|main)$/

/**
 * HTML as plain text with the light marks of Markdown (`-` for items, `##` for headings, fences for code), so that one
 * reader of blocks serves both. Tolerates any text; nothing of a tag but its words, `alt` and http(s) addresses is left.
 */
export function flattenHtml(html: string): string {
  let out = ''
  let lists = 0
  let links: { readonly url: string | undefined; readonly from: number }[] = []
  let inPre = false
  let skipping: string | undefined
  for (const [text, slash, tagName, attributes = ''] of html.matchAll(token)) {
    const tag = tagName?.toLowerCase()
    if (skipping) {
      if (tag === skipping && slash) skipping = undefined
    } else if (tag === undefined) {
      if (/^<[!?/]/.test(text)) continue
      const words = decodeEntities(text)
      out += inPre ? words : words.replace(/[ \t]+/g, ' ')
    } else if (dropped.test(tag)) {
      if (!slash && !attributes.endsWith('/')) skipping = tag
    } else if (tag === 'br') {
      out += '\n'
    } else if (tag === 'ul' || tag === 'ol') {
      lists = Math.max(0, Math.min(5, lists + (slash ? -1 : 1)))
      if (lists === 0 || (lists === 1 && !slash)) out += '\n\n'
    } else if (tag === 'li') {
      if (!slash) out += `\n${'  '.repeat(Math.max(0, lists - 1))}- `
    } else if (/^h[1-6]$/.test(tag)) {
      out += slash ? '\n\n' : `\n\n${'#'.repeat(Number(tag[1]))} `
    } else if (tag === 'pre') {
      inPre = !slash
      out += slash ? '\n```\n\n' : '\n\n```\n'
    } else if (tag === 'a') {
      const link = links.pop()
      if (slash && link?.url) out += addressAfter(out.slice(link.from), link.url)
      else if (slash) continue
      else
        links = [
          ...(link ? [link] : []),
          { url: webAddress(attributeOf(attributes, 'href')), from: out.length },
        ]
    } else if (tag === 'img') {
      out += ` ${attributeOf(attributes, 'alt') ?? ''} `
    } else if (paragraphs.test(tag)) {
      out += '\n\n'
    } else if (tag === 'td' || tag === 'th') {
      out += ' '
    }
  }
  return tidy(out)
}

const addressAfter = (words: string, url: string) =>
  words.trim() === url ? '' : words.trim() ? ` (${url})` : url

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  )
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? undefined : decodeEntities(value).trim()
}

/** Items and headings keep to one line: HTML breaks lines anywhere. */
const tidy = (text: string) =>
  text
    .replace(/\n([ ]*- |#{1,6} )\s+/g, '\n$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
