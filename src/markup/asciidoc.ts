/** Lines of AsciiDoc as lines of Markdown, one for one, so that each stays where it is. */
export function markdownOfAsciidoc(lines: readonly string[]): readonly string[] {
  let block: string | undefined
  let inTable = false
  const head = new Set(asciidocFields(lines).map(({ line }) => line))
  return lines.map((line, index) => {
    if (head.has(index + 1)) return ''
    const delimiter = /^(-{4,}|\.{4,}|`{3,}|\/{4,})\s*$/.exec(line)?.[1]
    if (block !== undefined) {
      if (delimiter?.[0] !== block) return block === '/' ? '' : line
      const wasComment = block === '/'
      block = undefined
      return wasComment ? '' : '```'
    }
    if (delimiter) {
      block = delimiter[0]
      return block === '/' ? '' : '```'
    }
    if (/^[|,:!]={3,}\s*$/.test(line)) {
      inTable = !inTable
      return ''
    }
    if (inTable && rowOfTable.test(line)) {
      const cells = cellsOf(line)
      return cells && `- ${inline(cells)}`
    }
    // Attributes of what follows, settings, comments, and frames whose text is read as it is.
    if (
      /^\[[^\]]*\]\s*$|^:[\w!-]+:|^\/\/|^(?:={4,}|\*{4,}|_{4,}|--|\+|<<<|toc::\[\])\s*$|^include::|^ifdef::|^endif::/.test(
        line,
      )
    )
      return ''
    const [, signs, title = ''] = /^(={1,6})\s+(.*\S)\s*$/.exec(line) ?? []
    if (signs) return `${'#'.repeat(signs.length)} ${inline(title)}`
    const [, stars, item = ''] = /^\s*(\*{1,5}|-)\s+(.*)$/.exec(line) ?? []
    if (stars)
      return `${'  '.repeat(stars === '-' ? 0 : stars.length - 1)}- ${inline(item.replace(/^\[[ x*]\]\s+/, ''))}`
    const [, dots, step = ''] = /^\s*(\.{1,5})\s+(.*)$/.exec(line) ?? []
    if (dots) return `${'   '.repeat(dots.length - 1)}1. ${inline(step)}`
    // `.Title of a block`
    return inline(line.replace(/^\.(?=[\p{L}])/u, ''))
  })
}

/** `|` and `2+^a|`: figures say how a cell is set out only with `+` or `*` behind them, and else are those of the cell before. */
const rowOfTable = /^(?:\d*\.?\d+[+*])?[<>^.]{0,3}[aehlmsdv]?\|/

/** `|Ripstop |40 g`, and `|2+^|Ripstop` with how it is set out, as the words of each cell. */
const cellsOf = (row: string): string =>
  row
    .replace(rowOfTable, '')
    .split(/\s*(?:(?<!\S)(?:\d*\.?\d+[+*][<>^.]{0,3}|[<>^.]{1,3})[aehlmsdv]?)?\|\s*/)
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' | ')

const inline = (line: string): string =>
  line
    .replace(/\b(?:image|video)::?[^\s[]{1,2000}\[([^\],]{0,500})(?:,[^\]]{0,2000})?\]/g, '$1')
    .replace(/\blink:(https?:[^\s[]{1,2000})\[([^\]]{1,500})\]/g, '[$2]($1)')
    .replace(/(https?:[^\s[\]]+)(?:\[([^\]]{0,500})\])?/g, (all, address: string, words?: string) => {
      // An address is looked at once, however long it is.
      if (words === undefined || address.length > 2000) return all
      return words === '' ? `<${address}>` : `[${words}](${address})`
    })
    .replace(/<<[^<>,]{1,500},\s*(?=\S)([^<>]{1,500})>>/g, '$1')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '**$1**')
    .replace(/\s\+$/, '')

/** `Ada Example <ada@example.org>; Bo Sample`: two to four words each. */
const author = String.raw`\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|van|von|der|den|del?|da|di|du|la|le)){1,3}(?:\s*<[^<>\n]+>)?`
const authorLine = new RegExp(`^${author}(?:; ${author}){0,8}\\s*$`, 'u')
const revision = /^(?:v?[\d.]+, ?)?(?:19|20)\d\d-\d\d-\d\d\b/

const asciidocAttribute = new RegExp(
  [
    '^:(title|author|authors|speaker|speakers|date|revdate|keywords|tags|lang|description|event|conference|',
    String.raw`url|video|slides):\s*(.*\S)\s*$`,
  ].join(''),
  'i',
)

/** `:key: value` at the head of a document, as fields. */
export function asciidocFields(
  lines: readonly string[],
): readonly { readonly key: string; readonly value: string; readonly line: number }[] {
  const title = lines.findIndex((line) => /^= \S/.test(line))
  return lines.flatMap((line, index) => {
    // Below the title of a document stand its authors, and below them when it was revised.
    if (title >= 0 && index === title + 1 && authorLine.test(line))
      return [{ key: 'authors', value: line.replace(/\s*<[^<>]*>/g, '').trim(), line: index + 1 }]
    if (title >= 0 && index === title + 2 && authorLine.test(lines[index - 1] ?? '') && revision.test(line))
      return [{ key: 'date', value: line, line: index + 1 }]
    const [, key, value = ''] = asciidocAttribute.exec(line) ?? []
    return key === undefined ? [] : [{ key: key === 'revdate' ? 'date' : key, value, line: index + 1 }]
  })
}
