import { webAddress } from '../text/web-address.ts'
import { decodeEntities } from './flatten-inline.ts'

/** Whether a text has the tags of HTML, outside of its fenced code. */
export const holdsHtml = (text: string): boolean =>
  /<\/(p|a|b|i|em|strong|ul|ol|li|div|span|h[1-6]|code|pre|script|style|table|td)\s*>|<(p|br|li|hr|div|img|script|iframe)\b[^<]*>/i.test(
    text.replace(fencedCode, ''),
  )

const fencedCode =
  /^ {0,3}(`{3,}|~{3,}(?!~))[^\n`]*\n(?:[^\n]*\n)*?(?: {0,3}\1[`~]*[ \t]*$|[^\n]*(?![\s\S]))/gm

/** HTML as flattenHtml makes it plain, with the fenced code in it as it is. */
export function flattenAroundCode(text: string): string {
  const pieces: string[] = []
  let from = 0
  for (const { index, 0: code } of text.matchAll(fencedCode)) {
    pieces.push(flattenHtml(text.slice(from, index)), code)
    from = index + code.length
  }
  return [...pieces, flattenHtml(text.slice(from))].filter(Boolean).join('\n\n')
}

const formatting =
  'a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|' +
  'mark|nobr|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr'
const span = new RegExp(`(?<!\`)(\`{1,3})(?!\`)[^\`]+\\1|<(/?)(${formatting})\\b(?![-:])([^<>]*)>`, 'gi')

/**
 * A line of Markdown without the tags that only format: their text stays, as does an address, and whatever else stands
 * between `<` and `>`, or in a code span.
 *
 *     flattenTags('a<br>b <kbd>c</kbd> <int>') // => 'a b c <int>'
 */
export function flattenTags(line: string): string {
  const open: (string | undefined)[] = []
  return line
    .replace(/(?<=\S)\s*<small>\s*(?=\S)/gi, ' - ')
    .replace(span, (all, ticks, slash, tag, attributes = '') => {
      if (ticks) return all
      if (/^a$/i.test(tag)) {
        if (!slash) open.push(webAddress(attributeOf(attributes, 'href')))
        const url = slash ? open.pop() : undefined
        return url ? ` (${url})` : ''
      }
      if (/^img$/i.test(tag)) return ` ${attributeOf(attributes, 'alt') ?? ''} `
      return /^(br|hr|p|div|li|td|th|tr|dd|dt|h\d|summary|blockquote)$/i.test(tag) ? ' ' : ''
    })
}

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
  // If paragraphs are marked, a line break means nothing; among a few tags somebody may have meant it.
  const isHtmlThroughout = /<\/?(p|div|li|body|section|article)\b/i.test(html)
  for (const [text, slash, tagName, attributes = ''] of html.matchAll(token)) {
    const tag = tagName?.toLowerCase()
    if (skipping) {
      if (tag === skipping && slash) skipping = undefined
    } else if (tag === undefined) {
      if (/^<[!?/]/.test(text)) continue
      const words = decodeEntities(text)
      out += inPre ? words : words.replace(isHtmlThroughout ? /\s+/g : /[ \t]+/g, ' ')
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
    } else if (tag === 'small' && !slash && /\n#{1,6} [^\n]*\S[ \t]*$/.test(out)) {
      // What is set small beside a title is no part of it.
      out = `${out.trimEnd()} - `
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
