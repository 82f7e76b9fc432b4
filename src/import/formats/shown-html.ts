import { decodeEntities } from '../../markup/flatten-inline.ts'
import { eventNameOf, isEventName } from '../../notes/foreign/event-names.ts'
import type { ImportedEvent } from '../talk/imported-talk.ts'

/** An element of a web page that shows something, with what it shows in order. */
export interface ShownElement {
  readonly tag: string
  readonly href?: string
  readonly children: readonly (ShownElement | string)[]
}

interface OpenElement extends ShownElement {
  readonly children: (ShownElement | string)[]
}

export const tagOrText = /<(\/?)([a-z][a-z\d-]{0,30})\b([^<>]*)>|([^<]+)/gi
export const voidTag = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
export const inlineTag = /^(?:a|abbr|b|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u)$/i

/** Pages that nest deeper are made to take long. */
export const maxDepthOfPage = 200

/** What begins such an element ends the one before it, which pages need not say. */
const endedBySame = /^(?:tr|td|th|li|dt|dd|p|option)$/

/** The elements of a page. Those without a text are left out, but for cells of tables, which have their column. */
export function shownElements(html: string): ShownElement {
  const root: OpenElement = { tag: 'html', children: [] }
  const open: OpenElement[] = [root]
  const close = () => {
    const closed = open.pop()
    if (closed && (closed.children.length > 0 || /^t[dh]$/.test(closed.tag)))
      open.at(-1)?.children.push(closed)
  }
  for (const [, slash, name = '', attributes = '', text] of withoutHidden(html).matchAll(tagOrText)) {
    const tag = name.toLowerCase()
    const at = open.findLastIndex((one) => one.tag === tag)
    if (text !== undefined) {
      if (text.trim() !== '') open.at(-1)?.children.push(decodeEntities(text))
    } else if (tag === 'br') open.at(-1)?.children.push({ tag, children: [] })
    else if (slash !== '') {
      if (at > 0) while (open.length > at) close()
    } else if (!voidTag.test(tag) && !attributes.endsWith('/')) {
      if (endedBySame.test(tag) && at > 0 && at === open.length - 1) close()
      const [, , href] = /\bhref\s*=\s*(["'])([^"']{1,2000})\1/i.exec(attributes) ?? []
      if (open.length < maxDepthOfPage)
        open.push({ tag, children: [], ...(href !== undefined && { href: decodeEntities(href) }) })
    }
  }
  while (open.length > 1) close()
  return root
}

/** Without what is not shown. Of each kind the end is looked for no more once there is none: pages may open thousands. */
export function withoutHidden(html: string): string {
  const shown: string[] = []
  const open = new Set(Object.keys(hiddenEnds))
  const begins = /<(!--|(?:script|style|svg)\b)/gi
  let from = 0
  for (let begin = begins.exec(html); begin; begin = begins.exec(html)) {
    const kind = begin[1]?.toLowerCase() ?? ''
    if (!open.has(kind)) continue
    const end = hiddenEnds[kind]?.exec(html.slice(begins.lastIndex))
    if (end) {
      shown.push(html.slice(from, begin.index))
      from = begins.lastIndex + end.index + end[0].length
      begins.lastIndex = from
    } else open.delete(kind)
  }
  return [...shown, html.slice(from)].join(' ')
}

const hiddenEnds: Readonly<Record<string, RegExp>> = {
  '!--': /-->/,
  script: /<\/script\s*>/i,
  style: /<\/style\s*>/i,
  svg: /<\/svg\s*>/i,
}

/** `Programme • OarConf 2024`, `OarConf 2024 notes` */
export function eventOfPage(html: string, fallback: ImportedEvent): ImportedEvent {
  const [, title = ''] = /<title[^<>]*>([^<]{1,300})/i.exec(html) ?? []
  const named = decodeEntities(title)
    .split(/\s+[•·|–—-]\s+|\s*[•·|]\s*/)
    .map((part) => eventNameOf(part.trim()))
    .find(isEventName)
  return named === undefined || fallback.id ? fallback : { ...fallback, name: named }
}
