import { decodeEntities } from '../../../markup/flatten-inline.ts'
import type { LooseRecord } from '../record-talk.ts'
import { walkPage, withoutHidden } from './html-tags.ts'

/**
 * What a page says of things in attributes, as microdata (`itemscope`, `itemtype`, `itemprop`) or RDFa Lite (`typeof`, `property`), in the
 * form that JSON-LD has. An event within another is a part of it, whether or not that is said.
 */
export function itemsInPage(html: string): PageItems {
  const wordsOf = new Map<LooseRecord, number>()
  let words = 0
  if (!ofItems.test(html)) return { items: [], wordsOf, words }
  const shown = withoutHidden(html)
  const items: Item[] = []
  const give = ({ name, within }: Told, value: unknown) => {
    if (within === undefined || value === '') return
    for (const one of name.split(/\s+/)) within[one] = one in within ? [within[one], value].flat() : value
  }
  const end = ({ told, from }: OpenTag, at: number) => {
    if (told) give(told, writtenIn(told.name, shown.slice(from, at)))
  }
  walkPage<OpenTag>(shown, {
    begin({ tag, attributes, from, to }, open) {
      // Such an element ends where the next begins.
      if (/^(?:p|li|dt|dd)$/.test(tag) && open.at(-1)?.tag === tag) end(open.pop()!, from)
      const within = open.findLast(({ item }) => item !== undefined)?.item
      const item = itemOf(attributes)
      const told = toldIn(attributes, within)
      const said = item ?? saidIn(attributes)
      if (told && said !== undefined) give(told, said)
      else if (item && within) give({ name: 'subEvent', within }, item)
      else if (item) items.push(item)
      return { tag, from: to, item, isTold: told !== undefined, told: said === undefined ? told : undefined }
    },
    end,
    text(text, open) {
      if (/^!doctype\b/i.test(text) || open.some(({ tag }) => tag === 'head')) return
      const count = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
      words += count
      const of = count > 0 ? eventTelling(open) : undefined
      if (of) wordsOf.set(of, (wordsOf.get(of) ?? 0) + count)
    },
  })
  return { items, wordsOf, words }
}

export interface PageItems {
  readonly items: readonly LooseRecord[]
  /** How many words of the page the properties of an event hold, without those of the events in it. */
  readonly wordsOf: ReadonlyMap<LooseRecord, number>
  /** Of the whole page. */
  readonly words: number
}

const ofItems = /\bitemprop\s*=|\btypeof\s*=/i

type Item = Record<string, unknown>

/** A property, and the item that it is of. */
interface Told {
  readonly name: string
  readonly within: Item | undefined
}

interface OpenTag {
  readonly tag: string
  /** Where it begins, behind its tag. */
  readonly from: number
  readonly item: Item | undefined
  /** Whether it is a property of what it is in. */
  readonly isTold: boolean
  /** What its text says. */
  readonly told: Told | undefined
}

/** The event in one of whose properties a text stands. */
function eventTelling(open: readonly OpenTag[]): Item | undefined {
  const at = open.findLastIndex(({ item }) => /Event$/.test(String(item?.['@type'] ?? '')))
  return open.slice(at + 1).some(({ isTold }) => isTold) ? open[at]?.item : undefined
}

const attributeIn = (attributes: string, name: RegExp): string | undefined => {
  const [, , quoted, bare] = name.exec(attributes) ?? []
  const value = quoted ?? bare
  return value === undefined ? undefined : decodeEntities(value).trim()
}

const itemTypes = /\b(?:itemtype|typeof)\s*=\s*(?:(["'])([^"']{1,300})\1|([^\s"'>]{1,300}))/i
const propertyNames = /\b(?:itemprop|property)\s*=\s*(?:(["'])([^"']{1,300})\1|([^\s"'>]{1,300}))/i
/** What says more than the text does; `property` and `content` belong to Open Graph too, which is of no item. */
const values = /\b(?:content|datetime)\s*=\s*(?:(["'])([^"']{0,5000})\1|([^\s"'>]{1,300}))/i
const addresses = /\b(?:href|src)\s*=\s*(?:(["'])([^"']{1,2000})\1|([^\s"'>]{1,2000}))/i

/** The thing that an element is on; undefined if it begins none. */
function itemOf(attributes: string): Item | undefined {
  const type = attributeIn(attributes, itemTypes)
  if (type !== undefined && (/\bitemscope\b/i.test(attributes) || /\btypeof\b/i.test(attributes)))
    return { '@type': type.replace(/^.*[/:#]/, '') }
  return /\bitemscope\b/i.test(attributes) ? {} : undefined
}

function toldIn(attributes: string, within: Item | undefined): Told | undefined {
  const name = attributeIn(attributes, propertyNames)
  return name === undefined || within === undefined
    ? undefined
    : { name: name.replace(/\bschema:/g, ''), within }
}

const saidIn = (attributes: string): string | undefined =>
  attributeIn(attributes, values) ?? addressOf(attributes)

/** A name may be a link: `<a itemprop="name" href="/tides">Tides</a>`. */
const addressOf = (attributes: string): string | undefined =>
  /\b(?:itemprop|property)\s*=\s*["']?(?:url|image|sameAs|recordedIn|video)\b/i.test(attributes)
    ? attributeIn(attributes, addresses)
    : undefined

/** A description may hold markup. */
const writtenIn = (name: string, html: string): string =>
  /\bdescription\b/.test(name)
    ? html.trim()
    : decodeEntities(html.replace(/<[^<>]*>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim()
