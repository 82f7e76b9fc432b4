/** A tag (its `/` if it is an end, its name, its attributes), or the text between two. */
export const tagOrText = /<(\/?)([a-z][a-z\d-]{0,30})\b([^<>]*)>|([^<]+)/gi
export const voidTag = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
/** Pages that nest deeper are made to take long. */
export const maxOpenTags = 200

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
