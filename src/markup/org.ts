/** Lines of Org as lines of Markdown, one for one, so that each stays where it is. */
export function markdownOfOrg(lines: readonly string[]): readonly string[] {
  const isOfHeadline = belowHeadlines(lines)
  let inCode = false
  let inDrawer = false
  return lines.map((line, index) => {
    if (/^\s*#\+begin_(?:src|example)\b/i.test(line)) {
      inCode = true
      return `\`\`\`${/^\s*#\+begin_src\s+(\S+)/i.exec(line)?.[1] ?? ''}`
    }
    if (/^\s*#\+end_(?:src|example)\b/i.test(line)) {
      inCode = false
      return '```'
    }
    if (inCode) return line
    if (/^\s*:[\w-]+:\s*$/.test(line)) {
      // A drawer, such as `:PROPERTIES:`, goes on to `:END:`.
      inDrawer = !/^\s*:end:/i.test(line)
      return ''
    }
    const [, key, value] = (inDrawer && isOfHeadline(index) && ofTalk.exec(line)) || []
    if (key !== undefined) return `${key}: ${withPlainDays(value ?? '')}`
    if (inDrawer || /^\s*#(?:\+|\s|$)/.test(line) || /^\s*(?:SCHEDULED|DEADLINE|CLOSED):/.test(line))
      return ''
    const [, stars, title = ''] = /^(\*+)\s+(.*)$/.exec(line) ?? []
    if (stars) return `${'#'.repeat(Math.min(6, stars.length))} ${inline(bareTitle(title))}`
    const item = line
      .replace(/^(\s*(?:[-+]|\d+[.)])\s+)\[[ X-]\]\s+/, '$1')
      // `- Slides :: tides.pdf`
      .replace(/^(\s*[-+]\s+\S[^:]{0,60}?)\s+::\s+(?=\S)/, '$1: ')
    return inline(withPlainDays(item))
  })
}

/**
 * Days and hours as people write them, without the weekday. Those in square brackets are when something was written down, at most on the
 * day of the talk, so that their hours are none of it.
 *
 *     withPlainDays('<2024-06-09 Sun 10:30-11:15>') // => '2024-06-09 10:30-11:15'
 */
const withPlainDays = (line: string): string =>
  line.replace(
    stamp,
    (_, sign: string, day: string, clocks = '') =>
      `${day}${sign === '<' || clocks === '' ? clocks : ` (${clocks.trim()})`}`,
  )

const stamp =
  /([<[])(\d{4}-\d\d-\d\d)(?: \p{L}{1,12}\.?)?( \d{1,2}:\d\d(?:-\d{1,2}:\d\d)?)?(?: (?:\.?\+{1,2}|-{1,2})\d+[hdwmy]){0,2}[>\]]/gu

/** What a drawer says of a talk. */
const ofTalk =
  /^\s*:(title|author|date|speakers?|presenters?|event|conference|url|video|slides|room|tags):\s*(.*\S)\s*$/i

/** Whether a line stands below a headline whose own drawer says more of it: one of several, or below the only one. */
function belowHeadlines(lines: readonly string[]): (index: number) => boolean {
  const headlines = lines.flatMap((line, index) => (/^\*+\s/.test(line) ? [index] : []))
  const isOnlyTop = lines.filter((line) => /^\*\s/.test(line)).length === 1
  const from = headlines[isOnlyTop ? 1 : 0] ?? lines.length
  return (index) => index > from
}

/** A headline without its state, priority and tags. */
const bareTitle = (title: string): string =>
  title
    .replace(/^(?:TODO|DONE|NEXT|WAITING|CANCELLED)\s+/, '')
    .replace(/^\[#[A-Z]\]\s+/, '')
    .replace(tagsBehind, '')

const tagsBehind = /(?<!\s)\s+:([\p{L}\p{N}_@#%:]+):\s*$/u

/** The tags of headlines, by their lines: `* Tides :moon:sea:`. */
export function orgTags(lines: readonly string[]): ReadonlyMap<number, readonly string[]> {
  return new Map(
    lines.flatMap((line, index) => {
      const [, said = ''] = (/^\*+\s/.test(line) && tagsBehind.exec(line)) || []
      const tags = said.split(':').filter((tag) => tag !== '' && !ofOrg.test(tag))
      return tags.length > 0 ? [[index + 1, tags.map((tag) => tag.toLowerCase())] as const] : []
    }),
  )
}

/** What Org itself marks by tags, and people by where something is to be done. */
const ofOrg = /^(?:(?:no)?export|archive|attach|crypt|ignore|toc|@.*)$/i

const inline = (line: string): string =>
  line
    .replace(/\[\[(https?:[^\][]+)\]\[([^\][]+)\]\]/g, '[$2]($1)')
    .replace(/\[\[(https?:[^\][]+)\]\]/g, '<$1>')
    .replace(/\[\[[^\][]+\]\[([^\][]+)\]\]/g, '$1')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '**$1**')
    .replace(
      /(?<![\w=~])(?:~(?=\S)([^~\n]+?)(?<=\S)~|=(?=\S)([^=\n]+?)(?<=\S)=)(?![\w=~])/g,
      (_, code, verbatim) => `\`${code ?? verbatim}\``,
    )

const orgKeyword = new RegExp(
  [
    String.raw`^\s*#\+(title|author|date|language|filetags|keywords|description|event|conference|url|video|slides|`,
    String.raw`speakers?|presenters?):\s*(.*\S)\s*$`,
  ].join(''),
  'i',
)

/** `#+TITLE: …` and the like, as fields. */
export function orgFields(
  lines: readonly string[],
): readonly { readonly key: string; readonly value: string; readonly line: number }[] {
  const isOfHeadline = belowHeadlines(lines)
  let inDrawer = false
  return lines.flatMap((line, index) => {
    if (/^\s*:PROPERTIES:\s*$/i.test(line)) inDrawer = !isOfHeadline(index)
    else if (/^\s*:END:\s*$/i.test(line)) inDrawer = false
    const said = inDrawer ? ofTalk : orgKeyword
    const [, key, value = ''] = said.exec(line) ?? []
    if (key === undefined) return []
    const isTags = /^filetags$/i.test(key)
    return [
      {
        key: isTags ? 'tags' : key,
        value: isTags ? value.replaceAll(':', ' ').trim() : withPlainDays(value),
        line: index + 1,
      },
    ]
  })
}
