/** Lines of AsciiDoc as lines of Markdown, one for one, so that each stays where it is. */
export function markdownOfAsciidoc(lines: readonly string[]): readonly string[] {
  let block: string | undefined
  return lines.map((line) => {
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

const inline = (line: string): string =>
  line
    .replace(/\b(?:image|video)::?[^\s[]{1,2000}\[([^\],]{0,500})(?:,[^\]]{0,2000})?\]/g, '$1')
    .replace(/\blink:(https?:[^\s[]{1,2000})\[([^\]]{1,500})\]/g, '[$2]($1)')
    .replace(/(https?:[^\s[\]]{1,2000})\[([^\]]{1,500})\]/g, '[$2]($1)')
    .replace(/(https?:[^\s[\]]{1,2000})\[\]/g, '<$1>')
    .replace(/<<[^<>,]{1,500},\s*(?=\S)([^<>]{1,500})>>/g, '$1')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '**$1**')
    .replace(/\s\+$/, '')

/** `:key: value` at the head of a document, as fields. */
export function asciidocFields(
  lines: readonly string[],
): readonly { readonly key: string; readonly value: string; readonly line: number }[] {
  return lines.flatMap((line, index) => {
    const [, key, value = ''] =
      /^:(title|author|authors|speaker|speakers|date|revdate|keywords|tags|lang|description|event|conference|url|video|slides):\s*(.*\S)\s*$/i.exec(
        line,
      ) ?? []
    return key === undefined ? [] : [{ key: key === 'revdate' ? 'date' : key, value, line: index + 1 }]
  })
}
