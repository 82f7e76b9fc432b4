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
/** `a<b and c>d` compares numbers. */
const ofTag = String.raw`\s*\/?|\s+[\w-]+\s*\/?|\s[^<>=]*=[^<>]*`
const span = new RegExp(`(?<!\`)(\`{1,3})(?!\`)[^\`]+\\1|<(/?)(${formatting})\\b(?![-:])(${ofTag})>`, 'gi')

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
  // If paragraphs are marked, a line break means nothing; among a few tags somebody may have meant it.
  const isHtmlThroughout = /<\/?(p|div|li|body|section|article)\b/i.test(html)
  const plain: Plain = { text: '', lists: 0, links: [], isPre: false, isBehindHead: false }
  let skipped: string | undefined
  for (const [piece, slash, tagName, attributes = ''] of html.matchAll(token)) {
    const name = tagName?.toLowerCase()
    const isEnd = slash === '/'
    if (skipped !== undefined) {
      if (name === skipped && isEnd) skipped = undefined
    } else if (name === undefined) {
      const words = /^<[!?/]/.test(piece) ? '' : decodeEntities(piece)
      plain.text += plain.isPre ? words : words.replace(isHtmlThroughout ? /\s+/g : /[ \t]+/g, ' ')
    } else if (dropped.test(name)) {
      if (!isEnd && !attributes.endsWith('/')) skipped = name
    } else if (paragraphs.test(name)) {
      plain.text += '\n\n'
    } else {
      tagWriters.get(name)?.(plain, { name, isEnd, attributes })
    }
  }
  return tidy(plain.text)
}

/** What was written of the HTML so far, and what is open there. */
interface Plain {
  text: string
  /** How many lists are open. */
  lists: number
  /** Where the words of open links begin, and where they lead; the innermost is the last. */
  links: readonly { readonly from: number; readonly url: string | undefined }[]
  isPre: boolean
  /** Whether the cell before said what the next one in its row is. */
  isBehindHead: boolean
}

interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly attributes: string
}

/** Writes what stands in plain text for a tag. */
type WriteTag = (plain: Plain, tag: Tag) => void

const writeList: WriteTag = (plain, { isEnd }) => {
  plain.lists = Math.max(0, Math.min(5, plain.lists + (isEnd ? -1 : 1)))
  if (plain.lists === 0 || (plain.lists === 1 && !isEnd)) plain.text += '\n\n'
}

const writeItem: WriteTag = (plain, { isEnd }) => {
  if (!isEnd) plain.text += `\n${'  '.repeat(Math.max(0, plain.lists - 1))}- `
}

const writeHeading: WriteTag = (plain, { name, isEnd }) => {
  plain.text += isEnd ? '\n\n' : `\n\n${'#'.repeat(Number(name[1]))} `
}

const writePre: WriteTag = (plain, { isEnd }) => {
  plain.isPre = !isEnd
  plain.text += isEnd ? '\n```\n\n' : '\n\n```\n'
}

/** Its address follows a link's words. */
const writeLink: WriteTag = (plain, { isEnd, attributes }) => {
  const { text, links } = plain
  if (isEnd) {
    const { from, url } = links.at(-1) ?? {}
    plain.links = links.slice(0, -1)
    if (url) plain.text += addressAfter(text.slice(from), url)
  } else {
    // Links do not nest: of those that are never closed, one is remembered.
    plain.links = [
      ...links.slice(-1),
      { from: text.length, url: webAddress(attributeOf(attributes, 'href')) },
    ]
  }
}

/** What is set small beside a title is no part of it. */
const writeSmall: WriteTag = (plain, { isEnd }) => {
  if (!isEnd && /\n#{1,6} [^\n]*\S[ \t]*$/.test(plain.text)) plain.text = `${plain.text.trimEnd()} - `
}

const writeImage: WriteTag = (plain, { attributes }) => {
  plain.text += ` ${attributeOf(attributes, 'alt') ?? ''} `
}

const writeHeadCell: WriteTag = (plain, { isEnd }) => {
  plain.text += ' '
  plain.isBehindHead = isEnd
}

/** `<tr><th>Speaker</th><td>Ada Example</td></tr>` is a field. */
const writeCell: WriteTag = (plain, { isEnd }) => {
  const isField = !isEnd && plain.isBehindHead && /[\p{L}\p{N})] {1,20}$/u.test(plain.text.slice(-maxBlanks))
  plain.text = isField ? `${plain.text.trimEnd()}: ` : `${plain.text} `
  plain.isBehindHead = false
}

/** What HTML is set out with between two cells of a row, in characters. */
const maxBlanks = 22

const writing =
  (sign: string): WriteTag =>
  (plain) => {
    plain.text += sign
  }

/** Tags that are not named here only format. */
const tagWriters: ReadonlyMap<string, WriteTag> = new Map([
  ['br', writing('\n')],
  ['ul', writeList],
  ['ol', writeList],
  ['li', writeItem],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, writeHeading] as const),
  ['pre', writePre],
  ['a', writeLink],
  ['small', writeSmall],
  ['img', writeImage],
  ['td', writeCell],
  ['th', writeHeadCell],
])

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
