interface StartTag {
  readonly tag: string
  readonly attributes: string
  readonly from: number
  readonly to: number
}

/** What is made of a page's tags and texts. `open` are the elements that a place is in, the innermost last. */
interface PageReader<Element> {
  /** Takes from `open` what ends where this begins. @returns what is kept of the element until it ends */
  readonly begin: (start: StartTag, open: Element[]) => Element
  readonly end: (ended: Element, at: number) => void
  readonly text: (text: string, open: readonly Element[]) => void
}

/** Goes through a page from its beginning to its end. What nothing closes never ends. */
export function walkPage<Element extends { readonly tag: string }>(
  html: string,
  { begin, end, text }: PageReader<Element>,
): void {
  const open: Element[] = []
  for (const found of html.matchAll(tagOrText)) {
    const [whole, slash, name = '', attributes = '', between] = found
    const { index } = found
    const tag = name.toLowerCase()
    if (between !== undefined) text(between, open)
    else if (slash === '') {
      const begun = begin({ tag, attributes, from: index, to: index + whole.length }, open)
      if (!voidTag.test(tag) && !attributes.endsWith('/') && open.length < maxOpenTags) open.push(begun)
    } else if (open.some((one) => one.tag === tag))
      for (let ended = open.pop(); ended !== undefined; ended = open.pop()) {
        end(ended, index)
        if (ended.tag === tag) break
      }
  }
}

/** A tag (its `/` if it is an end, its name, its attributes), or the text between two. */
const tagOrText = /<(\/?)([a-z][a-z\d-]{0,30})\b([^<>]*)>|([^<]+)/gi
const voidTag = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
/** Pages that nest deeper are made to take long. */
const maxOpenTags = 200

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
